"""The sky as a picture."""

import pytest

from game.engine.cards import Dimension
from game.engine.picture import LIT, UNLIT, constellations, star_lines
from game.engine.scoring import FULL_SKY, NO_LIGHTS, STAR_COSTS, STARS, Sky
from game.words import say

ALL = len(Dimension) * STARS


def a_sky(stars: int) -> Sky:
    """Return a sky with *stars* lit in each constellation."""
    return Sky(*(stars * STAR_COSTS[dim] for dim in Dimension))


def counted(sky: Sky) -> tuple[int, int]:
    """Return how many stars of the picture of *sky* are lit, and how many not."""
    drawn = "\n".join(constellations(sky)[:-1])
    return drawn.count(LIT), drawn.count(UNLIT)


@pytest.mark.parametrize("stars", range(STARS + 1))
def test_every_line_of_the_picture_is_equally_wide_and_fits_eighty_columns(stars: int) -> None:
    widths = {len(line) for line in constellations(a_sky(stars))}

    assert len(widths) == 1
    assert max(widths) <= 80


@pytest.mark.parametrize("stars", range(STARS))
def test_each_constellation_has_twelve_places_and_lights_them_one_by_one(stars: int) -> None:
    assert counted(a_sky(stars)) == (len(Dimension) * stars, len(Dimension) * (STARS - stars))


@pytest.mark.parametrize("dim", list(Dimension))
def test_a_star_of_one_dimension_lights_one_place_above_its_name(dim: Dimension) -> None:
    one = constellations(Sky(**{dim.value: STAR_COSTS[dim]}))
    middle = one[-1].index(say(f"dim.{dim}")) + len(say(f"dim.{dim}")) // 2
    column = next(line.index(LIT) for line in one if LIT in line)

    assert counted(Sky(**{dim.value: STAR_COSTS[dim]})) == (1, ALL - 1)
    assert abs(column - middle) <= 8


def test_stars_stay_where_they_were_when_others_are_lit() -> None:
    for stars in range(STARS - 1):
        fewer, more = (constellations(a_sky(count)) for count in (stars, stars + 1))
        for before, after in zip(fewer, more, strict=True):
            assert all(b == a or (b, a) == (UNLIT, LIT) for b, a in zip(before, after, strict=True))


def test_a_full_sky_begins_anew() -> None:
    assert constellations(FULL_SKY) == constellations(NO_LIGHTS)


def test_the_sky_in_words_has_a_line_for_each_constellation() -> None:
    assert star_lines(Sky(trust=7, friendship=6)) == tuple(
        say("closing.stars", dimension=say(f"dim.{dim}"), lit=2 if dim == "trust" else 0, stars=STARS)
        for dim in Dimension
    )
