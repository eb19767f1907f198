"""The fixtures of the stores, for every test of this folder."""

from stores import (
    clock_fixture,
    gathered_fixture,
    gatherings_fixture,
    new_address_fixture,
    new_store_fixture,
    opened_fixture,
    store_fixture,
)

__all__ = [
    "clock_fixture",
    "gathered_fixture",
    "gatherings_fixture",
    "new_address_fixture",
    "new_store_fixture",
    "opened_fixture",
    "store_fixture",
]
