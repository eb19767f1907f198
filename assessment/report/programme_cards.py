"""A day of a Programme in, each sequence told in full out: what is said, done and asked, for whom, with which cases."""

from collections.abc import Iterable, Iterator

from assessment.programme.clock import Timed
from assessment.programme.covering import by_reason
from assessment.programme.group import Group, Need
from assessment.programme.names import listed
from assessment.programme.pairs import pairs
from assessment.programme.plan import Programme
from assessment.programme.practice import OwnAnswer, Practice, practice
from assessment.programme.timetable import Slot
from assessment.report import programme_told as told
from assessment.report import wording
from assessment.report import wording_of_programme as words
from assessment.report.programme_document import Card, Paragraph, Points

Part = tuple[str, Paragraph | Points]
#: How many cases are quoted.
CASES = 4
#: The shortest step of a practice, and what its minutes are rounded to.
FEWEST = 5


def cards(day: told.Day, programme: Programme) -> Iterator[Card]:
    """A card for each sequence but the pauses; parts of one module on one day make one card."""
    for moments in _together(day.moments):
        slot = moments[0].slot
        if slot is None or slot.kind == "pause":
            continue
        if slot.module is None:
            yield _moment(slot, moments, day, programme)
            continue
        yield _module(slot, moments, programme)
        for each in slot.beside:
            title = words.PARALLEL.format(title=each.title)
            yield Card(title, _length(moments), tuple(_parts(each.module, each.participants, moments, programme)))


def _together(moments: Iterable[Timed]) -> list[list[Timed]]:
    """Moments in order; those of the same module, in the same groups, with the first of them."""
    found: dict[object, list[Timed]] = {}
    for place, each in enumerate(moments):
        slot = each.slot
        same = (slot.module, slot.title, slot.participants, slot.beside) if slot and slot.module else place
        found.setdefault(same, []).append(each)
    return list(found.values())


def _length(moments: list[Timed]) -> str:
    return words.length(sum(each.slot.minutes for each in moments if each.slot))


def _headed(title: str, moments: list[Timed]) -> str:
    """« 9 h – 11 h, Titre »."""
    return f"{wording.listed([told.hours(each) for each in moments])} · {title}"


def _moment(slot: Slot, moments: list[Timed], day: told.Day, programme: Programme) -> Card:
    said = told.said_of(slot, day.number, programme)
    parts: list[Part] = [(words.WHAT_HAPPENS, Paragraph(said))] if said else []
    teaching = programme.group.edition.teaching
    if day.number == 1 and slot.kind == "ouverture":
        parts.append((words.RULES, Points(teaching.ground_rules)))
    if day.number == len(programme.days) and slot.kind == "cloture":
        parts.append((words.WORTH, Points(tuple(each.text for each in teaching.follow_up))))
    return Card(_headed(slot.title, moments), _length(moments), tuple(parts))


def _module(slot: Slot, moments: list[Timed], programme: Programme) -> Card:
    parts = _parts(slot.module or "", slot.participants if slot.beside else (), moments, programme)
    return Card(_headed(slot.title, moments), _length(moments), tuple(parts))


def _parts(module: str, participants: tuple[str, ...], moments: list[Timed], programme: Programme) -> Iterator[Part]:
    """*participants*: who is there, when that is not everybody."""
    group, exercise = programme.group, practice(module, programme.group)
    lesson = group.edition.teaching.lessons[module]
    slots = [each.slot for each in moments if each.slot]
    if participants:
        yield words.PRESENT, Paragraph(listed(participants))
    yield words.AIM, Paragraph(exercise.aim)
    yield _lasting(words.TOLD, sum(each.theory for each in slots)), Points(lesson.told)
    yield _lasting(words.PRACTISED, sum(each.practice for each in slots)), Paragraph(exercise.what)
    if steps := tuple(_steps(sum(each.practice for each in slots), group)):
        yield words.STEPS, Points(steps)
    yield words.TOGETHER, Paragraph(exercise.together)
    yield words.MATERIAL, Paragraph(exercise.material)
    yield words.ASK, Points(exercise.ask)
    yield words.FURTHER, Points(lesson.ask_further)
    yield from _people(module, participants, exercise, group)
    yield words.ATTENTION, Paragraph(lesson.watch)
    yield words.UNTIL_NEXT, Paragraph(exercise.until_next)


def _lasting(label: str, minutes: int) -> str:
    return words.WITH_LENGTH.format(label=label, length=words.length(minutes)) if minutes else label


def _steps(minutes: int, group: Group) -> Iterator[str]:
    """How the minutes of practice go; too few of them are not cut."""
    steps, begun, done = group.edition.teaching.practice_steps, 0, 0
    if minutes < FEWEST * len(steps):
        return
    for step in steps:
        done += step.share
        ends = minutes if done == 100 else FEWEST * round(minutes * done / 100 / FEWEST)
        yield words.STEP.format(length=words.length(ends - begun), text=wording.small(step.text))
        begun = ends


def _people(module: str, present: tuple[str, ...], exercise: Practice, group: Group) -> Iterator[Part]:
    """Cases, whom the module serves and why, who could help whom on it, who it is above."""
    here = set(present or (each.name for each in group.participants))
    needs = [need for need in group.served_by(module) if need.participant in here]
    if cases := tuple(_cases(exercise, needs, here)):
        yield words.CASES, Points(cases)
    served = [
        words.SERVED.format(participants=listed(names), because=words.sentence(because))
        for because, names in by_reason(needs).items()
    ]
    yield words.SERVES, Points(tuple(served)) if served else Paragraph(words.ASKED_FOR)
    if useful := tuple(_helpers(module, needs, here, group)):
        yield words.HELPERS, Points(useful)
    if below := [name for name in group.below(module) if name in here]:
        yield words.ABOVE, Paragraph(words.PAIR_UP.format(participants=listed(below)))


def _cases(exercise: Practice, needs: Iterable[Need], here: set[str]) -> Iterator[str]:
    """What those whom the module serves answered, in the order of their need, then others; a few of them."""
    said: dict[str, list[OwnAnswer]] = {}
    for each in exercise.answers:
        if each.told and each.participant in here:
            said.setdefault(each.participant, []).append(each)
    order = [each.participant for each in sorted(needs, key=lambda need: need.place)]
    names = [name for name in dict.fromkeys((*order, *said)) if name in said]
    for name in names[:CASES]:
        answers = [words.ANSWER.format(answer=_quoted(one.told), question=one.question) for one in said[name]]
        yield words.CASE.format(participant=name, answers=" ; ".join(answers))
    if left := max(0, len(names) - CASES):
        yield words.AND_ONE_TOO if left == 1 else words.AND_OTHERS_TOO.format(count=left)
    if kept := [name for name in exercise.kept if name in here]:
        yield words.KEEP_THEIRS.format(participants=listed(kept))


def _quoted(answer: str) -> str:
    """An answer inside a sentence; of several, which are sentences too, the full stops go."""
    return answer.replace("., ", " ; ").rstrip(".")


def _helpers(module: str, needs: Iterable[Need], here: set[str], group: Group) -> Iterator[str]:
    """Pairs on a dimension that the module works on, both being there."""
    edition = group.edition
    taught = next(each for each in edition.programme.modules if each.id == module)
    about = {edition.dimension_of(name) for name in taught.works_on}
    wanted = {each.participant for each in needs}
    for pair in pairs(group):
        if pair.dimension in about and {pair.helper, pair.helped} <= here and pair.helped in wanted:
            yield words.stopped(words.PAIR.format(helper=pair.helper, helped=pair.helped))
