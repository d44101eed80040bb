"""What a wrong planning problem is told: three short texts for each kind of mistake.

The texts name steps, papers and places, which are words of the law and of the atlas; of the family they name
nobody and no sum.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "unknown_key": (
        "there is no such key here",
        "what stands under an unknown key would be lost without a word",
        "the keys here are: {keys}",
    ),
    "unknown_key_near": (
        "there is no key {key} here",
        "what stands under an unknown key would be lost without a word",
        "did you mean {near}?",
    ),
    "required": (
        "{field} is missing",
        "nothing can be assumed in its place",
        "add {field}; docs/plans.md says what it means",
    ),
    "want_map": (
        "keys with values are wanted here",
        "each value stands under its name",
        "write {{...}} with the keys: {keys}",
    ),
    "want_list": (
        "a list is wanted here",
        "there may be none, one or several",
        "write [...], or [] if there are none",
    ),
    "want_so_many": (
        "a list of just {count} is wanted here",
        "each place in it has its meaning",
        "write {shape}",
    ),
    "want_text": ("a text is wanted here", "it is a name or a date", "write it in quotes"),
    "want_whole": (
        "a whole number is wanted here",
        "days, sums and points are counted, never split",
        "write digits without a point and without quotes",
    ),
    "want_number": ("a number is wanted here", "it is a share", "write digits, as 0.25, without quotes"),
    "want_flag": ("this is neither true nor false", "it is one or the other", "write true or false"),
    "too_low": (
        "the number is below {limit}",
        "{reason}",
        "write {limit} or more",
    ),
    "format": (
        "this problem has another format",
        "this program reads format {version}",
        "write format: {version}, or update the program",
    ),
    "start": (
        "this is not a date",
        "the days of a plan are counted from it",
        "write the year, month and day, as 2026-11-20",
    ),
    "past": (
        "the first day lies in the past",
        "a plan cannot have steps on days that are gone",
        "write today or a later day",
    ),
    "refused": (
        "this is not a share from 0 to 1",
        "it says how many of all who ask are refused",
        "write 0 if it cannot be refused, 0.25 for one in four, null if nobody knows",
    ),
    "days": (
        "the least, the likely and the most days do not rise",
        "plans reckon with the likely days, and lives are drawn between the others",
        "write them from the fewest to the most",
    ),
    "window": (
        "the window ends before it begins",
        "no day lies in it, so the step could never start",
        "write its first day, then its last",
    ),
    "twice": (
        "{name} stands here a second time",
        "it would not be clear which of them counts",
        "strike one of them out",
    ),
    "two_of_one_id": (
        "a second step is called {name}",
        "a plan could not say which of them it means",
        "give each step an id of its own",
    ),
    "person_twice": (
        "somebody stands here a second time",
        "each of the family is in one place on one day",
        "strike one of them out",
    ),
    "unknown_person": (
        "nobody of this name is among people",
        "the days of this person could not be kept apart",
        "add the name to people, or write one that stands there",
    ),
    "few_places": (
        "there are fewer than two places",
        "a plan leads from home to a destination",
        "write home first and the destination last",
    ),
    "many_places": (
        "there are more than three places",
        "a plan knows home, one place on the way, and the destination",
        "keep these three, and make another problem of another way",
    ),
    "danger_every": (
        "danger by the day is said of {name}, which is not home",
        "it is reckoned for the days before leaving, so here it would be lost without a word",
        "say it of {home}, or as danger of the steps done here",
    ),
    "unknown_place": (
        "there is no place {name}",
        "where the family must be decides what it lives on and what it can do",
        "write one of: {places}",
    ),
    "moves_home": (
        "this step takes the family to {name}, which is home",
        "a plan leaves home once and does not come back",
        "move to one of: {places}",
    ),
    "place_of_a_move": (
        "a step that moves the family has a place too",
        "it begins in one place and ends in another, so the place would be passed over",
        "strike place out",
    ),
    "paid_on_the_way": (
        "pay is said to come only at {name}, the place on the way",
        "pay can hang on living at home or at the destination, or on no place",
        "write {home} or {there}, or leave only_at out",
    ),
    "no_move": (
        "no step takes the family to {name}",
        "what is done there could never be done",
        "add a step with moves_to, or take the place out",
    ),
    "no_yield": (
        "the step makes nothing",
        "no other step could use it, so it would never be in a plan",
        "name the paper or the state that it gives",
    ),
    "unmade_need": (
        "nobody makes {name}, and it is not in hand",
        "the step could never start",
        "add a step that yields it, or write it under has",
    ),
    "unmade_goal": (
        "no step makes the goal {name}",
        "there could be no plan",
        "add a step that yields it, or take it out of the goals",
    ),
    "goal_in_hand": (
        "{name} is a goal, and is in hand",
        "each goal is made by a step of the plan",
        "take it out of the goals, or out of what the family has",
    ),
    "not_a_goal": (
        "{name} is not among the goals",
        "a plan might never make it, and this day could not be told",
        "add it to goals",
    ),
    "ring": (
        "these steps wait for each other, and nobody else makes what they need: {steps}",
        "none of them could ever start",
        "add a step that makes one of these papers in another way, or write one of them under has",
    ),
    "ring_of_one": (
        "the step {steps} needs what it makes itself, and nobody else makes it",
        "it could never start",
        "add a step that makes the paper in another way, or write it under has",
    ),
}
