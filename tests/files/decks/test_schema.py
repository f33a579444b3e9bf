"""The schema is the format: the committed file, the models and the shipped decks agree."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import tomli

from game.files.decks.deckmodel import ALLOWED, CardModel, CoverModel, DeckModel
from game.files.decks.schema import SCHEMA, SCHEMA_LINE, deck_schema, lay_schema, schema_text
from game.files.problems import Trouble

DECKS = Path(__file__).parents[3] / "decks"
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def wrong(part: dict[str, Any], value: Any, place: str = "") -> list[str]:
    """Return where *value* is not what the schema *part* says, for the words of it that ours uses."""
    told = []
    if not isinstance(value, TYPES[part["type"]]):
        return [f"{place}: {part['type']}"]
    if "enum" in part and value not in part["enum"]:
        told.append(f"{place}: enum")
    if isinstance(value, str):
        told += [f"{place}: pattern"] * ("pattern" in part and not re.search(part["pattern"], value))
        told += [f"{place}: long"] * (len(value) > part.get("maxLength", len(value)))
    if isinstance(value, int) and not part.get("minimum", value) <= value <= part.get("maximum", value):
        told.append(f"{place}: range")
    if isinstance(value, list):
        told += [f"{place}: many"] * (not part.get("minItems", 0) <= len(value) <= part["maxItems"])
        told += [
            each for at, item in enumerate(value) for each in wrong(part["items"], item, f"{place}[{at}]")
        ]
    if isinstance(value, dict):
        told += [f"{place}.{key}: missing" for key in part["required"] if key not in value]
        told += [f"{place}.{key}: unknown" for key in value if key not in part["properties"]]
        known = [key for key in value if key in part["properties"]]
        told += [
            each for key in known for each in wrong(part["properties"][key], value[key], f"{place}.{key}")
        ]
    return told


def test_the_committed_schema_is_the_one_that_the_models_give() -> None:
    assert (DECKS / SCHEMA).read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_one_flat_piece_of_draft_7() -> None:
    text = schema_text()

    assert deck_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not re.search(r'"(\$ref|\$defs|definitions|anyOf|oneOf|allOf)"|null', text)
    assert json.loads(text) == deck_schema()


def test_every_key_and_word_of_the_format_is_in_the_schema_with_what_it_means() -> None:
    tables = deck_schema()["properties"]
    keys = {**tables["deck"]["properties"], **tables["card"]["items"]["properties"]}

    assert set(tables) == set(DeckModel.model_fields)
    assert set(keys) == {*CoverModel.model_fields, *CardModel.model_fields}
    assert [key for key, part in keys.items() if not part["description"].endswith(".")] == []
    assert {key: part["enum"] for key, part in keys.items() if "enum" in part} == {
        key: [str(word) for word in words] for key, words in ALLOWED.items()
    }


@pytest.mark.parametrize("path", sorted(DECKS.glob("*.toml")), ids=lambda path: str(path.stem))
def test_a_shipped_deck_fits_the_schema_and_names_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert wrong(deck_schema(), tomli.loads(text)) == []
    assert text.partition("\n\n")[0].splitlines()[-1] == SCHEMA_LINE


@pytest.mark.parametrize(
    ("deck", "told"),
    [
        ({"deck": {"title": "T"}, "card": [{"text": "a"}]}, []),
        ({"deck": {}, "card": []}, [".deck.title: missing", ".card: many"]),
        ({"deck": {"title": "T", "id": "a b"}, "card": [{"txt": "a"}]},
         [".deck.id: pattern", ".card[0].text: missing", ".card[0].txt: unknown"]),
        ({"deck": {"title": "T"}, "card": [{"text": "a", "depth": 5, "kind": "song", "touch": 1}]},
         [".card[0].depth: range", ".card[0].kind: enum", ".card[0].touch: boolean"]),
    ],
)  # fmt: skip
def test_the_schema_sees_what_is_wrong(deck: dict[str, Any], told: list[str]) -> None:
    assert wrong(deck_schema(), deck) == told


def test_the_schema_is_laid_once_and_brought_up_to_date(tmp_path: Path) -> None:
    path = lay_schema(tmp_path)
    first = path.stat().st_mtime_ns, path.stat().st_ino
    lay_schema(tmp_path)
    same = path.stat().st_mtime_ns, path.stat().st_ino
    path.write_text("old")
    lay_schema(tmp_path)

    assert first == same
    assert path.read_text() == schema_text()
    assert [each.name for each in tmp_path.iterdir()] == [SCHEMA]


def test_a_schema_that_cannot_be_laid_is_told(tmp_path: Path) -> None:
    (tmp_path / SCHEMA).mkdir()

    with pytest.raises(Trouble, match=r"deck\.schema\.json cannot be written: it is a folder\.$"):
        lay_schema(tmp_path)
