// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/shop_server.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

namespace tocsin {

namespace {

std::string methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    default:
        return "OTHER";
    }
}

/// `a=b+c&d=%26`, as a form and as Go's servers read a query: a plus is a blank.
void addFields(std::vector<std::pair<std::string, std::string>> &fields, QByteArray encoded)
{
    encoded.replace('+', "%20");
    for (const QByteArray &pair : encoded.split('&')) {
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        fields.emplace_back(
            QByteArray::fromPercentEncoding(name).toStdString(), QByteArray::fromPercentEncoding(value).toStdString());
    }
}

ShopRequest takeApart(const QHttpServerRequest &request)
{
    ShopRequest result;
    result.method = methodOf(request.method());
    result.path = request.url().path().toStdString();
    result.contentType = request.value("content-type").toStdString();
    result.body = request.body().toStdString();
    addFields(result.fields, request.url().query(QUrl::FullyEncoded).toUtf8());
    if (result.contentType.starts_with("application/x-www-form-urlencoded"))
        addFields(result.fields, request.body());
    return result;
}

/// Source: RFC 9110, section 5.6.7.
QByteArray httpDate(Instant instant)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " GMT";
}

} // namespace

ShopServer::ShopServer(Handler handler, DateSource date)
    : m_handler(std::move(handler))
    , m_date(std::move(date))
{
}

quint16 ShopServer::listenOnLoopback(quint16 port)
{
    return listen(QHostAddress(QHostAddress::LocalHost), port);
}

bool ShopServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const ShopAnswer answer = m_handler(takeApart(request));
    auto responder = std::make_shared<QHttpServerResponder>(makeResponder(request, socket));
    // The socket is the timer's context: a client that has gone away meanwhile takes the answer with it.
    const bool wantsBody = request.method() != QHttpServerRequest::Method::Head;
    const auto reply = [this, responder, answer, wantsBody, socket] {
        if (socket->state() == QAbstractSocket::ConnectedState)
            send(*responder, answer, wantsBody);
    };
    if (answer.delay > Duration(0))
        QTimer::singleShot(answer.delay, Qt::PreciseTimer, socket, reply);
    else
        reply();
    return true;
}

void ShopServer::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    send(responder, textAnswer(404, "404 page not found\n"), true);
}

void ShopServer::send(QHttpServerResponder &responder, const ShopAnswer &answer, bool wantsBody) const
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(answer.status));
    if (!answer.contentType.empty())
        responder.writeHeader("Content-Type", QByteArray::fromStdString(answer.contentType));
    responder.writeHeader("Date", httpDate(m_date()));
    responder.writeHeader("X-Tocsin-Drill", "1");
    responder.writeHeader("Content-Length", QByteArray::number(static_cast<qulonglong>(answer.body.size())));
    responder.writeBody(wantsBody ? QByteArray::fromStdString(answer.body) : QByteArray());
}

} // namespace tocsin
