"""What is said about keeping evenings: checking, restoring, giving out and taking away."""

KEEPING: dict[str, str] = {
    "cli.help.saves.check": "whether evenings are whole, and what was lost where one is not; changes nothing",
    "cli.help.evening-check": "an evening's id, how it begins, or its file; every evening when left out",
    "cli.saves.checked": "{id}: whole, saved {step}",
    "cli.saves.unsound": "{id}: {note}",
}
