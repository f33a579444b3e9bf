"""The colours of the house: hearth for the evening, linen for daylight, contrast for tired eyes."""

from textual.theme import Theme

HEARTH = Theme(
    name="hearth",
    background="#1d1412",
    surface="#2b1e1a",
    panel="#2b1e1a",
    foreground="#f6e9dd",
    primary="#f0a07c",
    secondary="#e8c07d",
    accent="#ff8f7a",
    success="#9cc28a",
    warning="#f2c14e",
    error="#ff7b72",
    dark=True,
    variables={"muted": "#c9b3a4"},
)
LINEN = Theme(
    name="linen",
    background="#fbf4ec",
    surface="#f3e7da",
    panel="#f3e7da",
    foreground="#3a2a22",
    primary="#9c3f22",
    secondary="#7a5712",
    accent="#a8324a",
    success="#3f6b2f",
    warning="#7f5a00",
    error="#a8201a",
    dark=False,
    variables={"muted": "#6d584b"},
)
CONTRAST = Theme(
    name="contrast",
    background="#000000",
    surface="#000000",
    panel="#000000",
    foreground="#ffffff",
    primary="#ffffff",
    secondary="#8ecae6",
    accent="#ffd166",
    success="#ffffff",
    warning="#ffd166",
    error="#ffd166",
    dark=True,
    variables={"muted": "#ffffff"},
)
THEMES = (HEARTH, LINEN, CONTRAST)
