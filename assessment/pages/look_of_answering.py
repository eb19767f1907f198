"""How answering looks: how much is left stays in sight, the focus too, and pairs of answers to reread."""

ANSWERING = """
/* How much is left stays below the header; what takes the focus is scrolled clear of both. Not on a screen so low, or
   so enlarged, that it would hide the questions. */
@media (min-height: 560px) {
  [data-testid=stMain]:has(.progress) { scroll-padding: 7.5rem 0 1rem; }
  [data-testid=stElementContainer]:has(> [data-testid=stHtml] > .progress) { position: sticky; top: 3.75rem; z-index: 9;
    background: #fbfaf7; }
  [data-testid=stMain]:has(.st-key-back) { scroll-padding-bottom: 5.5rem; }
  .st-key-back { position: sticky; bottom: 1rem; z-index: 8; align-self: flex-end; }
  .st-key-back button { box-shadow: 0 2px 10px rgb(29 39 51 / 25%); }
}
/* The focus is seen wherever it goes, and goes nowhere unseen: not into a menu that is closed. */
:is(a, button, summary):focus-visible { outline: 3px solid var(--warm) !important; outline-offset: 2px; }
[data-testid=stMain]:focus-visible { outline: 3px solid var(--warm) !important; outline-offset: -3px; }
[data-testid=stSidebar][data-collapsed=true] { visibility: hidden; }

.progress { padding: .5rem 0 .45rem; border-bottom: 1px solid var(--rule); }
.progress p { margin: 0 0 .3rem !important; }

/* What could be shown, in a few words, once something could. */
.proof:not(:has(input:checked:not([value=no]))) .which { display: none; }
.which { margin: .7rem 0 .3rem; }
.which label { display: block; margin: 0 0 .3rem; font-weight: 650; }
.which input { width: 100%; box-sizing: border-box; min-height: 2.75rem; padding: .5rem .75rem; font: inherit;
  color: var(--ink); background: var(--white); border: 1.5px solid var(--edge); border-radius: var(--round); }
.which input:hover { border-color: var(--blue); }
[data-testid=stHtml] .which .note { margin: .3rem 0 0; }
.shared_notes { margin-bottom: 1rem; }

.st-key-card_innovator { gap: .6rem; }
.st-key-card_innovator h2 { font-size: 1.25rem; padding: 0; }
.st-key-card_innovator .aside { padding: .6rem .8rem; }
.st-key-card_innovator .aside p { font-size: .95rem; line-height: 1.45; }
.st-key-card_innovator .note { margin: 0; }
.st-key-card_innovator button[kind=primary] p { font-size: 1.1rem; font-weight: 650; }
.st-key-back { margin-bottom: 1rem; }
.st-key-continuing { background: var(--pale); border-radius: var(--round); padding: 1rem 1.1rem; gap: .5rem; }
[class*="st-key-reread_"] { background: var(--white); gap: .6rem; }
[class*="st-key-reread_"] h2 { font-size: 1.15rem; padding: .2rem 0; }
[class*="st-key-reread_"] h3 { font-size: .95rem; font-weight: 400; color: var(--soft); margin: 0;
  padding: 0 0 .15rem; }
[class*="st-key-reread_"] [class*="st-key-question_"] { padding: .1rem 0 0 .8rem; gap: .2rem;
  border-left: 3px solid var(--rule); }
.answered { font-weight: 650; }
[class*="st-key-reread_"] .saved, .standing { margin: 0 0 1rem !important; }
.standing { padding-top: .4rem; }
"""
