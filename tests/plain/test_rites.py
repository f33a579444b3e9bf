"""What surrounds the cards, in lines: the gate's two votes, the landing, and last week's wish."""

from collections.abc import Callable, Iterator
from pathlib import Path

from game.engine.state import Answer
from game.files.paths import Home
from game.plain.play import play_plain
from game.sitting import Sitting
from tests.plain.scripts import STARTED, Talk, a_home, play, sit

Policy = Callable[[Sitting], str]
"""Says what is typed where an evening stands."""


def playing(sitting: Sitting, policy: Policy) -> Talk:
    """Play *sitting* to its closing, typing what *policy* says behind the curtain and at every step."""

    def typed() -> Iterator[str]:
        while not sitting.table.evening.is_closed:
            if sitting.table.alone is not None:
                yield ""
            yield policy(sitting)

    talk = Talk(typed())
    play_plain(sitting, talk.asking())
    sitting.leave()
    return talk


def voting(*votes: str) -> Policy:
    """Return a policy that takes the first choice everywhere but at the votes on hard questions."""
    left = iter(votes)
    return lambda sitting: next(left) if sitting.table.evening.at.step == "vote" else ""


def a_hard_evening(home: Home) -> Sitting:
    return sit(home, "roads", "tea", "hard", shape="long")


def test_two_yeses_open_the_hard_deck_and_each_hard_card_is_landed(tmp_path: Path) -> None:
    sitting = a_hard_evening(a_home(tmp_path))
    talk = playing(sitting, voting("yes", "yes"))
    evening = sitting.table.evening
    tender = [card for card in evening.closed if card.depth == 4]

    assert evening.aside.willing is Answer.OPEN
    assert tender
    assert talk.told.count("Land softly.") == len(tender)
    assert talk.told.count("There are uncomfortable questions on the table.") == 2


def test_one_no_is_told_like_two(tmp_path: Path) -> None:
    told = []
    for n, votes in enumerate((("yes", "not tonight"), ("", "yes"), ("1", "1"))):
        home = a_home(tmp_path / str(n))
        sitting = a_hard_evening(home)
        told.append(playing(sitting, voting(*votes)).told)

        assert sitting.table.evening.aside.willing is Answer.SHUT
    assert told == [told[0]] * 3
    assert told[0].count("Not tonight. Here is something lighter.") == 1


def test_last_weeks_wish_is_asked_about_in_private_and_then_together(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    closing = ("close", "", "", "", "", "nothing", "keep", "A walk.", "yes", "leave")
    play(lambda: sit(home, "tea", shape="tea"), *closing)
    _, talk = play(lambda: sit(home, "tea", shape="tea"), "", "it happened", "", "it happened")
    _, other = play(lambda: sit(home, "tea", shape="tea"), "", "it happened", "", "", "keep it")

    assert talk.told.count("Last time you wanted this for the week: A walk.\nDid it happen?") == 2
    assert "What becomes of it?" not in talk.told
    assert "What becomes of it?" in other.told


def test_a_light_card_is_offered_only_from_decks_that_have_one(tmp_path: Path) -> None:
    sitting = sit(a_home(tmp_path), "roads", "tea", "hard", shape="long")
    talk = Talk((*STARTED, "lighter", "undo"))
    play_plain(sitting, talk.asking())
    offered = talk.told.partition("where may the next light card come from?")[2].partition(">")[0]
    light = sitting.table.light_decks
    titles = {cover.title for cover in sitting.table.evening.setting.covers}
    sitting.leave()

    assert "hard" not in light
    assert {title for title in titles if title in offered} == {
        cover.title for cover in sitting.table.evening.setting.covers if cover.id in light
    }
