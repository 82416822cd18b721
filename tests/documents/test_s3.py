"""Documents are kept in an S3 store instead of a folder, by an S3 interface on this machine."""

import os

import boto3
import pytest
from moto.server import ThreadedMotoServer

from documents.conftest import work
from documents.made_up import pdf
from sendpath.config.document_settings import document_store
from sendpath.documents.models import Words
from sendpath.documents.sealing import Tampered
from sendpath.documents.services import keys, sweeping
from sendpath.documents.services.sealed import open_version

pytestmark = pytest.mark.django_db

BUCKET = "sendpath-tests"


@pytest.fixture(scope="module")
def endpoint():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint, settings, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "tests")
    monkeypatch.setenv("SENDPATH_S3_BUCKET", BUCKET)
    monkeypatch.setenv("SENDPATH_S3_ENDPOINT", endpoint)
    settings.STORAGES = {**settings.STORAGES, "documents": document_store(durable="unused")}
    made = boto3.resource("s3", endpoint_url=endpoint, region_name="eu-west-2").Bucket(BUCKET)
    made.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    yield made
    made.objects.all().delete()
    made.delete()


def test_a_document_lies_in_the_bucket_and_cannot_be_read_there(bucket, added):
    content = pdf("Dear Amber") + b"\n%" + os.urandom(300_000).hex().encode()

    document = added(content)

    version = document.versions.get()
    (stored,) = bucket.objects.all()
    assert stored.key == f"documents/{version.stored_as}"
    assert b"Amber" not in stored.get()["Body"].read()
    with open_version(version) as file:
        assert file.read() == content
        file.seek(200_000)
        assert file.read(10) == content[200_000:200_010]
    assert Words.objects.get(document=document).text.endswith("Dear Amber")


def test_a_changed_object_is_refused(bucket, added):
    version = added(pdf("Dear Amber")).versions.get()
    (stored,) = bucket.objects.all()
    content = bytearray(stored.get()["Body"].read())
    content[-1] ^= 1
    stored.put(Body=bytes(content))

    with pytest.raises(Tampered), open_version(version) as file:
        file.read()


def test_a_missing_object_is_refused(bucket, added):
    version = added(pdf("Dear Amber")).versions.get()
    bucket.objects.all().delete()

    with pytest.raises(Tampered):
        open_version(version)


def test_objects_are_swept_and_destroyed(bucket, added, priya, django_capture_on_commit_callbacks):
    document = added(pdf("Dear Amber"))
    bucket.put_object(Key="documents/left-behind", Body=b"x")
    assert sweeping.sweep() == 0
    work()

    with django_capture_on_commit_callbacks(execute=True):
        keys.destroy_key(person_id=document.person_id, by=priya)

    assert [stored.key for stored in bucket.objects.all()] == ["documents/left-behind"]
