"""A result in, the HTML of its page out: the first screen, and two pieces between which the next actions stand."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from assessment.pages import chart, dimensions, first_screen, wording
from assessment.pages import wording_of_actions as of_actions
from assessment.pages import wording_of_dossier as of_dossier
from assessment.pages import wording_of_result as words
from assessment.pages.assessed import Assessed, Given, assessment_of, once, report_of
from assessment.pages.escaped import markup
from assessment.pages.lines import ACTIONS, Shown, anchor, drawn_answers, drawn_contents, drawn_section
from assessment.report.document import Report, Section
from assessment.report.essentials import essentials

#: Pages that a result leads to.
EXPLORE, PLAIN, DOSSIER = "explore", "plain", "dossier"
#: The next actions stand behind this section.
BEFORE_ACTIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class About:
    """What decides, beside the report, how it is drawn.

    *screens*: each question and the screen that asks it; whether lines can become actions (*takes*), and whether the
    *actions* have a section; whether the private *link* is known to this tab only, and the only way back.
    """

    screens: tuple[tuple[str, str], ...]
    takes: bool
    actions: bool
    link: bool


def opening(found: Assessed) -> str:
    """The first screen of a result; the same one once."""
    return _open(found.given, found.day)


def sections(found: Assessed, about: About) -> Mapping[str, str]:
    """What stands below it, the same once: *before* the next actions and *after* them, with all the answers."""
    return _draw(found.given, found.day, about)


@once
def _open(given: Given, day: datetime.date) -> str:
    report = report_of(given, day)
    return first_screen.drawn(report, essentials(assessment_of(given), report.sections))


@once
def _draw(given: Given, day: datetime.date, about: About) -> Mapping[str, str]:
    report, shown = report_of(given, day), Shown(dict(about.screens), about.takes)
    listed = [(each.id, each.title) for each in report.sections]
    names = [name for name, _ in listed]
    place = names.index(BEFORE_ACTIONS) + 1 if BEFORE_ACTIONS in names else len(names)
    told = [_section(each, report, shown) for each in report.sections]
    if about.actions:
        listed.insert(place, (ACTIONS, of_actions.TITLE))
        told.insert(place, _above_actions(about))
        place += 1
    return {
        "before": _invitation(about) + drawn_contents(listed) + "".join(told[:place]),
        "after": "".join(told[place:]) + drawn_answers(report.answers),
    }


def _invitation(about: About) -> str:
    """The way back, and the way to other pages about the same result."""
    back = f"<p>{_way(DOSSIER, of_dossier.LINK_HERE)}</p>" if about.link else ""
    ways = _way(EXPLORE, wording.EXPLORE_THIS) + _way(PLAIN, words.PLAIN_LINK)
    return f'{back}<div class="exploring"><p>{markup(wording.EXPLORE_TEXT)}</p><p class="choices">{ways}</p></div>'


def _way(page: str, told: str) -> str:
    return f'<button type="button" data-press="go" data-about="{page}">{markup(told)}</button>'


def _above_actions(about: About) -> str:
    intro = f"<p>{markup(of_actions.INTRO)}</p>" if about.takes else ""
    return f'<section class="part above"><h2 id="{anchor(ACTIONS)}">{markup(of_actions.TITLE)}</h2>{intro}</section>'


def _section(section: Section, report: Report, shown: Shown) -> str:
    before = ""
    if section.id == "profile" and report.profile and report.stage_line:
        stations = report.stage_line.stations
        before = chart.drawn(report.profile, stations) + dimensions.drawn(report.profile, stations, shown.screens)
    return drawn_section(section, shown, before)
