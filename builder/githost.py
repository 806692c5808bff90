"""Where the repository lives, for people who write in the browser: the setting `editor`.

Source: Decap CMS 3, “Backends”. Each host signs people in by its own way and needs other things.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from builder.validation import Strict

LOCAL = "http://localhost:8081/api/v1"
"""Where decap-server answers on the computer that it runs on."""

# What each host needs besides its name.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "github": ("repository", "sign_in"),
    "gitlab": ("repository", "app_id"),
    "gitea": ("repository", "app_id", "server"),
    "git-gateway": ("sign_in",),
    "local": (),
}
_EXAMPLES = {
    "repository": "repository: my-district/ai-literacy",
    "sign_in": "sign_in: https://sign-in.example.org",
    "app_id": "app_id: 1a2b3c",
    "server": "server: https://git.example.org",
}

Address = Annotated[str, Field(pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s]*)?$")]

Repository = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$")]


class Editor(Strict):
    """The editor at `/admin/`, for people who do not use git; without it the site has none."""

    host: Literal["github", "gitlab", "gitea", "git-gateway", "local"]
    """Where the repository lives: github, gitlab, gitea, git-gateway, or local to try it out on
    your own computer.
    """
    repository: Repository | None = None
    """The repository as its host names it, such as my-district/ai-literacy."""
    branch: str = "main"
    """The branch that pull requests go to."""
    sign_in: Address | None = None
    """The address of what signs people in: for github a small service that you run, for
    git-gateway the gateway.
    """
    app_id: str | None = None
    """The id of the application that you registered with gitlab or gitea; it is no secret."""
    server: Address | None = None
    """The address of your own server of gitlab or gitea."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        wanting = [_EXAMPLES[one] for one in _NEEDS[self.host] if getattr(self, one) is None]
        if wanting:
            told = " and ".join(f"`{one}`" for one in wanting)
            raise ValueError(f"with `host: {self.host}` needs more: write {told}")
        return self

    def backend(self) -> dict[str, Any]:
        """What Decap CMS calls the backend."""
        told: dict[str, Any] = {"name": self.host, "repo": self.repository, "branch": self.branch}
        if self.host == "local":
            told |= {"name": "proxy", "proxy_url": LOCAL}
        elif self.host == "github":
            told |= {"base_url": self.sign_in}
        elif self.host == "git-gateway":
            told |= {"gateway_url": self.sign_in}
        else:
            told |= {"auth_type": "pkce", "app_id": self.app_id, "base_url": self.server}
            if self.server and self.host == "gitlab":
                told["api_root"] = f"{self.server.rstrip('/')}/api/v4"
            elif self.server:
                told["api_root"] = f"{self.server.rstrip('/')}/api/v1"
        return {key: value for key, value in told.items() if value is not None}

    def addresses(self) -> tuple[str, ...]:
        """Where the page asks for files and saves them; signing in has a window of its own."""
        if self.host == "local":
            return (LOCAL,)
        if self.host == "github":
            return ("https://api.github.com",)
        return tuple(one for one in (self.server, self.sign_in) if one) or ("https://gitlab.com",)
