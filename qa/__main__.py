"""`python -m qa` is the same as `qa`."""

from qa.command_line import main

if __name__ == "__main__":
    main()
