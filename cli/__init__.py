"""The command line: above all rooms; nothing imports it."""
