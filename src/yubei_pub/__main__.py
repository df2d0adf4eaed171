"""The program: `yubei-pub`, and `python -m yubei_pub` for a machine where it is not on the path."""


def main() -> None:
    """Run the command line; who stops the program while Python is still loading it sees no traceback either."""
    try:
        from yubei_pub.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit("Aborted!") from None
    run()


if __name__ == "__main__":
    main()
