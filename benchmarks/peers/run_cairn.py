"""Cairn, which has no encoder: its TF-IDF as it is, and no setting but how many candidates its trace lists.

Each passage becomes a document of its own, because Cairn splits documents itself, at empty lines: those are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from cairn.config import Config
from cairn.engine import ask
from cairn.index import build_index, read_index, write_index
from exchange import TOP, Passage, Ranking, Search, main


class Cairn:
    """A folder of documents and the index of it."""

    def __init__(self, system: str, encoder: Path) -> None:
        self.config = Config(candidates=TOP)

    def load(self) -> None:
        """Load nothing: there is no model."""

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        """Index the passages and leave in the folder all that is needed to search them."""
        documents = folder / "documents"
        documents.mkdir(parents=True)
        for row, passage in enumerate(passages):
            title = " ".join(passage.title.split())
            text = re.sub(r"\n\s*\n", "\n", passage.text)
            (documents / f"{row}.md").write_text(
                f"---\nid: row{row}\ntitle: {title}\nlang: en\n---\n{text}\n", encoding="utf-8"
            )
        write_index(build_index(documents), folder / "index.json")

    def open(self, folder: Path) -> Search:
        """What finds the first ten passages for a question in such a folder."""
        index = read_index(folder / "index.json", folder / "documents")

        def search(question: str) -> Ranking:
            found = ask(question, index, self.config).answer.trace.candidates
            return Ranking(
                tuple(int(each.passage.doc_id.removeprefix("row")) for each in found),
                tuple(each.score for each in found),
            )

        return search


if __name__ == "__main__":
    main(Cairn)
