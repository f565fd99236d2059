"""Questions for what holds: who holds a post, what something costs and what a rule is, now or at some time."""
