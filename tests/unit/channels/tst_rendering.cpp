// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/rendering.h"

#include <QTest>

using namespace tocsin;

namespace {

std::string doubled(const std::string &text)
{
    return text + text;
}

} // namespace

/// What services with a mark-up make of outside text.
class TestRendering : public QObject
{
    Q_OBJECT

private slots:
    void slackSeesNoMention();
    void markdownIsShownAsItStands();
    void addressesStayAddresses();
    void nobodyIsCalled();
    void aLinkCannotBreakOut();
    void asMuchAsFits();
};

void TestRendering::slackSeesNoMention()
{
    QCOMPARE(escapedForSlack("<!channel> a & b <https://evil.example|bank>"),
        std::string("&lt;!channel&gt; a &amp; b &lt;https://evil.example|bank&gt;"));
}

void TestRendering::markdownIsShownAsItStands()
{
    QCOMPARE(escapedMarkdown("[bank](https://evil.example) **up** `x`", "\\`*_~|[]<>#"),
        std::string("\\[bank\\](https://evil.example) \\*\\*up\\*\\* \\`x\\`"));
    QCOMPARE(escapedMarkdown("\\[x", "\\["), std::string("\\\\\\[x"));
}

void TestRendering::addressesStayAddresses()
{
    QCOMPARE(
        escapedMarkdown("a_b https://shop.example/a_b#c~d e_f", "_~#"), std::string("a\\_b https://shop.example/a_b#c~d e\\_f"));
    QCOMPARE(withoutMentions("https://shop.example/~ada ~all"), std::string("https://shop.example/~ada ~\u200ball"));
}

void TestRendering::nobodyIsCalled()
{
    QCOMPARE(withoutMentions("@all @channel"), std::string("@\u200ball @\u200bchannel"));
}

void TestRendering::aLinkCannotBreakOut()
{
    QCOMPARE(bracketed("https://shop.example/?a=1&b=%20"), std::string("<https://shop.example/?a=1&b=%20>"));
    QCOMPARE(bracketed("https://x/> <!channel>|y\n"), std::string("<https://x/%3E%20%3C!channel%3E%7Cy%0A>"));
}

void TestRendering::asMuchAsFits()
{
    QCOMPARE(characterCount("äö💥"), 3u);
    QCOMPARE(cutCharacters("äöü", 3), std::string("äöü"));
    QCOMPARE(cutCharacters("äöüß", 3), std::string("äö…"));
    QCOMPARE(fitted("abc", 6, byteCount, doubled), std::string("abcabc"));
    const std::string text(1'000, '&');
    const std::string slack = fitted(text, 100, characterCount, escapedForSlack);
    QVERIFY(slack.size() <= 102 && slack.size() > 90); // the ellipsis is one character of three bytes
    QVERIFY2(slack.ends_with("&amp;…"), slack.c_str());
    // What does not depend on the text may be too long by itself; there is nothing to cut then.
    QCOMPARE(fitted("abc", 2, byteCount, [](const std::string &part) { return "12345" + part; }), std::string("12345"));
}

QTEST_GUILESS_MAIN(TestRendering)
#include "tst_rendering.moc"
