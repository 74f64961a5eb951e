// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;

namespace tocsin {

class ElidedLabel;

/// The head of a section: its title, what it is about in muted words, and room at the end for hints or a legend. UI thread
/// only; owned by its parent.
class SectionHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// By which tests find the title.
    void nameTitle(const QString &objectName);
    void setRemark(const QString &remark);
    /// Puts a widget at the end of the line; it becomes a child.
    void addAtEnd(QWidget *widget);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_remark;
    QHBoxLayout *m_layout;
};

} // namespace tocsin
