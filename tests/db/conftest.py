"""A founded centre on each kind of database."""

import pytest
from sqlalchemy import Engine

from tests.db.rows import acting, add_unit, found_centre


@pytest.fixture
def centre(engine: Engine) -> Engine:
    """A rehearsal with staff and one unit."""
    found_centre(engine)
    with acting(engine) as connection:
        add_unit(connection)
    return engine
