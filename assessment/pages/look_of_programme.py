"""How the coach's page looks: the portrait of the group, the timetable by day, the calendar of a parcours."""

PROGRAMME = """
/* The group */
.portrait { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .6rem; margin: .6rem 0; }
.portrait section { background: var(--white); border: 1px solid var(--rule); border-radius: var(--round);
  padding: .7rem .9rem; min-width: 0; }
.portrait .wide { grid-column: 1 / -1; }
.portrait h3, .aside h3 { font-size: 1rem; margin: 0 0 .3rem; padding: 0; }
.counts { list-style: none; padding: 0 !important; margin: 0 !important; }
.counts li { display: flex; gap: .7rem; align-items: baseline; border-top: 1px solid var(--rule); padding: .35rem 0;
  margin: 0 !important; }
.counts li:first-child { border-top: 0; }
.counts b { flex: none; min-width: 1.6rem; text-align: right; color: var(--blue); font-size: 1.1rem; }
.counts span { min-width: 0; overflow-wrap: anywhere; }
.counts small, .timetable small, .divides small { color: var(--soft); font-size: .88rem; }
.counts small { display: block; line-height: 1.4; }
.peers { list-style: none; padding: 0 !important; }
.peers li { border-left: 3px solid var(--blue); padding-left: .8rem; overflow-wrap: anywhere; }
.divides dt { font-weight: 650; margin-top: .6rem; }
[class*="st-key-coach_"] h2 { scroll-margin-top: 4.5rem; border-top: 2px solid var(--ink); padding: .7rem 0 .2rem; }
[class*="st-key-coach_"] { gap: .6rem; padding-top: .8rem; }
[class*="st-key-coach_"] [data-testid=stHeading] [data-testid=stMarkdownContainer] { margin-bottom: 0; }
.balance { background: var(--pale); border-radius: var(--round); padding: .8rem 1.1rem; }
.balance p { margin: 0 0 .3rem !important; }
.balance p:last-child, .balance ul:last-child { margin-bottom: 0 !important; }
.balance dt { font-weight: 650; }
.balance dd { margin: 0 !important; }
.st-key-coach_days [data-testid=stMarkdownContainer] { margin-bottom: 0; }
.st-key-proposed_again { background: var(--white); }

/* The timetable */
.st-key-wishes [data-testid=stRadioGroup] { flex-direction: row; flex-wrap: wrap; }
.st-key-wishes [data-testid=stRadioGroup] > div, .st-key-wishes [data-testid=stRadioOption] { width: auto; }
.st-key-wish_minutes { max-width: 27rem; }
.timetable { margin-top: .6rem; display: flex; flex-direction: column; gap: 1.4rem; min-width: 0; line-height: 1.5; }
.timetable p, .timetable h3, .timetable h4, .timetable ul, .timetable dl, .timetable dd { margin: 0; padding: 0; }
.timetable .head { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: end; margin-bottom: .4rem; }
.timetable .head h3 { font-size: 1.25rem; }
.timetable .head .note { flex: 1 1 auto; }
.slots { list-style: none; margin: 0; padding: 0; }
.slot { display: grid; grid-template-columns: 8rem minmax(0, 1fr) auto; gap: .1rem .9rem;
  padding: .5rem .6rem .5rem .8rem;
  margin: 0 0 .4rem; background: var(--white); border: 1px solid var(--rule); border-left: 4px solid var(--blue);
  border-radius: .4rem; }
.slot.pause, .slot.repas, .slot.ouverture, .slot.cloture { border-left-color: var(--rule); background: none; }
.slot.libre { border-left-color: var(--warm); }
.slot .when, .slot .what { padding-top: .4rem !important; }
.slot .when { color: var(--soft); font-size: .95rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.slot .what { min-width: 0; overflow-wrap: anywhere; }
.slot .more { grid-column: 2 / -1; }
.timetable .name { font-weight: 650; }
.slot.pause .name, .slot.repas .name { font-weight: 400; }
.timetable .parts { color: var(--soft); font-size: .93rem; }
.timetable .for { font-size: .95rem; margin-top: .15rem; }
.timetable .watch, .watch { border-left: 3px solid var(--warm); padding-left: .6rem; margin: .3rem 0;
  font-size: .95rem; }
.timetable summary { cursor: pointer; color: var(--blue); font-size: .95rem; padding: .35rem 0; width: fit-content;
  text-decoration: underline; }
.timetable details dt { font-size: .88rem; font-weight: 650; color: var(--soft); margin-top: .4rem; }
.timetable details ul { padding-left: 1.2rem; }
.timetable .tools { display: flex; flex-wrap: wrap; gap: .35rem; align-self: start; }
.timetable button, .steps-of button { font: inherit; font-size: .95rem; min-height: 2.5rem; min-width: 2.5rem;
  padding: .2rem .8rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--white);
  color: var(--ink); cursor: pointer; }
.timetable button:hover, .steps-of button:hover { border-color: var(--blue); color: var(--blue); }
.timetable button.plain, .steps-of button.plain { border-color: transparent; background: none; color: var(--blue);
  text-decoration: underline; }
.timetable .arrow i { display: inline-block; width: .55em; height: .55em; border: solid currentColor;
  border-width: 2.5px 0 0 2.5px; transform: rotate(225deg) translate(.12em, .12em); }
.timetable .arrow.up i { transform: rotate(45deg) translate(.12em, .12em); }
.timetable .panel { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end;
  background: var(--sand); border-radius: .5rem; padding: .7rem .9rem; margin-top: .4rem; }
.timetable label, .steps-of label { display: block; min-width: 0; }
.timetable label > span, .steps-of label > span { display: block; font-size: .9rem; font-weight: 650; }
.timetable label[hidden] { display: none; }
.timetable input, .timetable select, .steps-of input { font: inherit; color: var(--ink); background: var(--white);
  min-height: 2.6rem; max-width: 100%; box-sizing: border-box; padding: .3rem .6rem; border: 1.5px solid var(--edge);
  border-radius: .5rem; }
.timetable input[type=number] { width: 6rem; }
.timetable .panel > label:first-child { flex: 1 1 16rem; }
.timetable .panel > label:first-child > :is(input, select), .split select { width: 100%; }
.timetable .split { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; flex: 1 1 100%; }
.timetable .split label { flex: 1 1 14rem; }
.timetable .who { flex: 1 1 100%; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  gap: .4rem .9rem; border: 0; margin: 0; padding: 0; min-width: 0; }
.timetable .who legend { font-size: .9rem; font-weight: 650; padding: 0; }
.timetable .who label { display: flex; gap: .5rem; align-items: center; justify-content: space-between; }
.timetable .who label > span { font-weight: 400; overflow-wrap: anywhere; min-width: 0; }
.timetable .who select { flex: none; }
.timetable .wished .modules { list-style: none; margin: .4rem 0 0; padding: 0; }
.timetable .modules li { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; padding: .5rem 0;
  border-top: 1px solid var(--rule); }
.timetable .modules li > div { flex: 1 1 17rem; min-width: 0; overflow-wrap: anywhere; }
.timetable .modules li:not(.in) .name { color: var(--soft); }
.timetable .note { font-size: .93rem; }
.timetable :is(button, input, select, summary):focus-visible, .steps-of :is(button, input):focus-visible {
  outline: 3px solid var(--warm); outline-offset: 2px; }
@media (max-width: 640px) {
  .slot { grid-template-columns: minmax(0, 1fr) auto; }
  .slot .what { grid-row: 2; grid-column: 1 / -1; padding-top: 0 !important; }
  .slot .more { grid-column: 1 / -1; }
  .timetable .head .note { flex-basis: 60%; }
}

/* The calendar of a parcours */
.steps-of { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 0; line-height: 1.5; }
.steps-of li { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr) auto; gap: .2rem .9rem; align-items: start;
  padding: .6rem 0; margin: 0; border-top: 1px solid var(--rule); }
.steps-of .phase { display: block; border-top: 2px solid var(--rule); padding: .8rem 0 .4rem; }
.steps-of .phase h3 { font-size: 1.05rem; margin: 0; padding: 0; }
.steps-of p { margin: .1rem 0 0; font-size: .95rem; }
.steps-of input { width: 100%; }
.steps-of .begin { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; }
.steps-of .add { border-top: 2px solid var(--rule); }
@media (max-width: 640px) { .steps-of li { grid-template-columns: minmax(0, 1fr); } }
"""
