"""A group and a length in, the whole programme out: the days, what was left out and why, what comes after, advice."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assessment.content.catalogue import Item
from assessment.content.edition import Edition
from assessment.content.levers import Door
from assessment.errors import AnswersError, Problem, nearest
from assessment.programme.cautions import cautions
from assessment.programme.choice import choose, serving_enough, suits
from assessment.programme.composition import advised
from assessment.programme.covering import covered
from assessment.programme.group import Group, Need
from assessment.programme.timetable import Slot, Time, titled

CENTRE = "centre"
#: How many titles of one kind are named in what comes after.
NAMED = 3


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A module that is not in the programme, and why, in words."""

    module: str
    because: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A form'action for a group; needs are *covered* when their participant works on their module, *missed* otherwise.

    *days* has one entry for each day of *time* that holds something; *advice*: sentences, the group's composition
    first, then whatever is to be watched in these days.
    """

    group: Group
    time: Time
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
    if wrong := wishes_that_cannot_be(time, imposed, excluded, edition):
        raise AnswersError(list(wrong))
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
    days = titled(chosen.days, {name: item.title for name, item in edition.items.items()}, edition.programme)
    met, missed = covered(days, group)
    return Programme(
        group,
        time,
        days,
        left_out(group, chosen.modules, excluded),
        tuple(_after(group)),
        (*(each.text for each in advised(group)), *(each.text for each in cautions(days, group, time))),
        met,
        missed,
    )


def wishes_that_cannot_be(
    time: Time, imposed: Collection[str], excluded: Collection[str], edition: Edition
) -> tuple[Problem, ...]:
    """Everything that is wrong with a length and wishes, whoever the group is."""
    return (*_time_problems(time, edition), *_wish_problems(imposed, excluded, edition))


def left_out(group: Group, kept: Collection[str], excluded: Collection[str]) -> tuple[LeftOut, ...]:
    """Every module that is not *kept*, with the reason that the content gives; *excluded*: as the coach wished."""
    return tuple(_left_out(group, frozenset(kept), excluded))


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
    said, shared = group.edition.programme.left_out, serving_enough(group)
    for each in group.edition.programme.modules:
        if each.id in kept:
            continue
        if each.id in excluded:
            yield LeftOut(each.id, said.imposed_out)
        elif not group.served_by(each.id):
            yield LeftOut(each.id, said.nobody)
        elif not suits(each, group):
            yield LeftOut(each.id, said.level)
        else:
            yield LeftOut(each.id, said.no_room if each.id in shared else said.few)


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
        if best and each.kind == CENTRE and (door := _door(group)):
            yield method.by_door.format(section=door.section)
    yield method.follow_up


def _door(group: Group) -> Door | None:
    """The door that more participants prefer than any other; None when nobody told, or two are as frequent."""
    found = [each.found.doors for each in group.participants]
    counted = Counter(each.order[0] for each in found if each and each.because and not each.shared).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return next(each for each in group.edition.doors.doors if each.id == counted[0][0])


def _title(item: Item) -> str:
    return f"« {item.title} »"
