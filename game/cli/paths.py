"""`turn-toward paths`: every place that is read or written, and why it is that one."""

from game.cli.naming import home_of
from game.cli.telling import columns, tell, tell_json
from game.cli.wish import Wish


def run(arguments: Wish) -> bool:
    """Tell every place with its reason."""
    places = home_of(arguments).why
    if arguments.json:
        tell_json([{"place": place, "path": str(path), "why": why} for place, path, why in places])
    else:
        tell(*columns((place, str(path), why) for place, path, why in places))
    return True
