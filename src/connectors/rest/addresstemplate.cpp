#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

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
    QString filled = text;
    for (const QString& name : templateVariables(text)) {
        QString value = values.value(name);
        if (value.isEmpty())
            return fail(ErrorKind::BadConfig, u"connector.setting-missing"_s,
                        u"no value for {%1}"_s.arg(name), {name});
        while (value.endsWith(u'/'))
            value.chop(1);
        filled.replace(u'{' + name + u'}', value);
    }
    return filled;
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
