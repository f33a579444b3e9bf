"""What there is to go on with, as home tells it."""

from game.files.evenings.archive import OFFERED, line_about, newest_unfinished
from game.files.paths import Home


def newest(place: Home, among: int | None = OFFERED) -> tuple[str, str]:
    """Return the id of the newest unfinished evening and a line about it, both empty when there is none."""
    entry = newest_unfinished(place, among)
    return (entry.id, line_about(entry)) if entry else ("", "")
