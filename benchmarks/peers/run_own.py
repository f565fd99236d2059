"""Our own systems in a process of their own: builds the index, writes its passages for the peers, and asks."""

from __future__ import annotations

import json
from pathlib import Path

from exchange import TOP, Ranking, arguments, ask, write_figures

from corpus.document import Passage
from eval.systems import SYSTEMS
from index.build import build
from index.encoder import HashingEncoder, load_encoder
from index.snapshot import Snapshot, open_snapshot
from qa.pipeline import load_assistant
from qa.settings import read_settings


def main() -> None:
    """Do the step the command line asks for; only the encoder and the reranker that the system uses are loaded."""
    given = arguments()
    words_only = given.system.startswith("bm25") and given.step == "ask"
    settings = read_settings(
        models=given.encoder.parent,
        encoder=HashingEncoder.name if words_only else given.encoder.name,
        reranker=None if given.system == "full" else "none",
    )
    if given.step == "build":
        encoder = load_encoder(settings.encoder, settings.models)
        encoder.encode_passages(["loaded before the clock starts"])
        report = build([given.corpus], given.index, encoder, size=settings.passage_size)
        write_figures(
            given.out, {"seconds": report.seconds - report.reading_seconds, "reading_seconds": report.reading_seconds}
        )
        snapshot = open_snapshot(given.index)
        _write_passages(snapshot, given.passages)
    else:
        assistant = load_assistant(settings)
        system = SYSTEMS[given.system]
        snapshot = open_snapshot(given.index)
        rows = {passage.id: row for row, passage in enumerate(_passages(snapshot))}

        def search(question: str) -> Ranking:
            reply = system.answer(snapshot, assistant, question, TOP)
            return Ranking(
                tuple(rows[f"{found.document_id}:{found.start}-{found.end}"] for found in reply.retrieved),
                tuple(found.score for found in reply.retrieved),
                reply.confidence if system.gives_confidence else None,
            )

        ask(search, given)
    snapshot.close()


def _passages(snapshot: Snapshot) -> list[Passage]:
    return snapshot.passages(list(range(snapshot.manifest.passages)))


def _write_passages(snapshot: Snapshot, path: Path) -> None:
    titles = {document.id: document.title for document in snapshot.document_store.documents()}
    with path.open("w", encoding="utf-8") as file:
        for passage in _passages(snapshot):
            where = {"document_id": passage.document_id, "start": passage.start, "end": passage.end}
            file.write(
                json.dumps({**where, "text": passage.text, "title": titles[passage.document_id]}, ensure_ascii=False)
                + "\n"
            )


if __name__ == "__main__":
    main()
