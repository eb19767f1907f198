"""The catalogue as written: formats, modules, courses, MOOC, parcours, centres, communities, methods, publications."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from assessment.content.conditions import Written
from assessment.content.plain_words import Jargon, Verbatim
from assessment.content.questionnaire import Sourced

Kind = Literal["format", "module", "course", "mooc", "parcours", "centre", "community", "method"]
#: How an offer was last known: described in 2018, launched, only announced, or confirmed since.
Status = Literal["decrit_2018", "lance_2017", "annonce", "confirme"]


class Item(Sourced):
    """Anything that can be recommended.

    *checked* is the day a person last opened the address or confirmed the offer; without it the item is « à vérifier ».
    """

    id: str
    kind: Kind
    title: str
    summary: str
    audience: str
    duration: str | None = None
    group: str | None = None
    obligations: str | None = None
    how_to_begin: str
    address: str | None = None
    other_addresses: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    status: Status
    checked: date | None = None
    tags: tuple[str, ...] = ()
    family: str | None = None
    note: str | None = None
    experiments: int | None = None  #: times a method was tried, as counted by its authors
    partners: str | None = None
    components: tuple[str, ...] = ()  #: parts of a parcours
    sections: dict[str, str] = Field(default_factory=dict)  #: door id -> the centre's own section

    @property
    def to_check(self) -> bool:
        """Whether nobody confirmed it."""
        return self.checked is None


class Family(Sourced):
    """A family of items: a format with its variants, a family of modules, an axis of methods."""

    id: str
    title: str
    summary: str


class Component(Sourced):
    """A component of the parcours d'expérience."""

    id: str
    title: str
    summary: str
    duration: str | None = None
    mandatory: bool | None = None  #: unknown when the sources do not say


class Publication(Sourced):
    """A text to read, linked and never copied."""

    id: str
    title: str
    publisher: str
    year: int
    helps: str
    address: str | None = None
    checked: date | None = None


class Figure(Sourced):
    """A dated figure of context: an opinion at a time, never a norm to compare with."""

    id: str
    text: str
    year: int
    base: str


class Reference(Written):
    """A source that content names by its id."""

    id: str
    title: str
    publisher: str
    date: str
    address: str | None = None
    note: str | None = None


class Tag(Written):
    """A word by which guard-rails recognise items."""

    id: str
    meaning: str


class Kinds(Written):
    """What a kind of item is called, for one and for several."""

    id: Kind
    label: str
    plural: str
    plain: str


class Catalogue(Written):
    """Everything one can learn from, its sources, and what is said about all of it.

    Each file of the folder holds some of these keys; `merge` joins them.
    """

    kinds: tuple[Kinds, ...] = ()
    tags: tuple[Tag, ...] = ()
    families: tuple[Family, ...] = ()
    components: tuple[Component, ...] = ()
    items: tuple[Item, ...] = ()
    publications: tuple[Publication, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    statuses: dict[Status, str] = Field(default_factory=dict)
    to_check: str = ""  #: « à vérifier », in full
    offers_notice: str = ""  #: offers were described in 2017-2018
    not_found: tuple[str, ...] = ()  #: what could not be found, said plainly
    sentence_at_most: int | None = Field(None, ge=1)  #: words in a sentence that people read
    jargon: tuple[Jargon, ...] = ()
    verbatim: tuple[Verbatim, ...] = ()

    @cached_property
    def reference(self) -> Mapping[str, Reference]:
        """Every source by its id."""
        return {each.id: each for each in self.references}


def merge(files: Iterable[Catalogue]) -> Catalogue:
    """One catalogue from its files: lists are joined in the order given, the rest is taken where it stands."""
    files = tuple(files)
    merged: dict[str, Any] = {}
    for name in Catalogue.model_fields:
        values = [getattr(file, name) for file in files if getattr(file, name)]
        if values:
            merged[name] = sum(values, ()) if isinstance(values[0], tuple) else values[0]
    return Catalogue.model_construct(**merged)
