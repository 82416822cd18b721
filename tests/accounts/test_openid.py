"""Somebody signs in at an OpenID provider, a real one on this machine; forgeries are refused."""

from __future__ import annotations

import time
from urllib.parse import parse_qsl, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from accounts.openid_provider import KEY, SECRET, answered, come_back, go
from accounts.second_factors import code_of, give_app
from sendpath.accounts.models import Identity, User
from sendpath.accounts.sign_in.openid.provider import ClientAuth
from sendpath.audit.models import AuditEntry


@pytest.fixture
def priya(priya):
    priya.email = "Priya@hartwell.example"
    priya.save()
    return priya


def sign_in(client, who, **more):
    return come_back(client, answered(go(client, **more), who))


def signed_in(client):
    return client.session.get("_auth_user_id")


def refused(client, answer):
    """Return the code under which a refusal is in the audit, having seen that it is one."""
    assert answer.status_code == 403
    assert "You have not been signed in" in answer.text
    assert signed_in(client) is None
    last = AuditEntry.objects.last()
    assert (last.act, last.subject) == ("provider_refused", f"provider:{KEY}")
    return last.details["code"]


def test_an_officer_comes_in_by_the_councils_own_account(client, at, priya):
    assert "Sign in with Hartwell Council account" in client.get("/sign-in").text

    answer = sign_in(client, "priya", next="/find")

    assert answer.url == "/find"
    assert signed_in(client) == str(priya.pk)
    assert Identity.objects.get().user == priya
    assert [entry.act for entry in AuditEntry.objects.filter(by="priya")] == [
        "identity_linked",
        "signed_in",
    ]
    assert AuditEntry.objects.last().details == {"with": f"provider:{KEY}"}


def test_this_service_shows_who_it_is_by_a_signed_token_and_sends_no_secret(
    client, at, priya, provider
):
    sign_in(client, "priya")

    (sent,) = provider.exchanged
    assert "client_secret" not in sent
    said = jwt.decode(sent["client_assertion"], options={"verify_signature": False})
    assert (said["iss"], said["sub"]) == ("by-key", "by-key")
    assert said["aud"] == f"{provider.issuer}/token"
    assert said["exp"] - said["iat"] == 60
    assert jwt.get_unverified_header(sent["client_assertion"])["kid"] == "sendpath-1"


@pytest.mark.parametrize(
    ("client_id", "changes"),
    [
        ("by-ec-key", {"algorithm": "ES256", "key_id": "sendpath-2"}),
        ("by-secret", {"client_auth": ClientAuth.BASIC, "client_secret": SECRET}),
        ("by-posted-secret", {"client_auth": ClientAuth.POST, "client_secret": SECRET}),
    ],
)
def test_every_way_of_showing_who_this_service_is(client, at, priya, provider, client_id, changes):
    at(client_id=client_id, private_key=provider.keys.get(client_id, b""), **changes)
    assert sign_in(client, "priya").url == "/"


def test_another_key_is_not_believed_by_the_provider(client, at, priya, provider):
    at(private_key=provider.keys["of-nobody"])
    assert refused(client, sign_in(client, "priya")) == "unreachable"


def test_pkce_is_used_and_the_provider_insists_on_it(client, at, priya, provider):
    address = go(client)
    asked = dict(parse_qsl(urlsplit(address).query))
    assert asked["code_challenge_method"] == "S256"
    back = answered(address, "priya")

    session = client.session
    away = session["sendpath_away"]
    away["errand"]["verifier"] = "somebody else's"
    session["sendpath_away"] = away
    session.save()

    assert refused(client, come_back(client, back)) == "unreachable"
    assert provider.exchanged[0]["code_verifier"] == "somebody else's"


def test_what_comes_back_must_belong_to_this_browsers_journey(client, at, priya):
    mine = go(client)
    back = answered(mine, "priya")
    other = type(client)()
    go(other)

    assert refused(other, come_back(other, back)) == "state"
    assert refused(other, come_back(other, back)) == "state"  # and the journey is over


def test_an_answer_opens_once(client, at, priya):
    back = answered(go(client), "priya")
    come_back(client, back)
    client.post("/sign-out")

    assert refused(client, come_back(client, back)) == "state"


def test_turning_back_at_the_provider_says_so(client, at, priya, provider):
    state = dict(parse_qsl(urlsplit(go(client)).query))["state"]
    answer = client.get(f"/sign-in/with/{KEY}/back", {"state": state, "error": "access_denied"})
    assert refused(client, answer) == "turned_away"


def test_an_answer_that_names_another_provider_is_refused(client, at, priya):
    state = dict(parse_qsl(urlsplit(go(client)).query))["state"]
    answer = client.get(
        f"/sign-in/with/{KEY}/back",
        {"state": state, "code": "x", "iss": "https://attacker.example"},
    )
    assert refused(client, answer) == "issuer"


def forged(provider, **changes):
    """Have the provider's answers carry a token that somebody else signed, changed as given."""
    key = provider.keys["of-nobody"]

    def spoil(answer):
        said = jwt.decode(answer["id_token"], options={"verify_signature": False})
        kid = jwt.get_unverified_header(answer["id_token"])["kid"]
        token = jwt.encode({**said, **changes}, key, algorithm="RS256", headers={"kid": kid})
        return {**answer, "id_token": token}

    return spoil


def test_a_token_that_another_key_signed_is_refused(client, at, priya, provider):
    provider.spoil = forged(provider)
    assert refused(client, sign_in(client, "priya")) == "token"


def unsigned(answer):
    said = jwt.decode(answer["id_token"], options={"verify_signature": False})
    return {**answer, "id_token": jwt.encode(said, None, algorithm="none")}


def signed_with_a_shared_secret(answer):
    said = jwt.decode(answer["id_token"], options={"verify_signature": False})
    kid = jwt.get_unverified_header(answer["id_token"])["kid"]
    token = jwt.encode(said, SECRET, algorithm="HS256", headers={"kid": kid})
    return {**answer, "id_token": token}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (unsigned, "key"),
        (signed_with_a_shared_secret, "token"),
        (lambda answer: {**answer, "id_token": "nonsense"}, "token"),
        (lambda answer: {"access_token": answer["access_token"]}, "token"),
    ],
)
def test_a_token_that_nobody_signed_is_refused(client, at, priya, provider, spoil, code):
    provider.spoil = spoil
    assert refused(client, sign_in(client, "priya")) == code


KID = "the one that tests sign with"


@pytest.fixture
def signing(provider):
    """Have the provider publish a key of the tests', to change one thing in a token alone."""
    private = load_pem_private_key(provider.keys["of-nobody"], None)
    public = jwt.algorithms.RSAAlgorithm.to_jwk(private.public_key(), as_dict=True)
    provider.published = {"keys": [{**public, "kid": KID, "use": "sig"}]}

    def sign(**changes):
        def spoil(answer):
            said = jwt.decode(answer["id_token"], options={"verify_signature": False})
            token = jwt.encode({**said, **changes}, private, "RS256", headers={"kid": KID})
            return {**answer, "id_token": token}

        provider.spoil = spoil

    return sign


def test_a_token_signed_with_a_published_key_and_not_changed_is_taken(client, at, priya, signing):
    signing()
    sign_in(client, "priya")
    assert signed_in(client) == str(priya.pk)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"nonce": "of another journey"}, "nonce"),
        ({"iss": "https://attacker.example"}, "token"),
        ({"aud": "another-service"}, "token"),
        ({"azp": "another-service"}, "audience"),
        ({"exp": int(time.time()) - 3600}, "token"),
        ({"iat": int(time.time()) + 3600}, "token"),
    ],
)
def test_each_part_of_a_token_is_checked(client, at, priya, signing, changes, code):
    signing(**changes)
    assert refused(client, sign_in(client, "priya")) == code


def test_a_provider_that_is_not_there_is_said_to_be_away(client, at, priya):
    at(issuer="http://127.0.0.1:9")
    answer = client.get(f"/sign-in/with/{KEY}")
    assert refused(client, answer) == "unreachable"


@pytest.mark.parametrize(
    ("described", "code"),
    [
        ({"issuer": "https://attacker.example"}, "issuer"),
        ({"token_endpoint": "http://attacker.example/token"}, "discovery"),
    ],
)
def test_a_provider_that_describes_itself_as_another_is_refused(
    client, db, at, provider, described, code
):
    provider.described.update(described)
    assert refused(client, client.get(f"/sign-in/with/{KEY}")) == code


@pytest.mark.parametrize("who", ["unverified", "stranger"])
def test_nobody_comes_in_by_an_address_that_is_not_verified_or_not_theirs(client, at, priya, who):
    assert refused(client, sign_in(client, who)) == "no_account"
    assert (User.objects.count(), Identity.objects.count()) == (1, 0)


def test_a_verified_address_is_taken_only_in_a_domain_the_area_trusts_it_for(client, at, priya):
    at(domains=frozenset({"nhs.example"}))
    assert refused(client, sign_in(client, "priya")) == "no_account"


def test_two_accounts_with_one_address_open_neither(client, at, priya, tom):
    tom.email = priya.email
    tom.save()
    assert refused(client, sign_in(client, "priya")) == "no_account"


def test_a_closed_account_stays_closed(client, at, priya):
    sign_in(client, "priya")
    client.post("/sign-out")
    priya.is_active = False
    priya.save()
    assert refused(client, sign_in(client, "priya")) == "no_account"


def test_once_linked_it_is_the_subject_that_counts_and_not_the_address(client, at, priya, tom):
    sign_in(client, "priya")
    client.post("/sign-out")
    tom.email, priya.email = priya.email, "moved@hartwell.example"
    priya.save()
    tom.save()

    sign_in(client, "priya")

    assert signed_in(client) == str(priya.pk)


def test_an_address_given_to_somebody_new_does_not_open_its_first_owners_account(client, at, priya):
    sign_in(client, "priya")
    client.post("/sign-out")

    assert refused(client, sign_in(client, "weak")) == "no_account"  # same address, another number


def test_where_the_provider_saw_no_second_factor_this_service_asks_for_its_own(client, at, priya):
    secret = give_app(priya)
    answer = sign_in(client, "weak", next="/find")

    assert (answer.url, signed_in(client)) == ("/sign-in/code", None)
    assert client.post("/sign-in/code", {"code": code_of(secret)}).url == "/find"


def test_and_has_it_set_up_where_there_is_none(client, at, priya):
    assert sign_in(client, "weak").url == "/account/second-factor"
    assert signed_in(client) is None


def test_levels_of_trust_are_asked_for_and_one_of_them_must_come_back(client, at, priya, provider):
    at(levels_of_trust=("Cl.Cm",), second_factor=frozenset({("vot", "Cl.Cm")}))
    assert sign_in(client, "priya").url == "/"
    assert provider.asked[0]["vtr"] == '["Cl.Cm"]'
    client.post("/sign-out")

    assert refused(client, sign_in(client, "weak")) == "level_of_trust"


def test_a_link_on_another_site_sets_nobody_off(client, at):
    answer = client.get(f"/sign-in/with/{KEY}", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.url == "/sign-in"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example"])
def test_nobody_is_taken_to_another_site_afterwards(client, at, priya, elsewhere):
    assert sign_in(client, "priya", next=elsewhere).url == "/"
