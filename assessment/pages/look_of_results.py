"""How results look: the line of stations, lines with their reasons, the legend of the profile."""

RESULTS = """
/* The line of stations: side by side, or one below the other on a narrow screen. */
.stations { display: flex; margin: .6rem 0 .4rem; }
.station { flex: 1; position: relative; text-align: center; padding: 2.3rem .2rem 0; font-size: .95rem; }
.station::before { content: ""; position: absolute; top: .72rem; left: -50%; width: 100%;
  border-top: 4px dotted var(--edge); }
.station:first-child::before { display: none; }
.station.reached::before { border-top-style: dashed; border-color: var(--blue); }
.station.firm::before { border-top-style: solid; border-color: var(--blue); }
.station i { position: absolute; top: .1rem; left: calc(50% - .75rem); width: 1.5rem; height: 1.5rem; z-index: 1;
  box-sizing: border-box; border-radius: 50%; background: var(--white); border: 3px solid var(--edge); }
.station.reached i { border-color: var(--blue); }
.station.firm i { background: var(--blue); }
.station.here i { top: -.15rem; left: calc(50% - 1rem); width: 2rem; height: 2rem; border: 5px solid var(--warm); }
.station.possible:not(.here) i { border-style: dashed; border-color: var(--warm); }
.station.here span { font-weight: 700; }
.station em { display: block; font-style: normal; font-size: .86rem; font-weight: 400; color: var(--soft); }
.station.here em:first-of-type { color: var(--warm); font-weight: 650; }
@media (max-width: 640px) {
  .stations { flex-direction: column; }
  .station { text-align: left; padding: .15rem 0 1.1rem 3rem; min-height: 2.4rem; }
  .station::before { top: -100%; left: 1.13rem; width: 0; height: 100%; border-top: 0;
    border-left: 4px dotted var(--edge); }
  .station.reached::before { border-left-style: dashed; }
  .station.firm::before { border-left-style: solid; }
  .station i { left: .5rem; top: 0; }
  .station.here i { left: .25rem; top: -.25rem; }
  .station em { display: inline; margin-left: .6rem; }
}

/* The first screen: one card for each thing that matters, all of it a link to its section. */
.opening { margin-top: -.9rem; }
.opening h1 { font-size: 2rem; font-weight: 700; margin: .5rem 0 .2rem; }
.opening .lead { font-size: 1.05rem; }
.sure { white-space: nowrap; font-size: 1rem; }
.essentials { list-style: none; display: grid; grid-template-columns: 1fr 1fr; gap: .55rem; margin: .3rem 0 .5rem;
  padding: 0 !important; }
.essentials li { position: relative; margin: 0 !important; padding: .4rem .8rem .5rem; background: var(--white);
  border: 1px solid var(--rule); border-left: 4px solid var(--blue); border-radius: .35rem; }
.essentials li:hover { border-color: var(--blue); }
.essentials a { font-weight: 650; }
.essentials a::after { content: ""; position: absolute; inset: 0; }
.essentials p { font-size: .95rem; line-height: 1.35 !important; margin: .15rem 0 0 !important; }
.essentials .badge { margin-left: .3rem; }
@media (max-width: 640px) { .essentials { grid-template-columns: 1fr; } }
.st-key-plainly { max-width: 34rem; gap: .3rem; }
.st-key-plainly h2 { font-size: 1.1rem; color: var(--soft); border-top: 2px solid var(--rule); padding: .7rem 0 .1rem; }
.st-key-plainly [data-testid=stHeading] [data-testid=stMarkdownContainer] { margin-bottom: 0; }
.st-key-plainly [data-testid=stHtml] p { font-size: 1.3rem; line-height: 1.5; }

/* Lines and their reasons */
.voices { display: flex; flex-wrap: wrap; gap: .25rem .4rem; }
.voices span { font-size: .88rem; padding: .05rem .6rem; border-radius: .25rem; background: var(--pale); }
.voices span::first-letter { text-transform: uppercase; }
[class*="st-key-section_"] { gap: .5rem; padding-top: 1rem; }
[class*="st-key-section_"] h2, .drawn .part h2 { scroll-margin-top: 4.5rem; border-top: 2px solid var(--ink);
  padding: .7rem 0 .2rem; }
[class*="st-key-section_"] [data-testid=stHeading] [data-testid=stMarkdownContainer] { margin-bottom: 0; }
[class*="st-key-section_"] h3, .drawn .part h3, .drawn .answers h3 { color: var(--soft); font-size: 1rem;
  font-weight: 650; padding: .9rem 0 0; margin: 0; }
/* What is out of sight is laid out when it comes into sight; the sides leave room for the ring of the focus. */
.drawn .part { margin: 2rem -.5rem 0; padding: 0 .5rem; content-visibility: auto; contain-intrinsic-size: auto 32rem; }
.drawn .part:first-of-type { margin-top: 1rem; }
.drawn .part.above { content-visibility: visible; }
.drawn .part h2 { font-size: 1.4rem; font-weight: 650; margin: 0 0 .3rem; }
.drawn .part h3 + .line { border-top: 0; }
.line { padding: .6rem 0 .55rem; border-top: 1px solid var(--rule); scroll-margin-top: 5rem; }
/* What is one line long has its reasons on the same row. */
.line:not(:has(> p + p, > dl, > button, > details[open])) { display: flex; flex-wrap: wrap; gap: 0 1rem;
  align-items: baseline; justify-content: space-between; }
.line p { margin: 0 0 .2rem; }
.line p:first-child { font-size: 1.05rem; }
.line .badge { margin-left: .35rem; vertical-align: .08rem; }
.line > button { display: block; }
.line > button[hidden] { display: none; }
.drawn button { font: inherit; font-size: .95rem; line-height: 1.45; color: var(--blue); background: none; border: 0;
  padding: .35rem 0; min-height: 2.2rem; text-align: left; text-decoration: underline; cursor: pointer; }
.drawn button:hover { color: var(--ink); }
.reason strong, .reason .note { display: block; }
.reason button { display: block; min-height: 1.9rem; }
.drawn .choices { display: flex; flex-wrap: wrap; gap: .5rem; margin: .3rem 0 0; }
.drawn .choices button { min-height: 2.75rem; padding: .3rem 1rem; border: 1px solid var(--edge); border-radius: .6rem;
  background: var(--white); color: var(--ink); text-decoration: none; }
.drawn .choices button:hover { border-color: var(--blue); color: var(--blue); }
.drawn summary { padding: .2rem 0; width: fit-content; max-width: 100%; }
.drawn .group { border-top: 1px solid var(--rule); }
.drawn .group > summary { width: 100%; padding: .65rem 0; }
.drawn .group > summary h3 { display: inline; padding: 0; color: inherit; }
.drawn .answers { margin-top: 2rem; border: 1px solid var(--rule); border-radius: var(--round); padding: .2rem 1.1rem; }
.drawn .answers > summary { padding: .6rem 0; width: 100%; color: var(--ink); }
.drawn .dimension { padding: .5rem 0 .2rem; border-top: 1px solid var(--rule); scroll-margin-top: 5rem; }
.facts dt { font-size: .88rem; font-weight: 650; color: var(--soft); margin-top: .35rem; }
.drawn .organisation .facts, .drawn .doors .facts { display: grid; gap: .1rem 1rem;
  grid-template-columns: minmax(6rem, max-content) 1fr; align-items: baseline; }
.drawn .organisation dt, .drawn .doors dt { margin: 0; }
.reason { border-left: 3px solid var(--rule); padding-left: .8rem; margin: 0 0 .5rem; }
.contents { margin-top: 1rem; }
.contents p { color: var(--soft); font-size: .95rem; margin: 0; }
.contents ul { list-style: none; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; padding: 0 !important; }
.st-key-taking_away { background: var(--pale); border-radius: var(--round); padding: 1rem 1.1rem; margin: .5rem 0; }
@media print { details::details-content { content-visibility: visible; block-size: auto; } }

/* The profile: a row for each dimension, a column for each stage */
.drawn .plot { position: relative; z-index: 0; margin: .8rem 0 .3rem; container-type: inline-size; }
.drawn .plot .over p { display: grid; grid-template-columns: repeat(var(--columns), 1fr); margin: 0 0 .2rem;
  font-size: .85rem; line-height: 1.3; text-align: center; }
.drawn .plot .rows { position: relative; background: linear-gradient(to right, transparent calc(50% - .5px),
  #e2ded2 calc(50% - .5px) calc(50% + .5px), transparent 0) 0 0 / calc(100% / var(--columns)) 100%; }
.drawn .plot .rows p { position: relative; margin: 0; padding: .3rem 0 .1rem; line-height: 1.3; }
.drawn .plot b { font-size: .9rem; font-weight: 650; position: relative; }
.drawn .plot .rows span { display: block; position: relative; height: 1.3rem; }
.drawn .plot .rows span::before { content: ""; position: absolute; top: 50%; left: 0; right: 0;
  border-top: 1.5px solid var(--rule); }
.drawn .plot i { position: absolute; box-sizing: border-box; }
.drawn .plot .band { z-index: -1; top: 0; bottom: 0; width: calc(100% / var(--columns));
  margin-left: calc(-50% / var(--columns)); background: #dfe7f8; print-color-adjust: exact; }
.drawn .plot .dot, .drawn .plot .ring { top: calc(50% - .5rem); width: 1rem; height: 1rem; margin-left: -.5rem;
  border-radius: 50%; }
.drawn .plot .dot, .legend i { background: var(--blue); border: 2.5px solid var(--blue); print-color-adjust: exact; }
.drawn .plot .ring { background: var(--white); border: 2.5px solid var(--warm); }
/* Names of the stages stand aslant where they would touch. */
@container (max-width: 560px) {
  .drawn .plot :is(.over, .rows) { margin-right: 2.9rem; }
  .drawn .plot .over p { padding-top: 4.2rem; text-align: left; }
  .drawn .plot .over span { width: 0; margin-left: 50%; white-space: nowrap; transform: rotate(-40deg);
    transform-origin: 0 100%; }
}
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0 !important; margin: .3rem 0;
  font-size: .92rem; color: var(--soft); }
.legend i { display: inline-block; width: .85rem; height: .85rem; border-radius: 50%; box-sizing: border-box;
  margin-right: .4rem; vertical-align: -.08rem; }
.legend i.ring { background: var(--white); border-color: var(--warm); }
.legend i.band { border-radius: 0; background: #dfe7f8; border-color: #dfe7f8; }
.drawn table { border-collapse: collapse; margin: .4rem 0; font-size: .95rem; }
.drawn th, .drawn td { text-align: left; font-weight: 400; padding: .35rem 1rem .35rem 0; vertical-align: top;
  border-bottom: 1px solid var(--rule); }
.drawn thead th { font-weight: 650; color: var(--soft); font-size: .88rem; }

.st-key-preview { border: 2px dashed var(--edge); border-radius: var(--round); padding: .5rem 1rem; gap: .3rem; }

/* Exploring */
.stSelectbox [role=group] { background: var(--white); border-color: var(--edge); }
.stSelectbox input:focus-visible { outline: none; }
.stSelectbox [role=group]:has(input:focus-visible) { outline: 3px solid var(--warm); outline-offset: 2px; }
.drawn .exploring { border-left: 3px solid var(--blue); padding-left: 1rem; }
.st-key-explained { background: var(--white); border: 1px solid var(--rule); border-radius: var(--round);
  padding: 1rem 1.1rem; gap: .5rem; }
[class*="st-key-path_"] { gap: .4rem; }
[class*="st-key-path_"] h3, .st-key-section_what_if h3, .st-key-explained h3 { color: var(--ink); }
.steps > li { padding-left: .3rem; }
.steps p, .obstacles p { margin: .1rem 0 .2rem; }
.obstacles > li { border-top: 1px solid var(--rule); padding-top: .6rem; }
[class*="st-key-way_"], [class*="st-key-trial_"] { gap: .2rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
[class*="st-key-supposed_"] { gap: .5rem; }
.st-key-moved { background: var(--pale); border-radius: var(--round); padding: .2rem 1.1rem 1rem; gap: .4rem; }
.moved dt { font-size: .93rem; font-weight: 650; color: var(--soft); }
.moved dd { margin: 0 0 .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[data-testid=stHtml] h4 { font-size: 1rem; padding: .4rem 0 .1rem; margin: 0; }
"""
