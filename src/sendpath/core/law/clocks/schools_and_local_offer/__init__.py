"""K. Schools, SEN support and the Local Offer.

What schools and the council owe before any plan.
"""

LETTER = "K"
TITLE = "Schools, SEN support and the Local Offer"
