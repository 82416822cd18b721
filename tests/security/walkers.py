"""Who walks every address: of each kind of page somebody who may have it, and some who may not.

What each of all roles is answered is in `architecture.test_addresses`; here it is what answers
carry and hold.
"""

PEOPLE = (
    "nobody", "priya", "tom", "marcus", "dana", "helen", "lena", "sam", "information_governance",
    "senco", "parent",
)  # fmt: skip
