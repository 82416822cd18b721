"""Links that came by e-mail: taking up an invitation, choosing a new password."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sendpath.accounts.sign_in.forms import NewPasswordForm, RecoverForm
from sendpath.accounts.sign_in.models import SentLink
from sendpath.accounts.sign_in.network import absolute
from sendpath.accounts.sign_in.services import entering, links
from sendpath.accounts.sign_in.views.entering import go_on


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """Send a link for a new password, and say the same whoever asks for whom."""
    form = RecoverForm(request.POST or None)
    if form.is_valid():
        links.send_recovery(email=form.cleaned_data["email"], address=absolute(request, ""))
        return render(request, "accounts/recovery_sent.html")
    return render(request, "accounts/recover.html", {"form": form})


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def recovery(request: HttpRequest, secret: str) -> HttpResponse:
    """Let whoever holds the link choose a new password, once. They sign in with it as always."""
    link = links.open_link(kind=SentLink.Kind.RECOVERY, secret=secret)
    if link is None:
        return render(request, "accounts/link_ended.html", {"recovery": True}, status=404)
    form = NewPasswordForm(request.POST or None, user=link.user)
    if form.is_valid() and links.use_for_password(
        link=link, password=form.cleaned_data["new_password"]
    ):
        messages.success(request, "Your password has been changed. Sign in with it.")
        return redirect("accounts:sign_in")
    return render(request, "accounts/recovery.html", {"form": form})


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Let whoever was invited choose a password, once, and go on to a second factor."""
    link = links.open_link(kind=SentLink.Kind.INVITATION, secret=secret)
    if link is None:
        return render(request, "accounts/link_ended.html", {"recovery": False}, status=404)
    provider = settings.PROVIDERS.get(link.provider)
    if provider:
        request.session["sendpath_invitation"] = link.pk
        context = {"provider": provider, "invited": link.user}
        return render(request, "accounts/invitation.html", context)
    form = NewPasswordForm(request.POST or None, user=link.user)
    if form.is_valid() and links.use_for_password(
        link=link, password=form.cleaned_data["new_password"]
    ):
        step = entering.begin(request=request, user=link.user, by="invitation")
        return go_on(request, step)
    return render(request, "accounts/invitation.html", {"form": form, "invited": link.user})
