"""A rule is left out only where it cannot match."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dires.dates.required import required

ITEMS = st.recursive(
    st.sampled_from(["a", "b", "c", "ab"]).map(lambda s: [s]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: [*p[0], *p[1]]),
        st.tuples(inner, inner).map(lambda p: ["(", *p[0], "|", *p[1], ")"]),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda p: ["(", *p[0], ")", p[1]]),
    ),
    max_leaves=8,
)


def test_alternatives_need_one_of_theirs() -> None:
    assert required(["a", "(", "b", "|", "c", ")"]) == (frozenset("a"), frozenset("bc"))
    assert required(["(", "a", ")", "?", "b"]) == (frozenset("b"),)


def test_what_is_common_is_asked_last() -> None:
    assert required(["a", "bc"], frozenset("a")) == (frozenset("bc"), frozenset("a"))
    either = ["(", "a", "bc", "|", "d", ")"]
    assert required(either, frozenset("a")) == (frozenset("bcd"),)


@given(ITEMS, st.text("abcx", max_size=12))
def test_what_matches_holds_what_is_required(items: list[str], text: str) -> None:
    pattern = "".join(item if item in "(|)?*+" else f"[{item}]" for item in items)
    if re.search(pattern, text):
        assert all(need & set(text) for need in required(items))
