"""The languages of documents are told by passages from all over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from index.snapshot import Snapshot
from qa.languages import document_languages
from tests.test_corpus_language_other_languages import OF_OTHERS, TEXTS

SnapshotOf = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_each_document_has_the_language_that_it_is_written_in_or_none(snapshot_of: SnapshotOf) -> None:
    texts = {
        **TEXTS,
        **OF_OTHERS,
        "short": "The pool.",
        "halved": "\n\n".join([TEXTS["English"]] * 9 + [TEXTS["Welsh"]] * 9),
        "quoting": "\n\n".join([TEXTS["English"]] * 9 + ["Mae'r pwll ar gau."]),
    }
    held = snapshot_of([{"id": name, "text": text} for name, text in texts.items()])
    expected = {name: name for name in TEXTS} | {"quoting": "English"}
    assert document_languages(held, lambda: True) == expected
    assert document_languages(held, lambda: False) == {}
