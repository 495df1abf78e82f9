#include "connectors/files/filecursor.h"

#include "base/json.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostEntries = 300;

} // namespace

Result<FileCursor> FileCursor::from(const QString& text)
{
    FileCursor cursor;
    if (text.isEmpty()) return cursor;
    const Result<Json> json = Json::parse(text.toUtf8());
    if (!json || !(*json)[u"files"].isArray())
        return fail(ErrorKind::BadConfig, u"connector.cursor"_s, u"no list of files"_s, {text.left(60)});
    for (const Json& item : (*json)[u"files"].toArray()) {
        Entry entry;
        entry.name = item[u"name"].toText();
        entry.size = item[u"size"].toInteger();
        entry.changedMs = item[u"changed"].toInteger();
        entry.hash = item[u"hash"].toText();
        entry.line = item[u"line"].toInteger(-1);
        cursor.m_entries += entry;
    }
    return cursor;
}

QString FileCursor::toText() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.key(u"files");
    writer.beginArray();
    for (const Entry& entry : m_entries) {
        writer.beginObject();
        writer.key(u"name");
        writer.value(QStringView(entry.name));
        writer.key(u"size");
        writer.value(entry.size);
        writer.key(u"changed");
        writer.value(entry.changedMs);
        writer.key(u"hash");
        writer.value(QStringView(entry.hash));
        if (entry.line >= 0) {
            writer.key(u"line");
            writer.value(entry.line);
        }
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return QString::fromUtf8(writer.take());
}

const FileCursor::Entry* FileCursor::byHash(const QString& hash) const
{
    const auto it =
        std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry& e) { return e.hash == hash; });
    return it == m_entries.cend() ? nullptr : &*it;
}

const FileCursor::Entry* FileCursor::byName(const QString& name) const
{
    const auto it =
        std::find_if(m_entries.crbegin(), m_entries.crend(), [&](const Entry& e) { return e.name == name; });
    return it == m_entries.crend() ? nullptr : &*it;
}

const FileCursor::Entry* FileCursor::untouched(const ShelfFile& file) const
{
    const Entry* entry = byName(file.name);
    const bool same = entry && entry->size == file.size && entry->changedMs == file.changedMs;
    return same ? entry : nullptr;
}

void FileCursor::set(const Entry& entry)
{
    m_entries.removeIf([&](const Entry& e) { return e.hash == entry.hash; });
    m_entries += entry;
    if (m_entries.size() > kMostEntries) m_entries.removeFirst();
}

} // namespace tieout::connectors
