#include "gui/shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

/// Q_INIT_RESOURCE must stand outside any namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace tieout::gui {
namespace {

const QString kFolder = u":/tieout/translations"_s;

/// With the computer's country where it is one of that language, so that a Swiss sees Swiss amounts.
QLocale localeFor(const QString& wanted)
{
    const QLocale system = QLocale::system();
    if (wanted.isEmpty()) return system;
    const QLocale given(wanted);
    if (given.language() == system.language() && !wanted.contains(u'_')) return system;
    return wanted.contains(u'_') ? given : QLocale(given.language(), system.territory());
}

} // namespace

Language::Language(const QString& wanted)
{
    registerTranslations();
    QLocale::setDefault(localeFor(wanted));
    const QLocale locale;
    // English is a file too: it holds the singulars of the source texts' plurals.
    if (!m_ours.load(locale, u"tieout"_s, u"_"_s, kFolder) && !m_ours.load(u"tieout_en"_s, kFolder)) return;
    m_code = QFileInfo(m_ours.filePath()).completeBaseName().section(u'_', 1);
    QCoreApplication::installTranslator(&m_ours);
    if (m_qt.load(QLocale(m_code), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

QStringList Language::available()
{
    registerTranslations();
    QStringList codes;
    for (const QString& file : QDir(kFolder).entryList({u"tieout_*.qm"_s}, QDir::Files, QDir::Name))
        codes += QFileInfo(file).completeBaseName().section(u'_', 1);
    return codes;
}

QString Language::ownName(const QString& code)
{
    const QLocale locale(code);
    return locale.language() == QLocale::English ? u"English"_s : locale.nativeLanguageName();
}

} // namespace tieout::gui
