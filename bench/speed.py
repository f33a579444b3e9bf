"""How fast the game is, as ratios measured side by side in one run: python bench/speed.py [--runs N].

Every command is started in turn, round after round, so that a machine that slows down slows all of them.
Medians are shown; the ratios are what holds from one machine to another.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from terminal import Terminal

PYTHON = sys.executable
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello, world")
Hello().run()
"""
COUNTER = """
from textual.app import App
from textual.widgets import Static
class Counter(App):
    BINDINGS = [("u", "count", "Count")]
    count = 0
    def compose(self):
        yield Static("zero")
    def action_count(self):
        self.count += 1
        self.query_one(Static).update(f"now {self.count}")
Counter().run()
"""
EVENING = ("play", "--names", "Ana", "Ben", "--deck", "tea-time", "--length", "tea", "--seed", "1")
GAME = str(Path(PYTHON).parent / "turn-toward")


def median_ms(seconds: list[float]) -> float:
    """Return the median in milliseconds."""
    return 1000 * statistics.median(seconds)


def first_frames(runs: int, home: str) -> None:
    """Print the time to the first frame of the home screen beside a bare Textual program."""
    commands = {
        "hello": ([PYTHON, "-c", HELLO], b"hello, world"),
        "home": ([GAME], b"T u r n"),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, text) in commands.items():
            terminal = Terminal(command, TURN_TOWARD_HOME=home)
            times[name].append(terminal.until(text))
            terminal.end()
    hello, game = median_ms(times["hello"]), median_ms(times["home"])
    print(f"first frame      hello {hello:6.0f} ms   home {game:6.0f} ms   ratio {game / hello:.2f}")


def plain_commands(runs: int) -> None:
    """Print --help and --version beside an empty Python."""
    commands = {"pass": [PYTHON, "-c", "pass"], "--help": [GAME, "--help"], "--version": [GAME, "--version"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - start)
    bare = median_ms(times["pass"])
    for name in ("--help", "--version"):
        print(
            f"{name:<16} pass  {bare:6.0f} ms   {median_ms(times[name]):6.0f} ms   "
            f"ratio {median_ms(times[name]) / bare:.2f}"
        )


def keys_at_the_table(home: str) -> None:
    """Print the time from a key to the first whole changed frame beside a bare counter, and what rest costs.

    Enter goes a step on and `u` takes it back; each waits for its save, and undo for three of them.
    """
    counter, table = Terminal([PYTHON, "-c", COUNTER]), Terminal([GAME, "--home", home, *EVENING])
    counter.until(b"zero")
    table.until(b"over to")
    table.frame_after(b"\r", quiet=1)
    counted, on, back = list[float](), list[float](), list[float]()
    for _ in range(20):
        counted.append(counter.frame_after(b"u"))
        back.append(table.frame_after(b"u"))
        on.append(table.frame_after(b"\r"))
    bare = median_ms(counted)
    for name, times in (("enter to frame", on), ("undo to frame", back)):
        ratio = median_ms(times) / bare
        print(f"{name:<16} bare  {bare:6.1f} ms   table {median_ms(times):5.1f} ms   ratio {ratio:.2f}")
    counter.end()
    before, seconds = table.used(), 10
    time.sleep(seconds)
    print(f"standing still   {100 * (table.used() - before) / seconds:.2f} % of a core")
    table.end()


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        Path(home, "config.toml").write_text('welcomed = true\nmotion = "none"\n')
        first_frames(runs, home)
        plain_commands(runs)
        keys_at_the_table(home)


if __name__ == "__main__":
    main()
