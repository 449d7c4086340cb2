"""What administrator and supervisor do away from the windows, with login and passphrase."""

from collections.abc import Iterator
from contextlib import contextmanager

from desk.workflow.addresses import Address
from desk.workflow.commands import ChangeSetting, VoidBlock, VoidReceipt
from desk.workflow.desk import Desk
from desk.workflow.errors import Code, refuse
from desk.workflow.people import NotFounded, is_right_password
from desk.workflow.queries.receipts import block_of
from desk.workflow.receipt_numbers import ReceiptNumber
from desk.workflow.seal_commands import ExportSealKey
from desk.workflow.seal_file import KeyFile
from desk.workflow.settings import Key, Value
from printing.seal import key_id


def change_setting(url: Address, key: Key, *, value: Value, login: str, password: str) -> None:
    """Set for the whole centre; NotFounded for a wrong passphrase, DeskError for a wrong role."""
    with _opened(url, login, password) as desk:
        desk.do(ChangeSetting(key=key, value=value), by=login)


def void_receipt(
    url: Address, number: ReceiptNumber, reason: str, *, login: str, password: str
) -> None:
    """End one number that leads to no case; raises as `change_setting`."""
    with _opened(url, login, password) as desk:
        desk.do(VoidReceipt(year=number.year, no=number.no, reason=reason), by=login)


def void_block(
    url: Address, number: ReceiptNumber, reason: str, *, login: str, password: str
) -> None:
    """End all numbers never given out of the block that holds this one; raises as before."""
    with _opened(url, login, password) as desk:
        with desk.ask() as reader:
            block = block_of(reader, number)
        if block is None:
            raise refuse(Code.RECEIPT, variant="block", number=number.text)
        desk.do(VoidBlock(block_id=block, reason=reason), by=login)


def export_seal_key(url: Address, *, login: str, password: str) -> KeyFile:
    """Note that the key left the database and return it; raises as `change_setting`."""
    with _opened(url, login, password) as desk:
        desk.do(ExportSealKey(), by=login)
        key = bytes.fromhex(desk.setting.seal_key)
        return KeyFile(centre=desk.setting.centre_name, keys={key_id(key): key})


@contextmanager
def _opened(url: Address, login: str, password: str) -> Iterator[Desk]:
    desk = Desk.open(url)
    try:
        with desk.ask() as reader:
            known = is_right_password(reader, login, password)
        if not known:
            raise NotFounded("CLI-SETTING-WHO", login=login)
        yield desk
    finally:
        desk.close()
