"""Figures of Jalons, taken on the machine at hand: `make bench`, or `python -m bench` and the names of some."""
