"""Bytes of a JSON file in, its data out: only what an answer file may look like, whatever it then says.

Python's own reader takes more than JSON is: repeated keys, of which the last wins, NaN, numbers without end, halves of
signs. All of it is refused here, and so is whatever is too deep or too much, so that nothing later has to doubt it.
"""

import json
from codecs import BOM_UTF8
from typing import Any, Literal, NoReturn

#: Bytes of a file.
LARGEST = 2_000_000
#: Levels inside one another, values, and signs of one text; the fullest answer file has 5, 300 and 300.
DEEPEST, MOST, LONGEST = 20, 2_000, 2_000
#: Whole numbers that every program reads alike.
GREATEST = 2**53

Wrong = Literal["too-large", "not-utf8", "not-json", "repeated-key", "impossible-value", "too-deep", "too-much"]


class NotTaken(Exception):
    """The file is refused; *code* says why."""

    def __init__(self, code: Wrong) -> None:
        self.code: Wrong = code
        super().__init__(code)


def load(content: bytes) -> Any:  # noqa: ANN401 - whatever the file says
    """The data of a JSON file: dict, list, text, number, true, false, None; raises NotTaken."""
    if len(content) > LARGEST:
        raise NotTaken("too-large")
    try:
        # Without the codec for a byte order mark: it stands in a file, and a limited child opens none.
        text = content.removeprefix(BOM_UTF8).decode()
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise NotTaken("not-utf8") from error
    except RecursionError as error:
        raise NotTaken("too-deep") from error
    except ValueError as error:
        raise NotTaken("not-json") from error
    measure(data)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotTaken("repeated-key")
    return found


def _no_constant(name: str) -> NoReturn:
    raise NotTaken("impossible-value")


def measure(data: object) -> None:
    """Raise NotTaken for what is too deep, too much, or cannot be kept."""
    # Level by level, so that no depth matters here.
    level, depth, count = [data], 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > DEEPEST:
            raise NotTaken("too-deep")
        if count > MOST:
            raise NotTaken("too-much")
        level = [inner for each in level for inner in _inside(each)]


def _inside(value: object) -> list[object]:
    """What *value* holds, its keys among them, once it is known to be possible itself."""
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float) and not abs(value) <= GREATEST:  # NaN is not either
        raise NotTaken("impossible-value")
    return []


def _check_text(text: str) -> None:
    if len(text) > LONGEST:
        raise NotTaken("too-much")
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise NotTaken("impossible-value")
