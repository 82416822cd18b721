"""Nobody who works with records comes in without a second factor, and each opens once."""

import pytest
from fido2.utils import websafe_encode

from accounts.second_factors import PASSWORD, code_of, give_app, recovery_codes
from sendpath.accounts.models import Session, User
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.adapter import Adapter
from sendpath.accounts.sign_in.services import factors
from sendpath.audit.models import AuditEntry


def first_step(client, user, **more):
    return client.post("/sign-in", {"username": user.username, "password": PASSWORD, **more})


def signed_in(client):
    return "_auth_user_id" in client.session


def acts(user):
    entries = AuditEntry.objects.filter(subject=f"user:{user.pk}").exclude(act="account_added")
    return [entry.act for entry in entries]


def test_a_password_alone_opens_nothing_but_the_page_for_a_second_factor(client, priya):
    assert first_step(client, priya).url == "/account/second-factor"

    assert "Sign in" in client.get("/").text
    assert not signed_in(client)
    for path in ("/worklist", "/find", "/account", "/account/sessions", "/account/password"):
        assert client.get(path).url == f"/sign-in?next={path}"
    assert client.get("/sign-in").url == "/account/second-factor"
    assert client.get("/account/second-factor").status_code == 200
    assert client.get("/accessibility").status_code == 200
    assert client.post("/sign-out").status_code == 302
    assert client.get("/account/second-factor").status_code == 302


def test_setting_up_an_app_lets_one_in_to_the_page_asked_for_after_the_codes(client, priya):
    first_step(client, priya, next="/find")
    page = client.get("/account/app")
    secret = client.session["mfa.totp.secret"]
    assert page.context["key"].replace(" ", "") == secret
    picture = client.get("/account/app/picture.svg")
    assert (picture.headers["Content-Type"], picture.content[:5]) == ("image/svg+xml", b"<?xml")

    answer = client.post("/account/app", {"code": code_of(secret)})

    assert answer.url == "/account/recovery-codes"
    assert signed_in(client)
    codes = client.get(answer.url).context["codes"]
    assert len(codes) == 10
    file = client.get("/account/recovery-codes/file")
    assert file.content.decode().splitlines()[2:] == codes
    assert client.post(answer.url).url == "/find"
    assert codes[0] not in client.get(answer.url).text
    assert client.get("/account/recovery-codes/file").status_code == 404
    assert acts(priya) == ["second_factor_added", "recovery_codes_made", "signed_in"]


def test_a_code_that_is_not_the_apps_sets_nothing_up(client, priya):
    first_step(client, priya)
    client.get("/account/app")
    page = client.post("/account/app", {"code": "000000"})

    assert page.status_code == 200
    assert "Enter the code that the app shows now" in page.text
    assert not selectors.has_second_factor(priya)
    assert not signed_in(client)


def test_a_code_opens_once(client, priya):
    secret = give_app(priya)
    code = code_of(secret)
    first_step(client, priya)
    assert client.post("/sign-in/code", {"code": code}).url == "/"
    client.post("/sign-out")

    first_step(client, priya)
    page = client.post("/sign-in/code", {"code": code})

    assert page.status_code == 200
    assert "A code opens once only." in page.text
    assert not signed_in(client)


@pytest.mark.parametrize("ago", [2, 3, -2])
def test_an_old_code_opens_nothing(priya, ago):
    secret = give_app(priya)
    assert not factors.code_is_right(user=priya, code=code_of(secret, ago=ago))


def test_a_recovery_code_opens_once_and_is_counted(client, priya):
    give_app(priya)
    code = recovery_codes(priya)[3]
    first_step(client, priya)
    assert client.post("/sign-in/recovery-code", {"code": f"{code[:4]} {code[4:]}"}).url == "/"
    assert selectors.unused_recovery_codes(priya) == 9
    client.post("/sign-out")

    first_step(client, priya)
    assert client.post("/sign-in/recovery-code", {"code": code}).status_code == 200
    assert not signed_in(client)
    assert "recovery_code_used" in acts(priya)
    assert acts(priya)[-1] == "recovery_code_refused"


def test_the_second_step_belongs_to_the_browser_that_took_the_first(client, client_of, priya):
    secret = give_app(priya)
    first_step(client, priya)

    assert client_of().post("/sign-in/code", {"code": code_of(secret)}).url == "/sign-in"


@pytest.fixture
def client_of(client):
    return type(client)


def test_a_first_step_is_worth_nothing_once_the_password_has_changed(client, priya):
    secret = give_app(priya)
    first_step(client, priya)
    priya.set_password("another long enough one")
    priya.save()

    assert client.post("/sign-in/code", {"code": code_of(secret)}).url == "/sign-in"


def test_a_first_step_is_worth_nothing_after_half_an_hour(client, priya, time_machine):
    from datetime import timedelta

    from django.utils import timezone

    secret = give_app(priya)
    first_step(client, priya)
    time_machine.move_to(timezone.now() + timedelta(minutes=31), tick=True)

    assert client.post("/sign-in/code", {"code": code_of(secret)}).url == "/sign-in"


def test_a_secret_cannot_be_read_in_the_database(priya):
    secret = give_app(priya)
    kept = selectors.app_of(priya)
    assert secret not in str(kept.data)
    codes = recovery_codes(priya)
    assert [code for code in codes if code in str(selectors.recovery_of(priya).data)] == []


def test_secrets_are_read_with_the_key_before(priya, settings):
    secret = give_app(priya)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new one"
    assert factors.code_is_right(user=priya, code=code_of(secret))


def test_whoever_only_knows_the_password_sets_nothing_up_once_its_owner_has(client, priya):
    thief = type(client)()
    first_step(thief, priya)
    thief.get("/account/app")
    key = thief.session["mfa.totp.secret"]
    give_app(priya)

    answer = thief.post("/account/app", {"code": code_of(key)})

    assert answer.url == "/sign-in?next=/account/app"
    assert not signed_in(thief)
    assert selectors.factors_of(priya).filter(type="totp").count() == 1


def confirm(client):
    return client.post("/account/confirm", {"password": PASSWORD, "next": "/account/passkeys"})


def test_how_one_signs_in_is_changed_only_by_whoever_knows_the_password(client, priya):
    client.force_login(priya)
    asked = client.get("/account/passkeys")
    assert asked.url == "/account/confirm?next=/account/passkeys"

    assert (
        "Enter the password you have now"
        in client.post("/account/confirm", {"password": "wrong"}).text
    )
    assert client.get("/account/passkeys").status_code == 302
    assert confirm(client).url == "/account/passkeys"
    assert client.get("/account/passkeys").status_code == 200


def test_the_last_second_factor_stays(client, priya):
    give_app(priya)
    client.force_login(priya)
    confirm(client)
    app = selectors.app_of(priya)
    path = f"/account/second-factors/{app.pk}/remove"

    assert factors.LAST_ONE in client.get(path).text
    assert factors.LAST_ONE in client.post(path, follow=True).text
    assert selectors.has_second_factor(priya)


def test_in_a_demonstration_it_may_go_and_its_codes_with_it(client, priya, settings):
    settings.DEMO = True
    give_app(priya)
    client.force_login(priya)
    confirm(client)
    app = selectors.app_of(priya)
    client.post(f"/account/second-factors/{app.pk}/remove")

    assert list(selectors.factors_of(priya)) == []
    assert acts(priya)[-1] == "second_factor_removed"


def test_nobody_removes_what_is_anothers(client, priya, marcus):
    give_app(priya)
    give_app(marcus)
    client.force_login(priya)
    confirm(client)
    path = f"/account/second-factors/{selectors.app_of(marcus).pk}/remove"

    assert client.post(path).status_code == 404
    assert selectors.has_second_factor(marcus)


def test_new_recovery_codes_take_the_place_of_the_old(client, priya):
    give_app(priya)
    old = recovery_codes(priya)
    client.force_login(priya)
    confirm(client)
    assert "You have 10 codes left" in client.get("/account/recovery-codes").text

    client.post("/account/recovery-codes", {"new": "1"})

    new = ["".join(code.split()) for code in client.get("/account/recovery-codes").context["codes"]]
    assert len(set(new) - set(old)) == 10
    assert new[0] not in str(Session.objects.get(user=priya).session_data)
    assert not factors.recovery_code_is_right(user=priya, code=old[0])
    assert factors.recovery_code_is_right(user=priya, code=new[0])


def test_a_demonstration_asks_for_a_second_factor_once_one_is_set_up(client, priya, settings):
    settings.DEMO = True
    assert first_step(client, priya).url == "/"
    client.post("/sign-out")
    give_app(priya)

    assert first_step(client, priya).url == "/sign-in/code"
    assert client.post("/sign-in/as", {"username": "priya"}).url == "/sign-in/code"


@pytest.mark.parametrize(
    "sent",
    ["", "nonsense", "[]", "{}", '{"response": 1}',
     '{"id": "x", "response": {"userHandle": "eHg"}}',
     '{"id": null, "rawId": "AA", "type": "public-key", "response": {}}'],
)  # fmt: skip
def test_what_is_no_passkey_is_refused_in_words(client, priya, sent):
    client.get("/sign-in/passkey")
    page = client.post("/sign-in/passkey", {"credential": sent})
    assert page.status_code == 200
    assert "There is a problem" in page.text
    assert not signed_in(client)

    first_step(client, priya)
    page = client.post("/account/passkeys/add", {"name": "laptop", "credential": sent})
    assert "There is a problem" in page.text
    assert not selectors.has_second_factor(priya)


@pytest.mark.parametrize("pk", [9, 10, 36, 117, 123_456])
def test_a_passkey_leads_to_its_owner_whatever_their_number(priya, pk):
    owner = User.objects.create(pk=pk, username=f"number{pk}")
    entity = Adapter().get_public_key_credential_user_entity(owner)

    answer = {"response": {"userHandle": websafe_encode(entity["id"])}}

    assert factors.owner_of_passkey(answer) == owner
