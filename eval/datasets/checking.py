"""Reading a set's files so that every fault is found, by file and line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import ChapterError
from corpus.files import find_files
from corpus.readers.text import unify_newlines
from corpus.reading import read_file
from eval.records import Span

MOST_FAULTS_SHOWN: Final = 10

_Model = TypeVar("_Model", bound=BaseModel)
_Item = TypeVar("_Item")


class DatasetError(ChapterError):
    """A question set cannot be used; `faults` names every fault with its file and line."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        shown = "".join(f"\n  {fault}" for fault in self.faults[:MOST_FAULTS_SHOWN])
        more = len(self.faults) - MOST_FAULTS_SHOWN
        count = "a fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__(
            f"The question set {path} has {count}; mend it and run again.{shown}"
            + (f"\n  and {more} more" if more > 0 else "")
        )


class Line(BaseModel):
    """A line of a .jsonl; fields that are not known are kept in `model_extra`."""

    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)


class CorpusLine(Line):
    """A document of a corpus.jsonl."""

    id: str = Field(validation_alias=AliasChoices("id", "_id"))
    text: str


@dataclass(slots=True)
class SetReader:
    """Reads the files of a set, collecting every fault in them and the hash over all of them."""

    path: Path
    faults: list[str] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def fault(self, where: str, reason: str) -> None:
        """Note what is wrong, and where."""
        self.faults.append(f"{where}: {reason}")

    def data(self, path: Path, name: str) -> bytes:
        """The bytes of a file, which become part of the set's hash."""
        try:
            data = path.read_bytes()
        except OSError as error:
            self.fault(name, f"it cannot be read: {error.strerror}.")
            return b""
        self.digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return data

    def text(self, path: Path, name: str) -> str:
        """The text of a file; one that is not UTF-8 is a fault."""
        data = self.data(path, name)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fault(f"{name}:{line}", "it is not UTF-8. Save the file as UTF-8.")
            return ""

    def lines(self, path: Path, model: type[_Model]) -> list[tuple[str, _Model]]:
        """Each line of a .jsonl with where it stands."""
        found = []
        for line_number, line in enumerate(self.text(path, path.name).split("\n"), start=1):
            if line.strip():
                where = f"{path.name}:{line_number}"
                parsed = self.parsed(where, line, model)
                if parsed is not None:
                    found.append((where, parsed))
        return found

    def parsed(self, where: str, text: str, model: type[_Model]) -> _Model | None:
        """What a text says, or None and a fault for everything that is wrong with it."""
        try:
            return model.model_validate_json(text)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place = ".".join(str(part) for part in detail["loc"])
                self.fault(where, f"{place}: {detail['msg']}." if place else f"{detail['msg']}.")
            return None

    def unique(
        self, found: Iterable[tuple[str, _Item]], identifier: Callable[[_Item], str]
    ) -> dict[str, tuple[str, _Item]]:
        """What was found by its id, with where it stands; an id that is blank or used twice is a fault."""
        by_id: dict[str, tuple[str, _Item]] = {}
        for where, item in found:
            if not identifier(item).strip():
                self.fault(where, "the id is blank.")
                continue
            known = by_id.setdefault(identifier(item), (where, item))
            if known[0] != where:
                self.fault(where, f"the id {identifier(item)!r} is already used in {known[0]}.")
        return by_id

    def corpus_lines(self, path: Path) -> dict[str, str]:
        """The text of each document of a corpus.jsonl, by id, with the newlines that a build gives it."""
        found = self.unique(self.lines(path, CorpusLine), lambda line: line.id)
        return {identifier: unify_newlines(line.text) for identifier, (_, line) in found.items()}

    def corpus_files(self, path: Path) -> dict[str, str]:
        """The text of each document that a build would find below a path."""
        texts = {}
        for file in find_files([path]).files:
            texts.update(
                {document.id: document.text for document in read_file(file, self.data(file.path, file.id)).documents}
            )
        return texts

    def span(self, where: str, name: str, span: Span, texts: Mapping[str, str] | None) -> list[Span]:
        """The span in a list when it is right, otherwise an empty list and a fault."""
        before = len(self.faults)
        label = f"{name} {span.start}-{span.end} of {span.document_id!r}"
        if texts is not None and span.document_id not in texts:
            self.fault(where, f"{name} is in the document {span.document_id!r}, which the corpus does not hold.")
        elif not 0 <= span.start < span.end:
            self.fault(where, f"{label} is not a range: start must be 0 or more and end greater than start.")
        elif texts is None and span.end - span.start != len(span.text):
            self.fault(where, f"{label} spans {span.end - span.start} characters, and its text has {len(span.text)}.")
        elif texts is not None:
            text = texts[span.document_id]
            if span.end > len(text):
                self.fault(where, f"{label} ends outside of the document, which has {len(text)} characters.")
            elif text[span.start : span.end] != span.text:
                elsewhere = text.find(span.text)
                hint = f" Its text stands at {elsewhere}-{elsewhere + len(span.text)}." if elsewhere >= 0 else ""
                there = _short(text[span.start : span.end])
                self.fault(where, f"{label} is said to read {_short(span.text)}, but {there} stands there.{hint}")
        return [span] if len(self.faults) == before else []

    def quoted(
        self, where: str, name: str, document_id: str, words: str, texts: Mapping[str, str] | None, part: str = ""
    ) -> list[Span]:
        """Every span of a document that reads as some words, however they are spaced; none is a fault.

        Args:
            where, name: of what gives the words, for a fault.
            document_id: of the document they stand in.
            words: at least one.
            texts: of the set's documents, by id.
            part: of the answer that they give.
        """
        pattern = r"\s+".join(map(re.escape, words.split()))
        if texts is None:
            self.fault(where, f"{name} gives no start and end, and the set brings no documents to find its words in.")
        elif document_id not in texts:
            self.fault(where, f"{name} is in the document {document_id!r}, which the corpus does not hold.")
        elif not pattern:
            self.fault(where, f"{name} gives no start and end and no words.")
        elif not (found := list(re.finditer(pattern, texts[document_id]))):
            self.fault(where, f"{name} is said to read {_short(words)}, which does not stand in {document_id!r}.")
        else:
            return [Span(document_id, *match.span(), match.group(), part) for match in found]
        return []

    def asked(self, where: str, text: str) -> str:
        """The text of a question; a blank one is a fault."""
        if not text.strip():
            self.fault(where, "the question is blank.")
        return text

    def gold(self, where: str, answerable: bool, spans: Sequence[Span], given: int) -> tuple[Span, ...]:
        """The spans without repeats; a fault when a question has some and should not, or the other way round."""
        if answerable and not given:
            self.fault(where, "the question is said to be answerable and has no gold span.")
        if not answerable and given:
            self.fault(where, "the question is said to have no answer and has gold spans.")
        return tuple(dict.fromkeys(spans))


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
