"""A group and a length in, the whole programme out: the days, what was left out and why, what comes after, advice."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.errors import AnswersError, Problem, nearest
from assessment.programme.choice import Chosen, choose, suits
from assessment.programme.group import Group, Need, advice_on
from assessment.programme.timetable import Slot, Time, titled

#: How many titles of one kind are named in what comes after.
NAMED = 3


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A module that is not in the programme, and why, in words."""

    module: str
    because: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A form'action for a group; needs are *covered* when their module is in it, *missed* otherwise."""

    group: Group
    days: tuple[tuple[Slot, ...], ...]
    left_out: tuple[LeftOut, ...]
    after: tuple[str, ...]
    advice: tuple[str, ...]
    covered: tuple[Need, ...]
    missed: tuple[Need, ...]


def make_programme(
    group: Group, time: Time, imposed: Collection[str] = (), excluded: Collection[str] = ()
) -> Programme:
    """The programme that serves most needs of *group* in *time*; raises AnswersError for wishes that cannot be."""
    edition = group.edition
    if wrong := [*_time_problems(time, edition), *_wish_problems(imposed, excluded, edition)]:
        raise AnswersError(wrong)
    chosen = choose(group, time, imposed, excluded)
    if chosen is None:
        raise AnswersError(
            [
                Problem(
                    "no-room",
                    "--impose",
                    "les modules imposés ne tiennent pas dans le temps donné.",
                    "Imposez-en moins, ou ajoutez un jour.",
                )
            ]
        )
    kept = frozenset(chosen.modules)
    return Programme(
        group,
        titled(chosen.days, {name: item.title for name, item in edition.items.items()}),
        tuple(_left_out(group, kept, excluded)),
        tuple(_after(group)),
        (*advice_on(group), *_above(group, chosen)),
        tuple(need for need in group.needs if need.module in kept),
        tuple(need for need in group.needs if need.module not in kept),
    )


def _time_problems(time: Time, edition: Edition) -> Iterator[Problem]:
    method = edition.programme
    if not 1 <= time.days <= method.days_at_most:
        what = f"un programme dure de 1 à {method.days_at_most} jours."
        yield Problem("wrong-days", "--days", what, "Changez le nombre de jours.")
    least = method.opening.minutes + method.closing.minutes + method.durations[0].minutes
    if time.minutes < least or time.minutes > 12 * 60:
        what = f"un jour dure de {-(-least // 60)} à 12 heures."
        yield Problem("wrong-hours", "--hours", what, "Changez le nombre d'heures.")


def _wish_problems(imposed: Collection[str], excluded: Collection[str], edition: Edition) -> Iterator[Problem]:
    known = [each.id for each in edition.programme.modules]
    for where, names in (("--impose", imposed), ("--exclude", excluded)):
        for name in names:
            if name not in known:
                what = f"aucun module ne s'appelle « {name} »."
                yield Problem("unknown-module", where, what, nearest(name, known) or "Les modules vont de M01 à M17.")
    for name in sorted(set(imposed) & set(excluded)):
        yield Problem("imposed-and-excluded", name, "il est imposé et écarté à la fois.", "Choisissez.")


def _left_out(group: Group, kept: Collection[str], excluded: Collection[str]) -> Iterator[LeftOut]:
    said = group.edition.programme.left_out
    for each in group.edition.programme.modules:
        if each.id in kept:
            continue
        if each.id in excluded:
            yield LeftOut(each.id, said.imposed_out)
        elif not group.served_by(each.id):
            yield LeftOut(each.id, said.nobody)
        else:
            yield LeftOut(each.id, said.no_room if suits(each, group) else said.level)


def _after(group: Group) -> Iterator[str]:
    """The resources that most participants are recommended, then the follow-up."""
    method = group.edition.programme
    for each in method.after:
        counted: Counter[str] = Counter()
        for one in group.participants:
            counted.update(found.item.id for found in one.found.advice.recommendations if found.item.kind == each.kind)
        places = {name: place for place, name in enumerate(group.edition.items)}
        best = sorted(counted, key=lambda name: (-counted[name], places[name]))[:NAMED]
        if best:
            yield each.text.format(titles=", ".join(_title(group.edition.items[name]) for name in best))
    yield method.follow_up


def _title(item: Item) -> str:
    return f"« {item.title} »"


def _above(group: Group, chosen: Chosen) -> Iterator[str]:
    for name in chosen.modules:
        if below := group.below(name):
            said = group.edition.programme.advice.above
            yield said.format(module=_title(group.edition.items[name]), participants=", ".join(below))
