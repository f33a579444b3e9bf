"""Read from the code itself: what people and decks say reaches no widget but as text, and is no template.

Textual reads markup in a plain text: a title such as `[@click=app.quit]x[/]` would be obeyed. So every text
goes into a widget as `Content(text)`, or into one that was told `markup=False`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GAME = Path(__file__).parents[2] / "game"
SCREENS = sorted((GAME / "ui").glob("*.py"))
WIDGETS = set(
    """
    Static Label Button Checkbox RadioButton OptionList Option SelectionList Selection Select Tree TreeNode
    Tab TabPane Tabs Collapsible ListItem Link Markdown MarkdownViewer Placeholder DataTable RichLog
    Header Pretty Tooltip ToggleButton Switch Rule ContentSwitcher
    """.split()
)
"""Widgets of Textual that are given texts, and read markup in them."""
CALLS = set(
    """
    update notify add_option add_options set_options replace_option_prompt replace_option_prompt_at_index
    add_row add_rows add_column add_columns add_leaf add set_label
    """.split()
)
"""What widgets are asked to do with a text."""
SHOWN = {"border_title", "border_subtitle", "tooltip", "label", "prompt", "sub_title"}
"""What widgets show when it is set."""
PLAIN = {"Content", "Text", "assemble", "styled"}
"""What reads no markup in the texts it is given."""
OWN_PICTURES = {"closing.py"}
"""Where markup is put around a picture that the rules draw, in which no letter is a stranger's."""


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def contents(tree: ast.Module) -> set[str]:
    """Return the functions of a module that say they return Content."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns)
    return {node.name for node in functions if node.returns and name_of(node.returns) == "Content"}


def is_our_own(node: ast.expr) -> bool:
    """Return whether *node* is a text that stands in the code: a literal, or a constant, perhaps stripped."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "strip":
        return is_our_own(node.func.value)
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Name) and node.id.isupper()


def is_plain(node: ast.expr, plain: set[str]) -> bool:
    """Return whether *node* is no text at all, or one in which no markup is read."""
    if isinstance(node, ast.IfExp):
        return is_plain(node.body, plain) and is_plain(node.orelse, plain)
    if isinstance(node, ast.Call):
        if name_of(node.func) == "from_markup":
            return bool(node.args) and is_our_own(node.args[0])
        return name_of(node.func) in plain
    return isinstance(node, ast.Constant) and (not isinstance(node.value, str) or "[" not in node.value)


def kinds(tree: ast.Module) -> list[ast.ClassDef]:
    """Return the widgets that a module makes out of those of Textual."""
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return [node for node in classes if {name_of(each) for each in node.bases} & WIDGETS]


def is_beginning(node: ast.AST) -> bool:
    """Return whether *node* calls what a widget of ours hands on to Textual's own."""
    return isinstance(node, ast.Call) and name_of(node.func) == "__init__"


def ours(tree: ast.Module) -> set[str]:
    """Return the widgets of ours that take what Textual's own take; the others are looked at from inside."""
    return {each.name for each in kinds(tree) if not any(is_beginning(node) for node in ast.walk(each))}


def sinks(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    """Yield every text that is handed to a widget that reads markup, with its line."""
    widgets = WIDGETS | ours(tree)
    begun = {call for kind in kinds(tree) for call in ast.walk(kind) if is_beginning(call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            keys = {each.arg: each.value for each in node.keywords}
            markup = keys.get("markup")
            if isinstance(markup, ast.Constant) and markup.value is False:
                continue
            is_update = isinstance(node.func, ast.Attribute) and node.func.attr in CALLS
            if name_of(node.func) in widgets or is_update or node in begun:
                texts = (*node.args, *(keys[key] for key in SHOWN & keys.keys()))
                yield from ((node.lineno, text) for text in texts)
        if isinstance(node, ast.Assign):
            yield from (
                (node.lineno, node.value)
                for target in node.targets
                if isinstance(target, ast.Attribute) and target.attr in SHOWN
            )


def markups(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    """Yield what markup is read in on purpose, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in ("from_markup", "from_text", "visualize"):
            yield from ((node.lineno, text) for text in node.args[:1])


def obeyed(tree: ast.Module) -> list[int]:
    """Return the lines of *tree* on which a text could be obeyed by a widget."""
    plain = PLAIN | contents(tree)
    live = [line for line, text in sinks(tree) if not is_plain(text, plain)]
    return sorted({*live, *(line for line, text in markups(tree) if not is_our_own(text))})


def templates(tree: ast.Module) -> list[int]:
    """Return the lines of *tree* on which a text is filled in as a template, or run."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in (
            "format",
            "format_map",
            "vformat",
            "Template",
        ):
            found.append(node.lineno)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("eval", "exec")
        ):
            found.append(node.lineno)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            text = node.left
            if isinstance(text, ast.JoinedStr) or (
                isinstance(text, ast.Constant) and isinstance(text.value, str)
            ):
                found.append(node.lineno)
    return sorted(found)


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.name))
def test_no_widget_is_given_a_text_that_it_could_obey(path: Path) -> None:
    assert path.name in OWN_PICTURES or obeyed(parsed(path)) == []


@pytest.mark.parametrize("name", OWN_PICTURES)
def test_a_picture_of_our_own_is_the_only_markup_in_its_module(name: str) -> None:
    tree = parsed(GAME / "ui" / name)
    (line,) = obeyed(tree)
    sky = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "sky")

    assert sky.lineno < line <= (sky.end_lineno or 0)


def test_only_say_fills_in_a_template_and_it_is_one_of_ours() -> None:
    found = {str(path.relative_to(GAME)): templates(parsed(path)) for path in sorted(GAME.rglob("*.py"))}

    assert {name for name, lines in found.items() if lines} == {"words/__init__.py"}
    assert len(found["words/__init__.py"]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Static(card.text)",
        "Static(say('a', title=title))",
        "Label(f'{name}')",
        "Button(label=deck.title)",
        "Button('x', tooltip=deck.title)",
        "self.query_one(Static).update(note)",
        "self.border_title = deck.title",
        "self.notify(str(error))",
        "options.add_option(Option(title))",
        "table.add_row(title)",
        "Static('[b]x[/b]')",
        "Static(card.text, markup=True)",
        "Static(Content.from_markup(card.text))",
        "Static(Content.from_markup(f'[b]{title}[/b]'))",
        "Static(Content(a) if a else b)",
        "class Card(Static):\n    pass\nCard(text)",
        "class Card(Static):\n    def __init__(self, text):\n        super().__init__(text)",
    ],
)
def test_a_text_that_could_be_obeyed_is_found(line: str) -> None:
    assert obeyed(ast.parse(line)) != []


@pytest.mark.parametrize(
    "line",
    [
        "Static(Content(card.text))",
        "Static(card.text, markup=False)",
        "Static(id='x')",
        "Static('Hello')",
        "Static(Content.from_markup('[b]$v[/b]', v=title))",
        "self.query_one(Static).update(Content(note))",
        "self.border_title = Content(deck.title)",
        "self.notify(str(error), markup=False)",
        "def sky() -> Content:\n    pass\nStatic(sky())",
    ],
)
def test_a_text_that_is_only_text_is_left_in_peace(line: str) -> None:
    assert obeyed(ast.parse(line)) == []


@pytest.mark.parametrize(
    "line", ["card.text.format(a)", "x.format_map(y)", "'%s' % card", "f'{a}' % b", "eval(card)"]
)
def test_a_template_is_found(line: str) -> None:
    assert templates(ast.parse(line)) == [1]
