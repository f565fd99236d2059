"""Questions for what holds: who holds a post and what something costs, now or at some time."""
