"""What an administrator does away from the windows, with login and passphrase."""

from desk.workflow.addresses import Address
from desk.workflow.commands import ChangeSetting
from desk.workflow.desk import Desk
from desk.workflow.people import NotFounded, is_right_password
from desk.workflow.settings import Key


def change_setting(url: Address, key: Key, *, value: bool, login: str, password: str) -> None:
    """Set for the whole centre; NotFounded for a wrong passphrase, DeskError for a wrong role."""
    desk = Desk.open(url)
    try:
        with desk.ask() as reader:
            known = is_right_password(reader, login, password)
        if not known:
            raise NotFounded("CLI-SETTING-WHO", login=login)
        desk.do(ChangeSetting(key=key, value=value), by=login)
    finally:
        desk.close()
