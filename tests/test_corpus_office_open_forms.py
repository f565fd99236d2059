"""What is filled in on a form of an OpenDocument file stands where the field is shown."""

from __future__ import annotations

import pytest

from tests.office_files import blocks, document, open_document


def texts(body: str, kind: str = "text", suffix: str = "odt") -> list[str]:
    return [text for _, text in blocks(document(f"a.{suffix}", open_document(kind, body)))]


def form(fields: str) -> str:
    return f"<office:forms><form:form>{fields}</form:form></office:forms>"


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ('<form:text form:id="c" form:value="begun" form:current-value="Ada Pound"/>', "Ada Pound"),
        ('<form:text xml:id="c" form:value="Mill Lane"/>', "Mill Lane"),
        (
            '<form:textarea form:id="c"><text:p>Bins are</text:p><text:p>full.</text:p></form:textarea>',
            "Bins are full.",
        ),
        ('<form:number form:id="c" form:current-value="41"/>', "41"),
        ('<form:date form:id="c" form:current-value="2023-07-04"/>', "2023-07-04"),
        ('<form:combobox form:id="c" form:current-value="East ward"/>', "East ward"),
        ('<form:checkbox form:id="c" form:label="I agree" form:current-state="checked"/>', "☑ I agree"),
        ('<form:checkbox form:id="c" form:label="I agree" form:state="unchecked"/>', "☐ I agree"),
        ('<form:radio form:id="c" form:label="Yes" form:current-selected="true"/>', "☑ Yes"),
        ('<form:radio form:id="c" form:label="No" form:selected="true" form:current-selected="false"/>', "☐ No"),
        (
            '<form:listbox form:id="c"><form:option form:label="East" form:current-selected="true"/></form:listbox>',
            "East",
        ),
        ('<form:fixed-text form:id="c" form:label="For office use"/>', "For office use"),
    ],
)
def test_a_field_is_read_where_it_is_shown(field: str, shown: str) -> None:
    control = '<draw:control draw:control="c"/>'
    body = f"{form(field)}<text:p>Answer:{control}</text:p><text:p>End.</text:p>"
    assert texts(body) == [f"Answer: {shown}", "End."]
    slide = f"<draw:page>{form(field)}<draw:frame><draw:text-box><text:p>Form</text:p></draw:text-box></draw:frame>"
    assert shown in " ".join(texts(f"{slide}{control}</draw:page>", "presentation", "odp"))


@pytest.mark.parametrize(
    "field",
    [
        '<form:password form:id="c" form:current-value="secret"/>',
        '<form:button form:id="c" form:label="secret"/>',
        '<form:hidden form:id="c" form:value="secret"/>',
        '<form:text form:id="other" form:value="secret"/>',
        '<form:text form:id="c"/>',
    ],
)
def test_a_field_that_shows_nothing_gives_nothing(field: str) -> None:
    assert texts(f'{form(field)}<text:p>Answer.</text:p><draw:control draw:control="c"/>') == ["Answer."]


def test_a_field_in_a_cell_is_read_with_the_cell() -> None:
    cells = (
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
        for words in ("Name", '<draw:control draw:control="c"/>')
    )
    field = '<form:text form:id="c" form:current-value="Ada"/>'
    body = f"<table:table><table:table-row>{''.join(cells)}</table:table-row></table:table>"
    assert texts(form(field) + body) == ["Name | Ada"]


def test_the_fields_of_each_sheet_are_its_own() -> None:
    def sheet(name: str, value: str) -> str:
        field = f'<form:text form:id="c" form:current-value="{value}"/>'
        row = "<table:table-row><table:table-cell><text:p>Words</text:p></table:table-cell></table:table-row>"
        shapes = '<table:shapes><draw:control draw:control="c"/></table:shapes>'
        return f'<table:table table:name="{name}">{form(field)}{shapes}{row}</table:table>'

    shown = texts(sheet("One", "Ada") + sheet("Two", "John"), "spreadsheet", "ods")
    assert [text for text in shown if text in ("Ada", "John")] == ["Ada", "John"]
