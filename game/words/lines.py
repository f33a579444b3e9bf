"""What the command line and plain mode say."""

LINES: dict[str, str] = {}
