"""D. Tribunal orders and unopposed appeals.

What a council must do after an order, an agreement or an appeal it does not oppose.
"""

LETTER = "D"
TITLE = "Tribunal orders and unopposed appeals"
