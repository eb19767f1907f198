"""The frame of the projects themselves, a page at a time: an order of arrival or of names, and no other."""

from assessment.pages import wording_of_portfolio as wording
from assessment.pages.escaped import markup
from assessment.pages.portfolio_told import SORTS

HEADS = ("name", "stage", "lever", "zone", "proof", "decision", "arrival")


def listing() -> str:
    """The table that the script of the page fills, and what turns its pages."""
    sorts = "".join(
        f'<button type="button" class="plain" data-sort="{name}">{markup(wording.SORTS[name])}</button>'
        for name in SORTS
    )
    heads = "".join(f'<th scope="col">{markup(wording.HEADS[name])}</th>' for name in HEADS)
    turns = (
        f'<button type="button" class="plain" data-turn="-1">{markup(wording.BEFORE)}</button>'
        "<span data-paged></span>"
        f'<button type="button" class="plain" data-turn="1">{markup(wording.NEXT)}</button>'
    )
    return (
        f'<section class="listed" aria-label="{markup(wording.PROJECTS)}"><h2>{markup(wording.PROJECTS)}</h2>'
        f'<div class="tools" role="group" aria-label="{markup(wording.ORDER)}">{markup(wording.ORDER)} {sorts}</div>'
        f'<table class="projects"><thead><tr>{heads}</tr></thead><tbody data-rows></tbody></table>'
        f"<p data-empty hidden>{markup(wording.NONE_KEPT)}</p>"
        f'<nav class="turning" aria-label="{markup(wording.PAGES)}">{turns}</nav></section>'
    )
