"""txtai: "dense" is its default, with the texts kept; "hybrid" adds its own BM25 at its default weight of one half."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exchange import TOP, Passage, Ranking, Search, main
from txtai import Embeddings


class Txtai:
    """An embeddings database."""

    def __init__(self, system: str, encoder: Path) -> None:
        self.settings = {"path": str(encoder), "content": True, "hybrid": system == "hybrid"}

    def load(self) -> None:
        """Load the model."""
        self.embeddings = Embeddings(self.settings)
        self.embeddings.batchtransform(["loaded before the clock starts"])

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        """Index the passages and leave in the folder all that is needed to search them."""
        self.embeddings.index((str(row), passage.titled) for row, passage in enumerate(passages))
        self.embeddings.save(str(folder))

    def open(self, folder: Path) -> Search:
        """What finds the first ten passages for a question in such a folder."""
        embeddings = Embeddings()
        embeddings.load(str(folder))

        def search(question: str) -> Ranking:
            found = embeddings.search(question, TOP)
            return Ranking(tuple(int(each["id"]) for each in found), tuple(each["score"] for each in found))

        return search


if __name__ == "__main__":
    main(Txtai)
