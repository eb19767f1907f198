"""How the next actions look: cards to fill in, and a list to tick off."""

ACTIONS = """
.actions { display: flex; flex-direction: column; gap: .8rem; }
.actions:focus { outline: none; }
.action { margin: 0; padding: .9rem 1.1rem .7rem; min-width: 0; background: var(--white); border: 1px solid var(--rule);
  border-radius: var(--round); display: grid; grid-template-columns: 1fr 1fr; gap: .2rem 1rem; }
.action.fresh { border-style: dashed; border-color: var(--edge); }
.action legend { float: left; width: 100%; padding: 0; font-weight: 650; color: var(--blue); grid-column: 1 / -1; }
.action .what, .action > p, .action .deeds { grid-column: 1 / -1; }
.action label { display: block; min-width: 0; }
.action label span { display: block; font-size: .95rem; font-weight: 650; margin: .2rem 0; }
.action input, .action textarea { font: inherit; color: var(--ink); background: var(--white); width: 100%;
  min-width: 0; min-height: 2.75rem; box-sizing: border-box; padding: .5rem .7rem; border: 1.5px solid var(--edge);
  border-radius: .5rem; }
.action textarea { display: block; resize: none; overflow: hidden; line-height: 1.45; field-sizing: content; }
.action ::placeholder { color: var(--soft); opacity: 1; }
.action :is(input, textarea, button):focus-visible, .todo button:focus-visible {
  outline: 3px solid var(--warm); outline-offset: 2px; }
.action .note { margin: .1rem 0 0; }
.action .trouble { color: var(--ink); border-left: 3px solid var(--warm); padding-left: .6rem; }
.action .trouble:empty { display: none; }
.action [hidden] { display: none; }
.deeds { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .6rem; }
.deeds .saved { margin-left: auto; }
.actions button { font: inherit; min-height: 2.75rem; padding: .3rem 1rem; border: 1px solid var(--edge);
  border-radius: .5rem; background: var(--white); color: var(--ink); cursor: pointer; }
.actions button:hover { border-color: var(--blue); color: var(--blue); }
.actions button.remove { border-color: transparent; color: var(--blue); text-decoration: underline; background: none; }
.todo { list-style: none; margin: 0; padding: 0; gap: 0; }
.todo li { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center; justify-content: space-between;
  padding: .6rem 0; border-top: 1px solid var(--rule); }
.todo li > div { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; line-height: 1.45; }
.todo strong { display: block; }
@media (max-width: 480px) { .action { grid-template-columns: 1fr; } .action > * { grid-column: 1; } }
"""
