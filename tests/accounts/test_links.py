"""Links by e-mail: an invitation and the way back from a lost password. Each opens once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.openid_provider import answered, come_back, go
from accounts.second_factors import PASSWORD, code_of, give_app, letters, link_in
from sendpath.accounts.models import Identity, SentLink, User
from sendpath.audit.models import AuditEntry

NEW = "three random words here"
NEW_PASSWORD = {"new_password": NEW, "again": NEW}


@pytest.fixture
def sends(django_capture_on_commit_callbacks):
    """Do something, and return the letters that it sent."""

    def do(act, *args, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            answer = act(*args, **kwargs)
        return answer, list(letters(mail.outbox))

    return do


@pytest.fixture
def invite(sends, north):
    def send(client, role="officer", **changes):
        said = {
            "full_name": "Noor Testname", "email": "Noor@hartwell.example", "team": north.pk,
            "starts_on_day": 1, "starts_on_month": 1, "starts_on_year": 2026, **changes,
        }  # fmt: skip
        return sends(client.post, f"/accounts/role/{role}/invite", said)

    return send


@pytest.fixture
def as_helen(client, helen):
    client.force_login(helen)
    return client


def test_somebody_invited_chooses_a_password_and_a_second_factor_and_is_in(as_helen, invite):
    answer, (letter,) = invite(as_helen)
    noor = User.objects.get(username="noor@hartwell.example")
    assert answer.url == f"/accounts/{noor.pk}"
    assert (letter.to, letter.subject) == (["noor@hartwell.example"], "Your account for SEND Path")
    invited = Client()
    page = invited.get(link_in(letter))
    assert "Noor Testname, you have been invited as SEND officer, North team." in page.text

    assert invited.post(link_in(letter), NEW_PASSWORD).url == "/account/second-factor"
    assert "_auth_user_id" not in invited.session
    invited.get("/account/app")
    invited.post("/account/app", {"code": code_of(invited.session["mfa.totp.secret"])})

    assert invited.get("/account").status_code == 200
    acts = AuditEntry.objects.filter(subject=f"user:{noor.pk}").values_list("act", "by")
    assert list(acts) == [
        ("invited", "helen"),
        ("membership_added", "helen"),
        ("invitation_accepted", "noor@hartwell.example"),
        ("second_factor_added", "noor@hartwell.example"),
        ("recovery_codes_made", "noor@hartwell.example"),
        ("signed_in", "noor@hartwell.example"),
    ]


def test_an_invitation_opens_once(as_helen, invite):
    _, (letter,) = invite(as_helen)
    Client().post(link_in(letter), NEW_PASSWORD)

    thief = Client()
    assert thief.get(link_in(letter)).status_code == 404
    assert thief.post(link_in(letter), NEW_PASSWORD).status_code == 404
    assert "This link opens nothing any more" in thief.get(link_in(letter)).text


@pytest.mark.parametrize(("after", "code"), [({"days": 6, "hours": 23}, 200), ({"days": 7}, 404)])
def test_an_invitation_lasts_seven_days(as_helen, invite, time_machine, after, code):
    _, (letter,) = invite(as_helen)
    time_machine.move_to(timezone.now() + timedelta(**after))
    assert Client().get(link_in(letter)).status_code == code


def test_sent_again_the_first_link_opens_nothing(as_helen, invite, sends):
    _, (first,) = invite(as_helen)
    noor = User.objects.get(username="noor@hartwell.example")
    _, (second,) = sends(as_helen.post, f"/accounts/{noor.pk}/invite-again")

    assert Client().get(link_in(first)).status_code == 404
    assert Client().get(link_in(second)).status_code == 200


def test_the_database_holds_no_link(as_helen, invite):
    _, (letter,) = invite(as_helen)
    assert link_in(letter).rpartition("/")[2] not in str(list(SentLink.objects.values()))


@pytest.mark.parametrize(
    "changes", [{"team": 999}, {"email": "nonsense"}, {"full_name": ""}, {"starts_on_year": ""}]
)
def test_an_invitation_that_says_too_little_makes_no_account(as_helen, invite, changes):
    answer, sent = invite(as_helen, **changes)
    assert (answer.status_code, sent) == (200, [])
    assert not User.objects.filter(username="noor@hartwell.example").exists()


@pytest.mark.parametrize("role", ["nonsense", "information_governance"])
def test_nobody_invites_to_a_role_that_they_may_not_give(as_helen, invite, role):
    answer, sent = invite(as_helen, role=role)
    assert (answer.status_code, sent) == (404, [])


def test_nobody_is_invited_twice(as_helen, invite):
    invite(as_helen)
    answer, sent = invite(as_helen, email="NOOR@hartwell.example")
    assert "Somebody with that email address has an account already." in answer.text
    assert sent == []


def test_somebody_invited_to_sign_in_elsewhere_does_so(client, helen, invite, at, provider):
    at()
    client.force_login(helen)
    _, (letter,) = invite(client, email="own.name@nhs.example", provider="hartwell")
    invited = Client()
    page = invited.get(link_in(letter))
    assert "Continue with Hartwell Council account" in page.text
    assert invited.post(link_in(letter), NEW_PASSWORD).status_code == 200  # has no password to set

    answer = come_back(invited, answered(go(invited), "invited"))

    noor = User.objects.get(username="own.name@nhs.example")
    assert answer.url == "/account/second-factor"
    assert Identity.objects.get().user == noor
    assert not noor.has_usable_password()
    assert Client().get(link_in(letter)).status_code == 404


def test_an_invitation_for_a_password_is_not_taken_up_elsewhere(as_helen, invite, at, provider):
    at()
    _, (letter,) = invite(as_helen, email="own.name@nhs.example")
    invited = Client()
    invited.get(link_in(letter))
    assert come_back(invited, answered(go(invited), "invited")).status_code == 403


@pytest.fixture
def priya(priya):
    priya.email = "priya@hartwell.example"
    priya.save()
    return priya


def main_of(page):
    return page.text.partition("<main")[2].partition("</main")[0]


def test_a_lost_password_is_replaced_and_the_second_factor_still_asked_for(client, priya, sends):
    secret = give_app(priya)
    stolen = Client()
    stolen.force_login(priya)
    _, (letter,) = sends(client.post, "/recover", {"email": "PRIYA@hartwell.example"})
    assert letter.subject == "Choose a new password for SEND Path"

    answer, (told,) = sends(client.post, link_in(letter), NEW_PASSWORD)

    assert answer.url == "/sign-in"
    assert told.subject == "Your password for SEND Path was changed"
    assert stolen.get("/account").status_code == 302
    assert client.post("/sign-in", {"username": "priya", "password": PASSWORD}).status_code == 200
    step = client.post("/sign-in", {"username": "priya", "password": NEW})
    assert step.url == "/sign-in/code"
    assert client.post("/sign-in/code", {"code": code_of(secret)}).url == "/"
    assert client.get(link_in(letter)).status_code == 404


def test_it_says_the_same_of_an_address_that_nobody_has(client, priya, sends):
    known, sent = sends(client.post, "/recover", {"email": "priya@hartwell.example"})
    unknown, none = sends(client.post, "/recover", {"email": "nobody@hartwell.example"})

    assert main_of(known) == main_of(unknown)
    assert (len(sent), len(none)) == (1, 0)


def test_a_link_for_a_lost_password_lasts_an_hour(client, priya, sends, time_machine):
    _, (letter,) = sends(client.post, "/recover", {"email": "priya@hartwell.example"})
    time_machine.move_to(timezone.now() + timedelta(minutes=61))
    assert client.get(link_in(letter)).status_code == 404


def test_nobodys_post_is_filled(client, priya, sends):
    counts = [
        len(sends(client.post, "/recover", {"email": "priya@hartwell.example"})[1])
        for _ in range(5)
    ]
    assert counts == [1, 1, 1, 0, 0]


def test_no_link_goes_to_who_signs_in_elsewhere_or_is_closed(client, priya, tom, sends):
    priya.set_unusable_password()
    priya.save()
    tom.email, tom.is_active = "tom@hartwell.example", False
    tom.save()
    for email in ("priya@hartwell.example", "tom@hartwell.example"):
        assert sends(client.post, "/recover", {"email": email})[1] == []


def test_one_kind_of_link_does_not_open_as_the_other(client, priya, sends):
    _, (letter,) = sends(client.post, "/recover", {"email": "priya@hartwell.example"})
    secret = link_in(letter).rpartition("/")[2]
    assert client.get(f"/invitation/{secret}").status_code == 404


def test_a_new_password_lets_in_who_was_locked_out(client, priya, sends):
    for _ in range(5):
        client.post("/sign-in", {"username": "priya", "password": "wrong"})
    _, (letter,) = sends(client.post, "/recover", {"email": "priya@hartwell.example"})
    client.post(link_in(letter), NEW_PASSWORD)

    assert client.post("/sign-in", {"username": "priya", "password": NEW}).status_code == 302


def test_a_letter_that_cannot_be_sent_is_logged_without_its_address(
    client, priya, sends, settings, caplog
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    page, _ = sends(client.post, "/recover", {"email": "priya@hartwell.example"})

    assert page.status_code == 200
    said = [r.getMessage() for r in caplog.records if "mail.failed" in r.getMessage()]
    assert len(said) == 1
    assert "priya" not in said[0]


def test_somebody_who_has_lost_their_phone_is_helped(as_helen, priya, sends):
    give_app(priya)
    lost = Client()
    lost.force_login(priya)

    _, (told,) = sends(as_helen.post, f"/accounts/{priya.pk}/remove-second-factors")

    assert told.to == ["priya@hartwell.example"]
    assert lost.get("/account").status_code == 302
    again = Client().post("/sign-in", {"username": "priya", "password": PASSWORD})
    assert again.url == "/account/second-factor"
    last = AuditEntry.objects.last()
    assert (last.by, last.act, last.details) == ("helen", "second_factor_removed", {"kind": "all"})


def test_letters_kept_as_files_are_for_the_services_user_alone(
    client, priya, sends, settings, tmp_path
):
    settings.EMAIL_BACKEND = "sendpath.accounts.sign_in.letters.EmailBackend"
    settings.EMAIL_FILE_PATH = folder = tmp_path / "mail"
    sends(client.post, "/recover", {"email": "priya@hartwell.example"})

    (letter,) = folder.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert "/recover/" in letter.read_text()


def test_an_account_that_only_holds_cases_says_that_nobody_can_open_it(as_helen, priya):
    priya.set_unusable_password()
    priya.save()
    assert "No way to sign in" in as_helen.get(f"/accounts/{priya.pk}").text


def test_nobody_looks_after_who_has_a_role_that_they_may_not_give(as_helen, make_user):
    keeper = make_user("keeper", role="system_keeper")
    assert as_helen.post(f"/accounts/{keeper.pk}/end-sessions").status_code == 403


def test_what_is_not_an_act_is_not_found(as_helen, priya):
    assert as_helen.post(f"/accounts/{priya.pk}/delete").status_code == 404


def test_the_list_says_how_each_account_stands(as_helen, priya, tom, invite):
    give_app(priya)
    invite(as_helen)
    page = " ".join(as_helen.get("/accounts").text.split())

    assert "Priya Tester" in page
    assert "Can sign in" in page
    assert "Invited" in page
    assert "No second factor" in page
