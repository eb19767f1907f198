"""What the operator decides: read from variables, and every mistake told at once, at its name."""

from pathlib import Path

import pytest

from assessment.settings import Settings, SettingsError, data_folder, read_settings


def test_nothing_decided_is_an_installation_for_this_machine_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JALONS_DATA", str(tmp_path))

    found = read_settings({})

    assert found == Settings(
        data=tmp_path,
        database="",
        address="",
        controller="",
        draft_months=12,
        dossier_months=24,
        gathering_months=24,
        visit_hours=12,
        proxy=False,
    )
    assert (found.is_public, found.database_address) == (False, f"sqlite:///{tmp_path.resolve()}/dossiers.db")


def test_everything_can_be_decided(tmp_path: Path):
    found = read_settings(
        {
            "JALONS_DATA": str(tmp_path),
            "JALONS_DATABASE": "postgresql+psycopg://jalons@db/jalons",
            "JALONS_ADDRESS": "https://jalons.example.org",
            "JALONS_CONTROLLER": "Association Exemple, bonjour@example.org",
            "JALONS_DRAFT_MONTHS": "6",
            "JALONS_DOSSIER_MONTHS": "36",
            "JALONS_GATHERING_MONTHS": "48",
            "JALONS_VISIT_HOURS": "1",
            "JALONS_PROXY": "1",
            "JALONS_SOMETHING_ELSE": "?",
            "HOME": "/nowhere",
        }
    )

    assert found == Settings(
        data=tmp_path,
        database="postgresql+psycopg://jalons@db/jalons",
        address="https://jalons.example.org",
        controller="Association Exemple, bonjour@example.org",
        draft_months=6,
        dossier_months=36,
        gathering_months=48,
        visit_hours=1,
        proxy=True,
    )
    assert (found.is_public, found.database_address) == (True, "postgresql+psycopg://jalons@db/jalons")


def test_the_environment_is_read_when_nothing_else_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JALONS_DATA", str(tmp_path))
    monkeypatch.setenv("JALONS_VISIT_HOURS", "3")

    assert (read_settings().data, read_settings().visit_hours, data_folder()) == (tmp_path, 3, tmp_path)


def test_an_empty_variable_decides_nothing():
    assert read_settings({"JALONS_DRAFT_MONTHS": "", "JALONS_DATABASE": ""}).draft_months == 12


def test_every_mistake_is_told_at_once():
    with pytest.raises(SettingsError) as raised:
        read_settings(
            {
                "JALONS_DATABASE": "mysql://jalons@db/jalons",
                "JALONS_ADDRESS": "jalons.example.org",
                "JALONS_DRAFT_MONTHS": "0",
                "JALONS_DOSSIER_MONTHS": "deux ans",
                "JALONS_VISIT_HOURS": "721",
            }
        )

    assert str(raised.value).splitlines() == [
        "JALONS_DATABASE : ce moteur n'est pas connu. "
        "Écrivez sqlite:///chemin ou postgresql+psycopg://utilisateur@hôte/base, ou rien.",
        "JALONS_ADDRESS : ce n'est pas l'adresse d'un site. "
        "Écrivez par exemple https://jalons.exemple.fr, sans rien après.",
        "JALONS_DRAFT_MONTHS : « 0 » n'est pas admis. Écrivez un nombre : au moins 1.",
        "JALONS_DOSSIER_MONTHS : « deux ans » n'est pas admis. Écrivez un nombre entier.",
        "JALONS_VISIT_HOURS : « 721 » n'est pas admis. Écrivez un nombre : au plus 720.",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "jalons",
        "ftp://jalons.example.org",
        "https://",
        "https://jalons.example.org/",
        "https://jalons.example.org?d=1",
        "https://jalons.example.org#d",
        "https://name:word@jalons.example.org",
        "https://jalons.example.org:99999",
        "https://[jalons",
    ],
)
def test_an_address_is_a_scheme_and_a_name_and_nothing_after(address: str):
    with pytest.raises(SettingsError) as raised:
        read_settings({"JALONS_ADDRESS": address})

    assert str(raised.value) == (
        "JALONS_ADDRESS : ce n'est pas l'adresse d'un site. "
        "Écrivez par exemple https://jalons.exemple.fr, sans rien après."
    )


@pytest.mark.parametrize(
    "address",
    ["http://localhost:8501", "https://jalons.example.org", "https://jalons.example.org:8443", "http://[::1]"],
)
def test_the_address_of_a_site_is_admitted(address: str):
    assert read_settings({"JALONS_ADDRESS": address}).address == address


@pytest.mark.parametrize(
    "database", ["mysql://db", "sqlite://", "sqlite:///", "sqlite:///:memory:", "postgresql://db", "dossiers.db"]
)
def test_an_engine_that_keeps_no_dossiers_is_refused(database: str):
    with pytest.raises(SettingsError) as raised:
        read_settings({"JALONS_DATABASE": database})

    assert [(each.code, each.where) for each in raised.value.problems] == [("wrong-setting", "JALONS_DATABASE")]
