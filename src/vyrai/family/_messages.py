"""What a wrong case file is told: three short texts for each kind of problem, ready for a catalogue.

The texts never hold a value of the file. `{key}` and the like stand for words of the form, or limits.
"""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for the catalogue."""
    return text


MESSAGES: dict[str, tuple[str, str, str]] = {
    "missing": (
        N_("there is no such file"),
        N_("nothing was read"),
        N_("check the name, or give - to read from standard input"),
    ),
    "symlink": (
        N_("this is a link to another file"),
        N_("a link can be turned to another file unseen"),
        N_("give the file itself"),
    ),
    "directory": (N_("this is a folder"), N_("a case is one file"), N_("give the file inside it")),
    "not_a_file": (
        N_("this is not an ordinary file"),
        N_("reading a device or a pipe by name may never end"),
        N_("give - to read from standard input"),
    ),
    "unreadable": (
        N_("the file cannot be read"),
        N_("the system does not let this user read it"),
        N_("look at the rights of the file and of its folder"),
    ),
    "too_big": (
        N_("the file is larger than {limit} bytes"),
        N_("a case is a few pages of text, so this is something else"),
        N_("check that it is the right file"),
    ),
    "binary": (
        N_("this is not text"),
        N_("the file holds zero bytes, as pictures, archives and office files do"),
        N_("save the case as plain text in UTF-8"),
    ),
    "not_utf8": (
        N_("the text is not in UTF-8"),
        N_("letters would be read wrongly"),
        N_("save the file again with the encoding UTF-8"),
    ),
    "empty": (
        N_("there is nothing in it"),
        N_("a case has at least one member"),
        N_("start from one of the files in examples/"),
    ),
    "tab": (
        N_("a tab is used where the text is indented"),
        N_("YAML counts spaces, and a tab has no width"),
        N_("replace the tab by spaces"),
    ),
    "not_yaml": (
        N_("from here on this is not YAML"),
        N_("the rest of the file cannot be understood"),
        N_("look for a missing colon, quote or bracket on this line or the one before"),
    ),
    "not_json": (
        N_("from here on this is not JSON"),
        N_("a file that begins with {{ or is named .json is read as JSON"),
        N_("look for a missing comma, quote or bracket on this line or the one before"),
    ),
    "anchor": (
        N_("anchors (&), references (*) and tags (!) are not taken"),
        N_("a short file with them can stand for an endless one"),
        N_("write the text out, or put it in quotes if it begins with such a sign"),
    ),
    "second_document": (
        N_("a second document begins here"),
        N_("a file holds one case"),
        N_("remove the line ---, or make two files"),
    ),
    "too_deep": (
        N_("the text is nested more than {limit} levels deep"),
        N_("no answer lies so deep"),
        N_("check the brackets and the indentation"),
    ),
    "too_many": (
        N_("the text holds more than {limit} answers"),
        N_("no family has so many"),
        N_("check that it is the right file"),
    ),
    "duplicate_key": (
        N_("the same key is given twice"),
        N_("it would not be clear which answer counts"),
        N_("keep one of them"),
    ),
    "key_not_text": (
        N_("a key is a list or a map"),
        N_("the keys are the names of the questions"),
        N_("write a single word before the colon"),
    ),
    "unknown_key": (
        N_("there is no such key here"),
        N_("an answer under an unknown key would be lost without a word"),
        N_("the keys here are: {keys}"),
    ),
    "unknown_key_near": (
        N_("there is no key {key} here"),
        N_("an answer under an unknown key would be lost without a word"),
        N_("did you mean {near}?"),
    ),
    "version": (
        N_("this case file has another format"),
        N_("this program reads format {version}"),
        N_("update the program, or write case: {version}"),
    ),
    "lang": (
        N_("the language of the file is not a language tag"),
        N_("it chooses the language of the answers"),
        N_("write two or three small letters, or leave it out"),
    ),
    "want_map": (
        N_("keys with answers are wanted here"),
        N_("each answer stands under the name of its question"),
        N_("write it as key: answer; the keys here are: {keys}"),
    ),
    "want_list": (
        N_("a list is wanted here"),
        N_("there may be none, one or several"),
        N_("put a dash before each item, or write {{complete: yes, items: []}} if there are none"),
    ),
    "want_several": (
        N_("a list of single answers is wanted here"),
        N_("there may be none, one or several"),
        N_("write it as [one, another], or [] if there are none"),
    ),
    "want_value": (
        N_("one answer is wanted here, not a list or a map"),
        N_("the question has a single answer"),
        N_("write {answer}, or {{unknown: does_not_know}}"),
    ),
    "bare_unknown": (
        N_("unknown is said without its reason"),
        N_("why an answer is missing decides what is asked next"),
        N_("write {{unknown: does_not_know}} or {{unknown: will_not_say}}"),
    ),
    "unknown_reason": (
        N_("this is not a reason for an unknown answer"),
        N_("why an answer is missing decides what is asked next"),
        N_("the reasons are: {reasons}"),
    ),
    "completeness": (
        N_("it is not clear whether the list is complete"),
        N_("only a complete list can show that there is no more"),
        N_("write complete: yes, complete: no or complete: unknown"),
    ),
    "yesno": (
        N_("this is neither yes nor no"),
        N_("the question has only these two answers"),
        N_("write yes or no"),
    ),
    "number": (
        N_("this is not a number"),
        N_("it is counted and compared"),
        N_("write digits only, as 2000 or 1999.50, or a range {{lo: 1500, hi: 2500}}"),
    ),
    "range": (
        N_("this is not a range"),
        N_("a range goes from lo to hi; one end may be missing"),
        N_("write {{lo: 1500, hi: 2500}} with lo not above hi"),
    ),
    "too_low": (
        N_("the number is below {limit}"),
        N_("there can be no less of it"),
        N_("write {limit} or more"),
    ),
    "date": (
        N_("this is not a date"),
        N_("ages and time limits are counted from it"),
        N_("write {answer}"),
    ),
    "impossible_date": (
        N_("there is no such day"),
        N_("ages and time limits are counted from it"),
        N_("check month and day; only 2019-05 or 2019 will do as well"),
    ),
    "inexact": (
        N_("this is not a day of the calendar, written whole"),
        N_("a plan puts the step on that day and on no other"),
        N_(
            "look at your paper and write year-month-day, as 2027-01-14; leave it out while you know only "
            "the month"
        ),
    ),
    "future": (
        N_("the date lies in the future"),
        N_("it is about something that has been"),
        N_("check the year and the day that you ask about, or leave the answer out for now"),
    ),
    "future_deed": (
        N_("the date lies in the future"),
        N_("only what is over can be ticked as done; a day that is to come is kept by plans"),
        N_(
            "check the year; if it is a day that you were given, write it with "
            "`vyrai date CASE STEP DAY --save FILE`, and tick the step when it is done"
        ),
    ),
    "order": (
        N_("the date lies before {field}"),
        N_("a time cannot end before it begins"),
        N_("check both dates"),
    ),
    "older": (
        N_("a {younger} is older than a {older}"),
        N_("ages decide what the law asks of each of you"),
        N_("check the years of birth and the roles"),
    ),
    "other_list": (
        N_("this is no answer for `{list}`, it is one for `{other}`"),
        N_("what you will not do is kept apart from what you hope for: in the wrong place it is not heeded"),
        N_("move it to `{other}`, or choose another"),
    ),
    "twice": (
        N_("the same stands in {first} already"),
        N_("the two may contradict each other, and nobody could say which of them holds"),
        N_("keep one of them"),
    ),
    "code": (
        N_("this is not one of the answers to choose from"),
        N_("only a known answer can be compared with the law"),
        N_("write one of: {codes}"),
    ),
    "code_near": (
        N_("this is not one of the answers to choose from"),
        N_("only a known answer can be compared with the law"),
        N_("did you mean {near}?"),
    ),
    "code_many": (
        N_("this is not one of the {count} answers to choose from"),
        N_("only a known answer can be compared with the law"),
        N_("see the list {list} in docs/case-file.md"),
    ),
    "code_open": (
        N_("this is not the name of a paper, a step or a way in"),
        N_("only a known answer can be compared with the law"),
        N_("write its id, with letters, digits, dots and hyphens"),
    ),
    "text": (
        N_("the text holds signs that cannot be written to a file"),
        N_("it would be lost on saving"),
        N_("write it again by hand"),
    ),
    "alias": (
        N_("this is not a short name"),
        N_("the file should not say who you are if somebody else reads it"),
        N_("use one word, best the name of a bird"),
    ),
    "duplicate_alias": (
        N_("two people have the same short name"),
        N_("answers could not be told apart"),
        N_("give each of them a name of their own"),
    ),
    "unknown_alias": (
        N_("nobody in this file has this short name"),
        N_("the answer is about one of you"),
        N_("use the alias that stands under members or others"),
    ),
    "required": (
        N_("{field} is missing"),
        N_("without it the rest of this answer cannot be used"),
        N_("add {field}"),
    ),
    "path": (
        N_("there is no such answer"),
        N_("the path leads nowhere in this case"),
        N_("write it as stork.birth or stork.statuses[1].from"),
    ),
}

MORE = (N_("one more problem after this one"), N_("{count} more problems after this one"))
WHY = N_("Why: {text}")
TODO = N_("Do: {text}")
