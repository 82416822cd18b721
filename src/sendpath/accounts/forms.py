"""What a person types to sign in."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.core.exceptions import ValidationError

from sendpath.accounts.models import User


class SignInForm(AuthenticationForm):
    """A username and a password. What is wrong is never said of one alone."""

    username = UsernameField(
        label="Username",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "username",
                "autocapitalize": "none",
                "spellcheck": "false",
                "class": "govuk-input--width-20",
            }
        ),
        error_messages={"required": "Enter your username"},
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "current-password", "class": "govuk-input--width-20"}
        ),
        error_messages={"required": "Enter your password"},
    )
    error_messages = {
        "no_role": "This account gives no access today. Ask whoever gave it to you.",
        "invalid_login": "Check your username and password. Capital letters matter in both.",
        "inactive": "This account has been closed. Ask whoever gave it to you.",
    }

    def confirm_login_allowed(self, user: User) -> None:
        """Let nobody in who belongs nowhere today."""
        super().confirm_login_allowed(user)
        if not user.memberships_now:
            raise ValidationError(self.error_messages["no_role"], code="no_role")
