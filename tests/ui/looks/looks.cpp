// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/looks/looks.h"

#include "tests/support/sample_board.h"
#include "tests/support/sample_incident.h"
#include "widgets/charts/phase_legend.h"
#include "widgets/common/elided_label.h"

#include <QAbstractButton>
#include <QLabel>

namespace tocsin::looks {

namespace {

constexpr Phrase kCertificate{"sample_certificate", QT_TRANSLATE_NOOP("Phrase", "the certificate ends in 6 days")};
constexpr Phrase kSilent{"sample_silent", QT_TRANSLATE_NOOP("Phrase", "no answer within 5 s from any of its addresses")};

/// Past the first four, which sample::board lights already, every so many-th service of a large shop has something.
State furtherState(int index)
{
    switch (index % 20) {
    case 5:
        return State::Down;
    case 9:
    case 13:
        return State::Degraded;
    case 16:
        return State::Maintenance;
    case 18:
        return State::Pending;
    default:
        return State::Ok;
    }
}

void ignite(Changes &changes, int index)
{
    ServiceStatus &service = changes.services[static_cast<std::size_t>(index)];
    service.state = furtherState(index);
    if (service.state == State::Ok)
        return;
    service.since = sample::now - std::chrono::minutes(2 + index % 50);
    if (service.state == State::Down)
        service.reason = Reason(kSilent);
    else if (service.state == State::Degraded)
        service.reason = Reason(kCertificate);
    else if (service.state == State::Maintenance)
        service.maintenanceReason = "index rebuild";
    for (const Severity severity : {Severity::Critical, Severity::Warning}) {
        if (service.state != State::Down && severity == Severity::Critical)
            continue;
        const std::string id = "more" + std::to_string(index) + std::string(severityWord(severity));
        changes.alerts.push_back(
            sample::alert(service.id, id, severity == Severity::Critical ? "TargetDown" : "CertificateExpiresSoon", severity));
        service.alerts.push_back(changes.alerts.back()->key);
    }
}

} // namespace

QString Look::name() const
{
    return QStringLiteral("%1-%2x%3-%4-%5-%6-%7")
        .arg(view)
        .arg(size.width())
        .arg(size.height())
        .arg(services, 3, 10, QLatin1Char('0'))
        .arg(burning ? QStringLiteral("burning") : QStringLiteral("calm"), QString::fromUtf8(std::string(themeWord(theme))),
            language);
}

QList<Look> everyLook()
{
    const QStringList views{QStringLiteral("overview"), QStringLiteral("alerts"), QStringLiteral("wall"),
        QStringLiteral("incident"), QStringLiteral("settings")};
    const QList<QSize> sizes{{1280, 800}, {1080, 1920}, {1920, 1080}, {3840, 2160}};
    const QList<int> counts{3, 24, 300};
    const QList<ThemeKind> themes{ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast};
    const QStringList languages{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("pseudo"), QStringLiteral("mirrored")};
    QList<Look> all;
    for (int view = 0; view < views.size(); ++view) {
        for (int size = 0; size < sizes.size(); ++size) {
            for (int count = 0; count < counts.size(); ++count) {
                for (const int burning : {0, 1})
                    all << Look{views[view], sizes[size], counts[count], burning == 1,
                        themes[(view + size + count + burning) % themes.size()],
                        languages[(view + size + 2 * count + burning) % languages.size()]};
            }
        }
    }
    return all;
}

Changes shopOf(const Look &look)
{
    Changes changes = sample::board(look.services, look.burning);
    for (int i = 4; look.burning && i < look.services; ++i)
        ignite(changes, i);
    return changes;
}

std::vector<IncidentPtr> incidentsOf(const Look &look)
{
    constexpr int kHuge = 50'000;
    if (look.services < 10)
        return {};
    if (look.view != QLatin1String("incident"))
        return look.burning ? std::vector<IncidentPtr>{sample::incident()} : std::vector<IncidentPtr>();
    auto first = sample::incident(look.services > 100 ? kHuge : 0);
    if (look.services <= 100) {
        first->status = look.burning ? first->status : IncidentStatus::Resolved;
        return {first};
    }
    first->title = "Cards of all kinds are declined at provider A since the change of this morning, wallets and invoices work";
    for (const RoleId &role : usualRoles())
        first->roles.push_back({role, "Augusta Ada King, Countess of Lovelace", first->declaredAt});
    for (int i = 0; i < 60; ++i)
        first->alerts.push_back({{{SourceId("alertmanager"), "m" + std::to_string(i)}, "PaymentLatencyOfOneProviderTooHigh",
                                     "page", ServiceId("Payments"), first->declaredAt},
            first->declaredAt, {}});
    auto second = sample::incident();
    second->id = IncidentId("01a1fc65-0c30-7a31-9c4e-0f6b2d7f0000");
    second->severity = IncidentSeverity::Sev4;
    second->title = "The images of the shop load slowly in Japan";
    return {first, second};
}

QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || !widget->toolTip().isEmpty() || qobject_cast<const ElidedLabel *>(widget))
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (qobject_cast<const PhaseLegend *>(widget) && widget->width() < widget->sizeHint().width())
            cut << QStringLiteral("the legend of the phases");
        if (label && !label->wordWrap() && widget->width() < widget->minimumSizeHint().width())
            cut << label->text();
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            cut << label->text();
        if (button && widget->width() < widget->minimumSizeHint().width())
            cut << button->text();
    }
    return cut;
}

} // namespace tocsin::looks
