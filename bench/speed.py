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
GAME = str(Path(PYTHON).parent / "turn-toward")


def median_ms(seconds: list[float]) -> float:
    """Return the median in milliseconds."""
    return 1000 * statistics.median(seconds)


def first_frames(runs: int, home: str) -> None:
    """Print the time to the first frame of the home screen beside a bare Textual program."""
    commands = {
        "hello": ([PYTHON, "-c", HELLO], b"hello, world"),
        "home": ([GAME, "--home", home], b"T u r n"),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, text) in commands.items():
            terminal = Terminal(command)
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
    """Print the time from a key at the table to the whole changed frame, and what standing still costs."""
    play = [
        GAME,
        "--home",
        home,
        "play",
        "--names",
        "Ana",
        "Ben",
        "--deck",
        "tea-time",
        "--length",
        "tea",
        "--seed",
        "1",
    ]
    terminal = Terminal(play)
    terminal.until(b"over to")
    terminal.settle(1)
    terminal.frame_after(b"\r")
    times = [terminal.frame_after(key) for key in (b"\r", b"u") * 20]
    print(
        f"key to frame     median {median_ms(times):.1f} ms   slowest {1000 * max(times):.1f} ms   "
        f"({len(times)} keys)"
    )
    before, seconds = terminal.used(), 10
    time.sleep(seconds)
    print(f"standing still   {100 * (terminal.used() - before) / seconds:.2f} % of a core")
    terminal.end()


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
