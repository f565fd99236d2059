"""Haystack with its in-memory store.

"bm25" is its BM25 retriever; "hybrid" joins that and its embedding retriever by reciprocal rank fusion.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from exchange import TOP, Passage, Ranking, Search, main
from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore


class Haystack:
    """A pipeline over a store; where the system has an encoder, the store holds the documents' vectors too."""

    def __init__(self, system: str, encoder: Path) -> None:
        self.embedders: Any = None
        if system == "hybrid":
            from haystack_integrations.components.embedders import (
                sentence_transformers,
            )  # brings torch, which BM25 does without

            self.embedders = sentence_transformers
            self.model = {"model": str(encoder), "progress_bar": False}

    def load(self) -> None:
        """Load the model for passages."""
        if self.embedders:
            self.embedder = self.embedders.SentenceTransformersDocumentEmbedder(**self.model)
            self.embedder.warm_up()
            self.embedder.run([Document(content="loaded before the clock starts")])

    def build(self, passages: Sequence[Passage], folder: Path) -> None:
        """Index the passages and leave in the folder all that is needed to search them."""
        documents = [Document(id=str(row), content=passage.titled) for row, passage in enumerate(passages)]
        if self.embedders:
            documents = self.embedder.run(documents)["documents"]
        store = InMemoryDocumentStore()
        store.write_documents(documents)
        folder.mkdir(parents=True)
        store.save_to_disk(str(folder / "store.json"))

    def open(self, folder: Path) -> Search:
        """What finds the first ten passages for a question in such a folder."""
        store = InMemoryDocumentStore.load_from_disk(str(folder / "store.json"))
        pipeline = Pipeline()
        pipeline.add_component("words", InMemoryBM25Retriever(store, top_k=TOP))
        if self.embedders:
            pipeline.add_component("embedder", self.embedders.SentenceTransformersTextEmbedder(**self.model))
            pipeline.add_component("vectors", InMemoryEmbeddingRetriever(store, top_k=TOP))
            pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=TOP))
            pipeline.connect("embedder.embedding", "vectors.query_embedding")
            pipeline.connect("words", "joiner")
            pipeline.connect("vectors", "joiner")
        last = "joiner" if self.embedders else "words"

        def search(question: str) -> Ranking:
            given = {"words": {"query": question}}
            if self.embedders:
                given["embedder"] = {"text": question}
            found = pipeline.run(given)[last]["documents"]
            return Ranking(tuple(int(each.id) for each in found), tuple(each.score for each in found))

        return search


if __name__ == "__main__":
    main(Haystack)
