"""What is filled in on the forms of OpenDocument files."""

from __future__ import annotations

from lxml.etree import _Element

from corpus.office.open_styles import DRAW, OFFICE
from corpus.office.package import local_name

_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TICKED, _NOT_TICKED = "☑", "☐"
_HOLDERS = ("text", "page", "table")
_FIELDS = frozenset("text textarea formatted-text number date time combobox file".split())


class Forms:
    """The values of the fields of a file's forms, for the places where the fields are shown."""

    def __init__(self) -> None:
        self._fields: dict[_Element, dict[str, _Element]] = {}

    def value(self, control: _Element) -> str:
        """What the field holds that is shown at a place; "" for nothing and for a password.

        Args:
            control: the `draw:control` at that place.
        """
        name = control.get(DRAW + "control", "")
        for above in control.iterancestors():
            if local_name(above) in _HOLDERS and (field := self._fields_in(above).get(name)) is not None:
                return " ".join(_value(field).split())
        return ""

    def _fields_in(self, holder: _Element) -> dict[str, _Element]:
        if holder not in self._fields:
            self._fields[holder] = {
                name: field
                for forms in holder.iterfind(OFFICE + "forms")
                for field in forms.iter(f"{_FORM}*")
                if (name := field.get(_XML_ID) or field.get(_FORM + "id"))
            }
        return self._fields[holder]


def _value(field: _Element) -> str:
    label = field.get(_FORM + "label", "")
    match local_name(field):
        case "checkbox":
            is_ticked = field.get(_FORM + "current-state", field.get(_FORM + "state")) == "checked"
            return f"{_TICKED if is_ticked else _NOT_TICKED} {label}"
        case "radio":
            return f"{_TICKED if _is_on(field, 'selected') else _NOT_TICKED} {label}"
        case "listbox":
            chosen = (option for option in field.iterfind(_FORM + "option") if _is_on(option, "selected"))
            return ", ".join(option.get(_FORM + "label", "") for option in chosen)
        case "fixed-text" | "frame":
            return label
        case name if name in _FIELDS:
            return _now(field, "value") or "\n".join(map(str, field.itertext("{*}p")))
    return ""


def _is_on(field: _Element, name: str) -> bool:
    return _now(field, name) == "true"


def _now(field: _Element, name: str) -> str:
    """A value as it was left, or else as the form has it to begin with."""
    return field.get(f"{_FORM}current-{name}", field.get(_FORM + name, ""))
