"""Which stop ends a sentence; `|` marks the boundaries that are expected."""

import pytest

from dires.article import Segment
from dires.segmentation import sentences

CASES = [
    "Il pleut.| Le vent tourne.| Rien ne bouge.",
    "M. Roy et Mme. Petit ont reçu le Dr. Laval.| Ils ont parlé.",
    "Le village date du Ier siècle av. J.-C. environ.| Il est petit.",
    "On vend du pain, du lait, etc.| Les prix montent.",
    "On vend du pain, etc. Roy achète tout.",
    "Le livre de J. K. Rowling plaît à George R. R. Martin.| Il le dit.",
    "Ils manquent de vitamine C.| Le médecin le sait.",
    "Les U.S. Marines arrivent.| Ils viennent des U.S.| Le port est plein.",
    "Voir p. ex. l'art. 3 et le n° 5.| La suite vient.",
    "Il aime l'art.| Le musée ouvre.",
    "La hausse est de 3.5 points à 14h30.| Elle va durer.",
    "Cela coûte 2.500 euros.| 38 communes paient.",
    "1. Le sucre baisse.| Le riz aussi.",
    "II. Les relations extérieures",
    "Il est parti depuis... 1950.| Personne ne sait où.",
    "Il hésite...| Puis il part.",
    "« Où ? » demande-t-il.| « Là ! » répond Marie.",
    "« Il viendra.| Nous l'attendons. »| Le maire sourit.",
    "« Il viendra », dit-elle.| « Nous l'attendons. »",
    "Sous le slogan « ENSEMBLE! », il parle.",
    'Il a dit "non".| Elle a dit "oui."| Ils partent.',
    'La foule attend.| "Nous irons.| Nous gagnerons."| Il se tait.',
    "La séance est levée .| Le public sort .",
    "Le chantier est en retard.|Par ailleurs, il coûte cher.",
    "Le site www.exemple.Fr est fermé.",
    "Le rapport est clair.[1]| Il accuse.",
    "Il faut agir (vite !).| Le temps presse.",
    "Quoi ?!| Vraiment ?| Oui !",
    "Yahoo! Inc. licencie.| Le titre baisse.",
    "Le texte est bon ; il sera voté.| Merci.",
    "Il est mort à 93 ans.| Sa famille l'annonce.",
    "Ils étaient sept.| Le huitième est venu le 3 sept. 2020.",
    "Le port donne sur la mer.| Le phare est vieux.",
    "Il dit tout. (…)| Je le crois.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case):
    text = case.replace("|", "")
    found = [text[s.start : s.end] for s in sentences(text, [Segment(0, len(text), "paragraph")])]
    assert found == [part.strip() for part in case.split("|")]


def test_a_segment_always_ends_its_sentence():
    text = "Un titre sans point\nLe corps suit"
    parts = [Segment(0, 19, "title"), Segment(20, len(text), "paragraph")]
    assert [(s.start, s.end) for s in sentences(text, parts)] == [(0, 19), (20, len(text))]


def test_typographic_spaces_and_apostrophes():
    text = "L’État paie\u00a0.\u202fC’est «\u202fbien\u202f»\u00a0!\u00a0Qu’il le dise."
    found = [text[s.start : s.end] for s in sentences(text, [Segment(0, len(text), "paragraph")])]
    assert found == ["L’État paie\u00a0.", "C’est «\u202fbien\u202f»\u00a0!", "Qu’il le dise."]
