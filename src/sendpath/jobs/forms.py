"""What somebody says when a failed job will not be done."""

from __future__ import annotations

from django import forms


class GiveUpForm(forms.Form):
    """Why a failed job is given up."""

    because = forms.CharField(
        label="Why will it not be done?",
        help_text="For example, the file was loaded again. Do not name a child.",
        max_length=300,
        widget=forms.TextInput(),
        error_messages={
            "required": "Enter why it will not be done",
            "max_length": "Why it will not be done must be 300 characters or fewer",
        },
    )
