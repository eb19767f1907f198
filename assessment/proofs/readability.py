"""An edition in, every sentence that people would read twice out: too long, or with a word that only some know.

What is too long, which words to avoid and which keys quote others is content: catalogue/plain_words.yaml. A word that a
questionnaire explains (`definitions`) may be used.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.content.conditions import Leaf, Written
from assessment.content.edition import Edition
from assessment.content.plain_words import Jargon, Verbatim
from assessment.content.reading import parts
from assessment.content.vocabulary import taken
from assessment.content.yaml_text import Step
from assessment.errors import Problem
from assessment.proofs.places import Places

_SPACES = "\u00a0\u202f"
#: A stop, what closes after it, and then the beginning of another sentence; « M. » and « art. 15 » do not stop.
_END = re.compile(r"(?<![\s(][A-Za-z]\.)(?<=[.?!…])((?:\s?[»)])*)\s+(?=(?:[«(\[→—-]\s*)*[A-ZÀ-ÖØ-Þ{])")
_WORD = re.compile(r"aujourd'hui|\w+(?:-\w+)*")
#: Models whose texts are no sentences for people: conditions, and the very list of words to avoid.
_APART = (Leaf, Jargon, Verbatim)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A sentence and what is wrong with it: *what* and *remedy* are French sentences."""

    code: str
    sentence: str
    what: str
    remedy: str


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line of its own is one.

    >>> sentences("Et si … ? Rien ne bouge. « Fini. » C'est l'art. 15.\\nSuite")
    ('Et si … ?', 'Rien ne bouge.', '« Fini. »', "C'est l'art. 15.", 'Suite')
    """
    lines = (" ".join(line.split()) for line in text.translate(dict.fromkeys(map(ord, _SPACES), " ")).splitlines())
    ended = (_END.sub(r"\1\n", line) for line in lines)
    return tuple(sentence for line in ended for sentence in line.split("\n") if sentence)


def words(sentence: str) -> int:
    """How many words a sentence has; an apostrophe parts two, a hyphen does not.

    >>> words("L'essai d'aujourd'hui : un savoir-faire, {count} fois !")
    8
    """
    return sum(1 for _ in _WORD.finditer(_straight(sentence).casefold()))


@dataclass(frozen=True)
class Reader:
    """Reads texts as an edition asks: with its longest sentence, its words to avoid, and the words it explains."""

    edition: Edition

    def unclear(self, text: str) -> Iterator[Unclear]:
        """Every finding in a text, sentence by sentence."""
        for sentence in sentences(text):
            yield from self._long(sentence)
            yield from self._jargon(sentence)

    def _long(self, sentence: str) -> Iterator[Unclear]:
        most, count = self.edition.catalogue.sentence_at_most, words(sentence)
        if most is not None and count > most:
            what = f"cette phrase a {count} mots : « {sentence.rstrip('.')} »."
            yield Unclear("long-sentence", sentence, what, f"Coupez-la : {most} mots au plus.")

    def _jargon(self, sentence: str) -> Iterator[Unclear]:
        left = self._kept.sub(" ", _straight(sentence))
        for found in dict.fromkeys(match[0].casefold() for match in self._avoided.finditer(left)):
            told = next(each for each in self.edition.catalogue.jargon if _pattern(_forms(each)).fullmatch(found))
            what = f"tout le monde ne connaît pas « {found} » : « {sentence.rstrip('.')} »."
            yield Unclear("jargon", sentence, what, f"Écrivez plutôt, par exemple : « {told.instead} ».")

    @cached_property
    def _avoided(self) -> re.Pattern[str]:
        explained = {term.term for part in self.edition.questionnaires for term in part.definitions}
        return _pattern(
            form
            for each in self.edition.catalogue.jargon
            if not any(_pattern(_forms(each)).fullmatch(term) for term in explained)
            for form in _forms(each)
        )

    @cached_property
    def _kept(self) -> re.Pattern[str]:
        """Titles, as they are written, and expressions in which a word stays."""
        catalogue = self.edition.catalogue
        titled = (*catalogue.items, *catalogue.families, *catalogue.components)
        titles = {each.title for each in (*titled, *catalogue.publications, *catalogue.references)}
        named = {lever.title for lever in self.edition.levers.levers}
        stays = {form for each in catalogue.jargon for form in each.kept_in}
        exact = sorted((_straight(each) for each in titles | named), key=len, reverse=True)
        longest = sorted((_straight(each) for each in stays), key=len, reverse=True)
        free = "|".join(f"(?i:{re.escape(each)})" for each in longest)
        return re.compile("|".join(filter(None, (rf"\b(?:{'|'.join(map(re.escape, exact))})(?!\w)", free))))


def unreadable(edition: Edition, places: Places) -> list[Problem]:
    """Every text of the content that people read with difficulty, at its line."""
    reader, verbatim = Reader(edition), {each.key for each in edition.catalogue.verbatim}
    models = tuple(file.model for file in places.files) or _models(edition)
    return [
        Problem(found.code, places.where(part, *below), found.what, found.remedy)
        for model in models
        for _, part in parts(model)
        if not isinstance(part, _APART)
        for below, text in _texts(part, verbatim)
        for found in reader.unclear(text)
    ]


def _models(edition: Edition) -> tuple[Written, ...]:
    kept = (edition.card, *edition.questionnaires, edition.placement, edition.levers, edition.needs)
    return (*kept, *edition.rules, edition.limits, edition.catalogue)


def _texts(part: Written, verbatim: Iterable[str]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The texts that stand in *part* itself, with their keys: neither names of other things nor verbatim."""
    for name, field in type(part).model_fields.items():
        key = field.alias or name
        if key == "id" or key in verbatim or taken(type(part), key):
            continue
        value = getattr(part, name)
        inside: Iterable[tuple[Step, object]] = ()
        if isinstance(value, str):
            yield (key,), value
        elif isinstance(value, Mapping):
            inside = value.items()
        elif isinstance(value, tuple):
            inside = enumerate(value)
        yield from (((key, step), text) for step, text in inside if isinstance(text, str))


def _forms(jargon: Jargon) -> tuple[str, ...]:
    return (jargon.word, *jargon.forms)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words, each word in the singular or in the plural."""
    told = (r"\s+".join(f"{re.escape(word)}(?:s|x)?" for word in _straight(form).split()) for form in forms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(told) or '(?!)'})(?![\w-])", re.IGNORECASE)


def _straight(text: str) -> str:
    return text.replace("’", "'")
