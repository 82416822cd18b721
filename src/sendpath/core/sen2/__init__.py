"""SEN2, the Department's yearly person-level return: read, checked and written.

Start with `years` for what a survey year asks for, then `read`, `validate` and `write`.
The one thing people get wrong: requests and new plans are counted over the calendar year
before the survey, plans and placements on survey day, and both stand in the same file.
"""
