"""`desk seal export-key` and `desk check-certificate`: the key as a file, and what it proves."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desk.places import MISTAKE, UNMET, standing_address, stop
from desk.spoken import LANGUAGE, help_of, say

if TYPE_CHECKING:
    from desk.workflow.certificate_check import Checked
    from desk.workflow.desk import Desk

UNKNOWN_KEY, ENDED = 3, 4
app = typer.Typer(no_args_is_help=True)
Database = Annotated[str | None, typer.Option("--db", help=help_of("DB"))]
Login = Annotated[str, typer.Option(prompt=say("CLI-ASK-NEW-LOGIN"))]
Password = Annotated[str, typer.Option(prompt=say("CLI-ASK-PASSWORD"), hide_input=True)]


@app.callback(help=help_of("SEAL"))
def seal() -> None:
    """Hold the commands about the key together."""


@app.command("export-key", help=help_of("SEAL-EXPORT"))
def export_key(
    file: Annotated[Path, typer.Argument(help=help_of("SEAL-FILE"), metavar="FILE")],
    db: Database = None,
    login: Login = "",
    password: Password = "",
) -> None:
    """Write the key of the centre into a file that only its owner reads."""
    from desk.workflow.administering import export_seal_key
    from desk.workflow.errors import DeskError
    from desk.workflow.people import NotFounded
    from desk.workflow.seal_file import write_key_file

    url = standing_address(db)
    if file.exists():
        stop(say("CLI-SEAL-THERE", file=file))
    try:
        made = export_seal_key(url, login=login, password=password)
        write_key_file(file, made)
    except (NotFounded, DeskError) as error:
        stop(error.text(LANGUAGE))
    except OSError as error:
        stop(say("CLI-SEAL-UNWRITTEN", file=file, why=error.strerror))
    typer.echo(say("CLI-SEAL-DONE", file=file, key=", ".join(made.keys)))


def check_certificate(
    text: Annotated[str | None, typer.Argument(help=help_of("QR-TEXT"), metavar="TEXT")] = None,
    image: Annotated[Path | None, typer.Option("--image", help=help_of("QR-IMAGE"))] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", help=help_of("QR-PDF"))] = None,
    key: Annotated[Path | None, typer.Option("--key", help=help_of("QR-KEY"))] = None,
    db: Annotated[str | None, typer.Option("--db", help=help_of("QR-DB"))] = None,
) -> None:
    """Say whether a certificate is genuine: exit 0, forged 1, unknown key 3, ended since 4."""
    file = image or pdf
    if [text, image, pdf].count(None) != len((image, pdf)) or (key is None and db is None):
        stop(say("CLI-SEAL-ONE"))
    texts = _codes_of(file) if file is not None else [text or ""]
    keys = _keys_of(key) if key is not None else {}
    if db is None:
        raise typer.Exit(_judge(texts, keys, None))
    from desk.workflow.desk import Desk

    desk = Desk.open(standing_address(db))
    try:
        raise typer.Exit(_judge(texts, keys or _keys_in(desk), desk))
    finally:
        desk.close()


def _judge(texts: list[str], keys: Mapping[str, bytes], desk: "Desk | None") -> int:
    """Say the verdict on the certificate among the codes of a page; return the exit status."""
    from desk.workflow.certificate_check import Verdict, check_certificate
    from desk.workflow.why.certificates import verdict_line

    judged = [check_certificate(text, keys) for text in texts or [""]]
    checked = next((one for one in judged if one.said is not None), judged[0])
    typer.echo(verdict_line(checked, LANGUAGE))
    if checked.verdict is Verdict.GENUINE and desk is not None:
        return _say_standing(checked, desk)
    return {
        Verdict.GENUINE: 0,
        Verdict.FORGED: UNMET,
        Verdict.UNKNOWN_KEY: UNKNOWN_KEY,
        Verdict.NO_CERTIFICATE: MISTAKE,
    }[checked.verdict]


def _say_standing(checked: "Checked", desk: "Desk") -> int:
    from desk.workflow.queries.standing import standing_of
    from desk.workflow.why.certificates import standing_lines

    number = checked.said.number if checked.said else ""
    with desk.ask() as reader:
        found = standing_of(reader, number)
    for line in standing_lines(found, number, LANGUAGE):
        typer.echo(line)
    return 0 if found is not None and found.holds else ENDED


def _keys_in(desk: "Desk") -> Mapping[str, bytes]:
    from printing.seal import key_id

    key = bytes.fromhex(desk.setting.seal_key)
    return {key_id(key): key}


def _keys_of(file: Path) -> Mapping[str, bytes]:
    from desk.workflow.seal_file import NotAKeyFile, read_key_file

    try:
        return read_key_file(file).keys
    except NotAKeyFile as error:
        stop(say("CLI-SEAL-NOKEY", file=file, line=error.line))
    except OSError as error:
        stop(say("CLI-SEAL-NOFILE", file=file, why=error.strerror))


def _codes_of(file: Path) -> list[str]:
    from printing.read_codes import NoReader, Unreadable, codes_in

    try:
        return codes_in(file.read_bytes())
    except NoReader:
        stop(say("CLI-SEAL-NOREADER"))
    except Unreadable:
        stop(say("CLI-SEAL-UNREADABLE", file=file))
    except OSError as error:
        stop(say("CLI-SEAL-NOFILE", file=file, why=error.strerror))


def join_seal(desk: typer.Typer) -> None:
    """Give the `desk` command what stands here."""
    desk.add_typer(app, name="seal")
    desk.command("check-certificate", help=help_of("CHECK-CERTIFICATE"))(check_certificate)
