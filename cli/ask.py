"""`qa ask`: its argument and options are the fields of a request."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import ValidationError

from cli.terminal import IndexOption, console
from qa.request import AskRequest, Filters
from qa.settings import Settings, read_settings
from web.field_types import Shape
from web.schema import FIELDS, RequestField, meaning

if TYPE_CHECKING:
    from web.request_models import RequestSchema  # made only when something is asked

_TYPED: Mapping[Shape, Any] = {"whole": int, "flag": bool, "names": list[str]}
"""What the command line reads each shape as; everything else is text, which the request model then checks."""
_DEFAULTS = Settings.model_construct()


def ask_command(fields: tuple[RequestField, ...] = FIELDS, filters: type[Filters] = Filters) -> Callable[..., None]:
    """The command, as typer takes it.

    Args:
        fields: of a request.
        filters: the record that has a field for each filter among them.
    """

    def ask(*, as_json: bool, index: Path | None, **given: Any) -> None:
        """Ask the index a question; exit status 0 also when it has no answer."""
        from web.request_models import request_schema

        settings = read_settings(index=index)
        _answer(asked(given, request_schema(settings, fields, filters)), settings, as_json=as_json)

    parameters = [_parameter(field) for field in fields if "option" in field.ways]
    as_json = Annotated[bool, typer.Option("--json", help="Print the answer as /ask gives it.")]
    parameters += [_named("as_json", as_json, False), _named("index", IndexOption, None)]
    ask.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    vars(ask)["__signature__"] = inspect.Signature(parameters)
    return ask


def asked(given: Mapping[str, Any], schema: RequestSchema) -> AskRequest:
    """The request that somebody makes on the command line.

    Args:
        given: the values of its options, by field; what was not given is None, or has its default.
        schema: what a request may hold.

    Raises:
        typer.BadParameter: a value is not allowed; the message says what to change, and of which option.
    """
    values = {field.parameter: given[field.name] for field in schema.coming("option") if given[field.name] is not None}
    try:
        return schema.request(schema.models["option"].model_validate(values))
    except ValidationError as invalid:
        error = invalid.errors()[0]
        raise typer.BadParameter(_fault(error, schema), param_hint=schema.field_at_fault(error).flag) from None


def _answer(request: AskRequest, settings: Settings, *, as_json: bool) -> None:
    """Ask the index and print the answer."""
    from cli.printing import answer_json, print_answer
    from index.snapshot import open_snapshot
    from qa.pipeline import load_assistant

    assistant = load_assistant(settings)
    answer = assistant.ask(open_snapshot(settings.index, assistant.encoder), request)
    if as_json:
        print(answer_json(answer))
    else:
        print_answer(answer, console())


def _parameter(field: RequestField) -> inspect.Parameter:
    """A field as an argument or an option of the command line."""
    rule = field.type.allowed.format(settings=_DEFAULTS)
    told = meaning(field, rule, "option").replace("`", "")
    if not field.flag.startswith("-"):
        return _named(field.name, Annotated[str, typer.Argument(metavar=field.flag, help=told)])
    option = typer.Option(field.flag, help=told, metavar=field.type.metavar or None)
    annotation = _TYPED.get(field.type.shape, str)
    default = None if field.type.repeats else field.type.default
    return _named(field.name, Annotated[annotation if default is not None else annotation | None, option], default)


def _named(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _fault(error: Mapping[str, Any], schema: RequestSchema) -> str:
    """What to change, in a sentence that follows the name of the option."""
    kind, limits = error["type"], error.get("ctx", {})
    field = schema.field_at_fault(error)
    if kind == "string_unicode":
        return "it holds bytes that are not text in UTF-8. Type it again."
    if kind in ("blank", "string_too_short"):
        return "it is empty. Type a question." if field.name == "question" else "it is empty."
    if kind == "string_too_long":
        return f"it has {len(error['input'])} characters; at most {limits['max_length']} are allowed."
    if kind == "dates_in_wrong_order":
        first, last = (error["input"][limits[name]] for name in ("field", "to"))
        return f"{first} is after {last}."
    if field.type.shape == "span":
        return (
            "it must be a document's id and the first and last of its characters, the last not included, such as "
            "news/pool.txt:120-180."
        )
    return f"it must be {schema.allowed[field.name]}."
