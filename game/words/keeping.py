"""What is said about keeping evenings: checking, restoring, giving out and taking away."""

KEEPING: dict[str, str] = {
    "cli.help.saves.check": "whether evenings are whole, and what was lost where one is not; changes nothing",
    "cli.help.evening-check": "an evening's id, how it begins, or its file; every evening when left out",
    "problem.save.older": (
        "Neither the newest state of this evening nor the one before it can be read. This is the evening as it stood "
        "when card {number} was closed; what came after is missing. The damaged files are kept."
    ),
    "cli.saves.checked": "{id}: whole, saved {step}",
    "cli.saves.unsound": "{id}: {note}",
}
