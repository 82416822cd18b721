"""I. Personal budgets: the first review of direct payments, and what notices must say."""

from datetime import date

import pytest

from core.law.cases import history, only
from sendpath.core.casefile.events import Kind
from sendpath.core.law.beside import left_out

PAID = (Kind.BUDGET_FIRST_PAYMENT, date(2025, 11, 30))

BOUNDARIES = [
    ("direct_payment_first_review", [PAID], Kind.BUDGET_REVIEWED, {}, date(2026, 2, 28)),
]


def test_a_notice_to_reduce_payments_does_not_end_the_duty_to_review_them():
    reduced = (Kind.BUDGET_STOP_NOTICE, date(2026, 1, 12))

    assert only("direct_payment_first_review", PAID, reduced).ended is None


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Kind.BUDGET_REFUSED, "direct_payment_refusal"),
        (Kind.BUDGET_STOP_NOTICE, "direct_payment_reduce_stop"),
    ],
)
def test_a_notice_without_reasons_is_found_and_one_not_described_is_not_blamed(kind, key):
    without = (kind, date(2026, 1, 12), {"in_writing": True, "reasons": False})
    not_told = (kind, date(2026, 2, 12))

    found = left_out(history(without, not_told))

    assert [(lacks.rule.key, lacks.missing) for lacks in found] == [(key, ("the reasons for it",))]
