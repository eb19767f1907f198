"""A dossier and what a gathering asks in, the copy that is given out: the parts asked, and never what is one's own.

The answers are always in the copy, since a result is computed and never kept; whether they are shown is what *shares*
decides, wherever a project is read. Free texts are in it only if they are shared: the notes beside what could be shown;
the name, which tells the project, is always there.
"""

from collections.abc import Collection
from dataclasses import replace

from assessment.content.shelf import in_use, open_edition
from assessment.engine.answers import SHORT
from assessment.engine.contract import answer_file
from assessment.errors import Problem, StorageError
from assessment.storage.export import Json, answers_of
from assessment.storage.gathered import Share, Terms
from assessment.storage.kept import Dossier

#: What has to be shared for texts to be in the copy.
NOTES: Share = "notes"


def snapshot(dossier: Dossier, terms: Terms, shares: Collection[Share]) -> Json:
    """The answer file of what a dossier answers to the parts that *terms* ask; with its notes if *shares* has them.

    Raises StorageError when nothing of that is answered, AssessmentError when its edition is not here.
    """
    edition = open_edition(dossier.edition, in_use())
    answers = answers_of(dossier, edition)
    parts = answers.parts & set(terms.parts)
    if not parts:
        what = "ce dossier ne répond encore à rien de ce que demande la collecte."
        raise StorageError([Problem("nothing-to-give", "dossier", what, "Répondez d'abord, puis déposez.")])
    values = {name: value for name, value in answers.values.items() if edition.part_of[name] in parts}
    shown = {name: word for name, word in answers.shown.items() if name in values}
    notes = {name: text for name, text in answers.notes.items() if name in values and NOTES in shares}
    short = answers.short and parts == frozenset(SHORT)
    given = replace(answers, parts=frozenset(parts), values=values, shown=shown, notes=notes, short=short, actions=())
    return answer_file(given, edition)


def kept_shares(shares: tuple[Share, ...], terms: Terms) -> tuple[Share, ...]:
    """What somebody agreed to share, in order; raises StorageError when the gathering does not ask that."""
    if "result" not in shares or set(shares) - set(terms.shares):
        what = "ce partage n'est pas celui que demande la collecte."
        raise StorageError([Problem("wrong-shares", "partage", what, "Relisez ce qui est partagé, puis déposez.")])
    return tuple(each for each in terms.shares if each in shares)
