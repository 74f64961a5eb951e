// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/matcher.h"

#include <QTest>

#include <rapidcheck.h>

using namespace tocsin;

namespace {

rc::Gen<std::string> text()
{
    // Everything that quoting could trip over comes often.
    return rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::elementOf(std::string("\"\\\n{}=!~, '`ab\xc3\xbc")), rc::gen::character<char>()));
}

} // namespace

class MatcherLawsTest : public QObject
{
    Q_OBJECT

private slots:
    void aWrittenMatcherReadsBack();
    void equalityMatchersOfAllLabelsMatchTheirAlert();
    void noTextBreaksTheReader();
};

void MatcherLawsTest::aWrittenMatcherReadsBack()
{
    QVERIFY(rc::check("parse(text(m)) == m, alone and in a list", [] {
        const std::string name = *rc::gen::nonEmpty(text());
        const std::string value = *text();
        const auto op = static_cast<Matcher::Operator>(*rc::gen::inRange(0, 4));
        const auto matcher = Matcher::make(name, op, value);
        RC_PRE(matcher.has_value()); // the value may be no regular expression
        const auto alone = parseMatchers(matcher->text());
        RC_ASSERT(alone.has_value());
        RC_ASSERT(*alone == Matchers{*matcher});
        const Matcher other = Matcher::equal("b", *text());
        const auto both = parseMatchers('{' + matcher->text() + ',' + other.text() + '}');
        RC_ASSERT(both.has_value());
        RC_ASSERT(*both == Matchers({*matcher, other}));
    }));
}

void MatcherLawsTest::equalityMatchersOfAllLabelsMatchTheirAlert()
{
    QVERIFY(rc::check("an alert is matched by its own labels, read back from text", [] {
        const auto pairs = *rc::gen::container<std::vector<Labels::Pair>>(rc::gen::pair(rc::gen::nonEmpty(text()), text()));
        const Labels labels{pairs};
        std::string written;
        for (const auto &[name, value] : labels)
            written += Matcher::equal(name, value).text() + ' ';
        const auto matchers = parseMatchers(written);
        RC_ASSERT(matchers.has_value());
        RC_ASSERT(matchers->size() == labels.size());
        RC_ASSERT(allMatch(*matchers, labels));
    }));
}

void MatcherLawsTest::noTextBreaksTheReader()
{
    QVERIFY(rc::check("any text is read, or refused at a place within it", [] {
        const std::string any = *text();
        const auto matchers = parseMatchers(any);
        if (!matchers)
            RC_ASSERT(matchers.error().offset <= any.size());
    }));
}

QTEST_GUILESS_MAIN(MatcherLawsTest)
#include "tst_matcher_laws.moc"
