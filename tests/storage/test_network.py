"""An address stands for the network that one person has: whoever tries codes does not begin again at each address."""

import pytest

from assessment.errors import StorageError
from assessment.storage.gathered import OpenedGathering
from assessment.storage.gatherings import Gatherings
from assessment.storage.links import TRIES, LinkRefused, TooManyTries
from assessment.storage.network import network_of
from assessment.storage.principals import ANYONE


@pytest.mark.parametrize(
    ("client", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::/64", "2001:db8:1:2::/64"),
        ("x" * 100, "x" * 64),
        ("", ""),
    ],
)
def test_an_address_is_counted_by_its_network(client: str, network: str):
    assert network_of(client) == network


def test_codes_tried_from_every_address_of_one_network_are_counted_together(
    gatherings: Gatherings, gathered: OpenedGathering
):
    def tried(number: int, network: str = "2001:db8:1:2") -> type[StorageError]:
        with pytest.raises(StorageError) as raised:
            gatherings.invited(ANYONE, f"2222-3333-{number:04}", f"{network}::{number + 1:x}")
        return raised.type

    found = [tried(number) for number in range(TRIES + 1)]

    assert found == [LinkRefused] * TRIES + [TooManyTries]
    assert tried(0, network="2001:db8:1:3") is LinkRefused
    assert gatherings.invited(ANYONE, gathered.gathering.code, "203.0.113.9").gathering == gathered.owner.gathering
