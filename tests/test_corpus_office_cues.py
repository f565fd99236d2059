"""Cues give who says what from when on."""

from __future__ import annotations

from corpus.office.cues import Cue, clock, cues_in, is_timed, paragraphs, stated_title


def test_cues_have_times_speakers_and_words() -> None:
    text = "1\n00:01:02,500 --> 00:01:04,000\n<v.loud Ann &amp; Bob>Hello <b>all</b>.\n\n2\n1:00:00.5 --> 1:00:01.0\n\n"
    assert cues_in(text) == [Cue(62.5, 64.0, "Ann & Bob", "Hello all.")]


def test_one_cue_may_hold_several_voices() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Why?\n<v Bob>Because.\n"
    assert [(cue.speaker, cue.text) for cue in cues_in(text)] == [("Ann", "Why?"), ("Bob", "Because.")]


def test_a_word_before_a_colon_is_a_speaker_only_where_it_can_be_a_name() -> None:
    def said(words: str) -> tuple[str, str]:
        (cue,) = cues_in(f"00:01.000 --> 00:02.000\n{words}\n")
        return cue.speaker, cue.text

    assert said("CHAIR: We start.") == ("CHAIR", "We start.")
    assert said("Cllr Mary O'Neil: Yes.") == ("Cllr Mary O'Neil", "Yes.")
    assert said("the question is this: why?") == ("", "the question is this: why?")
    assert said("It starts at 10:30 today.") == ("", "It starts at 10:30 today.")


def test_paragraphs_end_with_their_speaker_and_after_a_pause() -> None:
    cues = [
        Cue(0, 1, "Ann", "One."),
        Cue(1, 2, "", "Two."),
        Cue(2, 3, "Ann", "Three."),
        Cue(3, 4, "Bob", "Four."),
        Cue(20, 21, "Bob", "Five."),
    ]
    assert [(cue.start, cue.speaker, cue.text) for cue in paragraphs(cues)] == [
        (0, "Ann", "One. Two. Three."),
        (3, "Bob", "Four."),
        (20, "Bob", "Five."),
    ]
    endless = [Cue(second, second + 1, "", "and so on and on") for second in range(200)]
    assert max(len(cue.text) for cue in paragraphs(endless)) < 1000


def test_times_and_titles_are_written() -> None:
    assert [clock(seconds) for seconds in (0, 59.9, 3725)] == ["00:00:00", "00:00:59", "01:02:05"]
    assert stated_title("WEBVTT - The title\n\n") == "The title"
    assert stated_title("WEBVTT\n") is None
    assert stated_title("1\n") is None
    assert is_timed("1\n00:00:01,000 --> 00:00:02,000\n")
    assert not is_timed("1\n2\n00:00:01,000 --> 00:00:02,000\n")
    assert not is_timed("")
