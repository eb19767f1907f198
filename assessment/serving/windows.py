"""Keys and amounts in, seconds to wait out: how much each key may have in a stretch of time."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

#: Seconds that only go forward.
Clock = Callable[[], float]
#: A stretch is cut in so many slots: what was taken is given back at most a sixtieth too late, and one key costs
#: at most so many numbers.
SLOTS = 60
#: With so many keys the eldest is forgotten: a few megabytes, whoever tries.
KEYS = 4096


class Window:
    """At most *limit* for each key in any *seconds*."""

    def __init__(self, limit: int, seconds: int, clock: Clock = time.monotonic, keys: int = KEYS) -> None:
        self._limit, self._slot, self._clock, self._most = limit, seconds / SLOTS, clock, keys
        self._taken: OrderedDict[str, dict[int, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._taken)

    def take(self, key: str, amount: int = 1) -> int:
        """Take *amount* for *key*: 0 when it is granted, else the seconds to wait, and nothing is taken."""
        position = self._clock() / self._slot
        taken = self._taken.setdefault(key, {})
        self._taken.move_to_end(key)
        if len(self._taken) > self._most:
            self._taken.popitem(last=False)
        for slot in [slot for slot in taken if slot <= position - SLOTS - 1]:
            del taken[slot]
        if sum(taken.values()) + amount > self._limit:
            eldest = min(taken, default=int(position))
            return max(1, math.ceil((eldest + SLOTS + 1 - position) * self._slot))
        taken[int(position)] = taken.get(int(position), 0) + amount
        return 0
