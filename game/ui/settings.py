"""The settings: colours, motion, how lights are shown, and cards that may come again."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import fields, replace

from textual.app import App

from game.files.config import WORDS, Config
from game.ui.asking import Asking
from game.words import first_said, say

Words = Mapping[str, tuple[str, ...]]
"""What each setting can be, by its key; the first is what it usually is."""


async def next_config(
    app: App[None],
    config: Config,
    themes: tuple[str, ...],
    lock: str,
    turn_lock: Callable[[], Awaitable[None]],
    standing: str | None = None,
) -> Config | None:
    """Show the settings and return them with one changed, or None when nothing more is to change.

    Colours are one of *themes*, or what is worn. The line called *lock* stands for what *turn_lock* does. The
    line *standing* stands out, or the first one.
    """
    words = {"theme": tuple(dict.fromkeys((*themes, app.theme))), **WORDS}
    options = tuple((key, say(f"settings.{key}", now=_told(words, config, key))) for key in words)
    again = (("never", say("settings.never")),) if config.never else ()
    lines = (*options, *again, ("lock", lock), ("", say("settings.done")))
    asking = Asking(say("settings.title"), lines, standing)
    taken = await app.push_screen_wait(asking)
    if taken == "lock":
        await turn_lock()
        return config
    if taken == "never":
        return await _let_come(app, config)
    return _turned(words, config, taken) if taken else None


async def _let_come(app: App[None], config: Config) -> Config:
    """Return *config* without a card that never comes again, if that is meant."""
    question = say("settings.never.sure", cards=len(config.never))
    choices = (("", say("table.back")), ("come", say("settings.never.yes")))
    sure = await app.push_screen_wait(Asking(question, choices))
    return replace(config, never=()) if sure else config


def changed(before: Config, after: Config) -> str | None:
    """Return the setting that two configs differ in, or None where they do not."""
    names = (field.name for field in fields(Config))
    return next((name for name in names if getattr(before, name) != getattr(after, name)), None)


def _now(words: Words, config: Config, key: str) -> str:
    """Return the word that *key* stands at; a theme of another make counts as the first of ours."""
    word = str(getattr(config, key))
    return word if word in words[key] else words[key][0]


def _told(words: Words, config: Config, key: str) -> str:
    """Return what *key* stands at as it is told; a theme of somebody's own is called by its name."""
    now = _now(words, config, key)
    sentence = first_said(f"settings.{key}.{now}")
    return say(sentence) if sentence else now


def _turned(words: Words, config: Config, key: str) -> Config:
    """Return *config* with the next word for *key*."""
    row = words[key]
    following = row[(row.index(_now(words, config, key)) + 1) % len(row)]
    return replace(config, **{key: following})  # type: ignore[arg-type]
