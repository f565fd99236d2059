"""A file comes in parts that the store can take as they are, in this process and in another."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from corpus.errors import ReadError, ReadWarning
from corpus.files import SourceFile
from corpus.packed import LONG_CHARS
from corpus.splitting import PassageSize
from index.columns import DocumentRow, Spooled
from index.reading.parts import Kept, Part, PartReader, PassageBatch
from index.snapshot import live_snapshot_id
from index.snapshot.layout import Layout
from index.tokens import WordCounter
from tests.builds import TEXT, rebuild


def parts(path: Path, earlier: Path | None = None) -> list[Part]:
    """The parts of a file, read by a reader that came from another process."""
    reader = PartReader(WordCounter(), PassageSize(), path.parent, earlier)
    sent: PartReader = pickle.loads(pickle.dumps(reader))
    return list(sent.read(SourceFile(path, path.name)))


def test_a_document_comes_before_its_passages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("adoption") * 5000, encoding="utf-8")
    row, *batches = parts(tmp_path / "a.txt")
    assert isinstance(row, DocumentRow) and row.id == "a.txt"
    read = [batch for batch in batches if isinstance(batch, PassageBatch)]
    assert len(read) == len(batches) > 1
    assert [batch.is_last for batch in read] == [*[False] * (len(read) - 1), True]
    shares = [batch.share for batch in read]
    assert shares == sorted(shares) and 0 < shares[0] < 0.5 and shares[-1] > 0.99
    text = row.columns[2]
    assert isinstance(text, str)
    assert all(text[start:end] == own for batch in read for start, end, own, *_ in batch.rows)


def test_a_long_document_waits_in_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It was so. " * (LONG_CHARS // 11 + 1), encoding="utf-8")
    row = parts(tmp_path / "a.txt")[0]
    assert isinstance(row, DocumentRow) and isinstance(row.columns[2], Spooled)
    assert row.columns[2].path.parent == tmp_path


def test_what_is_wrong_comes_where_it_was_met(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "One text.", "date": "never"}', "no JSON", '{"id": "b", "text": "Another."}']
    (tmp_path / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    kinds = [type(part) for part in parts(tmp_path / "set.jsonl")]
    assert kinds == [ReadWarning, DocumentRow, PassageBatch, DocumentRow, PassageBatch, ReadError]
    (fault,) = parts(tmp_path / "none.txt")
    assert isinstance(fault, ReadError) and fault.reason.startswith("It cannot be opened: No such file")


def test_documents_that_the_earlier_snapshot_has_are_only_named(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    path = tmp_path / "papers" / "set.jsonl"
    lines = [json.dumps({"id": name, "text": TEXT.format(name)}) for name in ("a", "b")]
    path.write_text("\n".join(lines), encoding="utf-8")
    rebuild(path.parent, tmp_path / "index")
    earlier = Layout(tmp_path / "index").snapshot(live_snapshot_id(tmp_path / "index") or "").store
    kept = parts(path, earlier)
    assert [part.id for part in kept if isinstance(part, Kept)] == ["a", "b"] and len(kept) == 2
    assert [type(part) for part in parts(path)] == [DocumentRow, PassageBatch] * 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnot really"])
def test_a_file_that_gives_no_document_gives_a_reason(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    (fault,) = parts(tmp_path / "a.pdf")
    assert isinstance(fault, ReadError) and fault.empty is not bool(content)
