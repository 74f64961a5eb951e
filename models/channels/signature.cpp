// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/signature.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace tocsin {

std::string hmacSha256(const Secret &key, std::string_view message)
{
    const QByteArray keyBytes = QByteArray::fromStdString(key.reveal());
    const auto bytes = QByteArray::fromRawData(message.data(), static_cast<qsizetype>(message.size()));
    return QMessageAuthenticationCode::hash(bytes, keyBytes, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace tocsin
