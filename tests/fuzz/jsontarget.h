#pragma once

#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tieout::fuzz {

/// What the contract of Json promises of a tree that was read: bounded depth, each name once, the same texts
/// as another reader finds.
inline void holdJson(const Json& json, const QJsonValue& other, int depth)
{
    if (json.isText() && json.toText() != other.toString()) qFatal("a text was read otherwise");
    if (json.isArray()) {
        if (depth >= 64) qFatal("deeper than promised");
        const QJsonArray items = other.toArray();
        if (items.size() != json.size()) qFatal("another number of items");
        for (qsizetype i = 0; i < json.size(); ++i)
            holdJson(json.at(i), items.at(i), depth + 1);
    }
    if (json.isObject()) {
        if (depth >= 64) qFatal("deeper than promised");
        const QJsonObject members = other.toObject();
        if (members.size() != json.size()) qFatal("a member twice");
        for (const auto& [name, member] : json.toObject()) {
            if (!members.contains(name)) qFatal("a name was read otherwise");
            holdJson(member, members.value(name), depth + 1);
        }
    }
}

/// Reads, writes in both manners and reads again.
inline void readJson(const char* data, size_t size)
{
    const QByteArray bytes(data, qsizetype(size));
    const Result<Json> json = Json::parse(bytes);
    if (!json) {
        const Error& error = json.error();
        bool isByte = false;
        const qint64 byte = error.facts.value(0).toLongLong(&isByte);
        if (!error.code.startsWith(QLatin1String("json.")) || !isByte || byte < 0 || byte > bytes.size())
            qFatal("a fault without its code or place");
        return;
    }
    const QByteArray text = json->toBytes();
    for (const QByteArray& written : {text, json->toPrettyBytes()}) {
        const Result<Json> again = Json::parse(written);
        if (!again) qFatal("what was written is refused: %s", qPrintable(again.error().text));
        if (!(*again == *json) || again->toBytes() != text) qFatal("what was written is read otherwise");
    }
    if (text.contains("\xEF\xBB\xBF")) return; // the other reader drops a U+FEFF that begins a text
    // The other reader wants an array or an object, so it gets both documents inside one.
    const QJsonDocument other = QJsonDocument::fromJson('[' + bytes + ',' + text + ']');
    if (other.array().size() != 2) qFatal("another reader refuses this");
    holdJson(*json, other.array().at(0), 0);
    holdJson(*json, other.array().at(1), 0);
}

} // namespace tieout::fuzz
