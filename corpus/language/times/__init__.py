"""Times: dates, periods and days in a text, and what each means."""
