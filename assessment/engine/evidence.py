"""What a part of an answer file says could be shown in, words and notes by question out, and every problem of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from assessment.content.edition import Edition
from assessment.engine.answers import Shown, clean
from assessment.errors import Problem

SHOWN: tuple[Shown, ...] = get_args(Shown)
#: Signs of a note.
LONGEST_NOTE = 200
#: Keys of a part that say it.
KEYS = ("shown", "notes")


@dataclass(frozen=True, slots=True)
class Evidence:
    """*shown*: question -> what could be shown; *notes*: question -> which document or outside look that is."""

    shown: Mapping[str, Shown] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_evidence(part: str, data: Mapping[str, Any], edition: Edition) -> Evidence:
    """What *data*, a part of an answer file, says could be shown for its key answers."""
    found: list[Problem] = []
    words = _told(part, "shown", data.get("shown"), edition, found)
    wrong = {name: word for name, word in words.items() if word not in SHOWN}
    for name, word in wrong.items():
        what = f"« {word} » n'est pas admis."
        found.append(Problem("not-a-proof", f"{part} › shown › {name}", what, f"Écrivez {', '.join(SHOWN)}."))
    texts = _told(part, "notes", data.get("notes"), edition, found)
    for name, text in texts.items():
        backed = name in wrong or words.get(name, "no") != "no"
        found.extend(_note_amiss(name, text, f"{part} › notes › {name}", backed=backed))
    if found:
        return Evidence(problems=tuple(found))
    cleaned = {name: clean(text, LONGEST_NOTE) for name, text in texts.items()}
    return Evidence(words, {name: text for name, text in cleaned.items() if text})


def _told(part: str, key: str, given: Any, edition: Edition, found: list[Problem]) -> dict[str, Any]:  # noqa: ANN401 - raw file
    """What stands under *key*, key question by key question, without the lines left empty; *found*: what is wrong."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        example = {"shown": "document", "notes": "bilan d'essai"}[key]
        what = f"on attend « BES1: {example} » par ligne."
        found.append(Problem("wrong-part", f"{part} › {key}", what, "Corrigez-le."))
        return {}
    known = ", ".join(edition.key_questions)
    for name in given:
        if name not in edition.key_questions:
            what = f"« {name} » n'est pas une question clé."
            found.append(Problem("not-a-key-question", f"{part} › {key} › {name}", what, f"Questions clés : {known}."))
    return {name: each for name, each in given.items() if each is not None and name in edition.key_questions}


def _note_amiss(name: str, text: Any, where: str, *, backed: bool) -> Iterator[Problem]:  # noqa: ANN401 - raw file
    """What keeps *text* from being the note of a question; *backed*: something is shown for its answer."""
    if not isinstance(text, str):
        yield Problem("not-a-note", where, "la note doit être un texte.", "Mettez-la entre guillemets.")
        return
    signs = len(clean(text, None))
    if signs > LONGEST_NOTE:
        what = f"cette note a {signs} signes, pour {LONGEST_NOTE} au plus."
        yield Problem("too-long-note", where, what, "Raccourcissez-la.")
    if signs and not backed:
        what = f"rien n'est montré pour {name} : une note dit quel document ou quel regard extérieur."
        yield Problem("note-of-nothing", where, what, f"Ajoutez {name} sous « shown: », ou retirez la note.")
