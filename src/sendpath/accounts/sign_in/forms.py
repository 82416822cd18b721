"""What people type to sign in, and to say how they will."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.internal import auth as webauthn
from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.forms import UsernameField
from django.core.exceptions import ValidationError

from sendpath.accounts.belonging.forms import PlaceForm
from sendpath.accounts.models import User
from sendpath.accounts.sign_in.services.links import NewAccount

WIDE, CODE = "govuk-input--width-20", "govuk-input--width-10"
NOT_A_PASSKEY = "The browser sent something that is not a passkey. Try again."


def _password(label: str, *, new: bool, missing: str) -> forms.CharField:
    kind = "new-password" if new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": kind, "class": WIDE})
    return forms.CharField(
        label=label,
        strip=False,
        widget=widget,
        max_length=200,
        error_messages={"required": missing},
    )


def _code(label: str, missing: str, **attrs: str) -> forms.CharField:
    widget = forms.TextInput(
        attrs={"autocomplete": "one-time-code", "spellcheck": "false", "class": CODE, **attrs}
    )
    return forms.CharField(
        label=label, widget=widget, max_length=40, error_messages={"required": missing}
    )


class SignInForm(forms.Form):
    """A username and a password. What is wrong is never said of one alone."""

    username = UsernameField(
        label="Username",
        help_text="For most people this is their work email address.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "username",
                "autocapitalize": "none",
                "spellcheck": "false",
                "class": WIDE,
            }
        ),
        max_length=150,
        error_messages={"required": "Enter your username"},
    )
    password = _password("Password", new=False, missing="Enter your password")


class CodeForm(forms.Form):
    """The code that an app shows now."""

    code = _code("Code", "Enter the 6-digit code", inputmode="numeric")


class RecoveryCodeForm(forms.Form):
    """One of the codes kept for a lost phone."""

    code = _code("Recovery code", "Enter one of your recovery codes")


class ConfirmForm(forms.Form):
    """Somebody signed in shows again that it is they."""

    password = _password("Password", new=False, missing="Enter your password")


class NewPasswordForm(forms.Form):
    """A new password, twice: there is nothing to compare a slip of the finger with."""

    new_password = _password("New password", new=True, missing="Enter a new password")
    again = _password("New password again", new=True, missing="Enter the new password again")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["new_password"].help_text = (
            "At least 12 characters. Three random words make a good one. Any characters may be "
            "used, and it may be pasted."
        )

    def clean_new_password(self) -> str:
        password: str = self.cleaned_data["new_password"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, again = said.get("new_password"), said.get("again")
        if first and again and first != again:
            self.add_error("again", "Enter the same password in both boxes")
        return said


class ChangePasswordForm(NewPasswordForm):
    """The password of today, and the new one."""

    password = _password("Current password", new=False, missing="Enter your current password")
    field_order = ["password", "new_password", "again"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise ValidationError(
                "Enter the password you have now. Capital letters matter.", code="wrong"
            )
        return password


class RecoverForm(forms.Form):
    """Whose password is lost."""

    email = forms.EmailField(
        label="Email address",
        widget=forms.EmailInput(attrs={"autocomplete": "email", "class": WIDE}),
        error_messages={
            "required": "Enter your email address",
            "invalid": "Enter an email address, like name@hartwell.gov.uk",
        },
    )


class PasskeyForm(forms.Form):
    """What a device made, and what to call it."""

    name = forms.CharField(
        label="Name of the passkey",
        help_text="So that you know it again, as in work laptop.",
        max_length=60,
        widget=forms.TextInput(attrs={"class": WIDE}),
        error_messages={"required": "Enter a name for the passkey, as in work laptop"},
    )
    credential = forms.JSONField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        return _with_answer(self, webauthn.parse_registration_response)


class PasskeyAnswerForm(forms.Form):
    """What a device says to show that it holds a passkey."""

    credential = forms.JSONField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        return _with_answer(self, webauthn.parse_authentication_response)


def _with_answer(form: forms.Form, parse: Any) -> dict[str, Any]:
    """Return what a form holds if a device's answer is in it that can be read.

    What is wrong is said of the form: nobody sees the box that the answer is in.
    """
    said = form.cleaned_data
    try:
        # the parser reaches into whatever it is given
        if not isinstance(said.get("credential"), dict):
            raise TypeError
        parse(said["credential"])
    except (AttributeError, KeyError, TypeError, ValueError, ValidationError):
        if not form.errors or "credential" in form.errors:
            raise ValidationError(NOT_A_PASSKEY) from None
    return said


class PasskeyNameForm(forms.Form):
    """What to call a passkey from now on."""

    name = forms.CharField(
        label="Name of the passkey",
        max_length=60,
        widget=forms.TextInput(attrs={"class": WIDE}),
        error_messages={"required": "Enter a name for the passkey, as in work laptop"},
    )


class InviteForm(PlaceForm):
    """Who is invited, to be something somewhere, and how they will sign in."""

    field_order = ("full_name", "email", *PlaceForm.field_order, "provider")
    full_name = forms.CharField(
        label="Full name",
        max_length=140,
        widget=forms.TextInput(attrs={"class": WIDE, "autocomplete": "off"}),
        error_messages={"required": "Enter their full name"},
    )
    email = forms.EmailField(
        label="Email address",
        help_text="The link goes there, and it is what they sign in with.",
        max_length=150,
        widget=forms.EmailInput(attrs={"class": WIDE, "autocomplete": "off"}),
        error_messages={
            "required": "Enter their email address",
            "invalid": "Enter an email address, like name@hartwell.gov.uk",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [(one.key, one.name) for one in settings.PROVIDERS.values()]
        if ways:
            self.fields["provider"] = forms.ChoiceField(
                label="How they will sign in",
                required=False,
                choices=[("", "With a password"), *ways],
            )
        self.order_fields(self.field_order)

    def who(self) -> NewAccount:
        """Return what was said."""
        said = self.cleaned_data
        return NewAccount(
            full_name=said["full_name"],
            email=said["email"],
            provider=said.get("provider", ""),
        )
