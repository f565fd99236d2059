"""`python -m qa` is the same as `qa`."""

from cli.main import main

if __name__ == "__main__":
    main()
