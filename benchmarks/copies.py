"""What copies do to answers: a corpus of pages, then every page twice, then with near-copies, then with revised ones.

    python -m benchmarks.copies ../shared/data/handbook_read ../shared/data/guidance_read ../shared/data/minutes_read

Each SET is a question set in our own form. The same questions are put to four corpora: the pages alone; each of them
twice; each with a near-copy, made in one of the ways of `WAYS` in turn; and each with an edition of a year before in
which one value is another. The second table says which passages of the near-copies and of the revised editions the
build takes for copies. All is made by a seed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from corpus.language.lists import marker_at
from eval.results import Results
from index.build import build
from index.snapshot import Snapshot, open_snapshot
from qa.answer import Answer
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings

PAGES = 20
"""So many pages are taken of each set: those with the most questions."""
LONGEST = 4_000
SLIP_SHARE = 0.02
NEAR = 0.02
DAY, EARLIER = "2024-01-15", "2023-01-15"
TODAY = date(2024, 6, 1)
HEADER, FOOTER = "Staff intranet", "Back to the start page"
PRINTED = "Printed on 3 May 2024 at 14:05, page 1 of 2"
SENTENCE = "Please ask at the front desk if anything is unclear."
MISREAD = {"l": "1", "o": "0", "e": "c", "i": "l", "s": "5"}

Page = Mapping[str, Any]


def swapped(word: str, chance: random.Random) -> str:
    """A word with two of its letters swapped."""
    at = chance.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def misread(word: str, chance: random.Random) -> str:
    """A word with a letter misread, where it has one that is."""
    places = [at for at, letter in enumerate(word) if letter in MISREAD]
    at = chance.choice(places) if places else len(word)
    return word[:at] + MISREAD.get(word[at : at + 1], "") + word[at + 1 :]


def with_slips(text: str, slip: Callable[[str, random.Random], str], chance: random.Random) -> str:
    """A text in which some long words in small letters have a slip."""
    return re.sub(
        r"(?<![\w’'/.-])[a-z]{5,}(?![\w’'/.-])",
        lambda match: slip(match[0], chance) if chance.random() < SLIP_SHARE else match[0],
        text,
    )


def reflowed(text: str, chance: random.Random) -> str:
    """A text with its paragraphs broken at other lines; headings, lists and tables stay."""
    width = chance.randrange(50, 80)
    return "\n\n".join(
        textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
        if part[:1].isalpha() and "|" not in part and not any(map(marker_at, part.split("\n")))
        else part
        for part in text.split("\n\n")
    )


def with_sentence(text: str, chance: random.Random) -> str:
    """A text with a sentence more, behind one of its paragraphs."""
    parts = text.split("\n\n")
    places = [at for at, part in enumerate(parts) if part.endswith(".") and part[:1].isalpha()]
    if places:
        parts[chance.choice(places)] += f" {SENTENCE}"
    return "\n\n".join(parts)


WAYS: Mapping[str, Callable[[str, random.Random], str]] = {
    "header and footer": lambda text, _: f"{HEADER}\n\n{text}\n\n{FOOTER}",
    "day of printing": lambda text, _: f"{text}\n\n{PRINTED}",
    "other lines": reflowed,
    "typing slips": lambda text, chance: with_slips(text, swapped, chance),
    "misread letters": lambda text, chance: with_slips(text, misread, chance),
    "a sentence more": with_sentence,
}
"""How a near-copy differs from its page."""
ADDED = (HEADER, FOOTER, PRINTED, SENTENCE)
_COPY = re.compile(r"[az]-copy(?P<way>\d)-(?P<page>.*)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the words that answer it."""

    question: str
    evidence: tuple[str, ...]


def chosen(folder: Path) -> tuple[list[Page], list[Asked]]:
    """The pages of a set with the most questions, and the questions that they answer."""
    pages, questions = (
        [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]
        for name in ("corpus.jsonl", "questions.jsonl")
    )
    answered = [each for each in questions if each["answerable"]]
    asked_of = {
        page["id"]: sum(all(one["document"] == page["id"] for one in each["evidence"]) for each in answered)
        for page in pages
        if len(page["text"]) <= LONGEST
    }
    taken = set(sorted(asked_of, key=lambda page_id: (-asked_of[page_id], page_id))[:PAGES])
    return [{**page, "published": DAY} for page in pages if page["id"] in taken], [
        Asked(each["question"], tuple(one["text"] for one in each["evidence"]))
        for each in answered
        if taken.issuperset(one["document"] for one in each["evidence"])
    ]


def revised(page: Page, evidence: Sequence[str]) -> Page | None:
    """The edition of a page of a year before, with another number in what answers a question, or else anywhere."""
    text = page["text"]
    for sentence in (*(words for words in evidence if words in text), text):
        number = re.search(r"(?<![\w.,/-])[1-9]\d{0,3}(?![\w.,/-])", sentence)
        if number:
            at = text.index(sentence) + number.start()
            changed = str(int(number[0]) + 3)
            return {**page, "text": text[:at] + changed + text[at + len(number[0]) :], "published": EARLIER}
    return None


def corpora(pages: Sequence[Page], asked: Sequence[Asked], seed: int) -> Iterator[tuple[str, list[Page]]]:
    """The pages with what is added to them, by its name."""
    ways, chance = list(WAYS.values()), random.Random(seed)
    evidence = [words for each in asked for words in each.evidence]
    near = [{**page, "text": ways[at % len(ways)](page["text"], chance)} for at, page in enumerate(pages)]
    older = [edition for page in pages if (edition := revised(page, evidence))]
    for name, added in (("alone", []), ("each twice", pages), ("near-copies", near), ("older editions", older)):
        copies = [{**page, "id": f"{'az'[at % 2]}-copy{at % len(ways)}-{page['id']}"} for at, page in enumerate(added)]
        yield name, sorted([*pages, *copies], key=lambda page: str(page["id"]))


def main() -> None:
    """Run the measurement and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path, nargs="+", metavar="SET")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    arguments = parser.parse_args()
    found = [chosen(folder) for folder in arguments.sets]
    pages, asked = ([each for part in parts for each in part] for parts in zip(*found, strict=True))
    results = Results(Console(width=160))
    results.line(f"{len(pages)} pages of {len(arguments.sets)} sets, {len(asked)} questions")
    answers, folded = _table("the answers, beside those of the pages alone"), _table("what is taken for copies")
    for name in (
        "corpus",
        "passages",
        "answered",
        "right",
        "answered alike",
        "words alike",
        "confidence within .02",
        "most",
    ):
        answers.add_column(name, justify="left" if name == "corpus" else "right")
    for name in ("copies", "passages", "taken for copies", "of the right page", "share found"):
        folded.add_column(name, justify="left" if name == "copies" else "right")
    _measure(list(corpora(pages, asked, arguments.seed)), asked, answers, folded)
    results.table(answers)
    results.table(folded)
    if arguments.results:
        results.write(arguments.results, ["python", "-m", "benchmarks.copies", *sys.argv[1:]])


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left")


def _measure(corpora: Sequence[tuple[str, list[Page]]], asked: Sequence[Asked], answers: Table, folded: Table) -> None:
    settings = read_settings()
    assistant = replace(load_assistant(settings), reranking_budget_ms=600_000)
    alone: list[Answer] = []
    with tempfile.TemporaryDirectory() as work:
        for name, documents in corpora:
            snapshot = _built(documents, Path(work), assistant)
            given = [assistant.ask(snapshot, AskRequest(each.question, today=TODAY)) for each in asked]
            alone = alone or given
            answers.add_row(name, str(snapshot.manifest.passages), *_compared(given, alone, asked))
            for row in _found(name, snapshot):
                folded.add_row(*row)
            snapshot.close()


def _built(documents: Sequence[Page], work: Path, assistant: Assistant) -> Snapshot:
    """A snapshot of some documents; vectors are taken from the one before it."""
    (work / "pages.jsonl").write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    build([work / "pages.jsonl"], work / "index", assistant.encoder)
    return open_snapshot(work / "index", assistant.encoder)


def _compared(given: Sequence[Answer], alone: Sequence[Answer], asked: Sequence[Asked]) -> Iterator[str]:
    """What the answers are worth, and how they differ from those of the pages alone."""
    pairs = list(zip(given, alone, strict=True))
    apart = [abs(one.confidence - other.confidence) for one, other in pairs]
    yield str(sum(one.answer is not None for one in given))
    yield str(sum(_is_right(one, each) for one, each in zip(given, asked, strict=True)))
    yield str(sum(one.status == other.status for one, other in pairs))
    yield str(sum(_words(one) == _words(other) for one, other in pairs))
    yield str(sum(distance <= NEAR for distance in apart))
    yield f"{max(apart):.3f}"


def _is_right(answer: Answer, asked: Asked) -> bool:
    said = " ".join(answer.answer.sentence.text.split()) if answer.answer else ""
    evidence = [" ".join(words.split()) for words in asked.evidence]
    return bool(said) and any(said in words or words in said for words in evidence)


def _words(answer: Answer) -> str:
    return " ".join(answer.answer.quote.split()) if answer.answer else ""


def _found(name: str, snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """How many passages of the pages that were added are taken for copies of passages, and of how many of their page.

    Of two alike either may count as the copy of the other. Passages that hold nothing but what was added are left out.
    """
    ways, table = list(WAYS), snapshot.copies
    added = [(meta, found) for meta in snapshot.metadata if (found := _COPY.match(meta.id))]
    counts: dict[str, list[int]] = {}
    for meta, found in added:
        kind = f"{name}: {ways[int(found['way'])]}" if name == "near-copies" else name
        page = snapshot.find_document(found["page"])
        count = counts.setdefault(kind, [0, 0, 0])
        for row, passage in zip(meta.rows, snapshot.passages(meta.rows), strict=True):
            if page is None or passage.text in ADDED:
                continue
            alike = table.with_copies(np.array([row], dtype=np.int64)).tolist()
            count[0] += 1
            count[1] += len(alike) > 1
            count[2] += any(other in page.rows for other in alike)
    for kind, (passages, joined, right) in counts.items():
        yield kind, str(passages), str(joined), str(right), f"{right / passages:.2f}"


if __name__ == "__main__":
    main()
