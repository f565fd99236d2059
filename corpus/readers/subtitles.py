"""Subtitles and transcripts of recordings (.vtt, .srt): what is said, by whom, and from when on."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given
from corpus.office.cues import clock, cues_in, is_timed, paragraphs, stated_title
from corpus.readers.text import decode


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read a transcript; see `corpus.formats.Reader`.

    Each paragraph begins with the time from which on it is said, which is what a citation calls it: only with it can
    the words be found again in the recording.
    """
    text = decode(data)
    cues = cues_in(text)
    if not cues:
        raise UnreadableFile("It holds no times with words. Fetch it again, or save it as .txt.")
    blocks = []
    for said in paragraphs(cues):
        words = f"{said.speaker}: {said.text}" if said.speaker else said.text
        blocks.append(SourceBlock(f"{clock(said.start)} {words}", marker=clock(said.start)))
    name = file_id.rpartition("/")[2].rpartition(".")[0].replace("_", " ")
    yield compose(file_id, sha256, FORMAT.media_type, blocks, Given(titles=(stated_title(text), name)))


def sniff(sample: Sample) -> Confidence:
    """Whether a text starts as transcripts do."""
    if sample.text is None:
        return Confidence.NO
    if sample.text.startswith("WEBVTT"):
        return Confidence.CERTAIN
    return Confidence.LIKELY if is_timed(sample.text) else Confidence.NO


FORMAT = Format(
    kind="subtitles",
    name="a transcript with times",
    suffixes=(".vtt", ".srt"),
    media_type="text/vtt",
    libraries=(),
    sniff=sniff,
    read=read,
)
