"""The only room that knows MkDocs: it hands the finished pages over, language by language."""

from builder.plugin.plugin import CurriculumPlugin
from builder.plugin.progress import forget, listen
from builder.plugin.run import HinderedError, SiteError, build_site, serve_site

__all__ = [
    "CurriculumPlugin",
    "HinderedError",
    "SiteError",
    "build_site",
    "forget",
    "listen",
    "serve_site",
]
