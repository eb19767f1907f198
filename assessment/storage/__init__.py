"""8. Remembering: what an installation keeps. Today: its own key."""
