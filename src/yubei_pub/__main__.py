"""`python -m yubei_pub`, for a machine where the program is not on the path."""

from yubei_pub.cli import main

main()
