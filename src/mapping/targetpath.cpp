#include "mapping/targetpath.h"

#include "formula/fieldpath.h"

namespace tieout::mapping {

namespace {

bool isSpecial(QChar c)
{
    return c == u'.' || c == u'[' || c == u']' || c == u'#' || c == u'\'';
}

} // namespace

QStringList targetNames(const QString& path)
{
    QStringList names{QString()};
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path[i] == u'\'' && i + 1 < path.size() && isSpecial(path[i + 1]))
            names.last().append(path[++i]);
        else if (path[i] == u'.')
            names.append(QString());
        else
            names.last().append(path[i]);
    }
    return names;
}

QString targetPath(const QStringList& names)
{
    formula::FieldPath path;
    path.names = names;
    return formula::fieldPathText(path);
}

} // namespace tieout::mapping
