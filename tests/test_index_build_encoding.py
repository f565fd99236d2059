"""What a build encodes: what has no vector yet, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from index.build import build, unwatched
from index.build.encoding import WINDOW, StoredPassages, encode
from index.build.journal import Journal
from index.encoder import HashingEncoder
from index.passage_header import encoder_text, passage_header
from index.snapshot import live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from index.store import SqliteStore
from tests.builds import CountingEncoder, rebuild, stored_vectors, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def test_a_renamed_file_is_not_encoded_again(folder: Path, tmp_path: Path) -> None:
    (folder / "notes.md").write_text(
        "---\ntitle: Notes on fostering\n---\nCarers met in May. They asked for more training.\n", encoding="utf-8"
    )
    rebuild(folder, tmp_path / "index")
    (folder / "notes.md").rename(folder / "minutes.md")
    report, encoded = rebuild(folder, tmp_path / "index")
    assert (encoded, report.removed) == ([], 1)
    assert open_snapshot(tmp_path / "index", HashingEncoder()).document("minutes.md") is not None


def test_an_interrupted_build_is_taken_up_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    class Interrupted(CountingEncoder):
        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            if self.texts:
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    (folder / "long.txt").write_text(
        "\n\n".join(f"Paragraph {n} says a little about item {n}. " * 6 for n in range(1200)), encoding="utf-8"
    )
    first = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        build([folder], tmp_path / "index", first)
    second = CountingEncoder()
    report = build([folder], tmp_path / "index", second)
    assert not set(first.texts) & set(second.texts)
    assert report.passages == len(first.texts) + len(second.texts)
    whole = build([folder], tmp_path / "whole", HashingEncoder())
    assert whole.snapshot == report.snapshot
    one, two = (stored_vectors(tmp_path / name, range(report.passages)) for name in ("index", "whole"))
    assert (one == two).all()


def test_vectors_of_another_encoder_are_not_taken(folder: Path, tmp_path: Path) -> None:
    class Other(CountingEncoder):
        fingerprint = "other"

    first, _ = rebuild(folder, tmp_path / "index")
    other = Other()
    build([folder], tmp_path / "index", other)
    assert len(other.texts) == first.passages


class Texts:
    """Passages of which the encoder is fed just their texts."""

    def __init__(self, *texts: str) -> None:
        self.texts = texts
        self.keys = [sha256(text.encode()).digest() for text in texts]
        self.lengths = [len(text) for text in texts]

    def encoder_texts(self, rows: Sequence[int]) -> list[str]:
        return [self.texts[row] for row in rows]


PASSAGES = Texts("one", "two words", "three words more", "one")


def test_each_passage_gets_its_own_vector_and_the_longest_are_encoded_first(tmp_path: Path) -> None:
    encoder = CountingEncoder()
    encoded = encode(PASSAGES, tmp_path, encoder, Journal(tmp_path / "encoded", encoder.fingerprint), unwatched)
    assert encoder.texts == ["three words more", "two words", "one", "one"] and encoded.count == 4
    expected = HashingEncoder().encode_passages(PASSAGES.texts)
    assert (encoded.vectors == expected).all()


def test_what_an_interrupted_build_encoded_is_taken_and_only_the_rest_is_encoded(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "encoded", "hashing-256")
    marked = np.full((1, 256), 7, dtype=np.float32)
    journal.append(PASSAGES.keys[:1], marked)
    encoder = CountingEncoder()
    encoded = encode(PASSAGES, tmp_path, encoder, journal, unwatched)
    assert encoder.texts == ["three words more", "two words"] and encoded.count == 2
    assert (encoded.vectors[[0, 3]] == marked).all()
    again = CountingEncoder()
    assert encode(PASSAGES, tmp_path, again, journal, unwatched).count == 0 and again.texts == []


def test_of_no_passages_there_are_no_vectors(tmp_path: Path) -> None:
    encoded = encode(Texts(), tmp_path, HashingEncoder(), Journal(tmp_path / "encoded", "f"), unwatched)
    assert (encoded.vectors.shape[0], encoded.count, encoded.seconds) == (0, 0, 0.0)


def test_so_many_passages_are_kept_safe_at_once(tmp_path: Path) -> None:
    class Stopped(HashingEncoder):
        given = 0

        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            if self.given > WINDOW:
                raise KeyboardInterrupt
            self.given += len(texts)
            return super().encode_passages(texts)

    many = Texts(*map(str, range(3 * WINDOW)))
    journal = Journal(tmp_path / "encoded", "f")
    with pytest.raises(KeyboardInterrupt):
        encode(many, tmp_path, Stopped(), journal, unwatched)
    assert len(journal.read(256)) == 2 * WINDOW


def test_passages_are_read_back_as_they_were_indexed(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    snapshot = open_snapshot(tmp_path / "index")
    store = SqliteStore(Layout(tmp_path / "index").snapshot(live_snapshot_id(tmp_path / "index") or "").store)
    stored = StoredPassages(store)
    rows = list(range(len(stored)))
    documents = [(snapshot.document(passage.document_id), passage) for passage in snapshot.passages(rows)]
    told = [(document, passage) for document, passage in documents if document]
    assert len(told) == len(stored) == snapshot.manifest.passages
    assert stored.encoder_texts(rows[::-1]) == [encoder_text(*each) for each in told[::-1]]
    assert list(stored.field("text")) == [passage.text for _, passage in told]
    assert list(stored.field("identity")) == [passage_header(*each) for each in told]
    assert stored.keys == [sha256(text.encode()).digest() for text in stored.encoder_texts(rows)]
    assert list(stored.lengths) == [len(passage.text) for _, passage in told]
