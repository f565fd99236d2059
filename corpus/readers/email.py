"""E-mails (.eml): the letter with what is forwarded in it, and each file attached to it as a document of its own."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import takewhile

from corpus.assembly import Assembled, assemble, described
from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Enclosed, Format, Reader, Sample
from corpus.mail.letters import is_stub, joined
from corpus.mail.mailbox import count, mails, starts_mailbox
from corpus.mail.mime import read_message
from corpus.mail.parts import MOST_ATTACHED, Body, Choice, Mail, Part, attachment_names
from corpus.metadata import Given
from corpus.office.rich_blocks import RichText
from corpus.readers.html import read_letter
from corpus.readers.text import decode, first_line, plain, unify_newlines

_HEADER_LINES_MAX = 200
_HEADER = re.compile(
    r"(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type):", re.I
)
_MIME_HEADER = re.compile(r"mime-version:\s*\d|content-type:\s*[\w-]+/[\w.+-]+\s*(?:;|$)", re.I)
_OTHER_HEADER = re.compile(r"[!-9;-~]{1,80}:")
_TELLING_HEADERS = frozenset({"from", "subject", "message-id", "received"})
_HEADERS_MIN = 2
_NO_TEXT = "It is an e-mail without text of its own."
_IS_MAILBOX = (
    "It is a mailbox (mbox): each of its mails was read as a document of its own. "
    "Rename it to end in .mbox, or save its mails one by one."
)
_MEANT = {"iso8859-1": "cp1252", "gb2312": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}
"""What mail programs mean by an encoding that has fewer characters."""


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning | Enclosed]:
    """Read an e-mail; see `corpus.formats.Reader`.

    The subject is its title, the sender its source, the day on which it was sent its date. What is attached says itself
    whose it is and of which day.
    """
    if data.lstrip(b"\r\n").startswith(b"From ") and count(data, 2) > 1:
        yield ReadWarning(file_id, _IS_MAILBOX)
        yield from read_mailbox(file_id, data, sha256)
    else:
        yield from _read_one(file_id, data, sha256)


def read_mailbox(file_id: str, data: bytes, sha256: str) -> Iterator[Enclosed]:
    """The mails of a mailbox, each with its number."""
    for number, mail in enumerate(mails(data), start=1):
        yield Enclosed(f"{file_id}/{number}", f"{number}.eml", mail, _read_one, sha256)


def _read_one(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning | Enclosed]:
    yield from read_mail(file_id, sha256, FORMAT.media_type, read_message(data))


def read_mail(file_id: str, sha256: str, media_type: str, mail: Mail) -> Iterator[Document | ReadWarning | Enclosed]:
    """The letter of a mail and what is attached to it.

    Args:
        file_id: the mail's id.
        sha256: of its file.
        media_type: of its file.
        mail: what it holds.

    Raises:
        UnreadableFile: it holds nothing that could be read.
    """
    texts = [text for text in _texts(mail.parts) if text.blocks]
    attached = [attachment for attachment in mail.attached if attachment.is_telling]
    if not texts and not attached:
        raise UnreadableFile(" ".join(mail.unread) or _NO_TEXT)
    if texts:
        letter = joined(texts)
        titles = (mail.subject, first_line(letter.text))
        given = Given(titles=titles, source=mail.sender, published=mail.day)
        yield described(file_id, sha256, media_type, letter, given)
    for sentence in mail.unread:
        yield ReadWarning(file_id, sentence)
    if len(attached) > MOST_ATTACHED:
        yield ReadWarning(
            file_id,
            f"{len(attached)} files are attached; only the first {MOST_ATTACHED} were read. Save the others.",
        )
    for attachment, name in zip(attached[:MOST_ATTACHED], attachment_names(attached), strict=False):
        refusing = _refusing(attachment.why_unread) if attachment.why_unread else None
        place = f"{file_id}/{name}"
        yield Enclosed(place, name, attachment.data, refusing, is_beside=True)


def sniff(sample: Sample) -> Confidence:
    """Whether a text starts with a mail's header lines; what it is made of is enough where its name says it is one."""
    head = _head((sample.text or "").lstrip("\r\n").splitlines())
    names = {header[1].lower() for line in head if (header := _HEADER.match(line)) is not None}
    if len(names) >= _HEADERS_MIN and names & _TELLING_HEADERS:
        return Confidence.POSSIBLE if starts_mailbox(sample.text or "") else Confidence.LIKELY
    return Confidence.POSSIBLE if any(map(_MIME_HEADER.match, head)) else Confidence.NO


def _head(lines: list[str]) -> list[str]:
    """The header lines before the first empty one; none where another line stands among them."""
    head = list(takewhile(str.strip, lines[:_HEADER_LINES_MAX]))
    is_header = (line[0].isspace() or _OTHER_HEADER.match(line) or line.startswith("From ") for line in head)
    return head if all(is_header) else []


FORMAT = Format(
    kind="email",
    name="an e-mail",
    suffixes=(".eml",),
    media_type="message/rfc822",
    libraries=(),
    sniff=sniff,
    read=read,
    holds_many=True,
)


def _refusing(reason: str) -> Reader:
    """A reader that only says why it does not read."""

    def refuse(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
        raise UnreadableFile(reason)

    return refuse


def _texts(parts: tuple[Part, ...]) -> Iterator[Assembled]:
    """The texts of a mail in order, with a header before each mail that is forwarded in it."""
    for part in parts:
        if isinstance(part, Body):
            yield _text(part)
        elif isinstance(part, Choice):
            yield from _chosen(part)
        else:
            named = (("From", part.sender), ("Date", part.sent), ("Subject", part.subject))
            yield plain("\n".join(f"{name}: {value}" for name, value in named if value))
            yield from _texts(part.parts)


def _chosen(choice: Choice) -> list[Assembled]:
    """The texts of the option to read: the plain one, where it does not only stand in for the one in HTML."""
    options = [(_is_rich(option), [text for text in _texts(option) if text.blocks]) for option in choice.options]
    plains = [texts for is_rich, texts in options if texts and not is_rich]
    riches = [texts for is_rich, texts in options if texts and is_rich]
    if not plains or not riches:
        return next(iter([*plains, *riches[::-1]]), [])
    plainest, richest = plains[0], riches[-1]
    return richest if is_stub(*("\n".join(text.text for text in texts) for texts in (plainest, richest))) else plainest


def _is_rich(option: tuple[Part, ...]) -> bool:
    """Whether an option is written in HTML, or a part of it."""
    return any(
        part.kind == "html" if isinstance(part, Body) else isinstance(part, Choice) and any(map(_is_rich, part.options))
        for part in option
    )


def _text(body: Body) -> Assembled:
    if body.kind == "html":
        return read_letter(body.data, body.charset)
    if body.kind == "rtf":
        return assemble(RichText(body.data).blocks())
    return plain(_decoded(body.data, body.charset))


def _decoded(data: bytes, charset: str | None) -> str:
    """The characters of a plain text; its own encoding is guessed where the mail states none or a wrong one."""
    try:
        encoding = codecs.lookup(charset or "utf-8").name
        return unify_newlines(data.decode(_MEANT.get(encoding, encoding)).removeprefix("\ufeff"))
    except (LookupError, UnicodeError):
        return decode(data)
