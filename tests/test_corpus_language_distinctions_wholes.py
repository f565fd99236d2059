"""What is said of one of a kind is told from what is said of all of them."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.wholes import parts_told


@pytest.mark.parametrize(
    ("question", "said", "ones"),
    [
        ("What are the visiting hours for all wards?", "Visiting on Oak Ward is from 2pm.", ("Oak Ward",)),
        ("What are the visiting hours on every ward?", "Visiting on all wards is from 2pm.", ()),
        ("What are the visiting hours on Oak Ward?", "Visiting on Oak Ward is from 2pm.", ()),
        ("What are the visiting hours on each of our wards?", "Oak Ward and Elm Ward: 2pm", ("Oak Ward", "Elm Ward")),
        ("When do all the Oak wards open?", "The Oak Ward opens at 9am.", ()),
        ("When is lunch for all years?", "Year 7 has lunch at noon.", ("Year 7",)),
        ("When is lunch for all years?", "Lunch is at noon.", ()),
        ("Does anyone need a card at every library?", "Nobody needs a card at any library in Marlow Library.", ()),
        ("When is every library closed?", "The library is closed on Sundays.", ()),
        ("When is every library closed?", "Monday Library hours are longer.", ()),
        ("What do all clinics offer?", "Flu Clinics", ()),
        ("", "", ()),
    ],
)
def test_of_which_ones_alone_words_tell(question: str, said: str, ones: tuple[str, ...]) -> None:
    assert parts_told(question, said) == ones
