"""Gold and predictions are read from wherever they are, and faults are named with their place."""

import json

import pytest

from dires.article import Article
from dires.evaluation import load_records


def test_a_file_dictionaries_and_articles_give_the_same_records(tmp_path):
    article = Article(id="a", text="Rien à signaler.")
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{article.to_json()}\n\n", encoding="utf-8")
    assert load_records(path) == load_records(str(path)) == load_records([article])
    assert load_records([article]) == load_records([article.to_dict()])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"id": "a", "text": ""}\n{"id": "a", "text": ""}', r"gold\.jsonl:2: id 'a' occurs twice"),
        ('{"text": ""}', r"gold\.jsonl:1: the record has no 'id'"),
        ('{"id": "a"', r"gold\.jsonl:1: not JSON"),
        (json.dumps(["a"]), r"gold\.jsonl:1: a list, not a JSON object"),
    ],
)
def test_faults_say_where(tmp_path, content, message):
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load_records(path)
