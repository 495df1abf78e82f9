#include "engine/notes/comeback.h"

#include "base/ids.h"

#include <QDateTime>
#include <QLocale>

namespace tieout::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLapses = 10'000;
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

Task<Result<Comebacks>> readComebacks(model::Flow flow, QString document, QTimeZone zone, store::Store& store)
{
    const QString id = flow.id;
    using Lapses = QHash<QString, store::Lapse>;
    std::function<Result<Lapses>(store::Database&)> look = [id](store::Database& database) {
        return store::NoteRepository(database).lapses(id, kMostLapses);
    };
    const Result<Lapses> lapses = co_await store.read<Lapses>(look);
    if (!lapses) co_return tl::unexpected(lapses.error());
    QHash<QString, QString> notes;
    for (const auto& rule : std::as_const(flow.skip))
        notes.insert(rule.name, rule.backNote);
    Comebacks comebacks;
    for (const auto& lapse : *lapses) {
        const QString said = notes.value(lapse.rule);
        if (said.isEmpty()) continue;
        const Comeback comeback{lapse, said, document, zone};
        comebacks.insert(lapse.sourceId, std::make_shared<const Comeback>(comeback));
    }
    co_return comebacks;
}

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
