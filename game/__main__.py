"""Let `python -m game` be the same as `turn-toward`."""

from game.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
