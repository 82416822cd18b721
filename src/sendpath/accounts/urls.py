"""Where people sign in and out, and where it is said who is what."""

from django.urls import path

from sendpath.accounts import views
from sendpath.accounts.belonging import views as belonging

app_name = "accounts"
urlpatterns = [
    path("sign-in", views.SignIn.as_view(), name="sign_in"),
    path("sign-in/as", views.sign_in_as, name="sign_in_as"),
    path("sign-out", views.sign_out, name="sign_out"),
    path("roles", belonging.roles, name="roles"),
    path("accounts", belonging.people, name="people"),
    path("accounts/role", belonging.which_role, name="which_role"),
    path("accounts/role/<str:key>", belonging.give_role, name="give_role"),
    path("accounts/memberships/<int:pk>/end", belonging.end_membership, name="end_membership"),
]
