"""A file is written whole or not at all, whatever the disk does; and nothing but ordinary files is read."""

import errno
import os
import socket
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from game.files import atomic
from game.files.atomic import Unreadable, name_also, read_bounded, set_aside, sweep, try_folder, write_whole
from tests.files.disk import Disk, Power, failing, killed_at

OLD, NEW, OLDER = b"old", b"new" * 1000, b"older"
ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE)
MOST_OPERATIONS = 40


def fresh_files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".new"))


def refusal(act: Callable[[], None]) -> OSError | None:
    try:
        act()
    except OSError as error:
        return error
    return None


def two_generations(folder: Path) -> tuple[Path, Path]:
    path, previous = folder / "save", folder / ".previous"
    path.write_bytes(OLD)
    previous.write_bytes(OLDER)
    return path, previous


def test_a_write_leaves_the_new_content_the_old_one_as_previous_and_nothing_else(tmp_path: Path) -> None:
    path, previous = two_generations(tmp_path)

    write_whole(path, NEW, previous=previous)

    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"save": NEW, ".previous": OLD}


def test_a_first_write_has_nothing_to_keep(tmp_path: Path) -> None:
    write_whole(tmp_path / "save", NEW, previous=tmp_path / ".previous")

    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"save": NEW}


def test_a_lost_file_does_not_cost_the_one_before_it(tmp_path: Path) -> None:
    path, previous = two_generations(tmp_path)
    path.unlink()

    write_whole(path, NEW, previous=previous)

    assert (path.read_bytes(), previous.read_bytes()) == (NEW, OLDER)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_files_are_for_nobody_else_under_any_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "save", OLD)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "save").stat().st_mode) == 0o600


def test_a_disk_that_takes_a_byte_at_a_time_gets_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:1]))

    write_whole(tmp_path / "save", b"slowly")

    assert (tmp_path / "save").read_bytes() == b"slowly"


@pytest.mark.parametrize("code", ERRORS)
def test_when_any_operation_fails_the_old_content_or_the_new_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    failed: list[str] = []
    for number in range(1, MOST_OPERATIONS):
        folder = tmp_path / str(number)
        folder.mkdir()
        path, previous = two_generations(folder)
        disk = failing(number, code)
        monkeypatch.setattr(atomic, "os", disk)
        if error := refusal(partial(write_whole, path, NEW, previous=previous)):
            failed.append(disk.done[number - 1])
            assert error.errno == code
            assert path.read_bytes() == (NEW if "replace" in disk.done[: number - 1] else OLD)
            assert not previous.exists() or previous.read_bytes() in (OLD, OLDER)
            assert fresh_files(folder) == []
        elif not disk.struck:
            break

    assert path.read_bytes() == NEW
    assert " ".join(failed) == "open fchmod write fsync close unlink link replace open fsync close"


def test_a_disk_without_links_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, previous = two_generations(tmp_path)
    monkeypatch.setattr(atomic, "os", failing(7, errno.EPERM))

    write_whole(path, NEW, previous=previous)

    assert (path.read_bytes(), previous.read_bytes()) == (NEW, OLD)


def test_a_failed_sync_is_never_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = failing(4, errno.EIO)
    monkeypatch.setattr(atomic, "os", disk)

    with pytest.raises(OSError, match="Input/output"):
        write_whole(tmp_path / "save", NEW)

    assert disk.done == ["open", "fchmod", "write", "fsync", "close", "unlink"]


def test_killed_at_any_operation_the_old_content_or_the_new_is_there(tmp_path: Path) -> None:
    kills = 0
    for number in range(1, MOST_OPERATIONS):
        folder = tmp_path / str(number)
        folder.mkdir()
        path, previous = two_generations(folder)
        write = partial(write_whole, path, NEW, previous=previous)
        was_killed = killed_at(number, atomic, write)

        assert path.read_bytes() in (OLD, NEW)
        assert not previous.exists() or previous.read_bytes() in (OLD, OLDER)
        sweep(path)
        assert fresh_files(folder) == []
        if not was_killed:
            break
        kills += 1

    assert kills == 12


def cut(disk: Disk) -> tuple[set[bytes | None], set[bytes | None], set[bytes | None]]:
    """Return what a power cut may leave of the file meanwhile, of the file after, and of the previous one."""
    names = {"save": OLD, ".previous": OLDER}
    states = list(Power(names).after(disk.log))
    after = {state.get("save") for number, state in states if number == len(disk.log)}
    return {state.get("save") for _, state in states}, after, {state.get(".previous") for _, state in states}


def test_a_power_cut_leaves_the_old_content_or_the_new_and_the_new_once_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, previous = two_generations(tmp_path)
    disk = Disk()
    monkeypatch.setattr(atomic, "os", disk)

    write_whole(path, NEW, previous=previous)

    assert cut(disk) == ({OLD, NEW}, {NEW}, {OLD, OLDER, None})


def test_the_model_of_a_power_cut_finds_what_is_weak(tmp_path: Path) -> None:
    path, _ = two_generations(tmp_path)
    unsynced, in_place = Disk(), Disk()

    descriptor = unsynced.open(tmp_path / "fresh", os.O_WRONLY | os.O_CREAT, 0o600)
    unsynced.write(descriptor, NEW)
    unsynced.close(descriptor)
    unsynced.replace(tmp_path / "fresh", path)
    descriptor = in_place.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    in_place.write(descriptor, NEW)
    in_place.fsync(descriptor)

    assert cut(unsynced)[1] == {OLD, NEW, NEW[: len(NEW) // 2], b"", bytes(len(NEW))}
    assert b"" in cut(in_place)[0]


def test_a_sweep_takes_only_what_was_left_of_its_own_file(tmp_path: Path) -> None:
    kept = [tmp_path / name for name in (".other.1234.new", "save.new", ".save.previous", "save")]
    for path in (*kept, tmp_path / ".save.12ab.new"):
        path.touch()

    sweep(tmp_path / "save")

    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_a_folder_is_tried_without_a_trace(tmp_path: Path) -> None:
    try_folder(tmp_path)

    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileNotFoundError):
        try_folder(tmp_path / "missing")


def test_a_second_name_is_never_one_that_is_taken(tmp_path: Path) -> None:
    path, previous = two_generations(tmp_path)

    with pytest.raises(FileExistsError):
        name_also(path, previous)

    assert previous.read_bytes() == OLDER


def test_a_damaged_file_is_set_aside_under_a_new_name_each_time(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    set_aside(path)
    for text in ("one", "two"):
        path.write_text(text)
        set_aside(path)
        path.unlink()

    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {
        "a.damaged-1.toml": "one",
        "a.damaged-2.toml": "two",
    }


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)

    assert read_bounded(tmp_path / "a", 100) == b"x" * 100


def refused(path: Path, limit: int = 100) -> str:
    with pytest.raises(Unreadable) as told:
        read_bounded(path, limit)
    return str(told.value)


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "large").write_bytes(b"x" * 101)
    with socket.socket(socket.AF_UNIX) as listener:
        before = Path.cwd()
        os.chdir(tmp_path)
        try:
            listener.bind("socket")
        finally:
            os.chdir(before)

        assert refused(tmp_path / "socket") == "this file cannot be read: the system says ENXIO."
    assert refused(tmp_path / "fifo") == "this is not an ordinary file, so it is left alone."
    assert refused(tmp_path / "zero") == "this link leads out of its folder, so it is not followed."
    assert refused(tmp_path) == "this is a folder, not a file."
    assert refused(tmp_path / "missing") == "this file cannot be read: it is not there."
    assert refused(tmp_path / "large") == "this file is larger than 0 MB, so it is not read."


def test_links_are_followed_inside_their_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "real").write_bytes(b"real")
    (folder / "near").symlink_to("real")
    (folder / "out").symlink_to("../secret")
    (folder / "loop").symlink_to("loop")

    assert read_bounded(folder / "near", 100) == b"real"
    assert refused(folder / "out") == "this link leads out of its folder, so it is not followed."
    assert refused(folder / "loop") == "this file cannot be read: it is a link that leads to itself."


def test_what_is_above_a_folder_is_synced_as_far_as_that_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []

    def sync(folder: Path) -> None:
        synced.append(folder)
        if folder == tmp_path.parent:
            raise OSError(errno.EINVAL, "no folder of this kind is synced")

    monkeypatch.setattr(atomic, "sync_folder", sync)
    atomic.sync_above(tmp_path / "saves")

    assert synced == [tmp_path, *tmp_path.parents]


def test_a_folder_above_that_cannot_be_made_durable_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "os", failing(2, errno.EIO))

    with pytest.raises(OSError, match="Input/output"):
        atomic.sync_above(tmp_path / "saves")
