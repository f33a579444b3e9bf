"""Colours of one's own are read as they are meant, and bad ones are told by line and stop nothing."""

from pathlib import Path

import pytest

from game.files.themefile import COLOURS, Palette, read_palettes


def read(folder: Path, text: str | bytes, name: str = "dusk.toml") -> tuple[tuple[Palette, ...], list[str]]:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)
    palettes, problems = read_palettes(folder)
    return palettes, [str(problem) for problem in problems]


def test_no_folder_is_no_theme(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert read_palettes(tmp_path / "themes") == read_palettes(tmp_path / "file") == ((), ())


def test_a_theme_is_called_by_its_file_and_may_name_as_few_colours_as_it_likes(tmp_path: Path) -> None:
    few = read(tmp_path, 'dark = false\nprimary = "#AA0011"\n')
    assert few == ((Palette("dusk", False, {"primary": "#AA0011"}),), [])

    every = dict.fromkeys(COLOURS, "#123456")
    rows = "\n".join(f'{name} = "{colour}"' for name, colour in every.items())
    assert read(tmp_path, rows) == ((Palette("dusk", True, every),), [])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('primry = "#aa0011"', ['dusk.toml:1: primry: this key is not known; did you mean "primary"?']),
        ("\ndark = 1", ["dusk.toml:2: dark: found 1; true or false without quotes is needed."]),
        (
            'accent = "pink"\nerror = 3',
            [
                'dusk.toml:1: accent: found "pink"; a colour such as "#f0a07c" is needed.',
                'dusk.toml:2: error: found 3; a colour such as "#f0a07c" is needed.',
            ],
        ),
        (
            'muted = "#aa0011[b]"',
            ['dusk.toml:1: muted: found "#aa0011[b]"; a colour such as "#f0a07c" is needed.'],
        ),
        (b"\xff", ["dusk.toml:1: this line is not UTF-8 text; save the file as UTF-8."]),
    ],
)
def test_what_is_wrong_is_told_by_line(text: str | bytes, sentences: list[str], tmp_path: Path) -> None:
    palettes, told = read(tmp_path, text)

    assert palettes == ()
    assert told == sentences


def test_a_bad_theme_takes_no_other_along(tmp_path: Path) -> None:
    read(tmp_path, "dark = 1", "bad.toml")
    palettes, told = read(tmp_path, "", "good.toml")
    assert (palettes, len(told)) == ((Palette("good"),), 1)

    _, told = read(tmp_path, "", "No Name.toml")
    assert (
        told[0] == "No Name.toml: a theme is called by its file: small letters, digits and hyphens, please."
    )
