"""Transcripts are read as paragraphs, each with its speaker and the time from which on it is said."""

from __future__ import annotations

import pytest

from corpus.structure import paragraph_at
from tests.office_files import blocks, document, read

MEETING = """WEBVTT - Cabinet of 4 July

NOTE made by a program

STYLE
::cue { color: red }

f3c-12-0
00:00:01.000 --> 00:00:03.000 align:start
<v Ann Smith>We agreed the</v>

f3c-12-1
00:00:03.000 --> 00:00:05.000
<v Ann Smith>budget &amp; the <i>plan</i>.</v>

NOTE nobody sees this

01:02:05.000 --> 01:02:07.000
<v Bob>Thanks.</v>
"""


def test_cues_of_one_speaker_are_a_paragraph_that_is_cited_by_its_time() -> None:
    found = document("a.vtt", MEETING.encode())
    assert blocks(found) == [
        ("paragraph", "00:00:01 Ann Smith: We agreed the budget & the plan."),
        ("paragraph", "01:02:05 Bob: Thanks."),
    ]
    assert found.title == "Cabinet of 4 July"
    assert paragraph_at(found, found.text.index("Thanks")) == "01:02:05"


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:03,000\nHello there,\n\n2\n00:00:03,500 --> 00:00:05,000\nall of you.\n",
        (
            "\ufeff1\r\n00:00:01,000 --> 00:00:03,000\r\n<b>Hello</b> there,\r\n\r\n2\r\n"
            "00:00:03,500 --> 00:00:05,000\r\nall of you."
        ),
        "1\n00:00:01,000 --> 00:00:03,000\nHello there,\n2\n00:00:03,500 --> 00:00:05,000\nall of you.\n",
        "0:00:01.0 --> 0:00:03.0\n{\\an8}Hello there,\n\n00:03.500 --> 00:05.000\nall of you.\n",
        (
            "1\n00:00:01,000 --> 00:00:03,000\nHello\n\nthere,\n\n2\n00:00:03,500 --> 00:00:05,000\n"
            "<font color=red>all</font> of you.\n"
        ),
    ],
)
def test_every_way_of_writing_subtitles_gives_the_same_words(text: str) -> None:
    assert document("a.srt", text.encode()).text == "00:00:01 Hello there, all of you."


def test_a_change_of_speaker_begins_a_paragraph() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:03,000\nCHAIR: We start.\n\n2\n00:00:04,000 --> 00:00:05,000\nItem 2.\n\n"
        "3\n00:00:06,000 --> 00:00:07,000\nCllr Jones: A question:\nwhy?\n\n"
        "4\n00:00:08,000 --> 00:00:09,000\n>> Because.\n"
        "\n5\n00:00:10,000 --> 00:00:12,000\n- Yes.\n- No.\n"
    )
    assert [text for _, text in blocks(document("a.srt", text.encode()))] == [
        "00:00:01 CHAIR: We start. Item 2.",
        "00:00:06 Cllr Jones: A question: why?",
        "00:00:08 Because.",
        "00:00:10 Yes.",
        "00:00:10 No.",
    ]


def test_words_that_roll_up_the_screen_are_said_once() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n \nthe<00:00:01.500><c> budget</c>\n\n00:00:03.000 --> 00:00:03.010\n"
        "the budget\n \n\n00:00:03.010 --> 00:00:05.000\nthe budget\nwas<00:00:04.000><c> agreed.</c>\n"
    )
    assert document("a.vtt", text.encode()).text == "00:00:01 the budget was agreed."


def test_a_long_speech_is_parted_at_the_end_of_a_sentence_and_at_a_pause() -> None:
    def cue(second: int, words: str) -> str:
        clock = f"00:{second // 60:02}:{second % 60:02}"
        return f"{second}\n{clock},000 --> {clock},900\n{words}\n\n"

    text = "".join(cue(second, f"Sentence {second} is said here.") for second in range(1, 41)) + cue(
        90, "After a pause."
    )
    said = [text for _, text in blocks(document("a.srt", text.encode()))]
    assert len(said) == 3 and said[-1] == "00:01:30 After a pause."
    assert all(text.endswith(".") and len(text) < 650 for text in said)


def test_transcripts_are_known_by_their_content() -> None:
    for name in ("a.vtt", "talk", "a.bak"):
        assert document(name, MEETING.encode()).media_type == "text/vtt"
    assert document("talk", b"1\n00:00:01,000 --> 00:00:03,000\nHello.\n").media_type == "text/vtt"
    assert "It holds plain text, not a transcript" in read("a.srt", b"Words.").errors[0].reason
    assert "a transcript with times, not plain text" in read("a.txt", MEETING.encode()).errors[0].reason
    assert "no times with words" in read("a.vtt", b"WEBVTT\n\nNOTE nothing\n").errors[0].reason
