"""Results stay with their articles, one failure stops nothing, nothing is lost unsaid."""

import multiprocessing
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from spacy.language import Language

from dires.article import Article, Sentence
from dires.batch import InputError, extract


def record(number, text="Un texte. Et la suite."):
    return {"id": str(number), "text": text}


def sentence(article):
    (found,) = article.sentences
    return article.text[found.start : found.end]


def run(sources, **options):
    failures = []
    articles = list(extract(sources, on_error=failures.append, **options))
    return articles, [str(failure) for failure in failures]


def test_an_article_comes_back_with_what_was_found(nlp):
    source = Article("a", "Un texte. Et la suite.", "T", "2024-07-05", "S")
    assert list(extract(source, nlp=nlp)) == [
        Article("a", source.text, "T", "2024-07-05", "S", sentences=(Sentence(0, 9),))
    ]


def test_components_see_title_and_date(nlp):
    seen = []

    @Language.component("test_look")
    def look(doc):
        seen.append((doc._.title, doc._.published))
        return doc

    nlp.add_pipe("test_look")
    list(extract({"id": "a", "text": "Un.", "title": "T"}, nlp=nlp, published="5 juillet 2024"))
    assert seen == [("T", "2024-07-05")]


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_failure_in_the_pipeline_is_that_article_alone(nlp, n_process):
    bad = {0, 7, 8, 29}
    sources = [record(n, f"Texte {n}. {'panne' if n in bad else 'Suite.'}") for n in range(30)]
    articles, failures = run(sources, nlp=nlp, batch_words=20, n_process=n_process)
    assert [article.id for article in articles] == [str(n) for n in range(30) if n not in bad]
    assert [sentence(article) for article in articles] == [f"Texte {a.id}." for a in articles]
    assert failures == [f"input {n + 1}: RuntimeError: le moteur est en panne" for n in sorted(bad)]


@pytest.mark.parametrize("n_process", [1, 2])
def test_an_article_that_takes_too_long_is_that_article_alone(nlp, n_process):
    @Language.component("test_hang")
    def hang(doc):
        while "sans fin" in doc.text:
            pass
        return doc

    nlp.add_pipe("test_hang")
    sources = [record(n, f"Texte {n}{' sans fin' if n == 3 else ''}.") for n in range(6)]
    articles, failures = run(sources, nlp=nlp, timeout=0.3, n_process=n_process)
    assert [article.id for article in articles] == ["0", "1", "2", "4", "5"]
    assert failures == ["input 4: TimeoutError: it took more than the limit of 0.3 s"]


def test_the_callers_own_alarm_is_given_back(nlp):
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        run([record(1)], nlp=nlp, timeout=5)
        assert signal.getsignal(signal.SIGALRM) == signal.SIG_IGN
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_outside_the_main_thread_there_is_no_time_limit_and_no_error(nlp):
    with ThreadPoolExecutor(1) as pool:
        articles, failures = pool.submit(run, [record(1)], nlp=nlp, timeout=5).result()
    assert (len(articles), failures) == (1, [])


def test_an_article_over_the_limit_of_size_is_an_error(nlp):
    articles, failures = run([record(1), record(2, "mot " * 50)], nlp=nlp, max_size=100)
    assert [article.id for article in articles] == ["1"]
    assert failures == ["input 2: 200 characters are more than the limit of 100"]


def test_unordered_results_are_all_there(nlp):
    sources = [record(n, f"Texte {n}.") for n in range(40)]
    articles, failures = run(sources, nlp=nlp, n_process=2, batch_words=6, ordered=False)
    assert sorted(int(article.id) for article in articles) == list(range(40))
    assert [sentence(article) for article in articles] == [f"Texte {a.id}." for a in articles]
    assert failures == []


def test_what_a_component_drops_is_an_error_and_shifts_nothing(nlp):
    def silent(name, component, docs, error):
        pass

    nlp.set_error_handler(silent)
    sources = [record(n, f"Texte {n}. {'panne' if n % 3 == 0 else 'Suite.'}") for n in range(10)]
    articles, failures = run(sources, nlp=nlp, batch_words=20)
    assert [sentence(article) for article in articles] == [f"Texte {a.id}." for a in articles]
    assert [article.id for article in articles] == ["1", "2", "4", "5", "7", "8"]
    assert failures == [f"input {n}: RuntimeError: le moteur est en panne" for n in (1, 4, 7, 10)]


def test_results_and_errors_come_in_the_order_of_the_sources(nlp):
    events = []
    sources = [record(1), {"id": "2"}, record(3), record(4, "panne."), record(5)]
    for article in extract(sources, nlp=nlp, on_error=events.append, batch_words=8):
        events.append(article)
    numbers = [int(e.id) if isinstance(e, Article) else int(e.source.split()[1]) for e in events]
    assert numbers == [1, 2, 3, 4, 5]


def test_an_id_that_has_come_before_is_an_error_for_the_second(nlp):
    sources = [record("a", "Un."), record("b", "Deux."), record("a", "Trois.")]
    articles, failures = run(sources, nlp=nlp)
    assert [article.text for article in articles] == ["Un.", "Deux."]
    assert failures == ["input 3: the id 'a' has come before"]


def test_a_text_over_the_limit_of_the_pipeline_is_an_error(nlp):
    nlp.max_length = 100
    articles, failures = run([record(1), record(2, "mot " * 50 + "."), record(3)], nlp=nlp)
    assert [article.id for article in articles] == ["1", "3"]
    assert "exceeds maximum of 100" in failures[0]


def test_errors_are_raised_by_default(nlp):
    articles = extract([record(1), {"id": "2"}, record(3)], nlp=nlp)
    assert next(articles).id == "1"
    with pytest.raises(InputError, match="input 2: the record has no 'text'"):
        next(articles)


def test_errors_may_be_left_out(nlp):
    articles = extract([record(1), {"id": "2"}, record(3)], nlp=nlp, on_error="skip")
    assert [article.id for article in articles] == ["1", "3"]


@pytest.mark.parametrize("n_process", [1, 2])
def test_only_errors_is_no_reason_to_stop(nlp, n_process):
    articles, failures = run([{}, {}], nlp=nlp, n_process=n_process)
    assert (articles, len(failures)) == ([], 2)
    assert run([], nlp=nlp, n_process=n_process) == ([], [])


def test_workers_end_when_the_caller_has_seen_enough(nlp):
    """Results of this size fill the pipes: a worker that waits to hand them over must not stay."""
    others = set(multiprocessing.active_children())
    sources = (record(number, "Un texte. " * 20_000) for number in range(40))
    articles = extract(sources, nlp=nlp, n_process=2, batch_words=8)
    assert next(articles).id == "0"
    articles.close()
    assert set(multiprocessing.active_children()) == others


@pytest.mark.parametrize("n_process", [1, 2])
def test_articles_are_read_as_they_are_needed(nlp, n_process):
    read = []

    def endless():
        number = 0
        while True:
            read.append(number)
            yield record(number)
            number += 1

    articles = extract(endless(), nlp=nlp, batch_words=12, n_process=n_process)
    assert [next(articles).id for _ in range(4)] == ["0", "1", "2", "3"]
    assert len(read) < 20


@pytest.mark.parametrize("n_process", [1, 2])
def test_what_the_callers_own_generator_raises_is_raised_after_what_came_before(nlp, n_process):
    def broken():
        yield record(1)
        raise LookupError("no more")

    articles = extract(broken(), nlp=nlp, on_error="skip", n_process=n_process)
    assert next(articles).id == "1"
    with pytest.raises(LookupError, match="no more"):
        next(articles)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"published": "hier"}, "publication date"),
        ({"on_error": "ignore"}, "on_error"),
        ({"batch_words": 0}, "over 0"),
        ({"max_size": 0}, "over 0"),
        ({"timeout": 0}, "over 0"),
        ({"n_process": 0}, "over 0"),
    ],
)
def test_wrong_options_are_refused_at_once(options, message):
    with pytest.raises(ValueError, match=message):
        extract([], **options)
