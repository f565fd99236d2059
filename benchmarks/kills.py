"""Kill a build at random moments while a server answers, and check every answer.

    python -m benchmarks.kills --times 30

A real service answers on a free port throughout. A build that adds documents is killed with SIGKILL after a
random wait, again and again; in between, a whole build swaps between two corpora. Every answer must be
a 200 from one of the two snapshots, and agree with it in the number of documents.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from pathlib import Path

from rich.console import Console

from eval.results import Results

MORE = 120
"""How many documents the builds that are killed add."""


def main() -> None:
    """Run the measurement and print what was answered."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    results = Results(Console(width=160))
    with tempfile.TemporaryDirectory() as name:
        builder = _Builder(Path(name))
        few = builder.finish()
        answers, killed = _killed_builds(builder, arguments.times, random.Random(arguments.seed))
    results.line(f"builds killed before their end: {killed} of {arguments.times} (the others had just finished)")
    results.line(f"answers: {sum(answers.values())}")
    for (status, documents), count in sorted(answers.items()):
        results.line(f"status {status}, {documents} documents: {count}")
    right = {(200, few), (200, few + MORE)}
    wrong = sum(count for answer, count in answers.items() if answer not in right)
    results.line(f"wrong: {wrong}")
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.kills", *sys.argv[1:]])
    sys.exit(bool(wrong))


class _Builder:
    """Builds an index of some papers, in processes of its own."""

    def __init__(self, work: Path) -> None:
        self.index, self.papers = work / "index", work / "papers"
        shutil.copytree("corpus/samples", self.papers)
        self.environment = os.environ | {"QA_ENCODER": "hashing", "QA_INDEX": str(self.index)}
        self.command = [sys.executable, "-m", "qa", "build", str(self.papers)]

    def finish(self) -> int:
        """Build the whole; how many documents there are."""
        subprocess.run(self.command, env=self.environment, check=True, capture_output=True)
        pointer = (self.index / "live").read_text().strip()
        manifest = self.index / "snapshots" / pointer / "manifest.json"
        return int(json.loads(manifest.read_text())["documents"])

    def kill(self, seconds: float) -> bool:
        """Begin to build and kill it after so many seconds; whether it was still building."""
        process = subprocess.Popen(
            self.command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(seconds)
        building = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        return building


def _killed_builds(builder: _Builder, times: int, chance: random.Random) -> tuple[Counter[tuple[int, int]], int]:
    """What a server answers while builds are killed, by status and number of documents; and how many were killed."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "qa", "serve", "--port", str(port)],
        env=builder.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    answers: Counter[tuple[int, int]] = Counter()
    stop = threading.Event()
    killed = 0
    try:
        _wait_until_ready(port)
        asker = threading.Thread(target=_ask_until, args=(port, stop, answers))
        asker.start()
        more = builder.papers / "more"
        for _ in range(times):
            shutil.rmtree(more, ignore_errors=True)
            builder.finish()
            more.mkdir()
            for item in range(MORE):
                text = f"Notes on item {item}. The panel met and agreed on item {item}. " * 40
                (more / f"{item}.txt").write_text(text)
            killed += builder.kill(chance.uniform(0.2, 3.0))
        builder.finish()
        stop.set()
        asker.join()
    finally:
        server.terminate()
        server.wait()
    return answers, killed


def _ask_until(port: int, stop: threading.Event, answers: Counter[tuple[int, int]]) -> None:
    while not stop.is_set():
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/ask?q=when+was+the+service+rated+inadequate", timeout=30
            ) as response:
                answers[response.status, json.load(response)["index"]["documents"]] += 1
        except OSError as error:
            answers[getattr(error, "code", 0), 0] += 1


def _wait_until_ready(port: int) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server did not become ready within a minute.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
