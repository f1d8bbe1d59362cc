"""`fullest`: the verbs, and what happens when one of them fails."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from fullest.errors import FullestError

VERBS = {
    "assess": ("fullest.cli.assess", "May this go there, and what does it take?"),
    "identify": ("fullest.cli.identify", "What is this item, and which list entries does it meet?"),
    "states": ("fullest.cli.states", "States and entities, and what binds them on a day."),
    "law": ("fullest.cli.law", "Instruments and provisions, in our own words."),
    "lists": ("fullest.cli.lists", "Control lists, their editions and entries."),
    "serve": ("fullest.cli.serve", "The web site and the HTTP API on this machine."),
}

EPILOG = "Begin with:  fullest assess --item aspirin --from Germany --to Kenya --purpose medical"


class Verbs(click.Group):
    """Loads a verb only when it is called, so that a short question is answered quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in reading order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command behind a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(VERBS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with a line each, without loading them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


@click.group(
    cls=Verbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="fullest")
def fullest() -> None:
    """What is forbidden, required, free and to be facilitated when an item moves from one State to another on a day,
    with the paragraph that says so. A competent authority decides; nothing here is a licence."""


def main() -> None:
    """Run the command line; exit 0 when there is an answer, 2 when the request or the corpus cannot be read."""
    try:
        fullest(standalone_mode=False)
    except FullestError as problem:
        _fail(str(problem))
    except click.ClickException as problem:
        problem.show()
        sys.exit(2)
    except click.Abort:
        _fail("stopped; nothing was written")
    except BrokenPipeError:
        sys.stderr.close()


def _fail(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
