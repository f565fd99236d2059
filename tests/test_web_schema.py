"""A field of a request is declared once: a new row in the table is seen wherever a request is made or described."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

import cli.main
from cli.ask import ask_command
from index.seams import DocumentMeta
from qa.pipeline import Assistant
from qa.request import AskRequest, Filters
from qa.settings import Settings, read_settings
from qa.verdicts import KINDS
from tests.town import parsed, problem
from web.app import create_app
from web.field_types import DAY, FLAG, REQUIRED, names
from web.request_models import RequestSchema, request_schema
from web.schema import EVERY_WAY, FIELDS, JUDGED_FIELDS, KIND, Control, RequestField, Way, allowed, meaning

WRITTEN_IN = {"leisure/pool & baths.txt": "Welsh"}


@dataclass(frozen=True, slots=True)
class FiltersWithLanguage(Filters):
    """The filters, and one more."""

    speech: tuple[str, ...] = ()

    def passes(self, document: DocumentMeta) -> bool:
        return Filters.passes(self, document) and (not self.speech or WRITTEN_IN.get(document.id) in self.speech)


LANGUAGE = RequestField(
    "speech",
    names("the names of at most 100 languages", 20),
    "Languages, any of which will do.",
    is_filter=True,
    control=Control("languages", legend="Language", choices=lambda snapshot: ("Cornish", "Welsh")),
)
MORE_FIELDS = (*FIELDS, LANGUAGE)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[AskRequest]:
    """The requests that reach the assistant."""
    requests: list[AskRequest] = []
    ask = Assistant.ask

    def noting(self: Assistant, snapshot: Any, request: AskRequest) -> Any:
        requests.append(request)
        return ask(self, snapshot, request)

    monkeypatch.setattr(Assistant, "ask", noting)
    return requests


@pytest.fixture
def more(town: Path, tmp_path: Path) -> RequestSchema:
    settings = read_settings(index=town, encoder="hashing", reranker="none", feedback=tmp_path / "feedback.sqlite")
    return request_schema(settings, MORE_FIELDS, FiltersWithLanguage)


@pytest.fixture
def multilingual(more: RequestSchema) -> Iterator[TestClient]:
    """A service with a filter by speech, which is declared in no other place than here."""
    with TestClient(create_app(more.settings, more), base_url="http://127.0.0.1") as client:
        yield client


def languages(request: AskRequest) -> tuple[str, ...]:
    assert isinstance(request.filters, FiltersWithLanguage)
    return request.filters.speech


def test_a_new_field_is_taken_in_an_address_a_body_and_the_form(
    multilingual: TestClient, asked: list[AskRequest]
) -> None:
    asked.clear()
    multilingual.get("/ask?q=pool&speech=Welsh&speech=Manx")
    multilingual.post("/ask", json={"question": "pool", "filters": {"speech": ["Welsh"]}})
    multilingual.get("/?q=pool&speech=Cornish")
    multilingual.get("/ask?q=pool")
    assert [languages(request) for request in asked] == [("Welsh", "Manx"), ("Welsh",), ("Cornish",), ()]


def test_a_new_filter_limits_what_is_found_though_it_is_the_only_one(multilingual: TestClient) -> None:
    def found(speech: str) -> set[str]:
        passages = multilingual.get(f"/ask?q=pool{speech}").json()["passages"]
        return {passage["citation"]["document_id"] for passage in passages}

    assert found("&speech=Welsh") == set(WRITTEN_IN) < found("")
    assert multilingual.get("/ask?q=pool&speech=Manx").json()["reason"] == "nothing_matches_filters"


def test_a_new_field_stands_in_the_form_and_goes_along_with_a_judgement(
    multilingual: TestClient, asked: list[AskRequest]
) -> None:
    page = parsed(multilingual.get("/?q=when+did+the+pool+open&speech=Welsh").text)
    ticks = page.xpath("//fieldset[legend='Language']//input[@name='speech']")
    assert [(tick.get("value"), tick.get("checked") is not None) for tick in ticks] == [
        ("Cornish", False),
        ("Welsh", True),
    ]
    assert "Welsh" in page.xpath("string(//*[@aria-label='How the question was read'])")
    assert parsed(multilingual.get("/?speech=Welsh").text).xpath("//details[@open and @class='choices']")
    form = next(form for form in page.forms if form.action == "/feedback")
    assert ("speech", "Welsh") in form.form_values()
    asked.clear()
    response = multilingual.post(
        "/feedback", data={**dict(form.form_values()), "kind": "thumbs_up"}, follow_redirects=False
    )
    assert "&speech=Welsh&" in response.headers["location"]
    assert [languages(request) for request in asked] == [("Welsh",)]


def test_a_new_field_is_described_in_openapi_and_the_reference(multilingual: TestClient) -> None:
    described = multilingual.get("/openapi.json").json()
    parameters = {each["name"]: each for each in described["paths"]["/ask"]["get"]["parameters"]}
    assert parameters["speech"]["description"] == "Languages, any of which will do. Repeat it for several."
    filters = described["components"]["schemas"]["AskFilters"]["properties"]
    assert filters["speech"]["description"] == "Languages, any of which will do."
    for path, places in (("/docs", 2), ("/docs/records", 1)):  # of both addresses, and of a body
        assert len(parsed(multilingual.get(path).text).xpath("//th[normalize-space()='speech']")) == places


def test_a_new_field_is_named_in_problems(multilingual: TestClient) -> None:
    (wrong,) = problem(multilingual.get("/ask?q=pool&speech="), 422)["errors"]
    assert wrong == {
        "field": "speech",
        "message": "'speech' must be the names of at most 100 languages, each of 1 to 20 characters.",
        "allowed": "the names of at most 100 languages, each of 1 to 20 characters",
    }
    assert problem(multilingual.get("/ask?q=pool&tongue=x"), 422)["errors"][0]["allowed"].endswith(", speech")
    body = {"question": "pool", "filters": {"tongue": 1}}
    assert problem(multilingual.post("/ask", json=body), 422)["errors"][0]["allowed"].endswith(", speech")
    (wrong,) = problem(multilingual.post("/ask", json={"question": "pool", "filters": 1}), 422)["errors"]
    assert wrong["allowed"].endswith("source, document, authority, type, about_from, about_to and speech")


def test_a_new_field_is_an_option_of_the_command_line(
    town: Path, asked: list[AskRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_ENCODER", "hashing")
    monkeypatch.setenv("QA_RERANKER", "none")
    app = type(cli.main.app)()
    app.command()(ask_command(MORE_FIELDS, FiltersWithLanguage))
    run = CliRunner().invoke
    assert "--speech" in run(app, ["--help"], env={"COLUMNS": "200"}).output
    assert run(app, ["pool", "--speech", "Welsh", "--speech", "Manx", "--index", str(town)]).exit_code == 0
    assert [languages(request) for request in asked] == [("Welsh", "Manx")]
    assert "each of 1 to 20" in run(app, ["pool", "--speech", "Welsh"] + ["--speech", "x"] * 100).output


# The table itself


def test_every_field_belongs_to_the_record_it_is_named_after_and_none_is_forgotten() -> None:
    asked = {field.name for field in FIELDS if not field.is_filter}
    assert asked == {field.name for field in fields(AskRequest)} - {"filters", "today", "quoted"}
    assert {field.name for field in FIELDS if field.is_filter} == {field.name for field in fields(Filters)}


def test_defaults_are_those_of_the_records() -> None:
    request = AskRequest("?")
    for field in FIELDS:
        if field.type.default is not REQUIRED:
            assert field.type.default == getattr(request.filters if field.is_filter else request, field.name)


def test_what_may_stand_in_a_field_is_told_within_the_limits_of_the_settings() -> None:
    rules = allowed(Settings.model_construct(question_max_chars=2000, k_max=7))
    assert rules["q"] == rules["question"] == "text of 1 to 2,000 characters, not only spaces"
    assert rules["k"] == "a whole number from 1 to 7"
    assert (
        rules["filters"]
        == "an object with published_from, published_to, source, document, authority, type, about_from and about_to"
    )
    assert rules["expect"] == "an object with document, start and end"
    assert rules["kind"] == f"one of {', '.join(KINDS)}"
    for field in (*FIELDS, KIND, *JUDGED_FIELDS):
        assert rules[field.name]
    assert not any("{" in rule for rule in rules.values())


def test_a_meaning_ends_with_how_several_are_given_where_they_stand_beside_each_other() -> None:
    told: dict[Way, str] = {way: meaning(LANGUAGE, "", way) for way in get_args(Way)}
    assert {way for way in told if told[way].endswith(" Repeat it for several.")} == {"address", "form", "option"}
    assert meaning(FIELDS[0], "text", "body") == "The question: text."


def test_names_on_the_command_line_and_in_an_address_are_made_of_the_name() -> None:
    plain = RequestField("as_typed", FLAG, "")
    assert (plain.flag, plain.parameter, plain.ways) == ("--as-typed", "as_typed", EVERY_WAY)
    named = RequestField("published_from", DAY, "", short="from", option="--since")
    assert (named.flag, named.parameter) == ("--since", "from")
