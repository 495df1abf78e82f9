#include "engine/notes/comeback.h"

#include "base/ids.h"

#include <QDateTime>
#include <QLocale>

namespace tieout::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostTitle = 300;
constexpr qsizetype kMostSaid = 500;

/// "18 November 2026": the ledger keeps the text, so it is not in the reader's language.
QString dayOf(Instant instant, const QTimeZone& zone)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(instant), zone).date();
    return QLocale(QLocale::English).toString(day, u"d MMMM yyyy"_s);
}

QString oneLine(const QString& text, qsizetype most)
{
    const QString line = text.simplified();
    return line.size() <= most ? line : line.left(most - 1) + u"…"_s;
}

} // namespace

QString comebackText(const Comeback& comeback, const QString& title, const QString& sourceVersion,
                     DocumentChange change, Instant now)
{
    const QString done = change == DocumentChange::Changed
                             ? u"This %1 was changed to match it"_s.arg(comeback.document)
                             : u"Nothing on this %1 had to change"_s.arg(comeback.document);
    const QString since = dayOf(comeback.lapse.since, comeback.zone);
    const QString back = dayOf(now, comeback.zone);
    QStringList parts{oneLine(comeback.said, kMostSaid)};
    parts += u"“%1” had dropped out, as Tieout saw on %2, and was back on %3."_s.arg(
        oneLine(title, kMostTitle), since, back);
    parts += done + u"; no second one was made."_s;
    parts += u"(Record %1, its change of %2)"_s.arg(comeback.lapse.sourceId, sourceVersion);
    return parts.join(u' ');
}

QString noteKey(const store::Note& note)
{
    const QString facts = QStringList{note.flow, note.sourceId, note.targetId, note.details}.join(u'\n');
    return u"tieout-note-"_s + sha256Hex(facts.toUtf8());
}

} // namespace tieout::engine
