"""Line numbers are right, or they are not given."""

from game.files.lines import Block, blocks, entries, headers, knot

TRICKY = '''# [[card]] in a comment
top = "a = [1]"
[deck] # the cover
title = "T" # text = "no"
[[card]]
text = """
[[card]]
text = "no"
"""
follow_ups = [
  "a [[card]]", # alt = 1
  "b = 2",
]
  [[ card ]]
  "text" = 'it''s'
[card.odd]
text = 1
'''


def test_headers_and_keys_are_found_and_texts_lists_and_comments_are_not() -> None:
    assert blocks(TRICKY.replace("'it''s'", "'its'")) == (
        Block("", 1, {"top": 2}),
        Block("deck", 3, {"title": 4}),
        Block("card", 5, {"text": 6, "follow_ups": 10}, is_entry=True),
        Block("card", 14, {"text": 15}, is_entry=True),
        Block("card.odd", 16, {"text": 17}),
    )


def test_a_table_inside_an_entry_is_a_key_of_it() -> None:
    assert entries(blocks("[[card]]\na = 1\n[card.odd]\nb = 2\n"), "card") == ({"": 1, "a": 2, "odd": 3},)


def test_a_quick_look_finds_the_same_headers_as_a_whole_one() -> None:
    short = '[deck]\n[[card]]\r\ntext = "[[card]]"\r\n\r\n [[card]]\n#[[card]]\n[[cards]]\n'

    assert headers(short, "card") == tuple(each[""] for each in entries(blocks(short), "card")) == (2, 5)
    assert headers(TRICKY.replace("'it''s'", "'its'"), "card") == (5, 14)


def test_quotes_at_the_end_of_a_long_text_belong_to_it() -> None:
    assert headers("a = \"\"\"x\"\"\"\"\"\n[[card]]\nb = '''[[card]]'''''\n[[card]]\n", "card") == (2, 4)


def test_a_knot_is_found_where_it_is_tied_and_not_in_a_text() -> None:
    quiet = f'a = "{"[" * 99}" # {"{" * 99}\nb = [[1], {{c = 2}}]\n' + "d = []\n" * 99

    assert knot(quiet) is None
    assert knot(f"{quiet}e = {'[' * 60}") == 102
    assert knot(f"{quiet}e = [\n{'{f = ' * 60}") == 103
    assert knot(f"{quiet}[{'.'.join('g' * 60)}]\n") == 102
