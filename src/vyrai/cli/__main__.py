"""`python -m vyrai.cli` does what `vyrai` does."""

from vyrai.cli import main

main()
