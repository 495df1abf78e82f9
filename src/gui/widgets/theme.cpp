#include "gui/widgets/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace tieout::gui {

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
{
    m_systemDark = application.palette().color(QPalette::Window).lightness() < 128;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_systemDark = application.styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(application.styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_systemDark = scheme == Qt::ColorScheme::Dark;
        if (m_choice == Choice::System) apply();
    });
#endif
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setFont(interfaceFont());
    apply();
}

Look Theme::look() const
{
    switch (m_choice) {
    case Choice::System:
        return m_systemDark ? Look::Dark : Look::Light;
    case Choice::Light:
        return Look::Light;
    case Choice::Dark:
        return Look::Dark;
    case Choice::HighContrast:
        return Look::HighContrast;
    }
    return Look::Light;
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice) return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    m_application.setPalette(paletteOf(look()));
    m_application.setStyleSheet(styleSheetOf(look()));
    Q_EMIT changed();
}

QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
    // Linux desktops differ too much to lay out for; these two are what the design was drawn with.
    const QStringList families = QFontDatabase::families();
    for (const QString& family : {u"Inter"_s, u"Noto Sans"_s}) {
        if (families.contains(family)) {
            font.setFamilies({family, u"Noto Sans"_s, u"Noto Sans CJK JP"_s, u"sans-serif"_s});
            break;
        }
    }
#endif
    font.setPixelSize(14);
    return font;
}

QFont figureFont(const QFont& base)
{
    QFont font = base;
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#else
    static const bool noto = QFontDatabase::families().contains(u"Noto Sans"_s);
    if (noto) font.setFamilies({u"Noto Sans"_s, base.family()});
#endif
    return font;
}

QString choiceName(Theme::Choice choice)
{
    switch (choice) {
    case Theme::Choice::System:
        return u"system"_s;
    case Theme::Choice::Light:
        return u"light"_s;
    case Theme::Choice::Dark:
        return u"dark"_s;
    case Theme::Choice::HighContrast:
        return u"contrast"_s;
    }
    return u"system"_s;
}

Theme::Choice choiceFromName(const QString& name)
{
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark, Theme::Choice::HighContrast}) {
        if (choiceName(choice) == name) return choice;
    }
    return Theme::Choice::System;
}

} // namespace tieout::gui
