"""Whole talks, word for word. A transcript holds what was typed, so it is its own script.

To write them anew after a change that was meant, look at what changes and run with TRANSCRIPTS=write.
"""

import os
import re
from pathlib import Path

import pytest

from game.plain.door import begin_plain
from game.plain.laying import Laid
from tests.plain.scripts import SEED, TYPED, Talk, a_home

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
HEAD = re.compile(r"# (?P<about>.*)\n# (?P<names>.*) · (?P<shape>.*) · (?P<decks>.*)\n")


def said(script: str, folder: Path) -> str:
    """Return the talk that the typed lines of *script* make, under the same head."""
    head = HEAD.match(script)
    assert head, "a transcript starts with what it is about, and names · shape · decks"
    names = head["names"].split(" & ")
    decks = tuple(head["decks"].split(", ")) if head["decks"] != "asked" else None
    laid = Laid(
        (names[0], names[1]) if head["names"] != "asked" else ("", ""),
        head["shape"] if head["shape"] != "asked" else "",
        decks,
    )
    talk = Talk(TYPED.findall(script[head.end() :]))
    begin_plain(a_home(folder, welcomed="first" not in head["about"]), talk.asking(), laid, SEED)
    return head[0] + talk.text


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_talk_is_the_same_word_for_word(transcript: Path, tmp_path: Path) -> None:
    before = transcript.read_text(encoding="utf-8")
    now = said(before, tmp_path)
    if os.environ.get("TRANSCRIPTS") == "write":
        transcript.write_text(now, encoding="utf-8")
        before = now

    assert now == before


def test_every_transcript_has_been_told_to_the_end() -> None:
    assert len(TRANSCRIPTS) >= 6
    assert [
        path.stem for path in TRANSCRIPTS if len(path.read_text(encoding="utf-8").splitlines()) < 30
    ] == []
