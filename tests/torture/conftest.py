"""Tortures are tallied, and a run that was broken off goes on where it was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.torture.tally import PROPERTY, Tally, code_digest, page, summed, table, write, written

MEMORY = Path("/dev/shm")
_SHOWN = 5
Tallied = Callable[[str], Tally]


@pytest.fixture(scope="session")
def digest() -> str:
    return code_digest()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """Return an empty folder that syncs at once, for what fails by our making and not by the disk."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def tallied(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None], digest: str
) -> Iterator[Tallied]:
    """Return what begins the tally of a promise. At the end the test fails if anything did.

    A batch of a full torture that was done before, by the same code, is not done again.
    """
    done = page(request.node.nodeid, digest)
    is_full = request.node.get_closest_marker("torture") is not None
    before = written(done) if is_full else None
    if before is not None:
        record_property(PROPERTY, [[t.promise, t.count, t.failures, t.of_which] for t in before])
        pytest.skip("done before")
    tallies: list[Tally] = []

    def begin(promise: str) -> Tally:
        tallies.append(Tally(promise))
        return tallies[-1]

    yield begin
    record_property(PROPERTY, [[t.promise, t.count, t.failures, t.of_which] for t in tallies])
    failures = [failure for tally in tallies for failure in tally.failures]
    assert not failures, f"{len(failures)} failed, among them:\n" + "\n".join(failures[:_SHOWN])
    if is_full and not any(report.failed for report in getattr(request.node, "reports", ())):
        write(done, tallies)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.__dict__.setdefault("reports", []).append(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a line a promise: how often it was tried, and how often it failed."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    told = {
        (report.nodeid, promise): Tally(promise, count, failures, kinds)
        for report in reports
        for name, tallies in getattr(report, "user_properties", ())
        if name == PROPERTY
        for promise, count, failures, kinds in tallies
    }
    if told:
        terminalreporter.section("torture")
        for line in table(summed(told.values())):
            terminalreporter.line(line)
