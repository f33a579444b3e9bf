"""The floors, seen from inside a fresh interpreter: what really is loaded, late imports and all."""

import json
import subprocess
import sys

import pytest

FLOORS = ("words", "engine", "advice", "files", "pile", "story", "table", "sitting", "plain", "cli")
BARE = FLOORS[:3]
FOR_SHOW = {"markdown_it", "pygments", "rich", "textual"}
FOR_DISK = {"filelock", "platformdirs", "pydantic", "pydantic_core", "tomli", "tomli_w"}

# Climbs the floors one by one and prints which libraries and which other floors are loaded by then.
CLIMB = """
import importlib, json, pkgutil, sys

def loaded():
    return {name.partition(".")[0] for name in sys.modules}

known = loaded() | set(sys.stdlib_module_names) | {"game"}
seen = []
for floor in sys.argv[1:]:
    module = importlib.import_module(f"game.{floor}")
    for _, name, _ in pkgutil.walk_packages(getattr(module, "__path__", ()), f"game.{floor}."):
        importlib.import_module(name)
    rooms = {name.split(".")[1] for name in sys.modules if name.startswith("game.")}
    seen.append([floor, sorted(loaded() - known), sorted(rooms)])
print(json.dumps(seen))
"""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)


@pytest.fixture(scope="module")
def climbed() -> dict[str, tuple[set[str], set[str]]]:
    seen = json.loads(python("-c", CLIMB, *FLOORS).stdout)
    return {floor: (set(libraries), set(rooms)) for floor, libraries, rooms in seen}


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_loads_no_floor_above_it(climbed: dict[str, tuple[set[str], set[str]]], floor: str) -> None:
    _, rooms = climbed[floor]

    assert rooms <= set(FLOORS[: FLOORS.index(floor) + 1])


@pytest.mark.parametrize("floor", BARE)
def test_rules_words_and_advice_load_no_library(
    climbed: dict[str, tuple[set[str], set[str]]], floor: str
) -> None:
    libraries, _ = climbed[floor]

    assert libraries == set()


@pytest.mark.parametrize("floor", FLOORS)
def test_no_floor_below_the_screens_loads_what_is_for_show(
    climbed: dict[str, tuple[set[str], set[str]]], floor: str
) -> None:
    libraries, _ = climbed[floor]

    assert not libraries & FOR_SHOW


@pytest.mark.parametrize("question", ["--help", "--version"])
def test_a_quick_question_loads_no_library(question: str) -> None:
    told = python("-X", "importtime", "-m", "game", question)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}

    assert told.stdout
    assert "game" in loaded
    assert not loaded & (FOR_DISK | FOR_SHOW)
