#include "service/fileendings.h"

#include "base/ids.h"

namespace tieout::service {

namespace {

/// So many different sentences are kept; rows beyond have the outcome alone.
constexpr qsizetype kMostReasons = 200'000;

quint64 keyOf(const QString& rowId)
{
    return contentHash(rowId.toUtf8());
}

bool isProblem(model::Outcome outcome)
{
    return outcome == model::Outcome::Held || outcome == model::Outcome::Failed ||
           outcome == model::Outcome::Uncertain;
}

} // namespace

FileEndings::FileEndings(FileWords words)
    : m_words(std::move(words))
{
}

quint32 FileEndings::reasonPlace(const Error& reason)
{
    const QString words = m_words.reason ? m_words.reason(reason) : reason.text;
    const auto known = m_places.constFind(words);
    if (known != m_places.cend()) return *known;
    if (m_reasons.size() > kMostReasons) return 0;
    const auto place = quint32(m_reasons.size());
    m_reasons += words;
    m_places.insert(words, place);
    return place;
}

void FileEndings::note(const QString& rowId, model::Outcome outcome, const std::optional<Error>& reason)
{
    m_rows.insert(keyOf(rowId), {outcome, reason ? reasonPlace(*reason) : 0});
}

void FileEndings::notePrevious(const QString& rowId, model::Outcome outcome, const Error& reason)
{
    const quint64 key = keyOf(rowId);
    if (!m_rows.contains(key)) m_rows.insert(key, {outcome, reasonPlace(reason)});
}

connectors::RowEnding FileEndings::of(const QString& rowId) const
{
    const auto kept = m_rows.constFind(keyOf(rowId));
    connectors::RowEnding ending;
    if (kept == m_rows.cend()) {
        if (m_words.outcome) ending.outcome = m_words.outcome(std::nullopt);
        return ending;
    }
    ending.outcome = m_words.outcome ? m_words.outcome(kept->outcome) : model::outcomeName(kept->outcome);
    ending.reason = m_reasons[kept->reason];
    ending.isProblem = isProblem(kept->outcome);
    return ending;
}

} // namespace tieout::service
