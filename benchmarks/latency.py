"""How long a question takes: cold from the command line, a server's way to ready, and warm /ask.

QA_INDEX=var/index python -m benchmarks.latency ../shared/data/ofsted/queries.jsonl
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from index.snapshot import open_snapshot
from qa.assistant import load_assistant
from qa.settings import read_settings


def main() -> None:
    """Run the measurement and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path, help="a .jsonl whose lines have a text or a question")
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--most", type=int, default=100)
    arguments = parser.parse_args()
    lines = [json.loads(line) for line in arguments.questions.open(encoding="utf-8")]
    questions = [str(line.get("text") or line["question"]) for line in lines[:: max(len(lines) // arguments.most, 1)]]

    cold = []
    for question in questions[:5]:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "qa", "ask", question], check=True, capture_output=True)
        cold.append(time.perf_counter() - started)
    print(f"qa ask, cold        {statistics.median(cold):7.2f} s, median of {len(cold)}")

    started = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "qa", "serve", "--port", str(arguments.port)], stdout=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{arguments.port}"
        try:
            while not _ready(f"{address}/readyz"):
                time.sleep(0.02)
            print(f"qa serve to ready   {time.perf_counter() - started:7.2f} s")
            warm = []
            for question in questions:
                started = time.perf_counter()
                with urllib.request.urlopen(f"{address}/ask?{urllib.parse.urlencode({'q': question})}") as response:
                    response.read()
                warm.append(1000 * (time.perf_counter() - started))
            print(f"/ask, warm          {statistics.median(warm):7.0f} ms p50, {statistics.quantiles(warm, n=20)[-1]:.0f} ms p95, {len(warm)} questions")
        finally:
            server.terminate()

    settings = read_settings()
    assistant = load_assistant(settings)
    snapshot = open_snapshot(settings.index, assistant.encoder)
    encoding, whole, reading = [], [], []
    for question in questions:
        started = time.perf_counter()
        assistant.encoder.encode_question(question)
        encoding.append(1000 * (time.perf_counter() - started))
        started = time.perf_counter()
        answer = assistant.ask(snapshot, question)
        whole.append(1000 * (time.perf_counter() - started))
        if assistant.reranker:
            windows = [passage.text[:300] for passage in answer.passages]
            started = time.perf_counter()
            assistant.reranker.score(question, windows)
            reading.append(1000 * (time.perf_counter() - started) / len(windows))
    print(f"within the process  {statistics.median(whole):7.0f} ms p50 a question; encoding it {statistics.median(encoding):.1f} ms")
    if reading:
        print(f"reranker            {statistics.median(reading):7.1f} ms a passage of about 50 words")


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(address):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


if __name__ == "__main__":
    main()
