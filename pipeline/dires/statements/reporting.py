"""Verbs that report what somebody says."""

from typing import Final

REPORT_VERBS: Final = frozenset(
    ("dire", "déclarer", "affirmer", "assurer", "indiquer", "annoncer", "expliquer", "confirmer",
     "souligner", "ajouter", "préciser", "estimer", "rappeler", "répéter", "juger", "penser",
     "considérer", "promettre", "jurer", "noter", "insister", "marteler", "faire", "savoir", "soutenir", "croire")
)  # fmt: skip
