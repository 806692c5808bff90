"""The security policy of a page without the theme: a few words with a link, and nothing that runs.

Source: W3C Content Security Policy Level 3. What a page sends, and what its addresses start from,
`default-src` does not speak of.
"""

from __future__ import annotations

from markupsafe import Markup

CLOSED = Markup("default-src 'none'; base-uri 'none'; object-src 'none'; form-action 'none'")
STYLED = CLOSED + Markup("; style-src 'self'; font-src 'self'; img-src 'self'")
SEEKING = STYLED + Markup("; script-src 'self'; connect-src 'self'")
"""Of a page that looks for the address in other editions."""
