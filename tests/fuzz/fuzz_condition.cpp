// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/condition_evaluation.h"
#include "models/checks/json_document.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>

using namespace tocsin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr Facts kAll = Fact::Status | Fact::ResponseTime | Fact::Body | Fact::CertificateExpiration | Fact::Connected
        | Fact::Ip | Fact::Header;
    static const nlohmann::json document
        = readJson(R"({"status":"UP","items":[{"n":1},{"n":"2"}],"f":1.5,"t":true,"z":null,"big":18446744073709551615})").value();
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto condition = parseCondition(text, kAll);
    if (!condition) {
        if (condition.error().offset > text.size() || condition.error().message.empty())
            std::abort();
        return 0;
    }
    AnswerFacts facts;
    facts.status = 200;
    facts.responseTime = Micros(812'400);
    facts.ip = "192.0.2.1";
    facts.certificateEnds = Instant(std::chrono::hours(24 * 365));
    facts.body = R"({"status":"UP"})";
    facts.document = &document;
    const Finding finding = evaluate(*condition, facts);
    if (finding.truth == Truth::Unproven && finding.doubt.isEmpty())
        std::abort();
    // What was read reads the same once more.
    if (const auto again = parseCondition(condition->text, kAll); !again || evaluate(*again, facts).truth != finding.truth)
        std::abort();
    return 0;
}
