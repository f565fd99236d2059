"""What the pages show: one frozen record a template, and how answers and documents become such records."""
