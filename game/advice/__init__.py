"""Kind, plain advice for people who write decks: what to say another way, and which cards are twins."""
