"""Content that knows its file and line."""

from pathlib import Path
from typing import Any

import pytest

from bot.catalogue import Text
from bot.content.node import Node, load
from bot.content.problem import ContentError, Problem

SHOWN = Path("content/x.yml")


def read(folder: Path, text: str | bytes) -> tuple[Node | None, list[Problem]]:
    """The node of a file that holds the text, and the problems of loading it."""
    file = folder / "x.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Problem] = []
    return load(file, SHOWN, problems), problems


def node(folder: Path, text: str) -> Node:
    """A node without problems so far."""
    found, problems = read(folder, text)
    assert found is not None, problems
    return found


def told(found: Node) -> list[str]:
    """The problems as they are printed."""
    return [str(problem) for problem in found.problems]


def test_values_know_their_lines(tmp_path: Path) -> None:
    """Keys and items alike, counted from 1."""
    found = node(tmp_path, "a: 1\n\nb:\n  - x\n  - c: y\n")
    items = list(found.at("b").items())
    assert [found.at("a").line, found.at("b").line, *(i.line for i in items)] == [1, 3, 4, 5]


def test_an_absent_key_stands_at_its_parent(tmp_path: Path) -> None:
    """A missing value still has a place to point at."""
    found = node(tmp_path, "a:\n  b: 1\n").at("a").at("c")
    assert (found.value, found.line) == (None, 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a: &x 1\nb: 2\n",
            "content/x.yml:1: YAML anchors are not used here. Fix: write the value out.",
        ),
        (
            "b: 2\na: !x 1\n",
            "content/x.yml:2: YAML tags are not used here. Fix: write the value out.",
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            "content/x.yml:3: a key stands here twice. Fix: remove one of the two.",
        ),
    ],
    ids=["anchor", "tag", "duplicate key"],
)
def test_refused(tmp_path: Path, text: str, problem: str) -> None:
    """YAML's surprises are refused with their line."""
    found, problems = read(tmp_path, text)
    assert (found, [str(p) for p in problems]) == (None, [problem])


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\n  b: 2\n", 2), ('a: "x\nb: 2\n', 3), ("a: [1, 2\nb: 3\n", 2)]
)
def test_no_yaml(tmp_path: Path, text: str, line: int) -> None:
    """A slip in the writing is named with its line and what to look at."""
    found, [problem] = read(tmp_path, text)
    assert (found, problem.line) == (None, line)
    assert "not valid YAML" in problem.says


def test_not_utf8(tmp_path: Path) -> None:
    """A file saved in an old encoding is told apart."""
    _, [problem] = read(tmp_path, "a: ö".encode("latin-1"))
    assert str(problem) == "content/x.yml:1: the file is not UTF-8. Fix: save the file as UTF-8."


def test_missing_and_unknown_keys(tmp_path: Path) -> None:
    """What must be there and what must not, all at once; a slip gets its correction."""
    found = node(tmp_path, "nmae: x\nother: y\n")
    found.keys(required=("name",), optional=("about",))
    assert told(found) == [
        "content/x.yml:1: 'nmae' is not a key here. Fix: write 'name'.",
        "content/x.yml:2: 'other' is not a key here. Fix: remove it, or use 'about', 'name'.",
        "content/x.yml:1: 'name' is missing. Fix: add a line 'name: …'.",
    ]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("", "'a' has no text. Fix: write the text after the colon."),
        ('"  "', "'a' has no text. Fix: write the text after the colon."),
        ("12", "'a' is a number. Fix: quote it: \"12\"."),
        ("true", "'a' has no text. Fix: write the text after the colon."),
        ("[x]", "'a' has no text. Fix: write the text after the colon."),
    ],
)
def test_not_a_text(tmp_path: Path, value: str, problem: str) -> None:
    """A number that should be quoted is told apart from nothing at all."""
    found = node(tmp_path, f"a: {value}\n")
    assert (found.at("a").text(), told(found)) == ("", [f"content/x.yml:1: {problem}"])


def test_no_is_a_word(tmp_path: Path) -> None:
    """YAML 1.1 made it false."""
    assert node(tmp_path, "a: no\n").at("a").text() == "no"


def test_texts_lose_the_spaces_around(tmp_path: Path) -> None:
    """A stray blank is no part of a name."""
    assert node(tmp_path, 'a: [" x ", y]\n').at("a").texts() == ("x", "y")


def test_both_languages(tmp_path: Path) -> None:
    """Finnish and Swedish side by side."""
    assert node(tmp_path, "a: {fi: x, sv: y}\n").at("a").both() == Text(fi="x", sv="y")


def test_a_language_that_is_missing(tmp_path: Path) -> None:
    """It is asked for where it should stand; no text is made up."""
    found = node(tmp_path, "b: x\na: {fi: x}\n")
    assert found.at("a").both() == Text(fi="x", sv="")
    assert told(found) == ["content/x.yml:2: 'sv' is missing. Fix: add a line 'sv: …'."]


@pytest.mark.parametrize("value", ["x", "[x]", "3"])
def test_not_a_mapping(tmp_path: Path, value: str) -> None:
    """A value where keys should be."""
    found = node(tmp_path, f"a: {value}\n")
    assert list(found.at("a").entries()) == []
    found.at("a").keys(required=("fi",))
    assert [problem.line for problem in found.problems] == [1, 1]


def test_not_a_list(tmp_path: Path) -> None:
    """One value where several should be."""
    found = node(tmp_path, "a: x\n")
    assert list(found.at("a").items()) == []
    assert told(found) == [
        "content/x.yml:1: 'a' is not a list. Fix: write each item on a line with '- '."
    ]


@pytest.mark.parametrize("absent", ["entries", "items"])
def test_nothing_is_fine(tmp_path: Path, absent: str) -> None:
    """An optional list or mapping may be left out."""
    found = node(tmp_path, "b: 1\n")
    read_it: Any = getattr(found.at("a"), absent)
    assert (list(read_it()), found.problems) == ([], [])


def test_optional_text(tmp_path: Path) -> None:
    """Left out, it is None; given, it is checked."""
    found = node(tmp_path, "a: {fi: x, sv: y}\n")
    assert (found.at("a").both_or_none(), found.at("b").both_or_none()) == (
        Text(fi="x", sv="y"),
        None,
    )


def test_one_of_a_few_words(tmp_path: Path) -> None:
    """A word that is not among them gets the list of those that are."""
    found = node(tmp_path, "kind: fax\n")
    assert found.at("kind").choice(("phone", "web")) == "phone"
    assert told(found) == ["content/x.yml:1: 'fax' is not a kind. Fix: use 'phone', 'web'."]


def test_problems_are_told_in_order() -> None:
    """By file and line, whatever the order in which they were found."""
    places = [("b.yml", 1), ("a.yml", 10), ("a.yml", 2)]
    problems = [Problem(file=Path(f), line=n, says="wrong.", fix="mend.") for f, n in places]
    assert str(ContentError(problems)).split("\n") == [
        "a.yml:2: wrong. Fix: mend.",
        "a.yml:10: wrong. Fix: mend.",
        "b.yml:1: wrong. Fix: mend.",
    ]
