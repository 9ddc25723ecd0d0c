"""HOW THE LEARNED DATA IN resources/ IS MADE, and how the illustration task measures itself.

A seeded, purely procedural generator of layered drawings (no outside art), a fit of the material
pair classifier to them, and an evaluation of the program's own decomposition on fresh ones.
May touch: document, engine.tasks.illustration, numpy, opencv, scikit-learn (extra [training]).
Imported by nothing else in the program.
"""
