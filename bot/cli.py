"""The command `opastin`: one verb per job; each runs in the environment that has its parts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, get_args

import typer

from bot.content.checks.note import Kind
from bot.content.problem import ContentError

app = typer.Typer(
    help="Opastin – Vägvisaren: from a resident's words to the right service.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Verb = Annotated[str, typer.Argument(help="rasa, actions or chat")]


@app.command()
def check(
    content: Annotated[Path | None, typer.Argument(help="the folder to check")] = None,
    notes: Annotated[bool, typer.Option("--notes", help="print what is worth a look")] = False,  # noqa: FBT002 - an option
) -> None:
    """Say everything that is wrong with the content; seconds, no training."""
    from bot.clock import now  # noqa: PLC0415 - each verb loads its own parts
    from bot.content.checks.checklist import check as judge  # noqa: PLC0415
    from bot.release import content_folder  # noqa: PLC0415

    folder = (content or content_folder()).resolve()
    catalogue, problems, noted = judge(folder, now().date(), thorough=notes)
    for note in noted if notes else ():
        typer.echo(f"{note} [{note.kind}]")
    if problems:
        typer.echo("\n".join(map(str, problems)), err=True)
        typer.echo(f"{len(problems)} problems.", err=True)
        raise typer.Exit(1)
    counted = {
        "needs": len(catalogue.needs),
        "questions": len(catalogue.faqs),
        "services": len(catalogue.services),
        "emergencies": len(catalogue.emergencies),
    }
    found = ", ".join(f"{number} {name}" for name, number in counted.items())
    if noted:
        kinds = Counter(note.kind for note in noted)
        listed = ", ".join(f"{kinds[kind]} {kind}" for kind in get_args(Kind) if kinds[kind])
        typer.echo(f"Worth a look: {listed}." + ("" if notes else " See them with --notes."))
    typer.echo(f"{found}: no problems.")


@app.command()
def train(
    draft: Annotated[bool, typer.Option("--draft", help="leave the release as it is")] = False,  # noqa: FBT002 - an option
) -> None:
    """Make a release from data/ and content/: what has not changed is not trained again."""
    from bot.nlu import training  # noqa: PLC0415
    from bot.release import current_release  # noqa: PLC0415

    try:
        made = training.make_draft(current_release()) if draft else training.train()
    except (ContentError, training.ModelIncomplete) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{made.folder} holds all of the content.")


@app.command()
def diff(
    content: Annotated[Path | None, typer.Argument(help="the folder that was edited")] = None,
    against: Annotated[Path | None, typer.Option(help="the folder to compare with")] = None,
) -> None:
    """Show what the edited content changes in what residents are told."""
    from bot.comparing import NothingToCompare, differences  # noqa: PLC0415

    try:
        for line in differences(content, against):
            typer.echo(line)
    except (ContentError, NothingToCompare) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


@app.command()
def explain(text: Annotated[str, typer.Argument(help="what a resident writes")]) -> None:
    """Show each step from a text to the reply."""
    from bot.nlu.explain import explain as explained  # noqa: PLC0415

    for line in explained(text):
        typer.echo(line)


@app.command()
def confusions(
    topic: Annotated[str | None, typer.Argument(help="one topic only, as need_tooth_pain")] = None,
) -> None:
    """Show which topics are taken for each other, with the sentences."""
    from bot.content.current import catalogue  # noqa: PLC0415
    from bot.content.importer import topics  # noqa: PLC0415
    from bot.nlu.confusions import judged  # noqa: PLC0415
    from bot.nlu.mixed_up import report  # noqa: PLC0415

    names = {
        name: f"{each.label.fi} / {each.label.sv}" for name, each in topics(catalogue()).items()
    }
    if topic and topic not in names:
        typer.echo(
            f"There is no topic '{topic}'. Fix: name one as in {next(iter(names))}.", err=True
        )
        raise typer.Exit(1)
    for line in report(judged(), names, topic):
        typer.echo(line)


@app.command()
def publish(
    without_practice: Annotated[  # noqa: FBT002 - an option
        bool, typer.Option("--without-practice", help="in a hurry: play no practice residents")
    ] = False,
) -> None:
    """Check, train, play the practice residents, and let the running bot take the content."""
    from bot import publishing  # noqa: PLC0415
    from bot.parts import PartRefused  # noqa: PLC0415
    from bot.settings import read_settings  # noqa: PLC0415

    try:
        publishing.publish(read_settings(), practise=not without_practice)
    except (publishing.NotPublished, PartRefused) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


@app.command()
def status() -> None:
    """Show which content runs where; exit code 1 where it differs."""
    from bot.release import content_folder, current_release  # noqa: PLC0415
    from bot.settings import read_settings  # noqa: PLC0415
    from bot.status import status as look  # noqa: PLC0415

    found = look(content_folder(), current_release(), read_settings())
    for line in found.lines():
        typer.echo(line)
    raise typer.Exit(0 if found.alike else 1)


@app.command()
def preview() -> None:
    """Run the whole product on the edited content, beside the one that serves."""
    from bot.previewing import preview as run_beside  # noqa: PLC0415

    raise typer.Exit(run_beside())


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="where to write")] = Path("var/export"),
) -> None:
    """Write the domain and examples with the content joined in, for `rasa test nlu`."""
    from bot.nlu.export import export as write  # noqa: PLC0415

    for file in write(folder):
        typer.echo(str(file))


@app.command()
def serve(part: Verb) -> None:
    """Start one part: rasa, actions or chat."""
    from bot.serving import serve as start  # noqa: PLC0415

    start(part)


@app.command()
def run() -> None:
    """Start everything, say when it is well, stop everything on Ctrl-C."""
    from bot.running import run as run_all  # noqa: PLC0415

    raise typer.Exit(run_all())


if __name__ == "__main__":
    app()
