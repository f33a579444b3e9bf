"""The screens: one face of the game, built on Textual. Nothing here decides a rule."""
