"""Decks for reading, for a spreadsheet and for paper: one module for each."""
