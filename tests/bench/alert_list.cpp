// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/alert_list.h"

#include <cstdio>
#include <string_view>

namespace tocsin::bench {

std::string alertList(int count)
{
    std::string body = "[";
    for (int i = 0; i < count; ++i) {
        char fingerprint[24];
        std::snprintf(fingerprint, sizeof fingerprint, "%08x%08x", static_cast<unsigned>(i) * 100'003u,
            static_cast<unsigned>(i) * 2'654'435'761u);
        const std::string number = std::to_string(i);
        body += std::string(i ? "," : "") + R"({"annotations":{"description":"Pod checkout-)" + number
            + R"( in namespace shop has been in a non-ready state for longer than fifteen minutes. \u003cb\u003eCustomers\u003c/b\u003e may see errors while they pay; the payment gateway answers, but the cart does not keep its lines. Look at the dashboard first, then at the logs of the pod, and tell the commander before restarting anything. This text is as long as such texts are in practice.","runbook_url":"https://runbooks.example.net/kubernetes/PodNotReady","summary":"Pod checkout-)"
            + number + R"( is not ready"},"endsAt":"2099-11-21T04:41:23.846Z","fingerprint":")" + fingerprint
            + R"(","receivers":[{"name":"ops"}],"startsAt":"2026-11-21T03:59:57.846Z","status":{"inhibitedBy":[],"mutedBy":[],"silencedBy":[],"state":"active"},"updatedAt":"2026-11-21T04:36:57.846Z","generatorURL":"http://prometheus.example.net/graph?g0.expr=kube_pod_status_ready+%3D%3D+0\u0026g0.tab=1","labels":{"alertname":"PodNotReady","cluster":"shop-west","container":"checkout","instance":"10.0.)"
            + std::to_string(i % 250) + R"(.17:8443","job":"kube-state-metrics","namespace":"shop","pod":"checkout-)" + number
            + R"(","service":"checkout","severity":")" + (i % 3 ? "warning" : "critical") + R"(","team":"payments"}})";
    }
    return body + "]";
}

std::string withFirstChanged(std::string list)
{
    constexpr std::string_view kReady = "is not ready";
    return list.replace(list.find(kReady), kReady.size(), "was killed !");
}

std::string alertmanagerStatus()
{
    return R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.33.1"},"config":{"original":"route"}})";
}

} // namespace tocsin::bench
