"""A run with failures of every kind, over documents with hostile text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from lxml import html

from corpus.document import Block, Document
from eval.compare import compare
from eval.figures import figures
from eval.records import Dataset, Question, Result, Retrieved, Run, RunInfo, Span
from eval.report.page import render_report, report_page

HOSTILE = (
    "\U0001d510\U0001f600 <script>alert('1')</script></style></span>\n\"Quoted\" & <img src=x onerror=alert(2)> "
    "The hall opened in 1901 \U0001f3db and {{ 7 * 7 }} burnt in 1950. " + "Nothing else of note is known of it. " * 30
)


@dataclass(frozen=True)
class Shelf:
    """Documents by id."""

    documents: Mapping[str, Document]

    def document(self, document_id: str, /) -> Document | None:
        return self.documents.get(document_id)


def a_document(identifier: str, text: str) -> Document:
    return Document(
        identifier,
        f"Title <b>of</b> {identifier}",
        text,
        "A & B",
        None,
        None,
        "text/plain",
        "0" * 64,
        (),
        (Block(0, len(text)),),
    )


SHELF = Shelf(
    {
        "hostile.txt": a_document("hostile.txt", HOSTILE),
        "other.txt": a_document("other.txt", "Another text altogether. " * 40),
    }
)


def span(words: str, identifier: str = "hostile.txt") -> Span:
    start = SHELF.documents[identifier].text.index(words)
    return Span(identifier, start, start + len(words), words)


def passage(start: int, end: int, identifier: str = "hostile.txt", score: float = 1.0, **parts: float) -> Retrieved:
    return Retrieved(
        identifier, start, end, SHELF.documents[identifier].text[start:end], score, parts or {"lexical": score}
    )


def others(count: int) -> tuple[Retrieved, ...]:
    return tuple(passage(20 * place, 20 * place + 20, "other.txt", 5.0 - place / 4) for place in range(count))


def a_result(
    identifier: str,
    *retrieved: Retrieved,
    confidence: float = 0.9,
    quote: Span | None = None,
    reason: str | None = None,
) -> Result:
    return Result(
        identifier,
        retrieved,
        "abstained" if reason else "answered",
        reason,
        confidence,
        quote,
        0.004 + confidence / 1000,
    )


GOLD, SECOND_GOLD = span("opened in 1901"), span("burnt in 1950")


HIT, FAR = passage(0, 160), passage(400, 500)


QUESTIONS = (
    Question("right", "When did it open?", True, (GOLD,), slices={"type": "when"}),
    Question(
        "missed", "When <script>alert(3)</script> 'did' it \U0001f600 open?", True, (GOLD,), slices={"type": "when"}
    ),
    Question("low", "When was it opened?", True, (GOLD,), answers=("1901",), slices={"type": "<i>odd</i> & $x$"}),
    Question("refused", "Year of opening", True, (GOLD,), slices={"type": "when"}),
    Question("absent", "Who built it?", False, slices={"type": "none"}),
    Question("rightly refused", "Who owns it?", False, slices={"type": "none"}),
)


RESULTS = (
    a_result("right", HIT, FAR, quote=GOLD),
    a_result("missed", FAR, *others(4), confidence=0.7, quote=span("Nothing else")),
    a_result(
        "low",
        *others(6),
        replace(HIT, score=0.125, parts={"lexical": 0.125, "dense": 0.5}),
        confidence=0.6,
        quote=span("Another", "other.txt"),
    ),
    a_result("refused", HIT, confidence=0.3, reason="nothing_relevant"),
    a_result("absent", FAR, confidence=0.5, quote=span("Nothing else")),
    a_result("rightly refused", confidence=0.1, reason="name_not_in_corpus"),
)


FAILED = ["missed", "low", "absent", "refused"]
"""The wrong answers shown come first, the surest of them at the top."""


INFO = RunInfo(
    system="full",
    dataset="hall",
    dataset_sha256="ab" * 32,
    snapshot="s1",
    documents=2,
    passages=9,
    encoder="hashing 123",
    settings={"k": 10, "odd": "<u>"},
    code="0.1.0",
    seed=0,
    started="2026-01-02T03:04:05+00:00",
    machine="2 processors",
    corpus_sha256="cd" * 32,
)
DATASET = Dataset("hall", QUESTIONS, None, "ab" * 32)


RUN = Run(INFO, RESULTS)


@cache
def report_html() -> str:
    """The report of that run beside an earlier one."""
    earlier = Run(
        replace(INFO, system="plain"), (a_result("right", FAR, HIT), a_result("missed", HIT, FAR), *RESULTS[2:])
    )
    return render_report(
        report_page(
            DATASET,
            RUN,
            figures(QUESTIONS, RUN),
            SHELF,
            others=[(earlier, figures(QUESTIONS, earlier))],
            comparison=compare(QUESTIONS, RUN, earlier, 0),
            notes=["A note <of> care."],
        )
    )


@cache
def report_tree() -> html.HtmlElement:
    """The same as a tree."""
    return html.document_fromstring(report_html())


def words(element: html.HtmlElement) -> str:
    return str(element.text_content())


def card(tree: html.HtmlElement, question_id: str) -> html.HtmlElement:
    return next(each for each in tree.find_class("card") if words(each.find_class("id")[0]) == question_id)


BOTH = Question("both", "When did it open and burn?", True, (GOLD, SECOND_GOLD), "all")
