"""Where documents are kept and what scans them, as an installation sets it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from sendpath.config.environment import env

NONE = "none"


def document_store(*, durable: str) -> dict[str, Any]:
    """Return the storage of documents: a folder of ours, or a bucket of an S3 store.

    Who may use the bucket is told to boto3 by its own names, such as AWS_ACCESS_KEY_ID.
    """
    bucket = env.str("SENDPATH_S3_BUCKET", default="")
    if not bucket:
        return {"BACKEND": durable}
    from boto3.s3.transfer import TransferConfig

    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("SENDPATH_S3_ENDPOINT", default="") or None,
            "region_name": env.str("SENDPATH_S3_REGION", default="eu-west-2"),
            "default_acl": None,
            "file_overwrite": True,
            "max_memory_size": 1024 * 1024,
            # ten pieces of a file at once, as is usual, would be most of a request's memory
            "transfer_config": TransferConfig(use_threads=False),
        },
    }


def scanner(*, demonstration: bool) -> str:
    """Return where clamd listens; nothing where that is not set, and documents stay locked."""
    told: str = env.str("SENDPATH_SCANNER", default="")
    if told == NONE and not demonstration:
        raise ImproperlyConfigured(
            "SENDPATH_SCANNER is none, which shows documents that nobody scanned. Only a "
            "demonstration may do that. Set where clamd listens, or nothing."
        )
    how, _, where = told.partition(":")
    good = how == "unix" or (how == "tcp" and where.rpartition(":")[2].isdecimal())
    if told not in ("", NONE) and not (good and where):
        raise ImproperlyConfigured(
            f"SENDPATH_SCANNER is {told!r}. Write unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310."
        )
    return told
