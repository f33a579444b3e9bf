"""What is said when the game itself breaks: never a word of what two people said or typed."""

CRASH: dict[str, str] = {
    "crash.kept": "The game broke, and it was nothing you did. Every move that was saved is kept: turn-toward resume goes on from there.",
    "crash.report": "Where it broke stands here, without a word of yours: {path}",
    "crash.no-report": "Where it broke could not be written down: {reason}.",
    "crash.place": "{kind} at line {line} of {module}.",
    "crash.nowhere": "{kind}.",
    # the report
    "crash.about": "The game broke. This says where in its code, and nothing of what was said, typed or played.",
    "crash.versions": "turn-toward {version}, Python {python}, {system}",
    "crash.frame": "  line {line} of {module}, in {function}",
    "crash.because": "which came from:",
}
