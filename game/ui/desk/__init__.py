"""The desk: where cards and decks are written."""

from pathlib import Path

DESK = Path(__file__).with_name("desk.tcss")
"""How the rooms look in which decks are written, besides what every room does."""
