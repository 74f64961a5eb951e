// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/http_judgement.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace tocsin;

/// The first byte chooses the content type and the question, the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::array kTypes{"application/json", "application/health+json", "text/plain", "text/html", ""};
    static const Condition kWanted = parseCondition("[BODY].status == UP", static_cast<Facts>(Fact::Body)).value();
    if (size == 0)
        return 0;
    HttpResponse response;
    response.status = 200;
    response.headers.add("Content-Type", kTypes.at(data[0] % kTypes.size()));
    response.body.assign(reinterpret_cast<const char *>(data) + 1, size - 1);
    HttpQuestion question;
    question.url = "https://shop.example.net/health";
    if (data[0] >= 128)
        question.expectation.conditions = {kWanted};
    const Judgement judgement = judgeResponse(question, response, {});
    const bool isGood = judgement.outcome == Outcome::Good;
    if (isGood != judgement.reason.isEmpty() || (isGood && response.body.empty()))
        std::abort();
    return 0;
}
