"""Signs in a line read as they are meant: powers, notes, fields, pictures."""

from __future__ import annotations

import pytest

from tests.marked_up import texts


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("it cost 10<sup>6</sup> pounds", "it cost 10^6 pounds"),
        ("25 m<sup>2</sup>", "25 m^2"),
        ("25 km<sup>2</sup>", "25 km^2"),
        ("E = mc<sup>2</sup>", "E = mc^2"),
        ("10<sup>-3</sup> and 10<sup>−3</sup>", "10^-3 and 10^−3"),
        ("(a+b)<sup>2</sup>", "(a+b)^2"),
        ("x<sup>n</sup>", "x^n"),
        ("SO<sub>4</sub><sup>2-</sup>", "SO4^2-"),
        ("the 3<sup>rd</sup> of May", "the 3rd of May"),
        ("a million pounds<sup>3</sup>.", "a million pounds[3]."),
        ("we saw it<sup>3</sup>", "we saw it[3]"),
        ("in 2023<sup>1</sup>", "in 2023[1]"),
        ("41.5<sup>2</sup> per cent", "41.5[2] per cent"),
        ("4<sup><a href='#n'>1</a></sup>", "4[1]"),
        ("4<sup class='footnote-ref'>1</sup>", "4[1]"),
        ("a town.<sup>[2]</sup>", "a town.[2]"),
        ("a word<sup>*</sup> and<sup>†</sup>", "a word* and†"),
        ("Total<sup>a</sup>", "Total[a]"),
        ("<sup>5</sup>Census of 2021", "5 Census of 2021"),
        ("Brand<sup>TM</sup>", "Brand™"),
        ("the end<sup>written long after</sup>", "the end written long after"),
        ("CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O"),
        ("x<sub>i</sub> and 101<sub>2</sub>", "x_i and 101_2"),
        ("text<sub>in small letters below</sub>", "text in small letters below"),
    ],
)
def test_raised_and_lowered_signs(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>") == [text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<label>Name <input value='Ann Lee'></label>", "Name Ann Lee"),
        ("<input type=date value=2023-07-04>", "2023-07-04"),
        ("<input type=checkbox checked> Listed <input type=checkbox> Tree order", "☑ Listed ☐ Tree order"),
        ("<input type=radio checked>Yes<input type=radio>No", "☑ Yes ☐ No"),
        ("Ward: <select><option>North<option selected>South</select>", "Ward: South"),
        ("Ward: <select><option value='' selected>Choose<option>North</select>", "Ward:"),
        ("<textarea>It is too loud.</textarea>", "It is too loud."),
        ("Full: <progress value=70 max=100></progress>", "Full: 70 of 100"),
        ("Full: <meter value=.6>60%</meter>", "Full: 60%"),
        ("Fee <input type=hidden value=no><input type=password value=no><input type=submit value=Send>", "Fee"),
    ],
)
def test_what_is_filled_in_is_read(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>") == [text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<img alt='The depot seen from the lane'>", ["The depot seen from the lane"]),
        ("One<img alt='A map'>two", ["One A map two"]),
        ("<img alt='Anytown Council logo'><img alt='map.png'><img alt='Map'><img>", []),
        ("<img role=presentation alt='A thin line'>", []),
        ("<figure><img alt='The depot'><figcaption>The depot</figcaption></figure>", ["The depot"]),
        ("<svg><title>icon</title><text>41%</text><text>North</text></svg>", ["41% North"]),
        ("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", ["x = 2"]),
        ("<script type='math/tex'>y=x^2</script>", ["y=x^2"]),
    ],
)
def test_pictures_and_formulas_are_read(markup: str, text: list[str]) -> None:
    assert texts(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("one<wbr>two <b>bold</b>glue <span>a</span><span>b</span>", "onetwo boldglue ab"),
        ("<a href=1>Home</a><a href=2>News</a>", "Home News"),
        ("<span>Status</span><span>Approved</span>", "Status Approved"),
        ("<b>N</b>orth", "North"),
        ("<q>No</q>, he said", "“No”, he said"),
        ("<abbr title='Planning Inspectorate'>PINS</abbr> and <abbr title='Planning Inspectorate'>PINS</abbr>",
         "PINS (Planning Inspectorate) and PINS"),
        ("The Planning Inspectorate, <abbr title='Planning Inspectorate'>PINS</abbr>",
         "The Planning Inspectorate, PINS"),
        ("the fee of <x-price>£3</x-price> a day", "the fee of £3 a day"),
    ],
)  # fmt: skip
def test_words_are_parted_where_a_page_parts_them(markup: str, text: str) -> None:
    assert texts(f"<p>{markup}</p>") == [text]
