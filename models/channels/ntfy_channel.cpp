// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/ntfy_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kLongestMessage = 4'096; ///< bytes; what is longer becomes an attachment
constexpr std::size_t kLongestTitle = 250;
constexpr std::size_t kLongestTopic = 64;

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "The server, such as https://ntfy.sh.", .required = true},
    Key{.name = "topic",
        .help = "The topic. On a public server whoever knows it reads along: take one that nobody guesses.",
        .required = true},
});

std::string topicProblem(const std::string &topic)
{
    const bool isFine = !topic.empty() && topic.size() <= kLongestTopic && std::all_of(topic.begin(), topic.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
    return isFine ? std::string() : "a topic of ntfy is 1 to 64 letters, digits, - and _";
}

std::vector<SettingProblem> problems(const Settings &settings)
{
    std::vector<SettingProblem> found;
    if (const std::string problem = topicProblem(settings.text("topic")); settings.contains("topic") && !problem.empty())
        found.push_back({"topic", problem, {}});
    return found;
}

int priorityOf(Urgency urgency)
{
    constexpr std::array kPriorities{2, 3, 4, 5};
    return kPriorities[static_cast<std::size_t>(urgency)];
}

class NtfyChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

    QCoro::Task<Result<Arrival>> follow(Receipt receipt, std::string to) override
    {
        Result<Endpoint> common = endpoint();
        if (!common)
            co_return Failure(common.error());
        HttpRequest request;
        request.url = base() + percentEncoded(topicOf(to)) + "/json?poll=1&since=10m";
        request.endpoint = *std::move(common);
        const Result<HttpResponse> answer = co_await tools().http.send(std::move(request));
        if (!answer)
            co_return Failure(answer.error());
        if (std::optional<SendFailure> refused = refusal(*answer))
            co_return Failure(std::move(refused->error));
        co_return isAmong(answer->body, receipt.id) ? Arrival::Arrived : Arrival::Underway;
    }

private:
    std::string base() const
    {
        std::string url = settings().text("url");
        return url.empty() || url.back() != '/' ? url + '/' : url;
    }
    std::string topicOf(const std::string &to) const { return to.empty() ? settings().text("topic") : to; }

    /// One JSON object in each line.
    static bool isAmong(const std::string &lines, const std::string &id)
    {
        std::size_t begin = 0;
        while (begin < lines.size()) {
            const std::size_t end = std::min(lines.find('\n', begin), lines.size());
            const nlohmann::json line = nlohmann::json::parse(lines.substr(begin, end - begin), nullptr, false);
            if (jsonText(line, "id") == id)
                return true;
            begin = end + 1;
        }
        return false;
    }

    /// JSON goes to the root of the server, and takes any character; headers do not.
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        nlohmann::json body{{"topic", topicOf(message.to())}, {"title", cutText(message.title(), kLongestTitle)},
            {"message", cutText(message.text().empty() ? message.title() : message.text(), kLongestMessage)},
            {"priority", priorityOf(message.urgency())}};
        if (!message.link().empty())
            body["click"] = message.link();
        HttpRequest request;
        request.method = "POST";
        request.url = base();
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.body = jsonBytes(body);
        request.endpoint = std::move(endpoint);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const nlohmann::json said = nlohmann::json::parse(answer.body, nullptr, false);
        const std::string id = jsonText(said, "id");
        if (id.empty() || jsonText(said, "event") != "message")
            return tl::unexpected(notUnderstood(answer));
        Receipt receipt = receiptOf(answer, id);
        receipt.words.clear(); // it repeats the message
        return receipt;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<NtfyChannel>(config, tools);
}

} // namespace

ChannelKind ntfyKind()
{
    return {{"ntfy", "Push to telephones by ntfy.", kKeys, problems}, make, topicProblem};
}

} // namespace tocsin
