"""Why a file is not TOML or not JSON, in words for someone who knows neither.

What the parsers say themselves is for people who write parsers. A sentence here goes on after a colon.
"""

GRAMMAR: dict[str, str] = {
    # TOML
    "toml.code": "it holds the control code {code}, which is not text",
    "toml.open": "the text that begins on this line is not closed; it needs its quotation marks at its end",
    "toml.after": (
        "found {found} behind a value that is complete; quotation marks inside a text have a backslash in front"
    ),
    "toml.statement": "found {found}; a line is a key with its value, a header in brackets, or a note behind a #",
    "toml.header": "found {found}; a header has its brackets on both sides: [deck] once, and [[card]] before each card",
    "toml.equals": "found {found}; a key is needed here, an equals sign and a value",
    "toml.value": 'found {found}; a value is needed, and text needs quotation marks, "like this"',
    "toml.list": "a list is opened here or further up and not closed; commas stand between its entries, and ] at its end",
    "toml.table": "a table is opened here or further up and not closed; commas stand between its keys, and }} at its end",
    "toml.backslash": "a backslash inside a text must be written twice, or the text stand in single quotation marks",
    "toml.twice": "what this line begins with stands further up already; only [[card]] may come again",
    "toml.date": "there is no such date or time; text needs quotation marks",
    "toml.other": "this line cannot be understood",
    # JSON
    "json.comma": "a comma between two entries, or a closing bracket, is missing here",
    "json.trailing": "after the last entry stands a comma too many",
    "json.colon": "a colon between a name and its value is missing here",
    "json.name": "a name in double quotation marks is needed here",
    "json.value": "a value is needed here, and text needs double quotation marks",
    "json.open": "the text that begins here is not closed; it needs a double quotation mark at its end",
    "json.code": "inside a text stands the end of a line, a tab or a control code; write \\n or \\t there",
    "json.backslash": "a backslash inside a text must be written twice",
    "json.extra": "something stands behind the end",
    "json.other": "this cannot be understood",
}
