"""Who holds a role."""

from typing import Literal

Role = Literal["organiser"]
