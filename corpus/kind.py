"""Which format a file has, by its content; the suffix only tells formats of text apart."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

import puremagic

from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.not_read import UNREAD_STARTS, ZIP_STARTS, reason_by_content
from corpus.readers import FORMAT_OF_SUFFIX, FORMATS

_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_PRINTABLE = bytes([9, 10, 13, *range(32, 127)])
_CONTROL_MAX_SHARE = 0.02  # of the bytes of a text, at its start and at its end
_OTHERS_MAX_SHARE = 0.2  # of the bytes that are neither control characters nor ASCII, in a text
_SAMPLE_BYTES = 65536
_SIGNATURE_MIN_BYTES = 4  # shorter signatures of binary files are too often there by chance
_UTF16_NULS_MIN_SHARE = 0.7
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF16_OR_32 = (*_UTF16, b"\x00\x00\xfe\xff")


def format_of(name: str, data: bytes) -> Format:
    """Decide which format a file has.

    Args:
        name: the file's name or id; only its suffix counts.
        data: the file's content, not empty.

    Returns:
        Its format.

    Raises:
        UnreadableFile: it is of a kind that is not read, or its suffix promises another format than it has.
    """
    suffix = PurePosixPath(name).suffix.lower()
    members = _zip_members(data)
    text = _rough_text(data[:_SAMPLE_BYTES]) if _is_text(data) else None
    sample = Sample(suffix, data, members or (), text)
    promised = FORMAT_OF_SUFFIX.get(suffix)
    detected = _surest({declared.kind: declared.sniff(sample) for declared in FORMATS}, promised)
    if detected is None:
        raise UnreadableFile(reason_by_content(data, members) or _why_no_text(data))
    if promised is None or promised.kind == detected.kind:
        return detected
    raise UnreadableFile(
        f"It holds {detected.name}, not {promised.name} as its suffix {suffix} says. "
        f"Rename it to end in {detected.suffixes[0]} if that is what you want to be found, "
        "or fetch the right file again."
    )


def _surest(confidence: dict[str, Confidence], promised: Format | None) -> Format | None:
    """The promised format unless it cannot be or only another is certain, else the surest; None when no format fits."""
    best = max(FORMATS, key=lambda declared: confidence[declared.kind])
    if promised is not None and confidence[promised.kind] >= Confidence.POSSIBLE:
        is_outdone = confidence[promised.kind] < confidence[best.kind] == Confidence.CERTAIN
        return best if is_outdone else promised
    return best if confidence[best.kind] >= Confidence.DEFAULT else None


def with_utf16_mark(data: bytes) -> bytes:
    """Put a byte order mark before a UTF-16 text that lacks it.

    Args:
        data: the content of a file.

    Returns:
        The content, with the mark before it when every other byte is NUL almost throughout, as only in UTF-16 of Latin
        letters, and all of it is UTF-16 without other control characters.
    """
    if len(data) < 4 or len(data) % 2 or data.startswith(_UTF16_OR_32):
        return data
    sample = data[:_SAMPLE_BYTES]
    nuls_first, nuls_second = (2 * sample[start::2].count(0) / len(sample) for start in (0, 1))
    for mark, encoding, nuls, others in (
        (b"\xff\xfe", "utf-16-le", nuls_second, nuls_first),
        (b"\xfe\xff", "utf-16-be", nuls_first, nuls_second),
    ):
        if nuls >= _UTF16_NULS_MIN_SHARE and not others:
            try:
                is_text = not any(char < " " and char not in "\t\n\f\r" for char in data.decode(encoding))
            except UnicodeDecodeError:
                is_text = False
            return mark + data if is_text else data
    return data


def _zip_members(data: bytes) -> tuple[str, ...] | None:
    """The names in a zip archive; None for anything else and for a damaged one."""
    if not data.startswith(ZIP_STARTS):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None


def _is_text(data: bytes) -> bool:
    """Whether bytes are text of any kind, and not a file of an unread kind that looks like text."""
    if data.startswith((*ZIP_STARTS, *(start for start, _ in UNREAD_STARTS))) or not data.strip(b"\0"):
        return False
    return data.startswith(_UTF16_OR_32) or _binary_sample(data) is None


def _binary_sample(data: bytes) -> bytes | None:
    """The start or end of a file, without its control characters, where there are too many of those for a text."""
    for sample in (data[:_SAMPLE_BYTES], data[-_SAMPLE_BYTES:]):
        rest = sample.translate(None, _CONTROL)
        if len(sample) - len(rest) > _CONTROL_MAX_SHARE * len(sample):
            return rest
    return None


def _why_no_text(data: bytes) -> str:
    """The reason to give for bytes of no known kind that are no text."""
    if not data.strip(b"\0"):
        return f"It holds nothing but {len(data)} NUL bytes, so its content is lost. Restore it or fetch it again."
    name = _binary_name(data[:_SAMPLE_BYTES])
    rest = _binary_sample(data) or b""
    if not name and rest and len(rest.translate(None, _PRINTABLE)) <= _OTHERS_MAX_SHARE * len(rest):
        return "It holds control characters, or is UTF-16 without its mark. Save it as UTF-8."
    return f"It holds no text{name}. Fetch it again, or save it as .pdf, .docx or .txt."


def _binary_name(data: bytes) -> str:
    """What bytes look like, as the end of a clause, or ""."""
    try:
        matches = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        return ""
    for match in matches:
        if match.name and len(match.byte_match) >= _SIGNATURE_MIN_BYTES and match.offset == 0:
            return f"; it looks like this: {match.name}"
    return ""


def _rough_text(data: bytes) -> str:
    """Enough of a text to see markup in, whatever its encoding."""
    if data.startswith(_UTF16):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
