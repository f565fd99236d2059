"""Documents that bring every state of the pages about, and where each state is found."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from playwright.sync_api import Page

from index.build import build
from index.seams import Encoder
from qa.citing.pack import Chosen
from tests.drawn_pdf import Pages
from tests.judged_papers import MARLOW_2018, WENDHAM, report

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"

PERMITS: Final = """# Parking permits for residents

Published 3 April 2024.

## Who may have one

Anyone who lives in a street of zone A may have one permit.

## What you need

To apply for a resident's permit you need:

- proof of your address, not older than three months
- the registration document of the vehicle
- a valid driving licence
- the fee for the first year

## What it costs

| Vehicle | First permit | Second permit |
|---|---|---|
| Motorcycle | £18 a year | £40 a year |
| Car | £52 a year | £96 a year |
| Van | £75 a year | £140 a year |
"""
CITED: Final = "Anyone who lives in a street of zone A may have one permit."
START: Final = re.sub(r"^#+ ", "", PERMITS, flags=re.MULTILINE).index(CITED)
"""Where the cited words start in the text of the document, which has no marks of headings."""
ROW: Final = re.sub(r"^#+ |^\|[-|]+\n|^\| | \|$", "", PERMITS, flags=re.MULTILINE).index("Van |")
"""Where its last row starts likewise."""
ORDERS: Final = "# Standing orders of the pageant\n\n" + "\n\n".join(
    f"## Order {number}\n\n" + " ".join(f"Banner {number}.{place} is borne behind the drummers." for place in range(16))
    for number in range(1, 41)
)
"""So long that it is shown in parts."""
RIGHT_TO_LEFT: Final = (
    "تقرير المجلس عن المسبح البلدي",
    """أعيد افتتاح المسبح البلدي في 3 مايو 2021 بعد إصلاح السقف. تُحجز الممرات قبل يومين.

The report was written by the leisure team of Wendham Council.
""",
)
BRIDGE: Final = {
    "2012-11-02": "The toll bridge was closed to traffic in September 2012 for new bearings.",
    "2022-07-30": "The toll bridge was closed to traffic on 5 July 2022 after the flood.",
    "2022-08-20": "The toll bridge was closed to traffic in July 2022, and the ferry runs instead.",
}
"""When one thing happened, by the days of the papers that tell it, which give two dates."""
NAMES: Final = "by cote den ford ham ley mere ston wick worth".split()
LONG_TITLE: Final = " ".join(
    ["Minutes of the extraordinary joint meeting of the overview and scrutiny committees for"]
    + ["housing, planning, parks, cemeteries, allotments, markets, street lighting and public conveniences"] * 3
)


@dataclass(frozen=True, slots=True)
class State:
    """A state that a page may be in.

    Attributes:
        name: what its picture is called.
        path: where it is found.
        shows: a selector of what tells that it is this state.
        opens: a selector of what is opened there, if anything.
        before: which page is looked at before, if any: what was asked is kept in the browser.
        does: what is done there, as a script, if anything.
    """

    name: str
    path: str
    shows: str
    opens: str = ""
    before: str = ""
    does: str = ""


def reach(page: Page, address: str, state: State) -> None:
    """Go to a state, and do there what brings it about.

    Args:
        page: of a browser.
        address: of a service over the showcase.
        state: one of its states.
    """
    if state.before:
        page.goto(address + state.before)
    page.goto(address + state.path)
    if state.does:
        page.evaluate(state.does)
    page.locator(state.shows).first.wait_for()


def asked(question: str, **more: str) -> str:
    """Where a question is asked."""
    return f"/?{urlencode({'q': question, **more})}"


def cited(words: str, file: str, start: int = START) -> str:
    """A permanent link to words that stood from a place on in the page on permits, when its file had that hash."""
    told = {"start": start, "end": start + len(words), "words": words, "file": file}
    return f"/documents/permits.md?{urlencode(told)}"


def packed(question: str, check: str = "") -> str:
    """A pack of the cited words of the page on permits, which may be told not to be what they were."""
    chosen = Chosen("permits.md", START, START + len(CITED), check)
    return f"/pack?{urlencode({'q': question, 'on': '2024-05-01', 'item': str(chosen)})}"


def verified(words: str) -> str:
    """Where words are checked."""
    return f"/verify?{urlencode({'quote': words})}"


CHAIR: Final = "Who chairs the improvement board?"
GOOD: Final = "Which councils are good?"
SEVERAL: Final = (
    "The page says that “anyone who lives in a street of zone B may have one permit” and “proof of your address, not "
    "older than two months” is needed; of the bridge, that it “was closed to traffic on 5 July 2022 after the flood”, "
    "and that “penguins moult on the ice in summer”."
)
"""Quotations in one text, of which three are wrong in a way of their own."""
SELECTED: Final = "getSelection().selectAllChildren(document.querySelector('#text p'))"
SENT: Final = "document.querySelector('form[role=search]').dispatchEvent(new Event('submit'))"
"""As when a question is sent, of which the answer is not there yet."""
UNHELD: Final = "Survey of the penguins of Thornby, published 3 March 2019, page 4"

STATES: Final = (
    State("home", "/", "#field-q"),
    State("home-recent", "/", ".recent li", before=asked(CHAIR)),
    State("home-waiting", "/", ".busy", does=SENT),
    State("choices", "/", "details.choices", "details.choices"),
    State("question-empty", "/?q=", "[role=alert]"),
    State("question-faulty", asked("When?", k="99", published_from="soon"), "[role=alert]"),
    State("answer", asked(CHAIR), ".answer blockquote"),
    State("answer-cite", asked(CHAIR), ".answer details.cite", ".answer details.cite"),
    State("answer-passage", asked(CHAIR), ".passages", "li:nth-child(2) details.passage"),
    State("answer-ticked", asked(CHAIR, page="2", item="permits.md:0-9"), ".packing.ticked"),
    State(
        "answer-copied",
        asked(CHAIR),
        ".answer [role=status]:not(:empty)",
        does="document.querySelector('.answer .quiet').click()",
    ),
    State("answer-narrowed", asked(CHAIR, type="Briefing"), ".pieces .without"),
    State("answer-follow-up", asked("What about Marlow?", after="How was Wendham rated in 2023?"), ".understood a"),
    State("answer-half", asked("Who chairs the improvement board and how much is a penguin?"), ".answer h3"),
    State(
        "answer-earlier-edition", asked("How much were staff paid for the use of a bicycle in 2019?"), ".answer .hint"
    ),
    State("answer-row", asked("When was the latest inspection of Wendham?"), ".answer .value"),
    State("answer-held", asked("How was Wendham rated in 2024?"), ".answer .hint"),
    State("answer-rows-earlier", asked("Which councils were good in 2024?"), ".answer tbody th"),
    State("answer-value", asked("When was the improvement board set up?"), ".answer .value"),
    State("answer-dates", asked("When was the toll bridge closed?"), ".answer .dates"),
    State("answer-list", asked("What do I need to apply for a resident's permit?"), ".answer li"),
    State("answer-table", asked("How much is the first permit for a van?"), ".answer table"),
    State("answer-rows", asked("Which councils are good or outstanding?"), ".answer tbody th"),
    State("answer-rows-cited", asked("When was Wendham inspected?"), ".answer tbody .cite"),
    State("answer-timeline", asked("How was Herefordshire rated in 2018?"), ".answer .course"),
    State("answer-timeline-open", asked("How was Herefordshire rated in 2018?"), ".answer .course", ".answer .course"),
    State("answer-conflict", asked("How is Wendham rated?"), ".answer .otherwise"),
    State("answer-halves", asked("Supervision findings 2014 and 2021"), ".answer h3"),
    State(
        "answer-halves-table",
        asked("How much is the first permit for a van and what does the second permit for a car cost?"),
        ".answer h3 ~ blockquote table",
    ),
    State("answer-editions", asked("How much are staff paid for the use of a bicycle?"), ".answer .edition"),
    State("answer-corrected", asked("How was Wendhamm rated in 2023?"), ".understood p a"),
    State("answer-judged", asked(CHAIR, judged="kept", passage="1"), "#judged"),
    State("refusal", asked("How do I reset my payroll password?"), ".no-answer"),
    State("refusal-name", asked("Who chairs the improvement board in Sandwell?"), ".no-answer"),
    State("refusal-date", asked("What was the result of the full inspection in 2028?"), ".no-answer"),
    State("refusal-language", asked("Welche Note bekam Herefordshire 2018?"), ".no-answer"),
    State("refusal-reported", asked("How do I reset my payroll password?", judged="kept"), "#judged"),
    State("documents", "/documents", ".listed"),
    State("documents-narrowed", "/documents?year=2023", ".facet .chosen"),
    State("documents-none", "/documents?title=zebra", ".holdings"),
    State("document", "/documents/permits.md", ".text table"),
    State("document-long", "/documents/harbour.pdf?page=5", ".printed img"),
    State("document-part", "/documents/orders.md?part=2", ".words > .steps"),
    State("document-part-cited", "/documents/orders.md?start=20000&end=20080", "#cited"),
    State("document-found", "/documents/harbour.pdf?find=line+7+of+chapter+5&match=1", "mark.match"),
    State("document-not-found", "/documents/permits.md?find=zebra&match=1", ".find [role=status]"),
    State("document-right-to-left", "/documents/right-to-left", ".text"),
    State("document-long-title", "/documents/long-title", ".head h1"),
    State("document-selected", "/documents/permits.md", ".head .ways button", does=SELECTED),
    State("link-right", cited(CITED, hashlib.sha256(PERMITS.encode()).hexdigest()), "#cited"),
    State("link-changed", cited(CITED.replace("one permit", "two permits"), "0" * 64), ".compared"),
    State(
        "link-row-changed",
        cited("Van | £70 a year | £140 a year", "0" * 64, ROW),
        ".compared td del",
    ),
    State("timelines", "/timeline", ".choosing"),
    State("timeline", "/timeline?subject=Herefordshire", ".aspect svg"),
    State("timeline-beside", "/timeline?subject=Wendham&beside=Marlow", ".legend"),
    State("timeline-nobody", "/timeline?subject=Leeds&beside=Wendam", ".no-answer"),
    State("link-gone", f"/documents/gone.md?{urlencode({'start': 0, 'end': 9, 'words': CITED})}", ".notice"),
    State("pack-empty", "/pack", ".adding"),
    State("pack", packed("Who may have a permit?"), ".pieces-of"),
    State("pack-changed", packed("Who may have a permit?", check="0" * 8), ".left-out"),
    State("pack-adding", f"{packed('Who may have a permit?')}&ask=How+much+is+the+first+permit+for+a+van", ".found"),
    State("verify", "/verify", "#field-quote"),
    State("verify-exact", verified(CITED), "section.answer"),
    State("verify-changed", verified(CITED.replace("may have", "can have")), "del"),
    State(
        "verify-list",
        verified("• proof of your address, not older than three months\n• a valid driving licence\n• the fee you owe"),
        ".compared li del",
    ),
    State("verify-table", verified("Car\t£52 a year\t£96 a year\nVan\t£75 a year\t£140 a year"), ".compared td"),
    State("verify-row", verified("Van; £70 a year; £140 a year"), ".compared td del"),
    State("verify-several", verified(SEVERAL), "h3 ~ h3"),
    State(
        "verify-omissions", verified("Anyone who lives in […] zone A may have [a] permit."), "section.answer .omissions"
    ),
    State(
        "verify-turned",
        verified("Anyone who lives in a street of zone A may [not] have one permit"),
        ".omissions strong",
    ),
    State("verify-pieces", verified(f"{CITED.replace('street', 'road')} […] the fee for the first year"), "h3"),
    State("verify-elsewhere", verified(f"“{CITED}” (Harbour handbook)"), "section.no-answer h3"),
    State("verify-nowhere", verified("Penguins moult on the ice in summer."), "section.no-answer"),
    State("verify-reference", verified("Parking permits for residents, published 3 April 2024"), "section.answer"),
    State("verify-unheld", verified(f"“{CITED}” ({UNHELD})"), "#verdict"),
    State("error-way-back", "/documents/nowhere.txt?q=Who%3F", ".error .back"),
    State("error-not-found", "/documents/nowhere.txt", ".error"),
    State("error-faulty", "/documents?page=0", ".error"),
    State("developers", "/docs", ".reference"),
    State("developers-records", "/docs/records", "#record-Answer"),
    State("developers-other-records", "/docs/records/other", "#record-Timeline"),
)
FAILING: Final = "/failing"
WITHOUT_INDEX: Final = (
    State("error-inside", FAILING, ".error"),
    State("no-index", "/", ".error"),
    State("no-index-documents", "/documents", ".error"),
)
"""States of a service whose index is not built yet, and which fails at one address."""
AMONG_MANY: Final = (
    State("many-documents-later", "/documents?page=2", ".steps"),
    State("many-documents-last", "/documents?page=99", ".listed"),
    State("many-rows", asked(GOOD), ".answer .steps"),
    State("many-rows-later", asked(GOOD, rows="2"), ".answer .steps"),
    State("many-rows-last", asked(GOOD, rows="4", page="2"), ".answer .steps"),
    State("many-timelines", "/timeline", ".choosing"),
)
"""States of a service over more reports than stand on a page."""
WITHOUT_DOCUMENTS: Final = (
    State("empty", "/", "#field-q"),
    State("empty-asked", asked(CHAIR), ".no-answer"),
    State("empty-documents", "/documents", ".built"),
)
"""States of a service whose index is of an empty folder."""
REPORT: Final = (State("evaluation-report", "/report.html", "h1"),)
"""The report of an evaluation, a file."""


def write_showcase(folder: Path) -> None:
    """Write the samples and more documents into a folder."""
    shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)
    (folder / "permits.md").write_text(PERMITS, encoding="utf-8")
    policy = "Travel policy\n\nStaff are paid {} pence a mile for the use of a bicycle.\n"
    lines = [
        {"id": "travel-2019", "title": "Travel policy 2019", "published": "2019-04-01", "text": policy.format(20)},
        {"id": "travel-2023", "title": "Travel policy 2023", "published": "2023-04-01", "text": policy.format(24)},
        {"id": "right-to-left", "title": RIGHT_TO_LEFT[0], "text": RIGHT_TO_LEFT[1], "source": "مجلس وندهام"},
        {"id": "long-title", "title": LONG_TITLE, "text": f"{LONG_TITLE}.\n\nThe minutes were agreed."},
        *({"id": f"report-{number}", **report} for number, report in enumerate((*WENDHAM, MARLOW_2018))),
        *(
            {"id": f"bridge-{day}", "title": f"News of {day[:4]}", "published": day, "text": f"{words}\n"}
            for day, words in BRIDGE.items()
        ),
        {
            "id": "news",
            "title": "News of Wendham",
            "published": "2023-09-01",
            "text": "Children's services in Wendham were judged to be inadequate in July 2023.\n",
        },
    ]
    (folder / "council.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (folder / "harbour.pdf").write_bytes(harbour())
    (folder / "orders.md").write_text(ORDERS, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing else")


def harbour() -> bytes:
    """A PDF of eight chapters, a page each."""
    pages = Pages()
    for number in range(1, 9):
        pages.write(f"Chapter {number}", size=18, font="Helvetica-Bold")
        pages.write(
            *[f"{number}.{line} The harbour office keeps line {line} of chapter {number}." for line in range(40)], y=720
        )
        pages.canvas.showPage()
    pages.canvas.save()
    return pages.buffer.getvalue()


def write_many(folder: Path) -> None:
    """Write reports on sixty councils, all of them good, into a folder."""
    names = map("".join, product(("Al", "Bor", "Cal", "Dun", "El", "Fen"), NAMES))
    papers = (report(name, "5 to 16 June 2023", "2023-08-01", "Good") for name in names)
    lines = (json.dumps({"id": f"report-{number:02}", **paper}) for number, paper in enumerate(papers))
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")


def build_showcase(folder: Path, index: Path, encoder: Encoder) -> None:
    """Write the documents into a folder and build their index."""
    write_showcase(folder)
    build([folder], index, encoder)
