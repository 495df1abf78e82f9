#include "formula/fieldpath.h"

namespace tieout::formula {

namespace {

/// Splits at dots that are not taken as letters.
QStringList splitNames(QStringView text)
{
    QStringList names{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\'' && i + 1 < text.size() && isFieldSign(text[i + 1]))
            names.last().append(text[++i]);
        else if (text[i] == u'.')
            names.append(QString());
        else
            names.last().append(text[i]);
    }
    return names;
}

} // namespace

bool isFieldSign(QChar c)
{
    return c == u'.' || c == u'[' || c == u']' || c == u'#' || c == u'\'' || c == u'›';
}

std::optional<FieldPath> fieldPathFromText(QStringView inside)
{
    FieldPath path;
    QStringView rest = inside.trimmed();
    while (rest.startsWith(QStringView(u".."))) {
        rest = rest.mid(2);
        ++path.up;
    }
    if (rest == u'#') {
        path.what = FieldPath::What::LineNumber;
        return path;
    }
    if (rest == u'.' || (rest.isEmpty() && path.up > 0)) {
        path.what = FieldPath::What::Self;
        return path;
    }
    path.names = splitNames(rest);
    for (const QString& name : path.names) {
        if (name.isEmpty()) return std::nullopt;
    }
    return path;
}

QString fieldPathText(const FieldPath& path)
{
    QString text(path.up * 2, u'.');
    if (path.what == FieldPath::What::LineNumber) return text + u'#';
    if (path.what == FieldPath::What::Self) return path.up > 0 ? text : QString(u'.');
    for (qsizetype i = 0; i < path.names.size(); ++i) {
        if (i > 0) text += u'.';
        for (QChar c : path.names[i]) {
            if (isFieldSign(c)) text += u'\'';
            text += c;
        }
    }
    return text;
}

} // namespace tieout::formula
