"""Files of kinds that are known and not read, with what to do about each."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.readers import FORMAT_OF_SUFFIX


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """A kind of file that is known by its name and not read.

    Attributes:
        name: it in words, at the start of a sentence.
        advice: a sentence that says how its text can be found all the same.
        suffixes: of its files, in lower case, parted by spaces.
    """

    name: str
    advice: str
    suffixes: str


UNREAD_KINDS = (
    UnreadKind(
        "A picture",
        "If it shows text, run it through text recognition (OCR) and save that as .pdf or .txt.",
        ".gif .bmp .webp .heic .svg .ico .psd",
    ),
    UnreadKind(
        "A spreadsheet of an old or another kind",
        "Save it as .xlsx if its text should be found.",
        ".xls .xlt .xlsb .numbers",
    ),
    UnreadKind(
        "A presentation of an old or another kind", "Save it as .pptx if its text should be found.", ".ppt .pps .key"
    ),
    UnreadKind(
        "An older or other text document",
        "Save it as .docx or .pdf if it should be found.",
        ".doc .dot .pages .wpd .mobi .azw",
    ),
    UnreadKind(
        "Sound or video",
        "Add a written transcript if it should be found.",
        ".mp3 .wav .m4a .ogg .flac .mp4 .mov .avi .mkv .webm .wmv",
    ),
    UnreadKind("An archive", "Unpack it if what it holds should be found.", ".zip .bz2 .xz .7z .rar .tar .tgz .zst"),
    UnreadKind(
        "A program or data file",
        "Save its text as .txt if it should be found.",
        ".exe .dll .so .bin .iso .dmg .jar .py .pyc .js .css .map .xml .yaml .yml .toml .ini .sqlite .db .parquet"
        " .woff .woff2 .ttf .otf",
    ),
)

OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLE_LOCKED_REASON = "It is an Office file locked with a password. Save a copy without a password."

UNREAD_STARTS = (
    (
        OLE_SIGNATURE,
        "It is an Office file of the old kind (.doc, .xls, .ppt). Save it as .docx, .xlsx, .pptx or .pdf.",
    ),
    (b"%!PS", "It is a PostScript file, which is not read. Save it as .pdf."),
)
"""The bytes that files of an unread kind start with, and the reason to give."""

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
UNREAD_MEMBERS = (
    ("xl/", "It is a binary spreadsheet (.xlsb), which is not read. Save it as .xlsx."),
    ("Index/", "It is a file of Pages, Numbers or Keynote, which is not read. Export it as .docx, .xlsx or .pptx."),
    (
        "content.xml",
        "It is an OpenDocument file of a kind that is not read. Save it as .odt, .ods or .odp, or as .pdf.",
    ),
)
"""How the name of a file in a zip archive of an unread kind starts, and the reason to give; the first that fits."""
_OTHER_ZIP = "It is a zip archive, which is not read. Unpack it."
_ZIP_DAMAGED = "It is damaged: it starts like a Word file or a zip archive, but has no end. Fetch it again."

_REASON_OF_SUFFIX = {
    suffix: f"{kind.name} ({suffix}) is not read. {kind.advice}"
    for kind in UNREAD_KINDS
    for suffix in kind.suffixes.split()
    if suffix not in FORMAT_OF_SUFFIX
}


def reason_by_suffix(suffix: str) -> str | None:
    """Why a file with a suffix (in lower case, with its full stop) is not read, or None when it may be."""
    declared = FORMAT_OF_SUFFIX.get(suffix)
    if declared and declared.why_not:
        return declared.why_not() or None
    return _REASON_OF_SUFFIX.get(suffix)


def reason_by_content(data: bytes, members: tuple[str, ...] | None) -> str | None:
    """Why a file that no format knows is not read.

    Args:
        data: its content.
        members: the names in it when it is a zip archive, None when it is no archive or damaged.

    Returns:
        The reason and what to do, or None when it is of no kind that is known.
    """
    if data.startswith(ZIP_STARTS):
        if members is None:
            return _ZIP_DAMAGED
        return next(
            (reason for start, reason in UNREAD_MEMBERS if any(name.startswith(start) for name in members)), _OTHER_ZIP
        )
    if data.startswith(OLE_SIGNATURE) and _OLE_LOCKED in data:
        return _OLE_LOCKED_REASON
    return next((reason for start, reason in UNREAD_STARTS if data.startswith(start)), None)
