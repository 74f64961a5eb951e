// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/milestones.h"
#include "tests/unit/incidents/story.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace tocsin;
using namespace tocsin::test;

namespace {

const std::vector<std::string> kIncidents{"i1", "i2", "i3"};
const std::vector<std::string> kPeople{"ada", "bob", "cyd"};
const std::vector<std::string> kSubjects{
    "service/Payments", "service/Cart", "check/Payments/gateway", "check/Cart/page", "source/am"};

template<typename T> T anyOf(const std::vector<T> &all)
{
    return *rc::gen::elementOf(all);
}

std::string anyTime()
{
    char text[9];
    std::snprintf(
        text, sizeof text, "%02d:%02d:%02d", *rc::gen::inRange(10, 14), *rc::gen::inRange(0, 60), *rc::gen::inRange(0, 60));
    return text;
}

IncidentScope anyScope()
{
    IncidentScope scope;
    if (*rc::gen::arbitrary<bool>())
        scope.alerts.push_back(Story::linked(anyOf<std::string>({"a1", "a2"}), anyTime()));
    if (*rc::gen::arbitrary<bool>())
        scope.services.emplace_back(anyOf<std::string>({"Payments", "Cart"}));
    return scope;
}

EventId anyEntry()
{
    char id[37];
    std::snprintf(id, sizeof id, "01a1fc65-0000-7000-8000-%012x", *rc::gen::inRange(1, 30));
    return EventId(id);
}

IncidentAct anyAct()
{
    switch (*rc::gen::inRange(0, 11)) {
    case 0:
        return acts::Declare{"t", static_cast<IncidentSeverity>(*rc::gen::inRange(1, 6)), anyScope(), {}};
    case 1:
        return acts::Link{anyScope()};
    case 2:
        return acts::Unlink{anyScope()};
    case 3:
        return acts::SetTitle{anyOf(kPeople)};
    case 4:
        return acts::SetSeverity{static_cast<IncidentSeverity>(*rc::gen::inRange(1, 6)), {}};
    case 5:
        return acts::SetStatus{static_cast<IncidentStatus>(*rc::gen::inRange(0, 5)), {}};
    case 6:
        return acts::GiveRole{anyOf(usualRoles()), anyOf<std::string>({"", "ada", "bob"}), {}};
    case 7:
        return acts::AddNote{static_cast<NoteKind>(*rc::gen::inRange(0, 7)), "x"};
    case 8:
        return acts::Pin{anyEntry(), *rc::gen::arbitrary<bool>()};
    case 9:
        return acts::SetMilestone{static_cast<MilestoneKind>(*rc::gen::inRange(0, 6)),
            *rc::gen::arbitrary<bool>() ? std::optional(Story::at(anyTime())) : std::nullopt, "because"};
    default:
        return acts::Merge{IncidentId(anyOf(kIncidents))};
    }
}

/// Anything that a journal may hold, in no sensible order.
Story anyStory()
{
    Story story;
    const int count = *rc::gen::inRange(1, 30);
    const std::vector<std::string> states{"ok", "degraded", "down", "unknown"};
    for (int i = 0; i < count; ++i) {
        switch (*rc::gen::inRange(0, 5)) {
        case 0:
            story.state(anyTime(), anyOf(kSubjects), anyOf(states), anyOf(states), anyTime());
            break;
        case 1:
            story.alert(anyTime(), anyOf<std::string>({"a1", "a2"}), *rc::gen::arbitrary<bool>(), anyTime());
            break;
        case 2:
            story.ack(anyTime(), anyOf(kPeople), anyOf<std::string>({"alert/am/a1", "check/Cart/page"}));
            break;
        default:
            story.act(anyTime(), anyOf(kPeople), anyAct(), anyOf(kIncidents));
        }
    }
    return story;
}

bool isSame(const Incident &a, const Incident &b)
{
    const auto ids = [](const Incident &incident) {
        std::vector<EventId> all;
        for (const TimelineEntryPtr &entry : incident.timeline)
            all.push_back(entry->id);
        return all;
    };
    return a.title == b.title && a.severity == b.severity && a.status == b.status && a.drill == b.drill
        && a.declaredAt == b.declaredAt && a.declaredBy == b.declaredBy && a.closedAt == b.closedAt
        && a.mergedInto == b.mergedInto && a.absorbed == b.absorbed && a.alerts == b.alerts && a.services == b.services
        && a.checks == b.checks && a.roles == b.roles && a.milestones == b.milestones && a.pinned == b.pinned
        && a.corrections == b.corrections && ids(a) == ids(b);
}

bool isSame(const IncidentBook &a, const IncidentBook &b)
{
    return std::equal(a.incidents().begin(), a.incidents().end(), b.incidents().begin(), b.incidents().end(),
        [](const auto &x, const auto &y) { return x.first == y.first && isSame(*x.second, *y.second); });
}

IncidentBook bookOf(const std::vector<FactPtr> &facts)
{
    IncidentBook book;
    book.take(facts);
    return book;
}

} // namespace

class TestIncidentLaws final : public QObject
{
    Q_OBJECT

private slots:
    /// Whatever the order, in pieces or at once, and however often each comes.
    void theOrderOfArrivalMeansNothing()
    {
        QVERIFY(rc::check([] {
            const std::vector<FactPtr> facts = anyStory().facts();
            std::vector<FactPtr> shuffled = facts;
            shuffled.insert(shuffled.end(), facts.begin(), facts.end());
            std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
            IncidentBook pieces;
            while (!shuffled.empty()) {
                const auto size = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(1, shuffled.size() + 1));
                pieces.take({shuffled.begin(), shuffled.begin() + size});
                shuffled.erase(shuffled.begin(), shuffled.begin() + size);
            }
            RC_ASSERT(isSame(bookOf(facts), pieces));
        }));
    }

    void timesNeverRunBackwards()
    {
        QVERIFY(rc::check([] {
            const IncidentBook book = bookOf(anyStory().facts());
            for (const auto &[id, incident] : book.incidents()) {
                for (std::size_t i = 0; i < milestoneCount; ++i) {
                    const auto kind = static_cast<MilestoneKind>(i);
                    for (auto earlier = before(kind); earlier; earlier = before(*earlier)) {
                        const std::optional<Instant> &then = incident->milestone(*earlier).at;
                        RC_ASSERT(!then || !incident->milestone(kind).at || *then <= *incident->milestone(kind).at);
                    }
                }
            }
        }));
    }

    /// Nobody's word is lost: each is in the timeline of its incident, or of the one that this went into.
    void everythingThatPeopleSaidIsTold()
    {
        QVERIFY(rc::check([] {
            const std::vector<FactPtr> facts = anyStory().facts();
            const IncidentBook book = bookOf(facts);
            for (const FactPtr &fact : facts) {
                if (fact->incident.isEmpty() || !fact->isShown)
                    continue;
                IncidentPtr incident = book.find(fact->incident);
                while (!incident->mergedInto.isEmpty())
                    incident = book.find(incident->mergedInto);
                RC_ASSERT(std::count_if(incident->timeline.begin(), incident->timeline.end(), [&](const TimelineEntryPtr &entry) {
                    return entry->id == fact->entry.id;
                }) == 1);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestIncidentLaws)
#include "tst_incident_laws.moc"
