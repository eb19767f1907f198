"""A project in modélisation, solid: every key answer at 3, and nobody outside who carries it yet."""

SOLID = dict.fromkeys(["BES1", "SOL1", "EXP1", "EXP2", "MOD1", "MOD2", "ECO3", "ALL1", "EVA1", "EVA2", "DEP1"], 3) | {
    "DEP2": 2
}
