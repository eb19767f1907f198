"""Options in, one of them chosen out: radio buttons of the browser itself, in one element of the page.

Streamlit's own draw every option again at each run, which takes longer than all the rest of an answer.
"""

from collections.abc import Mapping

import streamlit as st

from assessment.pages import keeping
from assessment.report.typography import french

Option = int | str

_SCRIPT = """
export default function ({ data, parentElement, setStateValue }) {
  let group = parentElement.querySelector('[role=radiogroup]');
  if (!group || group.dataset.options !== data.options) {
    group?.remove();
    group = document.createElement('div');
    group.setAttribute('role', 'radiogroup');
    group.className = 'options';
    group.dataset.options = data.options;
    data.options.split('\\n').forEach((each) => {
      const [value, label] = each.split('\\t');
      const [option, button, text] = ['label', 'input', 'span'].map((name) => document.createElement(name));
      Object.assign(button, { type: 'radio', name: data.name, value });
      text.textContent = label;
      option.className = 'option';
      option.append(button, text);
      group.append(option);
    });
    parentElement.append(group);
  }
  group.setAttribute('aria-label', data.label);
  group.onchange = (event) => setStateValue('chosen', event.target.value);
  for (const each of group.querySelectorAll('input')) each.checked = each.value === data.chosen;
}
"""
_component = st.components.v2.component("jalons_options", js=_SCRIPT, isolate_styles=False)


def choose(
    kind: keeping.Kind, question: str, label: str, options: Mapping[Option, str], kept: Option | None, widget: str
) -> None:
    """Show *options* (value -> label) with the one that is *kept*; what is chosen is saved before anything is drawn."""
    values = {str(value): value for value in options}

    def changed() -> None:
        chosen = values.get(str(st.session_state[widget].get("chosen")))
        if chosen is not None:
            keeping.record((kind, question, chosen))

    # Flat texts: Streamlit looks for tables in anything else, at each run.
    data = {
        "name": widget,
        "label": french(label),
        "chosen": "" if kept is None else str(kept),
        "options": "\n".join(f"{value}\t{french(told)}" for value, told in options.items()),
    }
    with st.container(key=f"box_{widget}"):
        shown = _component(data=data, key=widget, on_chosen_change=changed)
    keeping.reconcile(kind, question, values.get(str(shown.get("chosen"))))
