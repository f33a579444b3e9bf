"""A deck to write on, as people keep one."""

WALKS = """# ours
[deck]
title = "Our Sunday Walks"

# first
[[card]]
text =  "Which door would you like to see behind?"  # yes

[[card]]
kind = "story"
depth = 2
text = "Tell {partner} about a walk to the café."
follow_ups = ["Who was there?"]

[[card]]
kind = "guess"
text = "Which tree would {partner} climb?"
"""
