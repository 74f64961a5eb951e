// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/board.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace tocsin;

namespace {

// Few names, so that two changes often speak of the same thing.
rc::Gen<std::string> name()
{
    return rc::gen::elementOf(std::vector<std::string>{"a", "b", "c", "d"});
}

rc::Gen<AlertPtr> alert()
{
    return rc::gen::apply(
        [](std::string id, int summary) {
            Alert value;
            value.key = {SourceId("am"), std::move(id)};
            value.summary = std::to_string(summary);
            return AlertPtr(std::make_shared<const Alert>(value));
        },
        name(), rc::gen::inRange(0, 100));
}

template<typename Status> rc::Gen<std::vector<Status>> statuses()
{
    return rc::gen::container<std::vector<Status>>(rc::gen::apply(
        [](std::string id, int since) {
            Status status;
            status.id = decltype(status.id)(std::move(id));
            if constexpr (requires { status.since; })
                status.since = Instant(Duration(since));
            else
                status.recorded = since % 2 == 0;
            return status;
        },
        name(), rc::gen::inRange(0, 100)));
}

Changes anyChanges()
{
    Changes changes;
    changes.reset = *rc::gen::inRange(0, 8) == 0;
    if (changes.reset)
        changes.shop = *name();
    changes.services = *statuses<ServiceStatus>();
    changes.checks = *statuses<CheckStatus>();
    changes.sources = *statuses<SourceStatus>();
    changes.actions = *statuses<ActionStatus>();
    changes.alerts = *rc::gen::container<std::vector<AlertPtr>>(alert());
    for (const std::string &id : *rc::gen::container<std::vector<std::string>>(name()))
        changes.goneAlerts.push_back({SourceId("am"), id});
    for (const std::string &id : *rc::gen::container<std::vector<std::string>>(name()))
        changes.goneServices.emplace_back(id);
    if (*rc::gen::arbitrary<bool>())
        changes.station = StationStatus{*rc::gen::arbitrary<bool>(), {}, {}};
    return changes;
}

/// The order of tiles that came back within one batch may differ.
bool isSame(Board a, Board b)
{
    std::sort(a.serviceOrder.begin(), a.serviceOrder.end());
    std::sort(b.serviceOrder.begin(), b.serviceOrder.end());
    return a.shop == b.shop && a.serviceOrder == b.serviceOrder && a.services == b.services && a.checks == b.checks
        && a.sources == b.sources && a.alerts == b.alerts && a.actions == b.actions && a.station == b.station;
}

} // namespace

class BoardLawsTest : public QObject
{
    Q_OBJECT

private slots:
    void mergedChangesSayTheSameAsOneAfterTheOther();
    void mergingIsAssociativeInItsEffect();
    void applyingTwiceChangesNothingMore();
};

void BoardLawsTest::mergedChangesSayTheSameAsOneAfterTheOther()
{
    QVERIFY(rc::check("apply(merge(a, b)) == apply(a), apply(b), on any board", [] {
        Board separately;
        separately.apply(anyChanges());
        Board together = separately;
        Changes first = anyChanges();
        const Changes second = anyChanges();
        separately.apply(first);
        separately.apply(second);
        first.merge(second);
        together.apply(first);
        RC_ASSERT(isSame(separately, together));
    }));
}

void BoardLawsTest::mergingIsAssociativeInItsEffect()
{
    QVERIFY(rc::check("(a + b) + c says the same as a + (b + c)", [] {
        const Changes a = anyChanges(), b = anyChanges(), c = anyChanges();
        Changes left = a;
        left.merge(b);
        left.merge(c);
        Changes right = b;
        right.merge(c);
        Changes whole = a;
        whole.merge(right);
        Board one, other;
        one.apply(left);
        other.apply(whole);
        RC_ASSERT(isSame(one, other));
    }));
}

void BoardLawsTest::applyingTwiceChangesNothingMore()
{
    QVERIFY(rc::check("a batch that is delivered twice does no harm", [] {
        const Changes changes = anyChanges();
        Board once;
        once.apply(changes);
        Board twice = once;
        twice.apply(changes);
        RC_ASSERT(isSame(once, twice));
    }));
}

QTEST_GUILESS_MAIN(BoardLawsTest)
#include "tst_board_laws.moc"
