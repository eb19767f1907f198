"""The French words for the keys of funding.yaml; see glossary.py."""

FUNDING = {
    "economies": "modèles socio-économiques",
    "supports": "formes de soutien",
    "unsuited_in": "phases où elle convient mal",
    "caution": "pourquoi elle y convient mal",
}
