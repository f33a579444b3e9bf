"""Sentences, syllables and grades, near enough for a mean over a deck."""

import pytest

from game.advice.measure import grade, sentences, syllables, word_list


def test_a_stem_is_one_sentence_and_dots_inside_it_end_none() -> None:
    assert sentences("When I rest ... I dream of ...") == ("When I rest  I dream of",)


def test_a_scene_and_its_question_are_two_sentences() -> None:
    assert sentences("It rains. Who knocks?") == ("It rains.", "Who knocks?")


def test_the_name_counts_as_a_word_and_so_does_a_number() -> None:
    assert word_list("From 0 to 10, {partner}'s ten-second tune.") == (
        *("from", "0", "to", "10", "partner", "s", "ten", "second", "tune"),
    )


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("you", 1), ("named", 1), ("clothes", 1), ("queue", 1), ("moves", 1), ("real", 1)),
        *(
            ("people", 2),
            ("someone", 2),
            ("quiet", 2),
            ("table", 2),
            ("wanted", 2),
            ("places", 2),
            ("being", 2),
        ),
        *(("everyday", 3), ("idea", 3), ("serious", 3), ("easier", 3), ("recipe", 3), ("museum", 3)),
        *(("ordinary", 4), ("appreciate", 4), ("conversation", 4), ("society", 4)),
        ("communication", 5),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_longer_sentence_of_longer_words_asks_for_more_years_of_school() -> None:
    plain = grade("What helped you sleep when you were small?")
    heavy = grade("Which considerations habitually facilitated your childhood sleeping arrangements?")

    assert (round(plain, 1), round(heavy, 1)) == (-0.7, 24.4)


def test_no_words_ask_for_no_years_of_school() -> None:
    assert grade("...") == 0.0
