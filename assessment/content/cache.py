"""Bytes of a content file in, the file parsed out: what YAML said of the same bytes before is kept on disk as JSON.

Reading YAML in Python takes nearly all of an opening; JSON is read a hundred times faster. Looking for what is wrong
takes half of the rest: that nothing was, in exactly these files, is kept too. What is kept is data only,
under a name made of the file's own bytes and of the reader that read them: nothing goes stale, and only what was
accepted is kept. Whatever is amiss (cut short, changed, no room, no right to write) costs time and nothing else.

For our own content, never for what strangers hand in.
"""

import json
import os
import secrets
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import VERSION as PYDANTIC_VERSION

from assessment.content import yaml_text
from assessment.content.yaml_text import YamlText, decode
from assessment.errors import Problem
from assessment.settings import data_folder

#: Files kept, those used last; an edition and its catalogue are 25, and one save of an author adds one.
MOST = 256
#: Kept of files in which nothing is wrong.
SOUND = b"true"
#: What YAML knows and JSON does not, by the key that marks it.
DATES = {"!date": date, "!datetime": datetime}


def parsed(content: bytes, name: str, folder: Path | None = None) -> YamlText:
    """The same as `parse`, from *folder* (by default the cache of this installation) when it holds these bytes."""
    folder = folder or data_folder() / "cache"
    place = folder / sha256(_reader() + content).hexdigest()
    try:
        data = json.loads(kept(place), object_hook=_with_dates)
    except (OSError, ValueError):
        from assessment.content.yaml_reading import parse  # its library is loaded only when something changed

        text = parse(content, name)
        _keep_data(text.data, place)
        return text
    return YamlText(name, decode(content, name), data)


def examined(
    files: Iterable[tuple[str, str]], examine: Callable[[], list[Problem]], folder: Path | None = None
) -> list[Problem]:
    """What *examine* finds wrong in *files* (name, text); nothing at once when it found nothing in the same before."""
    folder = folder or data_folder() / "cache"
    place = folder / sha256(b"sound" + examiner() + repr(list(files)).encode()).hexdigest()
    with suppress(OSError, ValueError):
        if kept(place) == SOUND:
            return []
    wrong = examine()
    if not wrong:
        keep(SOUND, place)
    return wrong


@lru_cache(maxsize=1)
def examiner() -> bytes:
    """What reads content and looks for mistakes here: other sources or another pydantic could do otherwise."""
    sources = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(b"".join(sources) + PYDANTIC_VERSION.encode()).digest()


@lru_cache(maxsize=1)
def _reader() -> bytes:
    """What reads YAML here: other sources or another ruamel could read the same bytes otherwise."""
    reading = Path(yaml_text.__file__).with_name("yaml_reading.py")
    sources = (Path(each).read_bytes() for each in (yaml_text.__file__, reading, __file__))
    return sha256(b"".join(sources) + version("ruamel.yaml").encode()).digest()


def _check(place: Path) -> None:
    """PermissionError where somebody else could have written."""
    if os.name != "posix":
        return  # Windows tells it otherwise, and a person's own folders are their own there
    found = place.stat()
    if found.st_uid != os.geteuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(place)


def kept(place: Path) -> bytes:
    """What is kept at *place*; OSError or ValueError if there is nothing, or not as it was written."""
    _check(place.parent)
    _check(place)
    mark, _, body = place.read_bytes().partition(b"\n")
    if mark != _mark(place, body):
        raise ValueError(place)
    with suppress(OSError):
        os.utime(place)
    return body


def keep(body: bytes, place: Path) -> None:
    """Keep *body* at *place*, whole or not at all; not where there is no room, or no right to write."""
    with suppress(OSError):
        for folder in (place.parent.parent, place.parent):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _check(place.parent)
        made = place.with_name(f"{secrets.token_hex(8)}.new")
        try:
            made.touch(mode=0o600)
            made.write_bytes(_mark(place, body) + b"\n" + body)
            made.replace(place)
        finally:
            made.unlink(missing_ok=True)
        _prune(place.parent)


def _keep_data(data: object, place: Path) -> None:
    """Keep *data* if it comes back from JSON exactly as it is."""
    try:
        body = json.dumps(data, default=_marked, ensure_ascii=False, separators=(",", ":")).encode()
        same = repr(json.loads(body, object_hook=_with_dates)) == repr(data)
    except (TypeError, ValueError):
        return
    if same:
        keep(body, place)


def _mark(place: Path, body: bytes) -> bytes:
    return sha256(place.name.encode() + body).hexdigest().encode()


def _prune(folder: Path) -> None:
    files = (path for path in folder.iterdir() if path.is_file())
    for path in sorted(files, key=lambda path: path.stat().st_mtime_ns, reverse=True)[MOST:]:
        path.unlink(missing_ok=True)


def _marked(value: object) -> dict[str, str]:
    if isinstance(value, date):
        return {f"!{type(value).__name__}": value.isoformat()}
    raise TypeError(value)


def _with_dates(found: dict[str, Any]) -> Any:  # noqa: ANN401 - a date, or the keys that JSON found
    kind = DATES.get(next(iter(found), "")) if len(found) == 1 else None
    return kind.fromisoformat(*found.values()) if kind else found
