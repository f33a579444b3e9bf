"""The settings: colours, motion, how lights are shown, and cards that may come again."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from textual.app import App

from game.files.config import Config
from game.ui.asking import Asking
from game.ui.themes import THEMES
from game.words import say

_WORDS = {
    "theme": tuple(theme.name for theme in THEMES),
    "motion": ("full", "none"),
    "score": ("sky", "hearth"),
}


async def next_config(app: App[None], config: Config) -> Config | None:
    """Show the settings and return them with one changed, or None when nothing more is to change."""
    options = tuple(
        (key, say(f"settings.{key}", now=say(f"settings.{key}.{_now(config, key)}"))) for key in _WORDS
    )
    again = (("never", say("settings.never")),) if config.never else ()
    asking = Asking(say("settings.title"), (*options, *again, ("", say("settings.done"))))
    taken = await app.push_screen_wait(asking)
    if not taken:
        return None
    return replace(config, never=()) if taken == "never" else _turned(config, taken)


def _now(config: Config, key: str) -> str:
    """Return the word that *key* stands at; a theme of another make counts as the first of ours."""
    word = str(getattr(config, key))
    return word if word in _WORDS[key] else _WORDS[key][0]


def _turned(config: Config, key: str) -> Config:
    """Return *config* with the next word for *key*."""
    words: Iterator[str] = cycle(_WORDS[key])
    while next(words) != _now(config, key):
        pass
    return replace(config, **{key: next(words)})  # type: ignore[arg-type]
