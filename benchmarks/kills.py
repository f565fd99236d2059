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


def main() -> None:
    """Run the measurement and print what was answered."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        papers = work / "papers"
        shutil.copytree("corpus/samples", papers)
        environment = os.environ | {"QA_ENCODER": "hashing", "QA_INDEX": str(work / "index")}
        command = [sys.executable, "-m", "qa", "build", str(papers)]

        def finished_build() -> int:
            subprocess.run(command, env=environment, check=True, capture_output=True)
            pointer = (work / "index" / "live").read_text().strip()
            return int(json.loads((work / "index" / "snapshots" / pointer / "manifest.json").read_text())["documents"])

        few = finished_build()
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "qa", "serve", "--port", str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        answers: Counter[tuple[int, int]] = Counter()
        stop = threading.Event()
        try:
            _wait_until_ready(port)
            asker = threading.Thread(target=_ask_until, args=(port, stop, answers))
            asker.start()
            more = papers / "more"
            killed = 0
            for _ in range(arguments.times):
                shutil.rmtree(more, ignore_errors=True)
                finished_build()
                more.mkdir()
                for number in range(120):
                    (more / f"{number}.txt").write_text(
                        f"Notes on item {number}. The panel met and agreed on item {number}. " * 40
                    )
                process = subprocess.Popen(
                    command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
                time.sleep(chance.uniform(0.2, 3.0))
                killed += process.poll() is None
                process.send_signal(signal.SIGKILL)
                process.wait()
            finished_build()
            stop.set()
            asker.join()
        finally:
            server.terminate()
            server.wait()
        print(f"builds killed before their end: {killed} of {arguments.times} (the others had just finished)")
        print(f"answers: {sum(answers.values())}")
        for (status, documents), count in sorted(answers.items()):
            print(f"  status {status}, {documents} documents: {count}")
        wrong = sum(
            count
            for (status, documents), count in answers.items()
            if status != 200 or documents not in {few, few + 120}
        )
        print(f"wrong: {wrong}")
        sys.exit(bool(wrong))


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
