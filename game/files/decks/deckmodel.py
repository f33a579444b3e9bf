"""What a deck file may say, and what it means when it says nothing: the one declaration of the format."""

import re
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from game.engine.cards import DEEPEST, Card, Cover, Dimension, Gate, Kind, Moment, Need, Part
from game.words.text import first_unsafe

TEXT_LETTERS = 2000
ID_LETTERS = 80
CARD_ID_LETTERS = ID_LETTERS + 20
"""Letters of a card's id as a file says it; what goes before it is not counted."""
MOST_CARDS = 20_000
MOST_FOLLOW_UPS = 3
_MOST_MARKS = 100
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def _plain(text: str) -> str:
    if code := first_unsafe(text):
        raise PydanticCustomError("unsafe", "control code {code}", {"code": code})
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "empty")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("line", "more than one line")
    return text


def _unreserved(text: str) -> str:
    if text in _RESERVED:
        raise PydanticCustomError("reserved", "reserved name")
    return text


Text = Annotated[str, Field(max_length=TEXT_LETTERS), AfterValidator(_plain)]
Said = Annotated[Text, AfterValidator(_said)]
Line = Annotated[Said, AfterValidator(_one_line)]
DeckId = Annotated[
    str, Field(max_length=ID_LETTERS, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), AfterValidator(_unreserved)
]
CardId = Annotated[str, Field(max_length=CARD_ID_LETTERS, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Language = Annotated[str, Field(max_length=35, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
Marks = Annotated[list[Line], Field(max_length=_MOST_MARKS)]
_WORD = Field(strict=False)
"""A word for an enum's member; everything else is taken as it is."""

_CONFIG = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)


class CardModel(BaseModel):
    """One card of a deck."""

    model_config = _CONFIG

    id: CardId | None = Field(None, description="A name of its own; made from the text when left out.")
    kind: Annotated[Kind, _WORD] = Field(Kind.QUESTION, description="What the card asks the two to do.")
    depth: int = Field(1, ge=1, le=DEEPEST, description="From 1, light, to 4, tender.")
    dim: Annotated[Dimension, _WORD] = Field(Dimension.FRIENDSHIP, description="What its lights shine on.")
    angle: Text = Field("", description="The corner of the subject that it comes from.")
    text: Said = Field(description="The card itself. {partner} stands for the other player's name.")
    follow_ups: Annotated[list[Said], Field(max_length=MOST_FOLLOW_UPS)] = Field(
        default_factory=list, description="Up to three questions that the listener may ask."
    )
    alt: Text = Field("", description="An equal version for a call, or hands-free.")
    needs: Annotated[Need, _WORD] | None = Field(None, description="What it cannot be played without.")
    step: Annotated[Part, _WORD] | None = Field(
        None, description="Which step of an apology; repair cards only."
    )
    touch: bool = Field(False, description="Whether it asks for touch; then the partner is asked first.")
    starter: bool = Field(False, description="Whether it is a gentle first card of its deck.")
    lint_allow: Marks = Field(
        default_factory=list, description="Advice by its id, such as L4, that this card is excused from."
    )


class CoverModel(BaseModel):
    """What a deck says about itself."""

    model_config = _CONFIG

    id: DeckId | None = Field(
        None, description="Small letters, digits, hyphens; the file's name when left out."
    )
    title: Line = Field(description="The deck's name as people read it.")
    purpose: Text = Field("", description="What it is for, in one sentence.")
    moment: Annotated[Moment, _WORD] = Field(
        Moment.DEEPENING, description="When in an evening it is at home."
    )
    gate: Annotated[Gate, _WORD] = Field(Gate.NONE, description="What must be agreed before it opens.")
    listening: Literal["empathy", "communication"] = Field("empathy", description="What listening lights.")
    language: Language = Field("en", description="The language of its cards, as a tag.")
    seeds: Marks = Field(default_factory=list, description="Where its ideas come from.")


class DeckModel(BaseModel):
    """A deck for two: a cover and its cards."""

    model_config = _CONFIG

    deck: CoverModel
    card: Annotated[list[CardModel], Field(min_length=1, max_length=MOST_CARDS)]


ALLOWED: dict[str, type[StrEnum] | tuple[str, ...]] = {
    "kind": Kind,
    "dim": Dimension,
    "needs": Need,
    "step": Part,
    "moment": Moment,
    "gate": Gate,
    "listening": ("empathy", "communication"),
}
"""The words that a key may have."""


def id_of_name(stem: str) -> str:
    """Return a deck's id made from its file's name; empty when the name has no letter or digit for it."""
    return "-".join(re.findall(r"[a-z0-9]+", stem.lower()))[:ID_LETTERS].strip("-")


def id_of_text(deck: str, text: str) -> str:
    """Return a card's id made from its text, the same wherever in the deck it stands."""
    return f"{deck}-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def id_of_own(deck: str, own: str) -> str:
    """Return a card's id made from the one that its file gives it, so that other decks may use that too."""
    return own if own.startswith(f"{deck}-") else f"{deck}-{own}"


def card_from(model: CardModel, deck: str) -> Card:
    """Return the card that *model* describes."""
    return Card(
        id=id_of_own(deck, model.id) if model.id else id_of_text(deck, model.text),
        deck=deck,
        text=model.text,
        kind=model.kind,
        depth=model.depth,
        dim=model.dim,
        angle=model.angle,
        follow_ups=tuple(model.follow_ups),
        alt=model.alt,
        needs=model.needs,
        part=model.step,
        touch=model.touch,
        starter=model.starter,
    )


def cover_from(model: CoverModel, id: str, deepest: int) -> Cover:
    """Return the cover that *model* describes; *deepest* is the depth of the deepest card."""
    return Cover(
        id=id,
        title=model.title,
        purpose=model.purpose,
        moment=model.moment,
        gate=model.gate,
        listening=Dimension(model.listening),
        language=model.language,
        deepest=deepest,
    )
