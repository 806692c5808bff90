"""What a proposed change does to the curriculum, told in one comment for people who decide."""

from builder.proposal.comment import MOST
from builder.proposal.telling import told

__all__ = ["MOST", "told"]
