"""Whatever is typed, in whatever order: nothing breaks, nothing is lost, nothing hidden is told."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.record import replay
from game.files.evenings.savefile import read_save
from game.plain.reply import WISHES, word_for
from game.plain.voice import PROMPT
from tests.plain.scripts import THREE_CARDS, a_home, again, play, sit

CHOICES = (
    "",
    "1",
    "2",
    "3",
    "7",
    "told",
    "given",
    "that's it",
    "not yet",
    "move on",
    "yes",
    "open",
    "stop",
    "show",
)
WISHED = (*(word_for(wish) for wish in WISHES if wish != "leave"), "lower 1", "put away tea", "lighter roads")
NOISE = ("\x1b[2J", "x" * 300, "«»", "{partner}", "[/b]", "١", "pause \x9b9", "keep \u202e", "help all", "%s")
LINES = st.lists(st.sampled_from((*CHOICES * 3, *WISHED, *NOISE)), max_size=30)
DECKS = ("roads", "numbers", "secrets", "guesses", "hands", "hard")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, seed=st.integers(0, 9), warm=st.booleans())
def test_any_lines_make_an_evening_that_is_kept_whole(
    lines: list[str], seed: int, warm: bool, tmp_path: Path
) -> None:
    home = a_home(tmp_path)
    start = THREE_CARDS if warm else ()
    sitting, talk = play(lambda: sit(home, *DECKS, shape="standard", seed=seed), *start, *lines)
    kept = read_save(sitting.keeper.path).record
    _, there = again(sitting)

    assert (kept, replay(kept)) == (sitting.table.record, sitting.table.evening)
    assert talk.told.count(PROMPT) <= len(start) + len(lines) + 1
    assert not [code for code in ("\x1b", "\x9b", "\u202e") if code in talk.told + there.told]
