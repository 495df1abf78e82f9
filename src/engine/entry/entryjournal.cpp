#include "engine/entry/entryjournal.h"

#include "base/ids.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

QString entryFlowOf(const QString& connection)
{
    return u"entry:"_s + connection;
}

QString entrySource(const QString& idempotencyKey, qsizetype place)
{
    return u"%1/%2"_s.arg(idempotencyKey.right(12)).arg(place);
}

qsizetype entryPlace(const QString& source)
{
    bool isNumber = false;
    const qlonglong place = source.section(u'/', -1).toLongLong(&isNumber);
    return isNumber && place >= 0 ? qsizetype(place) : -1;
}

QString entryFields(const connectors::WriteRow& row)
{
    QStringList names;
    if (const auto& shape = row.target.shape())
        for (int slot = 0; slot < shape->size(); ++slot)
            names += shape->names().at(slot);
    return names.join(u'\t') + u'\n' + row.clear.join(u'\t');
}

EntryFields entryFieldsFrom(const QString& kept)
{
    EntryFields fields;
    fields.set = kept.section(u'\n', 0, 0).split(u'\t', Qt::SkipEmptyParts);
    fields.emptied = kept.section(u'\n', 1, 1).split(u'\t', Qt::SkipEmptyParts);
    return fields;
}

QString fileKey(const QString& unique)
{
    return u"file:"_s + unique;
}

bool isFileKey(const QString& idempotencyKey)
{
    return idempotencyKey.startsWith(u"file:"_s);
}

quint64 fileContentHash(const QByteArray& content)
{
    constexpr int kHexOf64Bits = 16;
    return sha256Hex(content).left(kHexOf64Bits).toULongLong(nullptr, 16);
}

} // namespace tieout::engine
