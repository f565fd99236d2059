"""What facts cost: the time of answers with them and without, in pairs, and their share of reading documents.

    python -m benchmarks.facts_cost ../shared/data/ofsted INDEX

INDEX is of the folder's pdf/. Each question is asked with the stages that look facts up and without them, by turns, in
one process. Of a build the reading of PDFs is timed, and what is found in them after it; of the documents of INDEX
what is found in them is timed beside the encoding of their passages.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import track

import qa.pipeline
from benchmarks.judged import pdf_documents
from corpus.judgements.finding import judgements_of
from corpus.judgements.visits import visits_of
from eval.results import Results
from index.encoder import load_encoder
from index.seams import Encoder
from index.snapshot import Snapshot, open_snapshot
from index.times import find_times
from qa.pipeline import load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

_TODAY = date(2026, 11, 27)
_EVERY = 20


@contextmanager
def without_facts() -> Iterator[None]:
    """Within it questions are answered as if no document stated anything."""
    stages = vars(qa.pipeline)
    kept = {name: stages[name] for name in ("tabulate", "judged")}

    def tabulate(*_: object) -> None:
        return None

    def judged(*_: object) -> None:
        return None

    try:
        stages.update(tabulate=tabulate, judged=judged)
        yield
    finally:
        stages.update(kept)


def timed(ask: Callable[[], object]) -> tuple[float, float]:
    """How many milliseconds something takes, by the clock and of the processor."""
    started, worked = time.perf_counter(), time.process_time()
    ask()
    return 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - worked)


def p50(pairs: Sequence[tuple[float, float]], place: int) -> float:
    """The median of one of the two times."""
    return statistics.median(pair[place] for pair in pairs)


def of_a_build(snapshot: Snapshot, encoder: Encoder) -> str:
    """What facts and times cost of a build of the documents of an index, in a sentence.

    Args:
        snapshot: with the documents.
        encoder: what their passages are encoded with; every twentieth of them is.
    """
    documents = list(snapshot.document_store.documents())
    passages = snapshot.manifest.passages
    some = [passage.text for passage in snapshot.passages(range(0, passages, _EVERY))]
    seconds = [
        timed(work)[1] / 1000
        for work in (
            lambda: list(map(judgements_of, documents)),
            lambda: list(map(visits_of, documents)),
            lambda: find_times(snapshot.metadata, snapshot.document_store),
            lambda: encoder.encode_passages(some),
        )
    ]
    *found, encoding = seconds
    encoding *= passages / len(some)
    share = sum(found) / encoding
    return (
        f"{len(documents)} documents of {passages} passages, by the processor: {found[0]:.1f} s for judgements, "
        f"{found[1]:.1f} s for visits, {found[2]:.1f} s for the times spoken of, {encoding:.0f} s to encode: a build "
        f"with them takes at most {share:.1%} longer"
    )


def main() -> None:
    """Time answers and reading, and print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="has queries.jsonl and pdf/")
    parser.add_argument("index", type=Path, help="of its pdf/")
    parser.add_argument("--every", type=int, default=4, help="of the questions, every so manieth is asked")
    parser.add_argument("--results", type=Path, help="write the figures there too")
    given = parser.parse_args()
    settings = read_settings(index=given.index)
    assistant = load_assistant(settings)
    encoder = load_encoder(settings.encoder, settings.models)
    snapshot = open_snapshot(settings.index, encoder)
    lines = (given.folder / "queries.jsonl").read_text("utf-8").splitlines()[:: given.every]
    requests = [AskRequest(json.loads(line)["text"], today=_TODAY) for line in lines]
    results = Results(Console(width=120))
    assistant.ask(snapshot, requests[0])
    with_them: list[tuple[float, float]] = []
    without: list[tuple[float, float]] = []
    for number, request in enumerate(track(requests, "Asking")):
        for is_with in (True, False) if number % 2 else (False, True):
            if is_with:
                with_them.append(timed(lambda: assistant.ask(snapshot, request)))  # noqa: B023 - run at once
            else:
                with without_facts():
                    without.append(timed(lambda: assistant.ask(snapshot, request)))  # noqa: B023 - run at once
    for place, clock in enumerate(("clock", "processor")):
        one, other = p50(with_them, place), p50(without, place)
        ratio = statistics.median(a[place] / b[place] for a, b in zip(with_them, without, strict=True))
        results.line(
            f"{len(requests)} questions, p50 by the {clock}: {one:.1f} ms with facts, {other:.1f} ms without; "
            f"median of the ratios {ratio:.3f}"
        )
    started = time.process_time()
    documents = list(pdf_documents(given.folder))
    reading = time.process_time() - started
    found = [timed(lambda: judgements_of(one))[1] for one in documents]  # noqa: B023 - run at once
    visits = [timed(lambda: visits_of(one))[1] for one in documents]  # noqa: B023 - run at once
    results.line(
        f"{len(documents)} PDFs: {reading:.1f} s of the processor to read, {sum(found) / 1000:.1f} s for judgements, "
        f"{sum(visits) / 1000:.1f} s for visits"
    )
    results.line(of_a_build(snapshot, encoder))
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.facts_cost", *sys.argv[1:]])


if __name__ == "__main__":
    main()
