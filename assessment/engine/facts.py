"""What is known while a result is worked out: facts, each with the answers behind it and those it waits for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assessment.content.edition import Edition
from assessment.engine.answers import Answers


@dataclass(frozen=True, slots=True)
class Fact:
    """Something found out: its *value* (None when unknown), the answers behind it, the answers it waits for."""

    value: Any = None
    because: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facts:
    """All that conditions may ask about; steps of the engine fill it in order.

    *stage* and *consolidated* are indexes from 0, *dimensions*, *practices* and *body* levels from 1, *level* the set
    of possible ids, *missing* question -> where it is missing ("consolidate", "next"), *levers* id -> rank from 1.
    """

    edition: Edition
    answers: Answers
    type: Fact = Fact()
    dimensions: Mapping[str, Fact] = field(default_factory=dict)
    stage: Fact = Fact()
    consolidated: Fact = Fact()
    missing: Mapping[str, frozenset[str]] | None = None
    patterns: Mapping[str, Fact] = field(default_factory=dict)
    confidence: Mapping[str, Fact] = field(default_factory=dict)
    zones: Mapping[str, Fact] = field(default_factory=dict)
    practices: Mapping[str, Fact] = field(default_factory=dict)
    body: Fact = Fact()
    level: Fact = Fact()
    levers: Mapping[str, Fact] = field(default_factory=dict)
    needs: Mapping[str, Fact] | None = None
    recommended: Mapping[str, Fact] = field(default_factory=dict)  #: kinds and item ids
