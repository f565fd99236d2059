"""The documents say what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from typer.testing import CliRunner

from cli.main import app
from corpus.readers import FORMATS
from qa.settings import Settings


def settings_table() -> str:
    """The table of settings as docs/developers.md must hold it."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = field.default
        shown = " ".join(map(str, default)) if isinstance(default, tuple) else str(default)
        rows.append(f"| `QA_{name.upper()}` | `{shown}` | {field.description} |")
    return "\n".join(rows)


def test_the_developers_page_lists_every_setting(repo_root: Path) -> None:
    assert settings_table() in (repo_root / "docs" / "developers.md").read_text(encoding="utf-8")


def formats_table() -> str:
    """The table of formats as docs/developers.md must hold it."""
    rows = ["| a file holds | suffixes | media type |", "|---|---|---|"]
    for declared in FORMATS:
        suffixes = ", ".join(f"`{suffix}`" for suffix in declared.suffixes)
        rows.append(f"| {declared.name} | {suffixes} | `{declared.media_type}` |")
    return "\n".join(rows)


def test_the_developers_page_lists_every_format(repo_root: Path) -> None:
    assert formats_table() in (repo_root / "docs" / "developers.md").read_text(encoding="utf-8")


def test_the_readme_names_the_usual_suffix_of_every_format(repo_root: Path) -> None:
    readme = (repo_root / "README.md").read_text(encoding="utf-8")
    (named,) = re.findall(r"qa build \S+ +# ([. a-z]+), in folders or alone", readme)
    assert sorted(named.split()) == sorted(declared.suffixes[0] for declared in FORMATS)


def test_every_command_has_help_with_an_example() -> None:
    runner = CliRunner()
    commands = [
        "build",
        "ask",
        "serve",
        "eval",
        "judgements export",
        "judgements review",
        "models list",
        "models pull",
        "models verify",
    ]
    for command in commands:
        result = runner.invoke(app, [*command.split(), "--help"])
        assert result.exit_code == 0 and f"Example: qa {command}" in result.output, command


def test_links_in_the_documents_lead_somewhere(repo_root: Path) -> None:
    for page in [repo_root / "README.md", repo_root / "CONTRIBUTING.md", *sorted((repo_root / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_readme_names_the_commands_the_makefile_has(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"\bmake ([a-z-]+)", (repo_root / "README.md").read_text(encoding="utf-8"))
    assert {"serve", "test", "setup"} <= set(targets)
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_contributing_names_the_targets_that_the_makefile_has(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    listed = set(re.findall(r"^\| `make ([a-z-]+)", (repo_root / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M))
    assert listed == targets - {"help"}


def test_nothing_is_fitted_on_the_shipped_questions(repo_root: Path) -> None:
    makefile = (repo_root / "Makefile").read_text(encoding="utf-8")
    (sets,) = re.findall(r"^TRAINING_SETS := (.*)$", makefile, re.MULTILINE)
    assert "ofsted" in sets and "questions" not in sets
    assert makefile.count("eval/questions") == 1, "named once, to say that it is never among them"
    assert re.search(r"^fit:(?:.*\n\t)+.*TRAINING_SETS", makefile, re.MULTILINE)


def test_each_table_of_results_names_the_command_that_printed_it(repo_root: Path) -> None:
    tables = sorted((repo_root / "benchmarks" / "results").glob("*.md"))
    assert tables
    for table in tables:
        text = table.read_text(encoding="utf-8")
        assert re.match(r"# .+\n\n```sh\n(python|qa|make) ", text), table.name
