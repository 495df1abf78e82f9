#include "engine/match/matchkeys.h"

namespace tieout::engine {

namespace {

QString domainOf(const QString& text)
{
    QString rest = text.trimmed().toLower();
    rest = rest.mid(rest.lastIndexOf(u'@') + 1);
    const auto scheme = rest.indexOf(QStringLiteral("://"));
    if (scheme >= 0) rest = rest.mid(scheme + 3);
    if (rest.startsWith(QStringLiteral("www."))) rest = rest.mid(4);
    return rest.left(rest.indexOf(u'/') >= 0 ? rest.indexOf(u'/') : rest.size());
}

model::Value valueAt(const model::Value& value, QStringView rest)
{
    if (const auto* list = value.list()) {
        for (const auto& item : *list) {
            auto found = valueAt(item, rest);
            if (!found.isBlank()) return found;
        }
        return {};
    }
    if (rest.isEmpty()) return value;
    const auto* record = value.record();
    if (!record) return {};
    const auto dot = rest.indexOf(u'.');
    const auto name = dot < 0 ? rest : rest.left(dot);
    return valueAt(record->value(name), dot < 0 ? QStringView() : rest.mid(dot + 1));
}

} // namespace

QString normalised(const model::Value& value, const QString& how)
{
    const QString text = value.toPlainText();
    if (how == QLatin1String("email")) return text.trimmed().toLower();
    if (how == QLatin1String("domain")) return domainOf(text);
    if (how == QLatin1String("digits")) {
        QString digits;
        for (const QChar character : text)
            if (character.isDigit()) digits += character;
        return digits;
    }
    if (how == QLatin1String("text"))
        return text.simplified().normalized(QString::NormalizationForm_KC).toCaseFolded();
    return text.trimmed();
}

model::Value firstValue(const model::Record& record, const QString& path)
{
    return valueAt(model::Value(record), path);
}

QStringList matchKeys(const model::Record& record, const QList<model::MatchRule>& rules)
{
    QStringList keys;
    keys.reserve(rules.size());
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QStringList parts{QString::number(i)};
        for (const auto& field : rules[i].fields) {
            const QString part = normalised(firstValue(record, field), rules[i].normalise);
            if (part.isEmpty()) {
                parts.clear();
                break;
            }
            parts += part;
        }
        keys += parts.join(QChar(0x1f));
    }
    return keys;
}

} // namespace tieout::engine
