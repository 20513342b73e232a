"""An article to show, written for these tests."""

import pytest

from dires.article import (
    Actor,
    Article,
    Cue,
    Date,
    Entity,
    Quantity,
    Segment,
    Statement,
)

TITLE = "La Norvège aidera Lima"
BODY = (
    "La ministre Ingrid Dahl a salué la stratégie du Pérou visant à réduire les rejets de 15 %"
    " d'ici 2030. Elle a proposé une rencontre à Oslo le 3 mai 2027, selon la radio NRK."
)
CAPTION = "Ingrid Dahl à Lima. © Radio NRK"
TEXT = f"{TITLE}\n{CAPTION}\n\n{BODY}\n\nAbonnez-vous à notre lettre"


def _at(words, start=0):
    start = TEXT.index(words, start)
    return {"start": start, "end": start + len(words), "text": words}


def _where(words):
    place = _at(words)
    return place["start"], place["end"]


def _article(**changes):
    praise = "a salué la stratégie du Pérou visant à réduire les rejets de 15 % d'ici 2030"
    pledge = "la stratégie du Pérou visant à réduire les rejets de 15 % d'ici 2030"
    offer = "a proposé une rencontre à Oslo le 3 mai 2027"
    minister = Actor(**_at("La ministre Ingrid Dahl"), name="Ingrid Dahl", label="PER")
    record = Article(
        id="nrk-1",
        text=TEXT,
        published="2026-04-30",
        segments=(
            Segment(*_where(TITLE), "title"),
            Segment(*_where(CAPTION), "caption"),
            Segment(*_where(BODY), "paragraph"),
            Segment(*_where("Abonnez-vous à notre lettre"), "boilerplate"),
        ),
        entities=(
            Entity(**_at("Ingrid Dahl", len(TITLE) + len(CAPTION)), label="PER", name="I. Dahl"),
            Entity(**_at("Pérou"), label="LOC", name="Pérou"),
            Entity(**_at("Oslo"), label="LOC", name="Oslo"),
        ),
        dates=(
            Date(**_at("d'ici 2030"), type="DATE", value="2030", modifier="before", rule="within"),
            Date(**_at("le 3 mai 2027"), type="DATE", value="2027-05-03"),
        ),
        quantities=(
            Quantity(**_at("15 %"), value=15, unit="percent", modifier="approx", rule="percent"),
        ),
        statements=(
            Statement(
                **_at(praise),
                label="endorsement",
                cue=Cue(**_at("a salué")),
                holder=minister,
                addressee=Actor(**_at("Pérou"), name="Pérou", label="LOC"),
                confidence=0.9,
                explanation="verb saluer, governing a noun phrase; "
                + "holder: subject of the cue, " * 5,
            ),
            Statement(
                **_at(pledge),
                label="pledge",
                cue=Cue(**_at("la stratégie")),
                holder=Actor(**_at("Pérou"), name="Pérou", label="LOC"),
                deadline="2030",
                dates=(0,),
                quantities=(0,),
                explanation="noun stratégie visant à",
            ),
            Statement(
                **_at(offer),
                label="proposal",
                cue=Cue(**_at("a proposé")),
                deadline="2027-05-03",
                dates=(1,),
                modality="conditional",
                reported_by=Actor(**_at("la radio NRK"), name="NRK", label="ORG"),
            ),
        ),
    )
    return Article.from_dict({**record.to_dict(), **changes})


@pytest.fixture
def article():
    """Makes the article, with some of its fields changed."""
    return _article
