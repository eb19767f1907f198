"""Models in, YAML out: what reads back as the same model, laid out as an author would.

Values that are the default are left out; a test of a condition, a short list of names and a worked example stand on one
line; long texts are folded. Written by hand, since it decides every line; what is written is always read back.
"""

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from assessment.content.conditions import LevelTest, TypeTest, Written

#: Signs on a line, signs of a text before it is folded, and of a list or mapping before it takes several lines.
WIDTH, LONG = 116, 100
#: Where something comes from stands after what it is, and before these keys.
SOURCE, AFTER_SOURCE = ("source", "reason"), ("evidence", "choices", "fires")
#: Keys of what always takes several lines.
TOLD = {"id", "label", "name", "question", "phase"}
NAME = re.compile(r"[^\s,\[\]{}:#&*!|>'\"%@`]+")
#: A text that is put between quotes, anywhere and inside brackets.
QUOTED = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|\s$|[\x00-\x1f\x7f-\x9f]|^[-+.\d][-+.:\w]*( [-+.:\dZ]+)?$"
    r"|^(true|false|yes|no|on|off|y|n|null|~|=|<<|)$",
    re.IGNORECASE,
)
INSIDE = re.compile(r"[,\[\]{}]")
#: Lines that can stand one under the other as they are, and a text that cannot be one line broken at its spaces.
LITERAL = re.compile(r"[^\s\x00-\x1f\x7f-\x9f][^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]*\n?(?<!\n\n)", re.DOTALL)
NOT_FOLDED = re.compile("[\n\r\t\x85\u2028\u2029]|  |^ | $")


def plain(value: Any) -> Any:  # noqa: ANN401 - any part of a model
    """A model as plain data (mappings, lists, texts, numbers, dates): defaults left out, keys in an author's order."""
    if isinstance(value, Written):
        return {key: plain(inside) for key, inside in _given(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value


def keys(model: type[Written]) -> dict[str, str]:
    """Key -> field of a model, in the order in which authors write them."""
    fields = {field.alias or name: name for name, field in model.model_fields.items()}
    source = {key: fields.pop(key) for key in SOURCE if key in fields}
    ordered: dict[str, str] = {}
    for key, name in fields.items():
        if key in AFTER_SOURCE:
            ordered |= source
        ordered[key] = name
    return ordered | source


def dump(data: dict[str, Any] | list[Any]) -> str:
    """Plain data as YAML, on several lines unless there is nothing."""
    if not data:
        return f"{one_line(data)}\n"
    return "".join(f"{line}\n" for line in _block(data))


def one_line(data: Any) -> str:  # noqa: ANN401 - plain data
    """Plain data as YAML on a single line.

    >>> one_line({"answer": "BES1", "in": [1, 2]})
    '{answer: BES1, in: [1, 2]}'
    """
    if isinstance(data, dict):
        return "{" + ", ".join(f"{one_line(key)}: {one_line(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return f"[{', '.join(one_line(value) for value in data)}]"
    return _quoted(data) if isinstance(data, str) and INSIDE.search(data) else _scalar(data)


def _given(model: Written) -> Iterator[tuple[str, Any]]:
    for key, name in keys(type(model)).items():
        field, value = type(model).model_fields[name], getattr(model, name)
        if field.is_required() or value != field.get_default(call_default_factory=True):
            single = isinstance(model, TypeTest | LevelTest) and len(value) == 1
            yield key, value[0] if single else value


def _block(data: dict[str, Any] | list[Any]) -> Iterator[str]:
    """The lines of a mapping or a list, from the left edge."""
    if isinstance(data, dict):
        for key, value in data.items():
            first, *rest = _value(value)
            yield f"{_scalar(key)}:{first and ' '}{first}"
            yield from (f"  {line}" if line else line for line in rest)
        return
    for value in data:
        first, *rest = _value(value)
        if not first:
            first, *rest = rest
        yield f"- {first}"
        yield from (f"  {line}" if line else line for line in rest)


def _value(data: Any) -> list[str]:  # noqa: ANN401 - plain data
    """The lines of a value: the first follows its key, and is empty when the value begins below."""
    if isinstance(data, dict | list):
        return [one_line(data)] if _is_short(data) and len(one_line(data)) <= LONG else ["", *_block(data)]
    if not isinstance(data, str):
        return [_scalar(data)]
    if len(data) > LONG and not NOT_FOLDED.search(data):
        return [">-", *textwrap.wrap(data, WIDTH - 4, break_long_words=False, break_on_hyphens=False)]
    if "\n" in data and LITERAL.fullmatch(data):
        return ["|" if data.endswith("\n") else "|-", *data.removesuffix("\n").split("\n")]
    return [_scalar(data)]


def _is_short(data: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether something may stand on one line: names and numbers, and tests of a condition one by one."""
    if isinstance(data, dict):
        return not data.keys() & TOLD and all(_is_short(value) for value in data.values())
    if isinstance(data, list):
        return not any(isinstance(each, dict | list) for each in data) and all(_is_short(each) for each in data)
    return bool(NAME.fullmatch(str(data)))


def _scalar(value: Any) -> str:  # noqa: ANN401 - plain data
    if isinstance(value, str):
        return _quoted(value) if QUOTED.search(value) else value
    return json.dumps(value) if value is None or isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
