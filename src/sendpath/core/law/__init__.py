"""The time limits of SEND law as data, and one engine that reads them against a case.

`deadlines` says what is due and when, whatever the day; `evaluate` says how one of them stands
on a day, and why; `as_at` does both for a case as it was, or as it was known, on a past day.
"""
