"""A command on the scales: how long it takes in a real terminal, how much memory, and what is wrong with it.

As a program, `scales.py REPORT COMMAND ...` runs a command, passes on what it ends with, and writes the most
memory that it ever held at once, in bytes.
"""

import os
import sys


def main(report: str, *command: str) -> int:
    """Run *command* to its end, weigh it, and return its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    with open(report, "w", encoding="ascii") as file:  # noqa: PTH123 -- the scales should weigh nothing
        file.write(str(usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
