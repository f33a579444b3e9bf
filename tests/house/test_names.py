"""Names and sizes: a stranger should find every room, and no room should be too large to see across."""

import ast
import re
from pathlib import Path

HOUSE = Path(__file__).parents[2]
MODULES = sorted((HOUSE / "game").rglob("*.py"))
TESTS = sorted((HOUSE / "tests").rglob("*.py"))
LONGEST_FUNCTION = 40
LONGEST_MODULE = 320
NOT_A_NAME = re.compile(r"(^|_)(base|common|data|handlers?|helpers?|managers?|misc|utils?)(_|$)")


def test_every_module_fits_a_short_sitting() -> None:
    lengths = {str(module.relative_to(HOUSE)): len(module.read_text().splitlines()) for module in MODULES}

    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_function_fits_a_screen() -> None:
    lengths = {
        f"{module.name}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for module in (*MODULES, *TESTS)
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_every_module_is_named_for_what_it_owns() -> None:
    assert [module.name for module in MODULES if NOT_A_NAME.search(module.stem)] == []


def test_every_module_says_what_it_owns() -> None:
    silent = [
        str(module.relative_to(HOUSE))
        for module in MODULES
        if module.read_text().strip() and not ast.get_docstring(ast.parse(module.read_text()))
    ]

    assert silent == []


def test_the_locks_name_hashes_and_no_place() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        lines = (HOUSE / lock).read_text().splitlines()

        assert [line for line in lines if "://" in line or line.startswith(("-", "/"))] == []
        assert sum("==" in line for line in lines) <= sum("--hash=sha256:" in line for line in lines)
