"""An Assessment and an item in; why it is recommended, or what keeps it out and what would bring it in, out."""

from dataclasses import dataclass

from assessment.content.catalogue import Item
from assessment.engine.answers import Value
from assessment.engine.assess import Assessment
from assessment.engine.obstacles import KeptOut, kept_out
from assessment.engine.reasons import Reasons, reasons
from assessment.engine.recommendations import Recommendation
from assessment.engine.remedies import Remedies, Remedy, remedies


@dataclass(frozen=True, slots=True)
class Explanation:
    """One item explained: *recommendation* with its *reasons*, or *kept_out* rule by rule with *remedies*."""

    item: Item
    recommendation: Recommendation | None
    reasons: Reasons | None
    kept_out: tuple[KeptOut, ...]
    remedies: Remedies | None

    @property
    def would_bring_in(self) -> tuple[Remedy, ...]:
        """Single answers, each of which would bring the item in."""
        return tuple(each for each in self._sets if len(each.answers) == 1)

    @property
    def would_bring_in_together(self) -> tuple[Remedy, ...]:
        """The smallest sets of answers that would bring the item in, when no single answer does."""
        return tuple(each for each in self._sets if len(each.answers) > 1)

    @property
    def single_answers(self) -> tuple[tuple[str, Value], ...]:
        """Question and answer of each single remedy."""
        return tuple(each.answers[0] for each in self.would_bring_in)

    @property
    def _sets(self) -> tuple[Remedy, ...]:
        return self.remedies.sets if self.remedies else ()


def explain(assessment: Assessment, item_id: str) -> Explanation:
    """Everything there is to say about the item called *item_id*, which the catalogue has."""
    item = assessment.edition.items[item_id]
    shown = next((each for each in assessment.advice.recommendations if each.item.id == item_id), None)
    if shown is not None:
        return Explanation(item, shown, reasons(assessment, shown), (), None)
    return Explanation(item, None, None, kept_out(assessment, item), remedies(assessment, item))
