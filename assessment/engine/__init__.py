"""2. What it means: pure functions from answers to an assessment; no file, clock, network or page."""
