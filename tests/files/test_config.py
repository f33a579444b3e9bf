"""A config is kept as it was written, and a bad one stops nothing."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from game.files.config import DEFAULT, Config, change_config, change_to, read_config, write_config
from tests.files.invention import words

OURS = """# ours
theme = "linen" # the light one
never = [
  "b", # too much

  "a",
]

# a key of tomorrow
later = [1, 2]
"""


def told(path: Path) -> list[str]:
    return [str(problem) for problem in read_config(path)[1]]


def test_no_file_is_all_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == (Config(), ())


@given(
    config=st.builds(
        Config,
        theme=words,
        motion=st.sampled_from(["full", "none"]),
        score=st.sampled_from(["sky", "hearth"]),
        welcomed=st.booleans(),
        never=st.frozensets(words, max_size=4).map(lambda ids: tuple(sorted(ids))),
        home=st.one_of(st.just(""), words),
    ),
    first=st.sampled_from(
        ["", OURS, "[later]\na = 1\n", "theme = 'x'", '"theme" = """\nx"""\r\nmotion = "none"']
    ),
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, config: Config, first: str
) -> None:
    path = tmp_path_factory.mktemp("home") / "config.toml"
    path.write_text(first, newline="")

    write_config(path, config)

    assert read_config(path)[0] == config


def test_only_what_changes_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(OURS)
    config, _ = read_config(path)

    write_config(path, replace(config, never=("a", "b", "c"), welcomed=True))

    assert path.read_text() == (
        'welcomed = true\n# ours\ntheme = "linen" # the light one\n'
        'never = [\n    "a",\n    "b",\n    "c",\n]\n\n# a key of tomorrow\nlater = [1, 2]\n'
    )


def test_writing_what_is_there_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(OURS)

    write_config(path, read_config(path)[0])

    assert path.read_text() == OURS


def test_a_config_is_for_nobody_else(tmp_path: Path) -> None:
    write_config(tmp_path / "config.toml", DEFAULT)

    assert stat.S_IMODE((tmp_path / "config.toml").stat().st_mode) == 0o600


def test_everything_that_is_wrong_is_told_and_the_rest_holds(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'theme = 3\nmotion = "fast"\nwelcomed = 1\nnever = "a"\nscore = "hearth"\n'
        'home = "a\\u001b"\ntehme = "x"\n'
    )

    assert read_config(path)[0] == Config(score="hearth")
    assert told(path) == [
        "config.toml:1: theme: found 3; text in quotes is needed.",
        'config.toml:2: motion: found "fast"; allowed are full, none.',
        "config.toml:3: welcomed: found 1; true or false without quotes is needed.",
        'config.toml:4: never: found "a"; a list in square brackets is needed.',
        "config.toml:6: home: it holds the control code U+001B, which is not text.",
        'config.toml:7: tehme: this key is not known; did you mean "theme"?',
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"theme = ",
            'config.toml:1: this is not TOML: found "theme ="; a value is needed, and text needs quotation '
            'marks, "like this".',
        ),
        (b"\xff", "config.toml:1: this line is not UTF-8 text; save the file as UTF-8."),
        (b"never = [3]", "config.toml:1: never: found 3; text in quotes is needed."),
        (b"a = " + b"[" * 5000, "config.toml:1: lists or tables stand too deep inside each other."),
        (b"a = " + b"9" * 5000, "config.toml:1: a number here is too long to read."),
        (
            b"[colours]",
            "config.toml:1: colours: this key is not known; "
            "known are theme, motion, score, welcomed, never, home.",
        ),
    ],
)
def test_a_bad_config_is_told_and_defaults_hold(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)

    assert (read_config(path)[0], told(path)) == (DEFAULT, [problem])


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to("nowhere")

    assert told(tmp_path) == [f"{tmp_path.name}: this is a folder, not a file."]
    assert told(tmp_path / "fifo") == ["fifo: this is not an ordinary file, so it is left alone."]
    assert told(tmp_path / "link") == ["link: this file cannot be read: it is not there."]


def test_a_broken_config_is_kept_when_a_new_one_is_written(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("theme = ")

    write_config(path, Config(theme="linen"))
    write_config(path, Config(theme="hearth"))

    assert path.read_text() == 'theme = "hearth"\n'
    assert (tmp_path / "config.damaged-1.toml").read_text() == "theme = "


def test_a_window_with_an_old_config_keeps_what_another_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "config.toml"
    old, _ = read_config(path)
    change_config(path, lambda config: replace(config, never=("a",)))

    after = change_config(path, change_to(old, replace(old, theme="linen")))

    assert after == read_config(path)[0] == Config(theme="linen", never=("a",))


def test_of_many_changes_at_once_none_is_lost(tmp_path: Path) -> None:
    path, ids = tmp_path / "config.toml", [f"card-{number}" for number in range(10, 30)]

    def put_away(id: str) -> Config:
        return change_config(path, lambda config: replace(config, never=(*config.never, id)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put_away, ids))

    assert read_config(path)[0] == Config(never=tuple(ids))


def test_a_change_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    assert change_config(tmp_path / "config.toml", lambda config: config) == DEFAULT
    assert list(tmp_path.iterdir()) == []


def test_a_changed_config_is_unlocked_at_once(tmp_path: Path) -> None:
    change_config(tmp_path / "config.toml", lambda config: replace(config, welcomed=True))

    with FileLock(tmp_path / "config.lock", timeout=0) as lock:
        assert lock.is_locked


def test_a_config_that_stays_locked_is_told_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.files.config.PATIENCE", 0)
    with FileLock(tmp_path / "config.lock"), pytest.raises(OSError, match="unavailable") as told:
        change_config(tmp_path / "config.toml", lambda config: replace(config, welcomed=True))

    assert told.value.errno == errno.EAGAIN
    assert not (tmp_path / "config.toml").exists()


def test_a_config_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / ("a" * 300) / "config.toml") == [
        "config.toml: this file cannot be read: its name is too long."
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look anywhere")
def test_a_config_in_a_folder_that_is_shut_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o600)
    try:
        assert told(tmp_path / "config.toml") == [
            "config.toml: this file cannot be read: permission is denied."
        ]
    finally:
        tmp_path.chmod(0o700)
