"""Whether the reasons of refusals are true: each is checked against the texts of the corpus that it speaks of.

    python -m benchmarks.refusals --set ../shared/data/handbook_read=INDEX --set eval/questions=var/index --most 25

Of each SET=INDEX so many questions without an answer are asked as --most says, and those of `refusals.toml` of the
documents of `lists.toml`. What a refusal says is read from its sentence and looked up in the documents' own texts,
titles and days, not in the index: that a name stands nowhere and those offered do, of which years documents are, that
none is of the time asked about, which words passages hold. What is left to a reader, such as whether some passages are
about the question, is printed with the first passage by --all.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from benchmarks.lists import TODAY, read_lists, write_documents
from corpus.language.names import bare_words
from corpus.language.words import stems
from eval.datasets import read_dataset
from eval.results import Results
from index.build import build
from index.seams import DocumentMeta
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer
from qa.pipeline import Assistant, load_assistant
from qa.query import Interpretation
from qa.request import AskRequest
from qa.settings import read_settings

OWN: Final = "made documents"
HERE: Final = Path(__file__).parent
_YEARS = re.compile(r"\bare from ((?:\d{4}(?:, | and )?)+)")
_MENTIONED = re.compile(r"\bThey do mention ([^.]+)\.$")
_LONG_FORM = re.compile(r"\bmay stand for (.+?), which they do mention")
_HELD_WORDS = re.compile(r"^Some passages mention (.+), but none of them")
_JOINED = re.compile(r", | and | or ")
_NO_WORDS = "its words stand in none of the documents"
_NOT_TOGETHER = "nowhere all together"


@dataclass(frozen=True)
class Texts:
    """What a corpus says, read from its documents.

    Attributes:
        metadata: of each document.
        texts: what each says, with its title and publisher: its bare words, with spaces around them.
    """

    metadata: Sequence[DocumentMeta]
    texts: Sequence[str]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Texts:
        """The texts of a snapshot's documents."""
        metadata = list(snapshot.metadata)
        found = (snapshot.document(meta.id) for meta in metadata)
        words = (bare_words(f"{one.title}\n{one.source or ''}\n{one.text}") if one else () for one in found)
        texts = [f" {' '.join(each)} " for each in words]
        return cls(metadata, texts)

    def hold(self, words: str) -> bool:
        """Whether a document holds words, one after the other."""
        wanted = f" {' '.join(bare_words(words))} "
        return any(wanted in text for text in self.texts)

    def called(self, names: Sequence[str]) -> list[DocumentMeta]:
        """The documents with one of some names in title or publisher; all where there is no name."""
        if not names:
            return list(self.metadata)
        wanted = [set(bare_words(name)) for name in names]
        return [
            meta
            for meta in self.metadata
            if any(own <= set(bare_words(f"{meta.title} {meta.source or ''}")) for own in wanted)
        ]


def untrue(answer: Answer, texts: Texts) -> list[str]:
    """What a refusal says that is not so, a sentence each."""
    read = answer.interpretation or Interpretation("")
    return [fault for check in CHECKS for fault in check(answer, read, texts)]


def _names(answer: Answer, read: Interpretation, texts: Texts) -> Iterator[str]:
    """Names that are said to stand nowhere do not, and those that are offered do."""
    if answer.reason != "name_not_in_corpus":
        return
    unknown = [name for name in read.names if not name.known]
    if not unknown or any(name.text not in answer.reason_text for name in unknown):
        yield "it does not say which name is meant"
    yield from (f"“{name.text}” does stand in a document" for name in unknown if texts.hold(name.text))
    offered = [near for name in unknown for near in name.nearest if near in answer.reason_text]
    for pattern in (_MENTIONED, _LONG_FORM):
        if found := pattern.search(answer.reason_text):
            offered += _JOINED.split(found[1]) if pattern is _MENTIONED else [found[1]]
    yield from (f"“{name}” stands in no document" for name in offered if not texts.hold(name))
    if _NOT_TOGETHER in answer.reason_text:
        words = (word for name in unknown for word in name.text.split())
        yield from (f"“{word}” stands in no document" for word in words if not texts.hold(word))


def _years(answer: Answer, read: Interpretation, texts: Texts) -> Iterator[str]:
    """The years that documents are said to be from are those that they are of."""
    if found := _YEARS.search(answer.reason_text):
        told = set(map(int, re.findall(r"\d{4}", found[1])))
        names = [name.text for name in read.names if name.documents and name.text in answer.reason_text]
        years = {date.fromordinal(meta.day).year for meta in texts.called(names) if meta.day}
        if told != years:
            yield f"the documents are from {sorted(years)}"


def _times(answer: Answer, read: Interpretation, texts: Texts) -> Iterator[str]:
    """No document of the names is of a time that is said not to be covered."""
    if answer.reason != "date_not_covered":
        return
    names = [name.text for name in read.names if name.documents and name.text in answer.reason_text]
    for period in (period for period in read.periods if period.covered is False):
        first, last = period.first or date.min, period.last or date.max
        of_time = [meta.id for meta in texts.called(names) if first.toordinal() <= meta.day <= last.toordinal()]
        if of_time:
            yield f"{of_time[0]} is of {period.text}"


def _words(answer: Answer, read: Interpretation, texts: Texts) -> Iterator[str]:
    """Words that passages are said to mention stand in one that is shown, and those said to stand nowhere do not."""
    shown = [set(stems(f"{one.citation.title} {one.heading} {one.context} {one.text}")) for one in answer.passages]
    if found := _HELD_WORDS.search(answer.reason_text):
        for word in _JOINED.split(found[1]):
            if not any(set(stems(word)) & passage for passage in shown):
                yield f"no passage shown mentions “{word}”"
    if _NO_WORDS in answer.reason_text:
        yield from (f"“{word}” stands in a document" for word in read.terms if texts.hold(word))


CHECKS: Final[tuple[Callable[[Answer, Interpretation, Texts], Iterator[str]], ...]] = (_names, _years, _times, _words)


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", default=[], metavar="SET=INDEX", help="a question set and its index")
    parser.add_argument("--most", type=int, default=25, help="so many questions without an answer of each set")
    parser.add_argument("--all", action="store_true", help="print each refusal with its first passage")
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    results = Results(Console(width=160))
    assistant = replace(load_assistant(read_settings()), reranking_budget_ms=600_000)
    counted: Counter[tuple[str, str, bool]] = Counter()
    with tempfile.TemporaryDirectory() as work:
        for name, folder, questions in _corpora(arguments.set, arguments.most, Path(work), assistant):
            snapshot = open_snapshot(folder, assistant.encoder)
            texts = Texts.of(snapshot)
            for question in questions:
                answer = assistant.ask(snapshot, AskRequest(question, today=TODAY))
                faults = untrue(answer, texts) if answer.reason else []
                counted[name, answer.reason or "answered", bool(faults)] += 1
                if faults or (arguments.all and answer.reason):
                    best = answer.passages[0].text[:200] if answer.passages else ""
                    results.line(f"{question} | {answer.reason_text} | {'; '.join(faults) or 'true'} | {best!r}")
            snapshot.close()
    results.table(_table(counted))
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.refusals", *sys.argv[1:]])


def _corpora(
    sets: Sequence[str], most: int, work: Path, assistant: Assistant
) -> Iterator[tuple[str, Path, Sequence[str]]]:
    """Each corpus by its name, with its index and the questions that are put to it."""
    for one in sets:
        path, _, folder = one.partition("=")
        dataset = read_dataset(Path(path))
        questions = [question.text for question in dataset.questions if not question.answerable]
        yield dataset.name, Path(folder), questions[:most]
    made, _ = read_lists(HERE / "lists.toml")
    write_documents(made, work / "made")
    build([work / "made"], work / "index", assistant.encoder)
    asked = tomllib.loads((HERE / "refusals.toml").read_text(encoding="utf-8"))["questions"]
    yield OWN, work / "index", asked


def _table(counted: Counter[tuple[str, str, bool]]) -> Table:
    """How many refusals each corpus brought for each reason, and how many of them say what is not so."""
    table = Table(title="reasons of refusals", title_justify="left")
    for name in ("corpus", "reason"):
        table.add_column(name)
    for name in ("questions", "untrue"):
        table.add_column(name, justify="right")
    for corpus, reason in dict.fromkeys((corpus, reason) for corpus, reason, _ in counted):
        both = [counted[corpus, reason, is_untrue] for is_untrue in (False, True)]
        table.add_row(corpus, reason, str(sum(both)), str(both[1]))
    refused = {key: count for key, count in counted.items() if key[1] != "answered"}
    table.add_row("all", "refused", str(sum(refused.values())), str(sum(n for key, n in refused.items() if key[2])))
    return table


if __name__ == "__main__":
    main()
