"""Every sentence has its place, and every place its sentence."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from string import Formatter

import pytest

from game.engine.cards import DEEPEST, Card, Cover, Kind, Part
from game.engine.rulebook import RULEBOOK, Asks, script_for
from game.engine.rules import opening
from game.engine.scene import Scene, scene
from game.engine.state import Evening, Setting, Stop
from game.words import ENGLISH, say

GAME = Path(__file__).parents[2] / "game"
CODE = [ast.parse(path.read_text()) for path in sorted(GAME.rglob("*.py")) if path.parent.name != "words"]
SAYING = ("say", "_say", "first_said")
BUILT = ("ask.", "choice.")
"""Families whose keys are put together from the rule book; the rule book is what they are held against."""


def calls() -> Iterator[ast.Call]:
    for tree in CODE:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in SAYING:
                    yield node


def keys_of(call: ast.Call) -> list[str]:
    return [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def mentions() -> Iterator[re.Pattern[str]]:
    """Yield a pattern for every text in the code that could be a key, or that could be filled to be one."""
    for tree in CODE:
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ENGLISH:
                yield re.compile(re.escape(node.value))
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                parts = (
                    re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in node.values
                )
                yield re.compile("".join(parts))


def cards() -> Iterator[Card]:
    """Yield a card of every kind and shape that a script or a sentence could depend on."""
    for kind, depth, alt, asks, touch in product(
        Kind, range(1, DEEPEST + 1), ("", "Or so."), ((), ("?",)), (0, 1)
    ):
        card = Card(
            "tea/1", "tea", "For {partner}.", kind, depth, alt=alt, follow_ups=asks, touch=bool(touch)
        )
        parts = tuple(Part) if kind is Kind.REPAIR else (None,)
        yield from (replace(card, part=part) for part in parts)


def stops() -> Iterator[Stop]:
    """Yield every step that an evening can stand at."""
    reached = set()
    for card in cards():
        if RULEBOOK.get(script := script_for(card)):
            reached.add(script)
            yield from (Stop(script, step.id, 0, card) for step in RULEBOOK[script])
    for script in RULEBOOK.keys() - reached:
        yield from (Stop(script, step.id) for step in RULEBOOK[script])


@pytest.fixture(scope="module")
def scenes() -> list[tuple[Stop, Scene]]:
    table = Setting(("Ana", "Ben"), "short", (Cover("tea", "Tea"),), ("tea",), promise="A walk.")
    evening: Evening = opening(table)
    return [(stop, scene(replace(evening, at=stop))) for stop in stops()]


def test_every_sentence_that_code_asks_for_exists() -> None:
    asked = {key for call in calls() for key in keys_of(call)}

    assert asked - ENGLISH.keys() == set()


def test_every_blank_is_filled_where_the_sentence_is_said() -> None:
    unfilled = {
        key: missing
        for call in calls()
        if all(word.arg for word in call.keywords)
        for key in keys_of(call)[:1]
        if (missing := blanks(ENGLISH.get(key, "")) - {word.arg for word in call.keywords if word.arg})
        and call.keywords
    }

    assert unfilled == {}


def test_no_sentence_is_written_for_nobody() -> None:
    patterns = set(mentions())
    lonely = {
        key
        for key in ENGLISH
        if not key.startswith(BUILT) and not any(pattern.fullmatch(key) for pattern in patterns)
    }

    assert lonely == set()


def test_every_step_that_keeps_something_has_its_words_and_no_other_has() -> None:
    keeping = {step.id for steps in RULEBOOK.values() for step in steps if step.asks is Asks.KEEPING}

    assert {key.rpartition(".")[2] for key in ENGLISH if key.startswith("table.keep.")} == keeping


def test_every_question_and_choice_belongs_to_the_rule_book() -> None:
    kinds = {kind.value for kind in Kind}
    known = {"ask", "choice"} | kinds | set(RULEBOOK)
    for steps in RULEBOOK.values():
        known |= {step.id for step in steps} | {choice.id for step in steps for choice in step.choices}
    known |= {"bare"}
    asked = {key for call in calls() for key in keys_of(call)}
    strangers = {key for key in ENGLISH if key.startswith(BUILT) and set(key.split(".")) - known} - asked

    assert strangers == set()


def test_every_step_of_every_script_has_words(scenes: list[tuple[Stop, Scene]]) -> None:
    assert {stop.script for stop, _ in scenes} == {script for script, steps in RULEBOOK.items() if steps}
    for stop, shown in scenes:
        texts = (shown.question, shown.text, shown.alt, *shown.offers, *shown.follow_ups)

        assert shown.question, stop
        assert not [text for text in texts if "{" in text], stop


def test_the_choices_of_a_step_are_told_apart(scenes: list[tuple[Stop, Scene]]) -> None:
    for stop, shown in scenes:
        labels = [label for _, label in shown.choices]

        assert all(labels), stop
        assert len(set(labels)) == len(labels), stop


def test_what_fills_a_sentence_is_never_read_as_one() -> None:
    told = say("ask.happened", promise="{listener} {0} {promise.__class__}")

    assert "{listener} {0} {promise.__class__}" in told
