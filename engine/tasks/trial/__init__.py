"""Tasks that try out the engine process itself: answer, hang, crash, print, eat memory."""
