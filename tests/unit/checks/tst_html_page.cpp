// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/html_page.h"

#include <QTest>

using namespace tocsin;

class HtmlPageTest : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void longPagesTakeNoTime();
};

void HtmlPageTest::tells_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *type, const char *body, PageKind kind) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << static_cast<int>(kind);
    };
    row("json", "application/json", R"({"a":"<html>"})", PageKind::NoPage);
    row("nothing", "", "", PageKind::NoPage);
    row("a page", "text/html; charset=utf-8", "<h1>Shop</h1>", PageKind::Page);
    row("a page under a false type", "application/json", "<!DOCTYPE html><html><p>hi", PageKind::Page);
    row("a page after a comment", "", "\n<!-- x --><HTML>", PageKind::Page);
    row("a storefront", "text/html", "<html><form action=\"/cart/add\"><input type=\"text\"></form></html>", PageKind::Page);
    row("a password", "text/html", "<form><input name=p TYPE='password'>", PageKind::SignIn);
    row("a bare password", "text/html", "<input type=password>", PageKind::SignIn);
    row("SAML", "text/html", "<body onload='f()'><form><input type=hidden name=\"SAMLRequest\" value=\"x\">", PageKind::SignIn);
    row("a form to a login", "text/html", "<form method=post action=\"https://sso.example.net/oauth2/authorize?x=1\">",
        PageKind::SignIn);
    row("a refresh to a login", "text/html", "<meta http-equiv=\"refresh\" content=\"0;url=/login?next=/\">", PageKind::SignIn);
    row("a script to a login", "text/html", "<script>window.location.href = '/signin';</script>", PageKind::SignIn);
    row("a login under a false type", "application/json", "<!doctype html><input type=\"password\">", PageKind::SignIn);
}

void HtmlPageTest::tells()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(pageKind(type.toStdString(), body.toStdString())), kind);
}

void HtmlPageTest::longPagesTakeNoTime()
{
    // Only the beginning is looked at, with expressions that cannot run away.
    std::string page = "<html>";
    QCOMPARE(pageKind("text/html", page.append(20'000'000, '<')), PageKind::Page);
    std::string blank;
    QCOMPARE(pageKind("", blank.append(20'000'000, ' ') + "<html>"), PageKind::NoPage);
}

QTEST_GUILESS_MAIN(HtmlPageTest)
#include "tst_html_page.moc"
