"""Six groups of fiction, each a folder of answer files that `jalons programme` takes: what they get, kept whole."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessment.cli.answers import assessed
from assessment.content.edition import Edition
from assessment.programme.contract import result
from assessment.programme.group import EVERYTHING, gather, named
from assessment.programme.plan import make_programme
from assessment.programme.timetable import Time

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Asked:
    """What a coach asks for a group."""

    time: Time
    imposed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


GROUPS = {
    "canton_premiers_pas": Asked(Time(1, 420)),
    "entreprises_d_un_parc": Asked(Time(1, 360)),
    "financeurs_et_porteurs": Asked(Time(2, 420), imposed=("M16",)),
    "groupe_aux_niveaux_eloignes": Asked(Time(2, 390), excluded=("M07",)),
    "reseau_qui_essaime": Asked(Time(3, 360)),
    "ville_douze_acteurs": Asked(Time(2, 420)),
}


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_gets_the_programme_that_was_kept(name: str, edition: Edition, request: pytest.FixtureRequest):
    found = [assessed(path) for path in sorted((HERE / "groups" / name).glob("*.yaml"))]
    group = gather(named((each.answers.subject.name, each, EVERYTHING) for each in found), edition)
    asked, kept = GROUPS[name], HERE / "golden" / f"{name}.json"

    told = result(make_programme(group, asked.time, asked.imposed, asked.excluded))

    if request.config.getoption("--regenerate-golden"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert told == json.loads(kept.read_text(encoding="utf-8"))


def test_every_group_that_is_there_is_held():
    assert {path.name for path in (HERE / "groups").iterdir()} == set(GROUPS)
    assert {path.stem for path in (HERE / "golden").iterdir()} == set(GROUPS)
