"""What typed lines mean."""

import pytest

from game.plain.reply import (
    WISHES,
    WRITTEN,
    Lost,
    Option,
    Reply,
    Taken,
    Wish,
    numbered,
    understand,
    understand_several,
    wish_written,
    word_for,
)

CHECK = numbered((("thats-it", "That's it"), ("nearly", "Nearly"), ("not-yet", "Not yet")))
ANSWER = numbered((("thats-it", "That's it"), ("close", "Close"), ("keep", "I keep that one")))
SAID = numbered((("said", "Said"),))
DEPTHS = tuple(Option(id, id, label) for id, label in (("3", "Deep"), ("2", "Open"), ("1", "Light")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Taken("thats-it")),
        ("   ", Taken("thats-it")),
        ("1", Taken("thats-it")),
        ("3", Taken("not-yet")),
        ("2.", Taken("nearly")),
        ("２", Taken("nearly")),
        ("Nearly", Taken("nearly")),
        ("NEARLY", Taken("nearly")),
        ("  not   yet ", Taken("not-yet")),
        ("not-yet", Taken("not-yet")),
        ("thats-it", Taken("thats-it")),
        ("that’s it", Taken("thats-it")),
        ("nea", Taken("nearly")),
        ("t", Taken("thats-it")),
        ("swap", Wish("swap")),
        ("Swap", Wish("swap")),
        ("sw", Wish("swap")),
        ("undo", Wish("undo")),
        ("quit", Wish("leave")),
        ("?", Wish("help")),
        ("help depth", Wish("help", "depth")),
        ("put away", Wish("away")),
        ("put away Roads", Wish("away", "Roads")),
        ("pause at 9", Wish("pause", "at 9")),
        ("lower 1", Wish("lower", "1")),
        ("never", Wish("never")),
        ("0", Lost("The numbers here are 1, 2, 3.")),
        ("4", Lost("The numbers here are 1, 2, 3.")),
        ("9" * 5000, Lost("The numbers here are 1, 2, 3.")),
        ("n", Lost("«n» could be any of these: Nearly, Not yet.")),
        ("neraly", Lost("«neraly» is not a choice here. Did you mean «Nearly»?")),
        ("swpa", Lost("«swpa» is not a choice here. Did you mean «swap»?")),
        ("42 is the answer", Lost("«42 is the answer» is not a choice here; help tells every word.")),
        ("\x1b[2J", Lost("«[2J» is not a choice here; help tells every word.")),
        ("swap it", Lost("«swap it» is not a choice here. Did you mean «swap»?")),
    ],
)
def test_a_line_means_a_choice_a_wish_or_gets_one_sentence(typed: str, meant: Reply) -> None:
    assert understand(typed, CHECK) == meant


def test_a_choice_goes_before_a_wish_of_the_same_word() -> None:
    assert understand("close", ANSWER) == Taken("close")
    assert understand("keep", ANSWER) == Taken("keep")
    assert understand("cl", ANSWER) == Taken("close")
    assert understand("end", ANSWER) == Wish("close")
    assert understand("close", SAID) == Wish("close")


def test_a_beginning_that_fits_a_choice_and_a_wish_is_asked_about() -> None:
    received = numbered((("received", "Received"), ("quiet", "Let it be quiet")))

    assert understand("re", received) == Lost("«re» could be any of these: Received, redo.")


def test_a_wish_that_undo_does_not_quite_take_back_needs_its_whole_word() -> None:
    assert isinstance(understand("neve", SAID), Lost)
    assert understand("never", SAID) == Wish("never")


def test_one_letter_is_no_wish() -> None:
    assert understand("s", SAID) == Taken("said")
    assert isinstance(understand("u", SAID), Lost)


def test_a_depth_is_called_by_itself_and_not_by_its_place() -> None:
    assert [understand(typed, DEPTHS) for typed in ("", "1", "3", "light")] == [
        Taken("3"),
        Taken("1"),
        Taken("3"),
        Taken("1"),
    ]


def test_an_empty_line_means_nothing_where_nothing_is_offered() -> None:
    assert isinstance(understand("", ()), Lost)


def test_several_are_taken_by_numbers_with_spaces_and_by_words_with_commas() -> None:
    decks = numbered((("tea", "The Kettle"), ("roads", "Roads"), ("hands", "Hands")))

    assert understand_several("1 3", decks) == (Taken("tea"), Taken("hands"))
    assert understand_several("3,1", decks) == (Taken("hands"), Taken("tea"))
    assert understand_several("the kettle, roads", decks) == (Taken("tea"), Taken("roads"))
    assert understand_several("tea roads", decks) == (Taken("tea"), Taken("roads"))
    assert understand_several("put away 3", decks) == Wish("away", "3")
    assert understand_several("1 7", decks) == Lost("«1 7» is not a choice here; help tells every word.")


@pytest.mark.parametrize("wish", WISHES)
def test_every_wish_is_granted_by_its_word(wish: str) -> None:
    assert understand(word_for(wish), SAID) == Wish(wish)


def test_where_an_answer_is_written_few_words_are_obeyed() -> None:
    assert tuple(wish for wish in WISHES if wish_written(word_for(wish))) == tuple(
        wish for wish in WISHES if wish in WRITTEN
    )
    assert wish_written("Leave") == Wish("leave")
    assert [wish_written(line) for line in ("leave.", "swap it", "sw", "sorry", "")] == [None] * 5
