"""The seams of this room: what an encoder, a reranker and a search engine offer to those who ask.

An engine that offers the same stands behind a snapshot in place of ours. Nobody outside this room sees a vector that is
stored or a list of postings, and what a search may find is told by documents, never row by row.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, Protocol, Self, get_args

import numpy as np
from numpy.typing import NDArray

from corpus.document import DatedBasis, Document, Passage, said_on
from corpus.judgements.judgement import Judgement
from corpus.judgements.visit import Visit
from corpus.splitting import CountTokens

Vectors = NDArray[np.float32]
Scores = NDArray[np.float32]
Rows = NDArray[np.int64]
Field = Literal["text", "identity"]

FIELDS: Final[tuple[Field, ...]] = get_args(Field)
"""The fields of a passage that words are looked up in: its own text, and its header (see `index.passage_header`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """What a search may find: passages of some documents, or some of these passages.

    Attributes:
        documents: the indexes of the documents in the snapshot, ascending, int64; None for all of them.
        passages: the rows of the only passages of these documents that may be found, ascending, int64; None for all.
    """

    documents: NDArray[np.int64] | None = None
    passages: Rows | None = None

    def __post_init__(self) -> None:
        """Refuse documents or passages that are out of order or named twice."""
        for name, named in (("documents", self.documents), ("passages", self.passages)):
            if named is not None and (np.diff(named) <= 0).any():
                raise ValueError(f"The {name} of a scope must be in ascending order, each of them once.")

    @property
    def is_everything(self) -> bool:
        """Whether it lets all of the snapshot through."""
        return self.documents is None and self.passages is None

    @property
    def is_empty(self) -> bool:
        """Whether it lets no document through."""
        return self.documents is not None and not len(self.documents)

    def __contains__(self, document_index: int) -> bool:
        if self.documents is None:
            return True
        place = int(np.searchsorted(self.documents, document_index))
        return place < len(self.documents) and int(self.documents[place]) == document_index

    def within(self, documents: Iterable[int]) -> Scope:
        """The scope of those of some documents that this one lets through."""
        return replace(
            self, documents=np.array(sorted({index for index in documents if index in self}), dtype=np.int64)
        )


EVERYTHING: Final = Scope()
"""All documents of the snapshot."""


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What a search found.

    Attributes:
        rows: of the passages in the snapshot, best first; int64 of shape (hits,).
        scores: of each of them, higher is better; float32 of shape (hits,).
    """

    rows: Rows
    scores: Scores

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def none(cls) -> Hits:
        """What is found where there is nothing to find."""
        return cls(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))


class VectorIndex(Protocol):
    """Finds the passages whose vectors are nearest to a question's, by inner product."""

    def search(self, vector: Vectors, k: int, scope: Scope = EVERYTHING) -> Hits:
        """Find the nearest passages.

        Args:
            vector: float32 of shape (dimensions,).
            k: how many are wanted.
            scope: which documents they may stand in.

        Returns:
            The nearest; fewer than k only where fewer passages are in scope.
        """
        ...

    def scores(self, vector: Vectors, rows: Rows) -> Scores:
        """Compare passages that were found otherwise.

        Args:
            vector: float32 of shape (dimensions,).
            rows: of these passages.

        Returns:
            The inner product of each; float32 of shape (rows,).
        """
        ...


class LexicalQuery(Protocol):
    """Some words looked up in every passage: what costs time is done once, however often the scores are asked for."""

    def search(self, k: int, scope: Scope = EVERYTHING) -> Hits:
        """The best k passages in scope, of those that hold any of the words."""
        ...

    def scores(self, rows: Rows, field: Field | None = None) -> Scores:
        """The score of some passages; float32 of shape (rows,), 0 for one without any of the words.

        Args:
            rows: of these passages.
            field: the one whose score is asked for; None for the sum over all fields.
        """
        ...

    def plus(self, other: Self, weight: float) -> Self:
        """The query whose scores are this one's and those of another, of the same index, times a weight."""
        ...


@dataclass(frozen=True, slots=True)
class TermPositions:
    """Where some stems stand in a passage.

    Attributes:
        words: how many words the passage has, as `corpus.language.words.words` counts them.
        numerals: how many of these are numbers.
        places: of each word with one of the stems, in order: which of the words it is, from 0, its stem, and where it
            starts.
    """

    words: int
    numerals: int
    places: list[tuple[int, str, int]]


class LexicalIndex(Protocol):
    """Finds the passages that hold a question's words, by BM25."""

    def query(self, stems: Sequence[str]) -> LexicalQuery:
        """Look up stems, each counted as often as it is given; the score is the sum over them and over the fields."""
        ...

    def idf(self, stem: str) -> float:
        """The inverse document frequency of a stem in the texts of passages, as in BM25."""
        ...

    def frequency(self, stem: str, field: Field = "text") -> int:
        """In how many passages the stem stands in that field."""
        ...

    def rows(self, stem: str, field: Field | None = None) -> NDArray[np.int32]:
        """The rows of all passages in which the stem stands in that field (None: in any field), ascending."""
        ...

    def rows_spelling(self, letters: str) -> NDArray[np.int64]:
        """The rows of the passages with stems one after the other that begin with some letters, ascending."""
        ...

    def positions(self, rows: Rows, stems: Collection[str]) -> list[TermPositions]:
        """Where some stems stand in the texts of some passages, without reading these texts."""
        ...


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """All that is known of a document beside its text.

    Attributes:
        document_index: its place among the snapshot's documents, from 0.
        id, title, source, url, published, media_type, sha256, dated, dated_basis, labels, recognised: of the
            document; see `corpus.document.Document`.
        day: its day of publication, or else the day that it is of, as a proleptic ordinal; 0 when there is none.
        years: those that its title, its beginning and its day of publication name, ascending.
        judgements: those it states; see `corpus.judgements`.
        visits: those of which it tells.
        first_row, end_row: the rows of its passages, half-open.
        fingerprint: of all that decides its passages; a build that meets the same fingerprint takes them from here.
    """

    document_index: int
    id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    media_type: str
    sha256: str
    dated: date | None
    dated_basis: DatedBasis | None
    labels: tuple[tuple[str, str], ...]
    recognised: tuple[tuple[int, float], ...]
    day: int
    years: tuple[int, ...]
    judgements: tuple[Judgement, ...]
    visits: tuple[Visit, ...]
    first_row: int
    end_row: int
    fingerprint: str

    @property
    def rows(self) -> range:
        """The rows of its passages."""
        return range(self.first_row, self.end_row)

    @property
    def said(self) -> date | None:
        """The day from which its words count, such as "yesterday"; see `corpus.document.said_on`."""
        return said_on(self.published, self.dated, self.dated_basis)


class DocumentStore(Protocol):
    """Keeps the documents and passages of a snapshot."""

    def metadata(self) -> list[DocumentMeta]:
        """What is known of each document, in the order of their indexes."""
        ...

    def document(self, document_id: str) -> Document | None:
        """The document with that id, or None."""
        ...

    def documents(self) -> Iterator[Document]:
        """Every document, in the order of their indexes."""
        ...

    def passages(self, rows: Iterable[int]) -> list[Passage]:
        """The passages in these rows, in the order asked for."""
        ...

    def excerpt(self, document_id: str, start: int, end: int) -> str:
        """The text of a document from one offset to another; "" for one that is not there."""
        ...

    def spans(self, document_id: str) -> list[tuple[int, int, int]]:
        """Row, start and end of each passage of a document, in order; none for a document that is not there."""
        ...


class Encoder(Protocol):
    """What turns texts into vectors; two encoders with one fingerprint give the same vectors."""

    @property
    def name(self) -> str:
        """What it is called in manifests and messages."""
        ...

    @property
    def fingerprint(self) -> str:
        """What decides its vectors."""
        ...

    @property
    def dimensions(self) -> int:
        """How long a vector is."""
        ...

    @property
    def max_tokens(self) -> int:
        """The most tokens of a text the encoder looks at, special tokens included."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors for passages: float32 of shape (texts, dimensions)."""
        ...

    def encode_question(self, text: str) -> Vectors:
        """The unit vector for a question: float32 of shape (dimensions,)."""
        ...

    @property
    def count_tokens(self) -> CountTokens:
        """Says how many tokens each of some texts takes, without special tokens; it can be sent to another process."""
        ...


@dataclass(frozen=True, slots=True)
class RerankOutput:
    """What a reranker makes of a question and a passage that it has read together.

    Attributes:
        logit: above 0 means that the passage rather answers.
        tokens: where each token of the passage starts and ends in it, half-open code points; int64 of shape
            (tokens, 2).
        scores: what speaks for the answer starting and ending at each of these tokens, float32 of shape (tokens, 2); no
            columns where it does not say.
        margin: how much likelier it takes the answer to stand in the passage than not to, as the difference of the
            scores of its best span and of none; 0 where it says nothing of that.
    """

    logit: float
    tokens: NDArray[np.int64]
    scores: NDArray[np.float32]
    margin: float = 0.0

    @property
    def said(self) -> tuple[float, float]:
        """The logit and the margin."""
        return self.logit, self.margin


class Reranker(Protocol):
    """What reads a question and a passage together and says how well the passage answers."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        ...

    def score(self, question: str, passages: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """Read a question with each passage.

        Args:
            question: in the user's words.
            passages: their texts, those likeliest to answer first, as they may not all be read.
            until: the time by `time.perf_counter`, in seconds, from which no passage but the first is begun.

        Returns:
            What it makes of each passage; None for one that was not begun.
        """
        ...
