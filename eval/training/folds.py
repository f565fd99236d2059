"""Folds: which questions are held out together, so that none is asked of documents that others were fitted on."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from eval.records import Dataset

FOLDS = 5


def linked_documents(dataset: Dataset) -> Callable[[str], str]:
    """What gives, for a document, the one that stands for all linked with it.

    Documents are linked when one question has gold spans in both.
    """
    parent: dict[str, str] = {}

    def root(document: str) -> str:
        while parent.setdefault(document, document) != document:
            document = parent[document]
        return document

    for question in dataset.questions:
        for span in question.gold:
            parent[root(span.document_id)] = root(question.gold[0].document_id)
    return root


def fold_of(group: str) -> int:
    """The fold, from 0, in which questions of a group are held out."""
    return zlib.crc32(group.encode()) % FOLDS
