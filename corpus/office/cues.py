"""The cues of subtitles (.vtt, .srt), and the paragraphs that are spoken in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.M)
_NUMBER_LINE = re.compile(r"\d{1,7}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_SPEAKER = re.compile(r"(?:>>\s*)?([A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,4}):\s+(?=\S)")
_CHANGE = re.compile(r"^\s*(?:>>+|-|–)\s*")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)]*$")
_PARAGRAPH_CHARS = 500
_PARAGRAPH_MAX_CHARS = 900
_PAUSE_SECONDS = 8
_NOT_SPEAKERS = re.compile(r"(?:https?|note)$", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words on the screen: from and to which second, by whom ("" where that is not said), and the words."""

    start: float
    end: float
    speaker: str
    text: str
    is_new_speaker: bool = False


def cues_in(text: str) -> list[Cue]:
    """The cues of a transcript, with what they repeat of the cue before left out.

    Numbers, names and remarks of cues are no words, and neither are marks of style.

    Args:
        text: all of it, with plain line ends.
    """
    found: list[Cue] = []
    shown: list[str] = []
    is_vtt = text.startswith("WEBVTT")
    matches = list(_TIMES.finditer(text))
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        lines = _lines(text[match.end() : end], is_vtt=is_vtt, is_last=index + 1 == len(matches))
        numbers = [int(part or 0) for part in match.groups()]
        start, stop = (_seconds(numbers[first : first + 4], match[first + 4]) for first in (0, 4))
        raw = [line for line in lines if line.strip()]
        plain = [_plain(line) for line in raw]
        new = [line for line, words in zip(raw, plain, strict=True) if words and words not in shown]
        if any(plain):
            shown = plain
        found += _spoken(new, start, stop)
    return found


def _lines(body: str, *, is_vtt: bool, is_last: bool) -> list[str]:
    """The lines of a cue: in .vtt up to an empty one, in .srt up to the number of the next cue."""
    lines = body.split("\n")[1:]
    if is_vtt:
        return lines[: lines.index("")] if "" in lines else lines
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and not is_last and _NUMBER_LINE.fullmatch(lines[-1].strip()):
        lines.pop()
    return lines


def _seconds(numbers: Sequence[int], fraction: str) -> float:
    hours, minutes, seconds, _ = numbers
    return hours * 3600 + minutes * 60 + seconds + float(f"0.{fraction}")


def _plain(line: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", line)).split())


def _spoken(lines: Sequence[str], start: float, end: float) -> Iterator[Cue]:
    """The cues that lines are, one for each voice in them."""
    speaker, words, is_new = "", list[str](), False
    for line in lines:
        voice = _VOICE.search(line)
        plain = _plain(line)
        named = _SPEAKER.match(plain)
        name = ""
        if voice is not None:
            name = " ".join(html.unescape(voice[1]).split())
        elif named is not None and not _NOT_SPEAKERS.match(named[1]):
            name, plain = named[1], plain[named.end() :]
        change = _CHANGE.match(plain)
        if (name or change) and words:
            yield Cue(start, end, speaker, " ".join(words), is_new)
            words, speaker, is_new = [], "", False
        if change:
            is_new, plain = True, plain[change.end() :]
        speaker = name or speaker
        if plain:
            words.append(plain)
    if words:
        yield Cue(start, end, speaker, " ".join(words), is_new)


def paragraphs(cues: Sequence[Cue]) -> list[Cue]:
    """Cues joined to paragraphs: as long as one person speaks, up to the end of a sentence where it grows long.

    Args:
        cues: in their order.
    """
    done: list[Cue] = []
    for cue in cues:
        last = done[-1] if done else None
        if last is None or _begins_anew(last, cue):
            done.append(cue)
        else:
            done[-1] = Cue(last.start, cue.end, last.speaker, f"{last.text} {cue.text}", last.is_new_speaker)
    return done


def _begins_anew(last: Cue, cue: Cue) -> bool:
    if cue.is_new_speaker or (cue.speaker and cue.speaker != last.speaker):
        return True
    has_ended = _SENTENCE_END.search(last.text) is not None
    if len(last.text) > _PARAGRAPH_MAX_CHARS or cue.start - last.end > _PAUSE_SECONDS:
        return True
    return has_ended and len(last.text) > _PARAGRAPH_CHARS


def clock(seconds: float) -> str:
    """A time of a recording, such as "00:12:31"."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def stated_title(text: str) -> str | None:
    """The title in the first line of a .vtt file, or None."""
    first = text.partition("\n")[0].removeprefix("\ufeff")
    title = first.removeprefix("WEBVTT").strip(" \t-–:") if first.startswith("WEBVTT") else ""
    return title or None


def is_timed(text: str) -> bool:
    """Whether a text starts with a time as transcripts do, after a number at most.

    Args:
        text: its beginning.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff\n\r ").split("\n")[:2]]
    if lines and _NUMBER_LINE.fullmatch(lines[0]):
        lines.pop(0)
    return bool(lines) and _TIMES.match(lines[0]) is not None
