// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/body_text.h"

#include "models/checks/json_document.h"

#include <re2/re2.h>

#include <QByteArrayView>
#include <QStringDecoder>
#include <QUtf8StringView>

namespace tocsin {

namespace {

constexpr std::size_t kMetaWithin = 2048;

std::string charsetIn(std::string_view text)
{
    static const RE2 kCharset(R"((?i)charset\s*=\s*["']?\s*([a-z0-9_.:-]+))", RE2::Latin1);
    std::string name;
    RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kCharset, &name);
    return name;
}

bool isUtf8(std::string_view body)
{
    return QUtf8StringView(body.data(), static_cast<qsizetype>(body.size())).isValidUtf8();
}

} // namespace

BodyText bodyText(std::string_view contentType, std::string_view body)
{
    if (isJsonType(contentType))
        return {std::string(body), {}};
    std::string charset = charsetIn(contentType);
    const bool isHtml = mediaType(contentType).find("html") != std::string::npos;
    if (charset.empty() && isHtml)
        charset = charsetIn(body.substr(0, kMetaWithin));
    if (charset.empty()) {
        if (isUtf8(body))
            return {std::string(body), {}};
        charset = "ISO-8859-1";
    }
    QStringDecoder decoder(charset.c_str());
    if (!decoder.isValid())
        return {std::string(body), isUtf8(body) ? std::string() : charset};
    const QString text = decoder.decode(QByteArrayView(body.data(), static_cast<qsizetype>(body.size())));
    return {text.toStdString(), {}};
}

} // namespace tocsin
