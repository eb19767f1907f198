"""The operator's guide keeps its promises: its settings, commands and files are real ones."""

import re
from pathlib import Path

import pytest

from assessment.cli.app import joined
from assessment.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "exploitation.md").read_text(encoding="utf-8")
DEPLOYMENT = DOCS / "deploiement"
UNITS = {path.name: path.read_text(encoding="utf-8") for path in DEPLOYMENT.glob("*.service")}
SETTINGS = Settings.model_fields


def test_the_guide_names_every_setting_and_what_happens_without_it():
    rows = re.findall(r"^\| `JALONS_([A-Z_]+)` \|.*\| ([^|]+) \|$", GUIDE, re.M)

    assert [name.lower() for name, _ in rows] == list(SETTINGS)
    assert {name.lower(): int(without) for name, without in rows if without.isdecimal()} == {
        name: field.default for name, field in SETTINGS.items() if type(field.default) is int
    }


def test_the_guide_and_the_units_run_commands_that_exist():
    known = {each.name for each in (*joined().registered_commands, *joined().registered_groups)}
    ran = set(re.findall(r"(?:bin/|^|`)jalons ([a-z]+)", "\n".join([GUIDE, *UNITS.values()]), re.M))

    assert ran - known == set()
    assert {"serve", "doctor", "purge", "backup", "restore"} <= ran


def test_the_guide_links_to_every_file_of_the_deployment_and_to_no_other():
    linked = re.findall(r"\]\(deploiement/([^)]+)\)", GUIDE)

    assert {*linked} == {path.name for path in DEPLOYMENT.iterdir()}


@pytest.mark.parametrize("name", ["jalons@.service", "jalons-purge.service", "jalons-sauvegarde.service"])
def test_a_process_may_do_no_more_than_it_must(name: str):
    lines = UNITS[name].splitlines()

    assert {
        "User=jalons",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "IPAddressDeny=any",
        "StateDirectoryMode=0700",
        "UMask=0077",
    } - {*lines} == set()
    assert [line for line in lines if line.startswith("MemoryMax=")] != []
