"""The format of decks as a JSON Schema, so that an editor can help where a deck is a file."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from game.files.atomic import write_whole
from game.files.decks.deckmodel import DeckModel
from game.files.problems import Trouble, reason
from game.words import say
from game.words.text import plain_text

SCHEMA = "deck.schema.json"
"""The schema's name, in the folder of the decks that it is for."""
SCHEMA_LINE = f"#:schema ./{SCHEMA}"
"""What a deck file says for an editor to look there; tombi and taplo obey it."""
_DIALECT = "http://json-schema.org/draft-07/schema#"


class _Dialect(GenerateJsonSchema):
    """What both tools understand: draft 7, and without null, which TOML does not know."""

    schema_dialect = _DIALECT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def deck_schema() -> dict[str, Any]:
    """Return the JSON Schema of a deck file, in one piece: draft 7 reads nothing beside a reference."""
    whole = DeckModel.model_json_schema(schema_generator=_Dialect)
    head = {
        "$schema": _DIALECT,
        "$comment": say("exchange.schema.comment"),
        "title": say("exchange.schema.title"),
    }
    return {**head, **_flat(whole, whole["$defs"])}


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(deck_schema(), indent=2, ensure_ascii=False) + "\n"


def lay_schema(folder: Path) -> Path:
    """Bring the schema in *folder* up to date and return where it is; raise Trouble when that fails."""
    path, text = folder / SCHEMA, schema_text().encode()
    try:
        if not (path.is_file() and path.read_bytes() == text):
            write_whole(path, text)
    except OSError as error:
        raise Trouble(say("exchange.write", path=plain_text(str(path)), reason=reason(error))) from error
    return path


def _flat(part: Any, parts: dict[str, Any]) -> Any:
    """Return *part* of a schema with what it refers to in place of each reference.

    Classes' names and the empty default, for which TOML has no word, are left out.
    """
    if isinstance(part, list):
        return [_flat(each, parts) for each in part]
    if not isinstance(part, dict):
        return part
    whole = {**parts[part["$ref"].rpartition("/")[2]], **part} if "$ref" in part else part
    return {key: _flat(value, parts) for key, value in whole.items() if not _is_lost(key, value)}


def _is_lost(key: str, value: Any) -> bool:
    is_name = key == "title" and isinstance(value, str)
    return is_name or key in ("$ref", "$defs") or (key == "default" and value is None)
