"""One function per page type; each is found by walking this package."""

from builder.pages.page import Address, Content, Page, every, page
from builder.pages.view import Comparison, View

__all__ = ["Address", "Comparison", "Content", "Page", "View", "every", "page"]
