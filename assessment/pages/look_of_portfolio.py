"""How a portfolio looks; part of `look.py`, which says what the colours are."""

#: Counts stand on shades of blue that keep ink at 7:1; what is pressed is told by an edge and a sign, not by a colour.
PORTFOLIO = """
/* A portfolio: tables of counts, each count a button. */
.stMainBlockContainer:has(.st-key-portfolio) { max-width: 78rem; }
.st-key-portfolio { gap: .6rem; }
.st-key-portfolio > :first-child { margin-top: -.9rem; }
.st-key-portfolio .eyebrow { margin-bottom: -.9rem !important; }
.st-key-portfolio .prose, .st-key-portfolio .aside, .st-key-offer .stExpander, .st-key-views { max-width: 48rem; }
.ways { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.st-key-offer .stNumberInput [data-testid=stNumberInputContainer] { background: var(--white); }
.offered { max-width: 48rem; }
.kept { position: sticky; top: 3.9rem; z-index: 5; display: flex; flex-wrap: wrap; align-items: center;
  gap: .4rem .6rem;
  padding: .55rem .9rem; margin: .2rem 0 1rem; background: var(--white); border: 1px solid var(--rule);
  border-left: 4px solid var(--blue); border-radius: .35rem; }
/* What scrolls behind it does not show between it and the head of the page. */
.kept::before { content: ""; position: absolute; inset: auto -1px calc(100% + 1px) -4px; height: .6rem;
  background: #fbfaf7; }
.kept [data-status] { font-weight: 650; margin: 0 !important; min-height: 1.55em; }
.kept [data-status]:focus { outline: none; }
.chips { display: flex; flex-wrap: wrap; gap: .3rem; }
.portfolio button { font: inherit; color: var(--ink); cursor: pointer; }
.chip { border: 1.5px solid var(--blue); border-radius: 1rem; background: var(--pale); padding: .1rem .7rem;
  min-height: 1.75rem; font-size: .88rem !important; text-align: left; }
.chip::after { content: " ✕"; }
.chip:hover { background: var(--white); }
.plain { background: none; border: 0; padding: .2rem .4rem; min-height: 1.75rem; color: var(--blue) !important;
  text-decoration: underline; text-underline-offset: .18em; }
.plain[aria-pressed=true] { color: var(--ink) !important; text-decoration: none; font-weight: 700; }
.plain[aria-disabled=true] { color: var(--soft) !important; text-decoration: none; cursor: default; }
.charts { display: grid; grid-template-columns: repeat(12, 1fr); gap: 1rem; }
.chart { grid-column: span 4; min-width: 0; background: var(--white); border: 1px solid var(--rule);
  border-radius: var(--round); padding: .7rem 1rem .9rem; }
.chart.half { grid-column: span 6; }
.chart.most { grid-column: span 8; }
.chart.whole { grid-column: span 12; }
.chart h2, .listed h2 { font-size: 1.12rem; margin: 0; padding: 0 0 .15rem; }
.chart h3 { font-size: .98rem; margin: .9rem 0 .2rem; padding: 0; }
.chart .note { margin-bottom: .5rem !important; font-size: .88rem; line-height: 1.4 !important; }
.chart table { width: 100%; border-collapse: separate; border-spacing: 2px; font-size: .9rem; }
.chart th { font-weight: 400; text-align: left; padding: .1rem .4rem .1rem 0; line-height: 1.25; vertical-align: middle;
  border: 0; }
.chart td { padding: 0; border: 0; }
.chart thead th { font-size: .8rem; color: var(--soft); text-align: center; vertical-align: bottom; padding: 0 .1rem; }
.bars th { width: 52%; }
.cells th[scope=row] { width: 34%; }
.portfolio button[data-n] { display: block; width: 100%; min-width: 1.9rem; min-height: 1.9rem; padding: .1rem .2rem;
  border: 1px solid transparent; border-radius: .25rem; font-variant-numeric: tabular-nums; text-align: center;
  background: color-mix(in srgb, #a9bdf0 calc(var(--share, 0) * 100%), #f4f6fb); }
.portfolio button[data-n].nothing { color: var(--soft); background: none; }
.portfolio button[data-n]:hover { border-color: var(--blue); }
.portfolio button[data-n][aria-pressed=true] { border: 2px solid var(--ink); font-weight: 700; }
.portfolio button[data-n][aria-pressed=true]::after { content: " ✓"; }
.meter button[data-n] { display: flex !important; align-items: center; gap: .4rem; background: none !important;
  text-align: left; }
.meter i { flex: 1; height: 1.05rem; border-radius: 0 .2rem .2rem 0; border-left: 2px solid var(--blue);
  background: linear-gradient(to right, var(--blue) calc(var(--share, 0) * 100%), transparent 0); }
.meter b { font-weight: inherit; min-width: 1.6rem; text-align: right; }
.meter.total { width: 22%; }
.total button[data-n] { background: none; font-weight: 650; }
.foot th, .foot td { border-top: 1px solid var(--rule) !important; padding-top: 2px !important; }
.met button[data-n] { border-bottom: 3px solid var(--warm) !important; }
i.met { display: inline-block; width: 1.2rem; height: .9rem; border-bottom: 3px solid var(--warm); margin-right: .4rem;
  vertical-align: .1rem; background: #f4f6fb; }
.others { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem .9rem; padding: 0 !important;
  margin: .3rem 0 0 !important; font-size: .88rem; color: var(--soft); }
.others li { margin: 0 !important; }
.others li button { margin-left: .3rem; }
.needs { display: block; }
.needs li { padding: .08rem 0; }
.needs:has(li[data-other]:not([hidden])) .none { display: none; }
.limits { margin-top: 1rem; max-width: 48rem; }
.others button[data-n], .economies button[data-n] { display: inline-block; width: auto; min-width: 2.2rem;
  border-color: var(--edge); background: var(--white); }
.economies { list-style: none; padding: 0 !important; font-size: .93rem; display: grid; gap: 0 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
.economies li { border-top: 2px solid var(--blue); padding: .4rem 0 .1rem; }
.economies h3 { margin: 0; }
.economies p { margin: .15rem 0 !important; }
.economies small { color: var(--soft); font-size: .85rem; }
.listed { margin-top: 1.5rem; }
.tools { display: flex; gap: .3rem; align-items: center; font-size: .93rem; color: var(--soft); }
.projects { width: 100%; border-collapse: collapse; font-size: .93rem; margin: .3rem 0; }
.projects th, .projects td { text-align: left; vertical-align: top; padding: .5rem .6rem .5rem 0; border: 0;
  border-bottom: 1px solid var(--rule); line-height: 1.35; }
.projects thead th { font-size: .84rem; color: var(--soft); font-weight: 650; border-bottom: 2px solid var(--ink); }
.projects tbody th { font-weight: 650; min-width: 9rem; max-width: 20rem; overflow-wrap: anywhere; }
.projects small { display: block; font-size: .86rem; color: var(--soft); }
.turning { display: flex; align-items: center; gap: .6rem; font-size: .93rem; }
@media (max-width: 1100px) { .chart { grid-column: span 6; } .chart.half, .chart.most { grid-column: span 12; } }
@media (max-width: 760px) {
  .charts { display: block; }
  .chart { margin-bottom: .9rem; padding: .6rem .7rem .8rem; }
  .kept { top: 3.7rem; max-height: 30vh; overflow: auto; }
  .cells.many thead th span { writing-mode: vertical-rl; text-orientation: sideways; transform: rotate(180deg);
    max-height: 8.5rem; }
  .cells th[scope=row] { width: 30%; hyphens: auto; font-size: .86rem; }
  .projects thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .projects, .projects tbody, .projects tr, .projects th, .projects td { display: block; }
  .projects tr { border-bottom: 1px solid var(--rule); padding: .5rem 0; }
  .projects th, .projects td { border: 0; padding: .1rem 0; max-width: none; }
  .projects td:not(:empty)::before { content: attr(data-label) " : "; color: var(--soft); font-size: .86rem; }
  .projects td:empty { display: none; }
  .projects small { display: inline; margin-left: .4rem; }
}
"""
