"""Passages: exact offsets, nothing lost, headings and sizes respected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import splitting
from corpus.document import Block, BlockKind, Document, Passage
from corpus.splitting import CountTokens, PassageSize
from corpus.structure import hang

KINDS: dict[str, BlockKind] = {"p": "paragraph", "li": "list_item", "tr": "table_row"}
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400)


def split(document: Document, count_tokens: CountTokens, size: PassageSize) -> list[Passage]:
    return list(splitting.split(document, count_tokens, size))


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def document(*blocks: tuple[str, str], pages: tuple[int, ...] = ()) -> Document:
    """A document of (kind, text) blocks with a blank line between them; "h2" is a heading of level 2, "li" an item."""
    text = ""
    made = []
    for kind, block in blocks:
        text += "\n\n" if text else ""
        level = int(kind[1]) if kind.startswith("h") else 0
        made.append(Block(len(text), len(text) + len(block), "heading" if level else KINDS[kind], level))
        text += block
    return Document("d.txt", "D", text, None, None, None, "text/plain", "0" * 64, pages, hang(text, made))


@given(
    st.lists(st.tuples(st.sampled_from(["p", "h1", "h2", "h3"]), ANY_TEXT.filter(str.strip)), max_size=8),
    st.integers(1, 30),
)
def test_passages_stand_at_their_offsets_and_lose_nothing(blocks: list[tuple[str, str]], limit: int) -> None:
    whole = document(*blocks)
    passages = split(whole, count_words, PassageSize(target=max(1, limit // 2), limit=limit, least=0))
    assert all(passage.text == whole.text[passage.start : passage.end] for passage in passages)
    assert all(before.end <= after.start for before, after in pairwise(passages))
    assert "".join("".join(passage.text.split()) for passage in passages) == "".join(whole.text.split())


@given(st.lists(ANY_TEXT.filter(str.strip), max_size=5), st.integers(1, 12))
def test_no_passage_is_longer_than_the_limit(blocks: list[str], limit: int) -> None:
    whole = document(*(("p", block) for block in blocks))
    for passage in split(whole, count_words, PassageSize(target=limit, limit=limit, least=0)):
        assert len(passage.text.split()) <= limit


def test_a_text_without_spaces_is_still_cut_to_the_limit() -> None:
    whole = document(("p", "x" * 1000))
    passages = split(whole, lambda texts: [len(text) for text in texts], PassageSize(target=50, limit=80, least=0))
    assert max(passage.end - passage.start for passage in passages) <= 80
    assert sum(passage.end - passage.start for passage in passages) == 1000


def test_words_without_an_end_make_no_endless_passages_though_an_encoder_counts_few_tokens() -> None:
    whole = document(("p", "x" * 400_000), ("p", "y" * 90_000))
    passages = split(whole, count_words, PassageSize())
    assert "".join(passage.text for passage in passages).replace("\n", "") == "x" * 400_000 + "y" * 90_000
    assert max(len(passage.text) for passage in passages) <= 4_000
    apart = document(("h1", "Pool"), ("p", "Open" + " " * 9_000 + "daily."), ("p", "Lanes are booked."))
    assert max(len(passage.text) for passage in split(apart, count_words, PassageSize())) < 5_000


def test_a_heading_stays_with_what_follows_it_and_names_its_passages() -> None:
    body = "Social workers visit often. Plans are clear. " * 4
    whole = document(
        ("h1", "Report"), ("h2", "Care leavers"), ("p", body.strip()), ("h2", "Leaders"), ("p", body.strip())
    )
    passages = split(whole, count_words, PassageSize(target=20, limit=40, least=4))
    assert [passage.heading for passage in passages] == ["Report > Care leavers", "Report > Leaders"]
    assert passages[0].text.startswith("Report\n\nCare leavers\n\nSocial")
    assert passages[1].text.startswith("Leaders")


def test_a_sentence_is_not_cut_when_it_fits() -> None:
    whole = document(
        ("p", "Inspectors came in June. They found six strengths. They will come again in March. The report is public.")
    )
    passages = split(whole, count_words, PassageSize(target=6, limit=9, least=0))
    assert [passage.text for passage in passages] == [
        "Inspectors came in June. They found six strengths.",
        "They will come again in March.",
        "The report is public.",
    ]


def words(count: int, word: str = "word") -> str:
    """A sentence of so many words."""
    return " ".join([word.capitalize(), *[word] * (count - 2), f"{word}."]) if count > 1 else f"{word.capitalize()}."


def texts(whole: Document, size: PassageSize) -> list[str]:
    return [passage.text for passage in split(whole, count_words, size)]


def headings(*blocks: tuple[str, str]) -> list[str]:
    """The headings of the passages when every paragraph is one."""
    passages = split(document(*blocks), count_words, PassageSize(target=1, limit=30, least=1))
    return [passage.heading for passage in passages]


def test_a_heading_of_the_same_level_closes_the_one_before() -> None:
    assert headings(("h1", "A"), ("h2", "B"), ("p", "One."), ("h2", "C"), ("p", "Two.")) == ["A > B", "A > C"]


def test_a_heading_of_a_higher_level_closes_all_below_it() -> None:
    blocks = [
        ("h1", "A"),
        ("h2", "B"),
        ("h3", "C"),
        ("p", "One."),
        ("h2", "D"),
        ("p", "Two."),
        ("h1", "E"),
        ("p", "Three."),
    ]
    assert headings(*blocks) == ["A > B > C", "A > D", "E"]


def test_levels_that_are_passed_over_close_what_is_as_deep_or_deeper() -> None:
    blocks = [("h1", "A"), ("h3", "B"), ("p", "One."), ("h2", "C"), ("p", "Two."), ("h3", "D"), ("p", "Three.")]
    assert headings(*blocks) == ["A > B", "A > C", "A > C > D"]


def test_headings_that_follow_each_other_close_each_other_too() -> None:
    assert headings(("h2", "A"), ("h2", "B"), ("p", "One."), ("p", "Two.")) == ["B", "B"]


def test_a_heading_stays_open_over_every_passage_below_it() -> None:
    assert headings(("p", "Zero."), ("h1", "A"), ("p", "One."), ("p", "Two."), ("p", "Three.")) == ["", "A", "A", "A"]


def test_a_heading_is_written_with_single_spaces() -> None:
    assert headings(("h1", "Care\n leavers"), ("p", "One.")) == ["Care leavers"]


def test_a_section_too_short_to_stand_alone_is_named_by_its_first_heading() -> None:
    blocks = [("h1", "A"), ("p", words(3)), ("h1", "B"), ("p", words(3))]
    passages = split(document(*blocks), count_words, PassageSize(target=20, limit=30, least=5))
    assert [passage.heading for passage in passages] == ["A"]


def test_a_passage_of_headings_alone_is_named_by_the_last() -> None:
    passages = split(document(("h1", "A"), ("h2", "B")), count_words, PassageSize(target=5, limit=30, least=1))
    assert [(passage.text, passage.heading) for passage in passages] == [("A\n\nB", "A > B")]


@pytest.mark.parametrize(("least", "count"), [(4, 2), (5, 1)])
def test_a_heading_closes_a_passage_from_the_least_length_on(least: int, count: int) -> None:
    blocks = [("h1", "A"), ("p", words(3)), ("h1", "B"), ("p", words(3))]
    assert len(texts(document(*blocks), PassageSize(target=20, limit=30, least=least))) == count


@pytest.mark.parametrize(("target", "count"), [(8, 2), (9, 1)])
def test_a_paragraph_end_closes_a_passage_from_the_target_on(target: int, count: int) -> None:
    blocks = [("p", words(4)), ("p", words(4)), ("p", words(4))]
    assert len(texts(document(*blocks), PassageSize(target=target, limit=30, least=2))) == count


def test_a_passage_from_the_target_on_goes_on_to_the_end_of_its_paragraph() -> None:
    whole = document(("p", f"{words(4)} {words(4)} {words(4)}"), ("p", words(2)))
    assert [len(text.split()) for text in texts(whole, PassageSize(target=4, limit=30, least=2))] == [12, 2]


@pytest.mark.parametrize(("limit", "lengths"), [(8, [8, 4]), (7, [4, 4, 4])])
def test_a_passage_may_have_just_the_limit_and_not_one_token_more(limit: int, lengths: list[int]) -> None:
    whole = document(("p", f"{words(4)} {words(4)} {words(4)}"))
    found = texts(whole, PassageSize(target=limit, limit=limit, least=0))
    assert [len(text.split()) for text in found] == lengths


def test_the_count_starts_anew_in_every_passage() -> None:
    whole = document(*[("p", words(3)) for _ in range(6)])
    found = texts(whole, PassageSize(target=6, limit=7, least=0))
    assert [len(text.split()) for text in found] == [6, 6, 6]


def test_a_passage_that_is_full_ends_though_it_holds_only_headings() -> None:
    whole = document(("h1", "Care leavers and others"), ("h2", "Homes and schools"), ("p", words(2)))
    found = texts(whole, PassageSize(target=2, limit=5, least=0))
    assert found == ["Care leavers and others", "Homes and schools\n\nWord word."]


def test_headings_never_end_a_passage_before_its_text_comes() -> None:
    whole = document(("h1", "One two three"), ("h2", "Four five six"), ("p", words(2)))
    assert len(texts(whole, PassageSize(target=1, limit=30, least=1))) == 1


@pytest.mark.parametrize(("chars", "heading"), [(200, "H" * 200), (201, "")])
def test_a_heading_of_more_than_two_hundred_characters_is_text(chars: int, heading: str) -> None:
    passages = split(document(("h1", "H" * chars), ("p", words(2))), count_words, PassageSize())
    assert [passage.heading for passage in passages] == [heading]


def test_a_long_heading_is_not_taken_apart_into_sentences() -> None:
    whole = document(("h1", "One two. Three four." + " Five six." * 20), ("p", words(2)))
    assert [text.split()[0] for text in texts(whole, PassageSize(target=44, limit=44, least=0))] == ["One", "Word"]


def test_a_heading_that_is_cut_is_cut_in_its_middle_whatever_sentences_it_holds() -> None:
    whole = document(("h1", "One. Two three four five."))  # its middle is 12; white space at 4, 8, 14 and 19
    assert texts(whole, PassageSize(target=4, limit=4, least=0)) == ["One. Two three", "four five."]


def test_a_sentence_too_long_is_cut_at_the_space_nearest_its_middle() -> None:
    whole = document(("p", "aaaa bb ccccccc dd"))  # its middle is 9; white space at 4, 7 and 15
    assert texts(whole, PassageSize(target=3, limit=3, least=0)) == ["aaaa bb", "ccccccc dd"]
    whole = document(("p", "aa bbbbbbb cc dddd"))  # white space at 2, 10 and 13
    assert texts(whole, PassageSize(target=3, limit=3, least=0)) == ["aa bbbbbbb", "cc dddd"]


def test_of_two_spaces_as_near_to_the_middle_the_first_is_taken() -> None:
    assert texts(document(("p", "aaa bbb ccc")), PassageSize(target=2, limit=2, least=0)) == ["aaa", "bbb ccc"]


@pytest.mark.parametrize("space", [" ", "\n", "\t"])
def test_a_space_in_the_very_middle_and_every_kind_of_space_is_a_place_to_cut(space: str) -> None:
    whole = document(("p", f"aa bb{space}cc dd."))  # eleven characters, the space at 5
    assert texts(whole, PassageSize(target=3, limit=3, least=0)) == ["aa bb", "cc dd."]


def test_a_letter_nearer_the_middle_is_no_place_to_cut() -> None:
    assert texts(document(("p", "aaaaXaa bb")), PassageSize(target=1, limit=1, least=0)) == ["aaaaXaa", "bb"]


def test_a_cut_never_falls_within_a_word_while_there_is_a_space() -> None:
    whole = document(("p", "a " + "b" * 50))
    assert texts(whole, PassageSize(target=1, limit=1, least=0)) == ["a", *pieces("b" * 50, 8)]


def pieces(word: str, limit: int) -> list[str]:
    """A word halved until no part is longer than the limit."""
    half = len(word) // 2
    return [word] if len(word) <= limit else [*pieces(word[:half], limit), *pieces(word[half:], limit)]


@pytest.mark.parametrize(("chars", "lengths"), [(8, [8]), (9, [4, 5])])
def test_a_sentence_has_at_most_eight_characters_for_each_token_of_the_limit(chars: int, lengths: list[int]) -> None:
    found = texts(document(("p", "x" * chars)), PassageSize(target=1, limit=1, least=0))
    assert [len(text) for text in found] == lengths


def test_a_word_without_spaces_is_halved_in_its_middle() -> None:
    whole = document(("p", "One."), ("p", "abcdefghijklmnopqrstuvwxyz"))
    passages = split(whole, count_words, PassageSize(target=1, limit=1, least=0))
    assert [(passage.text, passage.start) for passage in passages] == [
        ("One.", 0), ("abcdef", 6), ("ghijklm", 12), ("nopqrs", 19), ("tuvwxyz", 25),
    ]  # fmt: skip


def test_a_cut_heading_still_names_what_follows_it() -> None:
    whole = document(("h1", "One two three four five six"), ("p", words(2)))
    passages = split(whole, count_words, PassageSize(target=3, limit=3, least=0))
    assert [(passage.text, passage.heading) for passage in passages] == [
        ("One two three", "One two three four five six"),
        ("four five six", "One two three four five six"),
        ("Word word.", "One two three four five six"),
    ]


def test_a_single_character_of_too_many_tokens_is_a_passage_all_the_same() -> None:
    passages = split(document(("p", "xy")), lambda texts: [5 * len(text) for text in texts], PassageSize(1, 2, 0))
    assert [passage.text for passage in passages] == ["x", "y"]


def test_white_space_around_a_cut_is_in_no_passage() -> None:
    whole = document(("p", "aa bb   cc dd."))
    passages = split(whole, count_words, PassageSize(target=2, limit=2, least=0))
    assert [(passage.start, passage.end) for passage in passages] == [(0, 5), (8, 14)]


def test_passages_say_which_document_they_stand_in() -> None:
    assert [passage.id for passage in split(document(("p", "One.")), count_words, PassageSize())] == ["d.txt:0-4"]


def test_the_page_is_that_of_the_first_character_and_none_where_there_are_no_pages() -> None:
    blocks = [("p", "One two three."), ("p", "Four five six.")]  # the second starts at 16
    for pages, expected in [((0, 16), [1, 2]), ((0, 17), [1, 1]), ((0, 0, 15), [2, 3]), ((), [None, None])]:
        passages = split(document(*blocks, pages=pages), count_words, PassageSize(target=3, limit=5, least=0))
        assert [passage.page for passage in passages] == expected


def test_the_paragraph_is_the_first_of_a_passage_that_holds_several() -> None:
    blocks = [("p", f"{number}. {words(2)}") for number in (7, 8, 9, 10)]
    passages = split(document(*blocks), count_words, PassageSize(target=6, limit=7, least=0))
    assert [passage.paragraph for passage in passages] == ["7", "9"]


def test_a_passage_has_no_paragraph_where_the_document_prints_no_number() -> None:
    passages = split(document(("p", words(2)), ("p", words(2))), count_words, PassageSize(target=2, limit=2, least=0))
    assert [passage.paragraph for passage in passages] == [None, None]


LIST = [("p", "The council will do these things:"), *[("li", f"• {words(3, word)}") for word in "abcd"]]


def test_a_passage_that_begins_within_a_list_carries_the_sentence_that_leads_in() -> None:
    passages = split(document(*LIST), count_words, PassageSize(target=9, limit=11, least=0))
    assert [passage.context for passage in passages] == ["", *["The council will do these things:"] * 2]
    assert "The council" not in passages[1].text


def test_what_leads_in_stays_with_the_first_item_where_it_fits() -> None:
    blocks = [("p", words(8)), *LIST]
    first, second, *_ = split(document(*blocks), count_words, PassageSize(target=10, limit=15, least=0))
    assert first.text == words(8)
    assert second.text.startswith("The council will do these things:\n\n•")
    crowded = [("p", words(8)), ("p", "Of the following:"), ("li", words(14))]
    assert texts(document(*crowded), PassageSize(target=10, limit=15, least=0))[0].endswith("Of the following:")


@pytest.mark.parametrize("limit", [12, 30])
def test_a_row_is_never_taken_apart_and_keeps_with_its_header(limit: int) -> None:
    rows = [
        ("tr", "Ward | 2019. Mr | 2021"),
        *[("tr", f"{name} Ltd. Yes | 1. A | 2") for name in ("North", "South", "East")],
    ]
    found = texts(document(*rows), PassageSize(target=6, limit=limit, least=0))
    assert all(line in {text for _, text in rows} for text in found for line in text.split("\n\n"))


def test_the_encoder_counts_the_sentences_of_a_short_document_at_once_and_of_a_long_one_by_and_by() -> None:
    asked: list[int] = []

    def count(texts: Sequence[str]) -> list[int]:
        asked.append(len(texts))
        return count_words(texts)

    split(document(("h1", "A"), ("p", "One. Two."), ("p", "Three.")), count, PassageSize())
    assert asked == [4]
    long = splitting.split(document(*[("p", "One. Two.")] * 2000), count, PassageSize())
    next(long)
    assert sum(asked) < 2000
    assert sum(len(passage.text.split()) for passage in long) + 120 == 4000 and sum(asked) == 4004


@pytest.mark.parametrize("text", ["One. Two.", "word " * 40])
def test_an_encoder_that_counts_fewer_texts_than_it_was_given_loses_none_of_them(text: str) -> None:
    def count(texts: Sequence[str]) -> list[int]:
        return count_words(texts)[: max(1, len(texts) - 1)]

    with pytest.raises(ValueError, match="shorter"):
        split(document(("p", text.strip())), count, PassageSize(target=20, limit=20, least=0))


def test_page_and_paragraph_are_where_the_passage_starts() -> None:
    whole = document(("p", "3.1 First page text here."), ("p", "3.2 Second page text here."), pages=(0, 27))
    passages = split(whole, count_words, PassageSize(target=3, limit=5, least=0))
    assert [(passage.page, passage.paragraph) for passage in passages] == [(1, "3.1"), (2, "3.2")]


def test_a_document_without_text_has_no_passages() -> None:
    def count(texts: Sequence[str]) -> list[int]:
        raise AssertionError("nothing is to be counted")

    assert split(document(), count, PassageSize()) == []


@pytest.mark.parametrize(("least", "target", "limit"), [(0, 200, 100), (3, 2, 4), (-1, 2, 4), (0, 0, 0)])
def test_sizes_that_do_not_rise_are_refused(least: int, target: int, limit: int) -> None:
    with pytest.raises(ValueError, match=f"^passage sizes must rise: least {least}, target {target}, limit {limit}"):
        PassageSize(target=target, limit=limit, least=least)


def test_sizes_may_be_equal_and_the_usual_ones_are_what_indexes_were_built_with() -> None:
    assert PassageSize(target=1, limit=1, least=1).limit == 1
    assert PassageSize(target=0, limit=1, least=0).limit == 1
    assert str(PassageSize()) == "PassageSize(target=120, limit=180, least=24)"
