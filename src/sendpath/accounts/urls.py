"""Where people sign in and out, look after their own account, and say who else is what."""

from django.urls import path

from sendpath.accounts.belonging import views as belonging
from sendpath.accounts.sign_in.views import entering, links, own, people, providers, second_factors

app_name = "accounts"
urlpatterns = [
    path("sign-in", entering.sign_in, name="sign_in"),
    path("sign-in/as", entering.sign_in_as, name="sign_in_as"),
    path("sign-in/code", entering.code, name="code"),
    path("sign-in/recovery-code", entering.recovery_code, name="recovery_code"),
    path("sign-in/passkey", entering.passkey, name="passkey"),
    path("sign-in/with/<slug:key>", providers.leave, name="leave"),
    path("sign-in/with/<slug:key>/back", providers.come_back, name="come_back"),
    path("sign-out", entering.sign_out, name="sign_out"),
    path("recover", links.recover, name="recover"),
    path("recover/<str:secret>", links.recovery, name="recovery"),
    path("invitation/<str:secret>", links.invitation, name="invitation"),
    path("account", own.account, name="account"),
    path("account/confirm", own.confirm, name="confirm"),
    path("account/password", own.change_password, name="change_password"),
    path("account/sessions", own.open_sessions, name="sessions"),
    path("account/second-factor", second_factors.set_up, name="set_up"),
    path("account/app", second_factors.app, name="app"),
    path("account/app/picture.svg", second_factors.app_picture, name="app_picture"),
    path("account/passkeys", second_factors.passkeys, name="passkeys"),
    path("account/passkeys/add", second_factors.add_passkey, name="add_passkey"),
    path("account/passkeys/<int:pk>", second_factors.rename_passkey, name="rename_passkey"),
    path("account/second-factors/<int:pk>/remove", second_factors.remove, name="remove_factor"),
    path("account/recovery-codes", second_factors.recovery_codes, name="recovery_codes"),
    path(
        "account/recovery-codes/file",
        second_factors.recovery_codes_file,
        name="recovery_codes_file",
    ),
    path("accounts", people.people, name="people"),
    path("roles", belonging.roles, name="roles"),
    path("accounts/role", belonging.which_role, name="which_role"),
    path("accounts/role/<str:key>", belonging.give_role, name="give_role"),
    path("accounts/role/<str:key>/invite", people.invite, name="invite"),
    path("accounts/memberships/<int:pk>/end", belonging.end_membership, name="end_membership"),
    path("accounts/unlock-address", people.unlock_address, name="unlock_address"),
    path("accounts/<int:pk>", people.person, name="person"),
    path("accounts/<int:pk>/<slug:act>", people.help_person, name="help_person"),
]
