"""Cards of what the engine is doing and has done."""
