"""Every error stands on the page, highlighted in its sentence and escaped."""

from dires.evaluation import evaluate, page

TEXT = "Avant. Le <Niger> promet 3 puits. Après.\n\nUn autre alinéa."


def record(*statements):
    return {"id": "a&b", "text": TEXT, "statements": list(statements)}


def statement(words, holder):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "label": "pledge", "holder": holder}


def html(gold, predicted):
    return page(evaluate([gold], [predicted]), [gold])


def test_a_miss_in_its_sentence():
    text = html(record(statement("promet 3 puits", None)), record())
    assert "<p>Le &lt;Niger&gt; <mark>promet 3 puits</mark>. <span" in text
    assert "Avant" not in text
    assert "Après" not in text
    assert "statements missed (1)" in text
    assert "a&amp;b 18–32" in text


def test_a_wrong_holder_stands_beside_the_right_one():
    text = html(
        record(statement("promet 3 puits", "Niger")), record(statement("promet 3 puits", "Mali"))
    )
    assert "<del>Mali</del> <ins>Niger</ins>" in text


def test_no_error_is_a_page_too():
    assert "0 errors in 1 articles" in html(record(), record())
