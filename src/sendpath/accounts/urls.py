"""Where people sign in and out."""

from django.urls import path

from sendpath.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in", views.SignIn.as_view(), name="sign_in"),
    path("sign-in/as", views.sign_in_as, name="sign_in_as"),
    path("sign-out", views.sign_out, name="sign_out"),
]
