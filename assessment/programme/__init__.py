"""A group's answers in, a form'action of one to three days out: which modules, how long, in which order, and why."""
