"""Turn Toward: a card game for two people who want to hear each other."""

__version__ = "0.1.0"
