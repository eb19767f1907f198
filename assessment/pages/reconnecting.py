"""A connection that comes back in, everything that the browser shows taken up out.

Streamlit draws nothing by itself when a browser finds its server again. A server that started anew knows nothing of the
tab: the page is drawn at once. An answer given before that is over goes unheard: the page is then drawn a second time,
and with each drawing the browser tells all that it shows.
"""

import streamlit as st

_SCRIPT = """
export default function ({ setTriggerValue }) {
  window.jalonsDrawAgain = () => setTriggerValue('reconnected', Date.now());
  if (window.jalonsWatchesConnection) return;
  window.jalonsWatchesConnection = true;
  const app = document.querySelector('[data-testid=stApp]');
  let drawing = 'done';
  const look = () => {
    const connected = app.dataset.testConnectionState === 'CONNECTED';
    const running = app.dataset.testScriptState === 'running';
    if (!connected) drawing = 'due';
    else if (drawing === 'due') {
      drawing = 'asked';
      window.jalonsDrawAgain();
    } else if (drawing === 'asked' && running) drawing = 'begun';
    else if (drawing === 'begun' && !running) {
      drawing = 'done';
      window.jalonsDrawAgain();
    }
  };
  new MutationObserver(look).observe(app, {
    attributes: true, attributeFilter: ['data-test-connection-state', 'data-test-script-state'],
  });
}
"""
_component = st.components.v2.component("jalons_reconnecting", js=_SCRIPT)


def watch() -> None:
    """Have the page drawn once more after its connection came back."""
    with st.container(key="unseen_reconnecting"):
        _component(key="reconnecting", on_reconnected_change=lambda: None)
