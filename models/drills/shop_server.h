// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/exchange.h"

#include <QAbstractHttpServer>

#include <functional>

namespace tocsin {

/// The loopback listener of the simulated shop: takes requests apart, waits as long as an answer wants to, and sends it. Slow
/// answers hold nobody else up. Lives on the shop's thread, owned by it.
class ShopServer final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Handler = std::function<ShopAnswer(const ShopRequest &)>;
    using DateSource = std::function<Instant()>;

    ShopServer(Handler handler, DateSource date);

    /// Listens on 127.0.0.1 and nowhere else; port 0 takes a free one. Returns the port, 0 when it could not.
    quint16 listenOnLoopback(quint16 port);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    void send(QHttpServerResponder &responder, const ShopAnswer &answer, bool wantsBody) const;

    const Handler m_handler;
    const DateSource m_date;
};

} // namespace tocsin
