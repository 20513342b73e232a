"""Verbs that report what somebody says."""

from typing import Final

REPORT_VERBS: Final = frozenset(
    ("dire", "déclarer", "affirmer", "assurer", "indiquer", "annoncer", "expliquer", "confirmer",
     "souligner", "ajouter", "préciser", "estimer", "rappeler", "répéter", "juger", "penser",
     "considérer", "promettre", "jurer", "noter", "insister", "marteler", "faire", "savoir",
     "soutenir", "croire")
)  # fmt: skip

# Verbs by which somebody expresses a stance, often that of a body or country (*redire le soutien
# de la France*).
EXPRESSING_VERBS: Final = frozenset(
    ("dire", "redire", "exprimer", "réaffirmer", "affirmer", "réitérer", "manifester", "témoigner",
     "confirmer", "marquer", "apporter", "renouveler", "répéter", "assurer", "transmettre")
)  # fmt: skip
