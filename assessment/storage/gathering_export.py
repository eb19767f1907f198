"""All that is kept of a gathering in, one JSON file for its owner out. Pure.

What a participant did not share is not in it: without their answers, the result is told, and no answer that it quotes.
While the owner reads blind, no name is in it either, and no note, which may name somebody.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.content.edition import Edition
from assessment.engine.answers import PARTS
from assessment.engine.assess import assess
from assessment.engine.contract import result
from assessment.engine.reading import KEYS, read_answers
from assessment.errors import AssessmentError
from assessment.storage.export import Json, as_json, plain
from assessment.storage.gathered import Deposited, Noted, WholeGathering

FORMAT, VERSION = "jalons-collecte", 1
#: What opens the gathering, or means nothing in a file.
LEFT_OUT = frozenset({"code", "token", "looks_only", "version"})


def export_gathering(whole: WholeGathering, editions: Mapping[str, Edition]) -> bytes:
    """UTF-8 JSON: *gathering* with its terms and dates, *blind*, *links* without their hashes, *projects*, *journal*.

    A project has *answers*, its answer file, where they were shared, else None, and *result*, as the contract has it,
    where they were not (None when its edition is not one of *editions*).
    """
    return b"".join(export_pieces(whole, editions))


def export_pieces(whole: WholeGathering, editions: Mapping[str, Edition]) -> Iterator[bytes]:
    """The same piece by piece: one for each project, which brings what stands before it, then the journal.

    A project, and an entry of the journal, has a line of its own: that costs a tenth of a line for each value.
    """
    blind = is_blind(whole.noted)
    head = {
        "format": FORMAT,
        "version": VERSION,
        "gathering": {
            **{name: value for name, value in plain(whole.gathering).items() if name not in LEFT_OUT},
            "terms": plain(whole.gathering.terms),
        },
        "blind": blind,
        "links": [plain(each) for each in whole.links],
    }
    before = f'{as_json(head, indent=1).removesuffix("}").rstrip()},\n "projects": ['
    for each in whole.projects:
        yield f"{before}\n  {as_json(_project(each, editions, blind=blind))}".encode()
        before = ","
    before = "" if whole.projects else before
    journal = ",".join(f"\n  {as_json(plain(each))}" for each in whole.noted)
    yield f'{before}\n ],\n "journal": [{journal}\n ]\n}}\n'.encode()


def is_blind(noted: Sequence[Noted]) -> bool:
    """Whether the owner reads blind now."""
    last = next((each.value for each in reversed(noted) if each.kind == "blind"), None)
    return isinstance(last, dict) and bool(last.get("on"))


def without_answers(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """A result of the contract without the answers that it quotes."""
    if isinstance(value, dict):
        return {name: without_answers(each) for name, each in value.items() if name != "answer"}
    return [without_answers(each) for each in value] if isinstance(value, list) else value


def _project(project: Deposited, editions: Mapping[str, Edition], *, blind: bool) -> Json:
    content = dict(project.content)
    if blind:
        content.pop("subject", None)
    if blind or "notes" not in project.shares:
        content = _without_notes(content)
    shared = "answers" in project.shares
    told = {name: value for name, value in plain(project).items() if name not in ("content", "withdrawable")}
    return {
        **told,
        "name": "" if blind else project.name,
        "answers": content if shared else None,
        "result": None if shared else _result(project, editions.get(project.edition)),
    }


def _without_notes(content: Json) -> Json:
    """An answer file without the texts beside what could be shown."""
    parts = {part: content[part] for part in PARTS if isinstance(content.get(part), dict)}
    return content | {part: {key: each for key, each in told.items() if key != "notes"} for part, told in parts.items()}


def _result(project: Deposited, edition: Edition | None) -> Json | None:
    if edition is None or not any(part in project.content for part in PARTS):
        return None
    known = {name: value for name, value in project.content.items() if name in KEYS}
    try:
        return without_answers(result(assess(read_answers(known, edition), edition)))
    except AssessmentError:  # an import that this edition does not read is told by the page that imports
        return None
