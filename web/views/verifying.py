"""The page on which a quotation or a reference is checked."""

from __future__ import annotations

from dataclasses import dataclass

from qa.answer import IndexInfo
from qa.verify import QUOTE_MAX_CHARS, Difference, Verdict
from web.views.citing import Cite
from web.views.frame import Frame, frame

_HEADINGS = {
    "exact": "These words stand in the document exactly",
    "changed": "The document has other words",
    "not_found": "These words stand in none of the documents",
}
_REFERENCE_HEADINGS = {
    "exact": "This reference is right",
    "changed": "Part of this reference is wrong",
}
_SENTENCES = {
    "exact": "Spaces, and the form of quotation marks and dashes, are not compared.",
    "changed": "What you pasted is struck out where it differs, and what the document says is underlined.",
    "not_found": "No passage comes near to them. They may be of a document that is not held here.",
}


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """The page on which a quotation or a reference is checked.

    Attributes:
        pasted: what was pasted.
        longest: how many characters may be.
        heading, sentence: what became of it; "" where nothing was pasted.
        status: exact, changed or not_found; "" where nothing was pasted.
        differences: where it was changed.
        written: the words as they stand in the document.
        title: of the document; "" for none.
        reference: how the words are referred to.
        reference_note: whether the reference that was pasted with the words is right; "" where none was.
        reference_differences: where that is wrong.
        link: where the document is shown with the words marked; "" for nowhere.
        cite: how to cite the words that stand there; None for none.
    """

    frame: Frame
    pasted: str
    longest: int
    heading: str = ""
    sentence: str = ""
    status: str = ""
    differences: tuple[Difference, ...] = ()
    written: str = ""
    title: str = ""
    reference: str = ""
    reference_note: str = ""
    reference_differences: tuple[Difference, ...] = ()
    link: str = ""
    cite: Cite | None = None


def show_verdict(
    pasted: str, verdict: Verdict | None, cite: Cite | None = None, index: IndexInfo | None = None
) -> VerifyPage:
    """The page with what became of the words that were pasted.

    Args:
        pasted: what was pasted.
        verdict: what became of it; None where nothing was pasted.
        cite: how to cite the words that stand there.
        index: what is searched; None where that is not known.
    """
    surrounding = frame("Check a quotation", index)
    if verdict is None:
        return VerifyPage(surrounding, pasted, QUOTE_MAX_CHARS)
    is_reference = verdict.status != "not_found" and not verdict.written
    headings = _REFERENCE_HEADINGS if is_reference else _HEADINGS
    note = ""
    if verdict.reference_status and not is_reference:
        right = verdict.reference_status == "exact"
        note = "The reference is right." if right else "The reference that you pasted says otherwise"
        note += "" if right else ":" if verdict.reference_differences else "."
    return VerifyPage(
        surrounding,
        pasted,
        QUOTE_MAX_CHARS,
        headings[verdict.status],
        "" if is_reference and verdict.status == "exact" else _SENTENCES[verdict.status],
        verdict.status,
        verdict.differences,
        verdict.written if verdict.status == "exact" else "",
        verdict.title or "",
        verdict.reference,
        note,
        () if is_reference else verdict.reference_differences,
        verdict.link or "",
        cite,
    )
