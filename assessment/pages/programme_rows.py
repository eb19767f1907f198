"""A programme in, what its timetable shows out: each sequence by the clock, with whom it serves, why, and how.

Texts are escaped here; the script of the timetable puts them on the page as they are.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from assessment.pages import wording_of_programme as wording
from assessment.pages.escaped import markup
from assessment.programme.cautions import Caution
from assessment.programme.clock import Timed, clock, worked
from assessment.programme.clock import told as hour
from assessment.programme.covering import by_reason, served
from assessment.programme.editing import Edited
from assessment.programme.group import Group
from assessment.programme.moments import moment
from assessment.programme.names import listed
from assessment.programme.occasion import Occasion
from assessment.programme.practice import OwnAnswer, Practice, practice
from assessment.programme.timetable import Slot
from assessment.report.typography import french
from assessment.report.wording import capital

Json = dict[str, Any]


def days_of(edited: Edited, occasion: Occasion, there: int) -> list[Json]:
    """Each day: its name, date, hours, what to watch, and its rows; days that are *there* and still empty too."""
    programme, method = edited.programme, edited.programme.group.edition.programme
    if occasion.starts_at is not None:
        method = method.model_copy(update={"starts_at": occasion.starts_at})
    days = [*programme.days, *((),) * (there - len(programme.days))]
    dates, seen = occasion.dated(len(days)), set()
    found = []
    for number, (day, date) in enumerate(zip(days, dates, strict=True)):
        lasts = wording.minutes(worked(day, method))
        told = wording.DAY_TIME.format(worked=lasts, there=wording.minutes(programme.time.minutes))
        found.append(
            {
                "title": french(wording.DAY.format(number=number + 1)),
                "date": date.isoformat() if date else "",
                "dated": number == 0 or number <= len(occasion.dates),
                "begins": f"{method.starts_at // 60:02}:{method.starts_at % 60:02}",
                "told": french(told),
                "watch": [french(each.text) for each in edited.cautions if each.day == number and not each.key],
                "rows": [_row(timed, edited, number, seen) for timed in clock(day, method)],
            }
        )
    return found


def _row(timed: Timed, edited: Edited, number: int, seen: set[str]) -> Json:
    """A row of day *number*, from 0."""
    group, slot = edited.programme.group, timed.slot
    when = f"{hour(timed.begins)} – {hour(timed.ends)}"
    if slot is None:
        return {"key": "", "kind": "repas", "when": french(when), "html": _meal(group)}
    watch = [each for each in edited.cautions if each.key == slot.key]
    kind = "repas" if timed.is_meal else slot.kind
    again = slot.module is not None and slot.module in seen
    found = moment(slot.kind, number, len(edited.programme.days), group.edition.programme)
    said = found.text if found else ""
    html = _meal(group) if timed.is_meal else _html(slot, group, said, watch, again=again)
    seen.update(slot.modules)
    return {
        "key": slot.key,
        "kind": kind,
        "when": french(when),
        "html": html,
        "more": "" if again else "".join(_folded(slot, module, group) for module in slot.modules),
        "title": slot.title,
        "label": french(slot.title),
        "minutes": slot.minutes,
        "module": slot.module or "",
        "groups": _groups(slot),
    }


def _groups(slot: Slot) -> list[Json]:
    """The groups that work at the same time, its own first; none when everybody is together."""
    if not slot.beside:
        return []
    every = ((slot.title, slot.participants), *((each.title, each.participants) for each in slot.beside))
    return [{"title": title, "who": list(names)} for title, names in every]


def _meal(group: Group) -> str:
    meal = group.edition.programme.meal
    return f'<p class="name">{markup(meal.title)}</p>'


def _html(slot: Slot, group: Group, said: str, watch: Iterable[Caution], *, again: bool) -> str:
    """What a row says at once: its title, its parts, whom it serves, what to watch.

    *said*: of an opening or a closing; *again*: a module goes on, for the same people.
    """
    title = wording.AGAIN.format(title=slot.title) if again else slot.title
    told = f'<p class="name">{markup(title)}</p>'
    if slot.module:
        told += f'<p class="parts">{markup(_shares(slot))}</p>'
    elif said:
        told += f'<p class="parts">{markup(said)}</p>'
    served_here = "" if again and not slot.beside else "".join(_served(slot, group))
    return told + served_here + "".join(f'<p class="watch">{markup(each.text)}</p>' for each in watch)


def _shares(slot: Slot) -> str:
    """How long is told, how long is practised; what takes no time is not told."""
    shares = ((wording.THEORY, slot.theory), (wording.PRACTICE, slot.practice))
    return ", ".join(told.format(length=wording.minutes(lasts)) for told, lasts in shares if lasts)


def _served(slot: Slot, group: Group) -> Iterator[str]:
    """Whom it serves: the names; of groups in parallel, also who is in them."""
    if slot.beside:
        for number, each in enumerate(_groups(slot), start=1):
            title = f"{wording.BESIDE.format(number=number)} · {each['title']}"
            line = wording.SERVES_HERE.format(title=title, participants=listed(each["who"]))
            yield f'<p class="for">{markup(line)}</p>'
    elif slot.module:
        names = listed(dict.fromkeys(need.participant for need in served(slot, group)))
        line = wording.FOR.format(participants=names) if names else wording.FOR_NOBODY
        yield f'<p class="for">{markup(line)}</p>'


def _folded(slot: Slot, module: str, group: Group) -> str:
    """What is told of one module once its row is unfolded: why, and how it is practised."""
    found = practice(module, group)
    title = group.edition.items[module].title
    head = f"<h4>{markup(title)}</h4>" if len(slot.modules) > 1 else ""
    needs = [need for need in served(slot, group) if need.module == module]
    why = "".join(
        f"<li>{markup(capital(because))} <small>{markup(listed(names))}</small></li>"
        for because, names in by_reason(needs).items()
    )
    reasons = f"<dt>{markup(wording.WHY)}</dt><dd><ul>{why}</ul></dd>" if why else ""
    return f"{head}<dl>{reasons}{_practised(found)}</dl>"


def _practised(found: Practice) -> str:
    facts = (
        (wording.AIM, found.aim),
        (wording.WHAT, found.what),
        (wording.TOGETHER, found.together),
        (wording.MATERIAL, found.material),
        (wording.ASK, " ".join(found.ask)),
        (wording.UNTIL_NEXT, found.until_next),
    )
    told = "".join(f"<dt>{markup(label)}</dt><dd>{markup(text)}</dd>" for label, text in facts)
    if found.answers:
        told += f"<dt>{markup(wording.ANSWERS)}</dt><dd>{_answers(found.answers)}</dd>"
    if found.kept:
        told += f"<dd>{markup(wording.BRING.format(participants=listed(found.kept)))}</dd>"
    return told


def _answers(answers: tuple[OwnAnswer, ...]) -> str:
    """Each question, and under each answer, in the order of the question, the names of those who gave it."""
    asked: dict[str, dict[str, list[str]]] = {each.asked: {} for each in answers}
    for each in sorted(answers, key=lambda one: one.place):
        told = capital(each.told or wording.NO_ANSWER)
        asked.setdefault(each.asked, {}).setdefault(told, []).append(each.participant)
    return "".join(
        f"<p>{markup(question)}</p><ul>"
        + "".join(f"<li>{markup(told)} <small>{markup(listed(names))}</small></li>" for told, names in by.items())
        + "</ul>"
        for question, by in asked.items()
    )
