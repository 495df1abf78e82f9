#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

bool isOfRecord(const QString& name)
{
    static const QStringList names{u"id"_s,      u"ids"_s, u"key"_s,  u"each"_s, u"object"_s,
                                   u"version"_s, u"job"_s, u"file"_s, u"name"_s};
    return names.contains(name) || name.startsWith(u"parent.") || name.startsWith(u"row.");
}

template<class Put>
Result<QString> filled(const QString& text, const QHash<QString, QString>& values, Put put)
{
    QString result;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', at)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0) break;
        const QString name = text.mid(open + 1, close - open - 1);
        QString value = values.value(name);
        if (value.isEmpty())
            return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s,
                        u"no value for {%1}"_s.arg(name), {name});
        // A base address may be typed with its slash.
        while (value.endsWith(u'/') && close + 1 < text.size() && text.at(close + 1) == u'/')
            value.chop(1);
        result += QStringView(text).mid(at, open - at);
        result += put(name, value);
        at = close + 1;
    }
    result += QStringView(text).mid(at);
    return result;
}

} // namespace

QStringList templateVariables(const QString& text)
{
    QStringList names;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0) break;
        names << text.mid(open + 1, close - open - 1);
    }
    return names;
}

Result<QString> filledTemplate(const QString& text, const QHash<QString, QString>& values)
{
    return filled(text, values, [](const QString&, const QString& value) { return value; });
}

Result<QString> filledAddress(const QString& text, const QHash<QString, QString>& values)
{
    return filled(text, values, [](const QString& name, const QString& value) {
        return isOfRecord(name) ? QString::fromLatin1(QUrl::toPercentEncoding(value)) : value;
    });
}

QUrl addressWithQuery(const QString& address, const Pairs& query)
{
    QByteArray bytes = QUrl(address).toEncoded();
    char separator = bytes.contains('?') ? '&' : '?';
    for (const auto& [name, value] : query) {
        bytes += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(bytes, QUrl::StrictMode);
}

} // namespace tieout::connectors
