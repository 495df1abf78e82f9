#include "mapping/edit/targetkey.h"

#include "mapping/targetpath.h"

namespace tieout::mapping {

namespace {

/// Where the number of a part begins, "#2"; its end when it has none.
qsizetype numberAt(QStringView part)
{
    qsizetype at = part.size();
    while (at > 0 && part[at - 1] >= u'0' && part[at - 1] <= u'9')
        --at;
    const bool marked = at > 0 && at < part.size() && part[at - 1] == u'#';
    const bool escaped = at > 1 && part[at - 2] == u'\'';
    return marked && !escaped ? at - 1 : part.size();
}

} // namespace

QStringList TargetKey::parts(const QString& key)
{
    QStringList parts;
    if (key.isEmpty()) return parts;
    qsizetype start = 0;
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key[i] == u'\'') {
            ++i; // takes the meaning from what follows
        } else if (key[i] == u'.') {
            parts.append(key.sliced(start, i - start));
            start = i + 1;
        }
    }
    parts.append(key.sliced(start));
    return parts;
}

QString TargetKey::fieldPath(const QString& key)
{
    QStringList names = parts(key);
    for (QString& name : names)
        name.truncate(numberAt(name));
    return names.join(u'.');
}

QString TargetKey::parent(const QString& key)
{
    QStringList names = parts(key);
    if (names.isEmpty()) return {};
    names.removeLast();
    return names.join(u'.');
}

QString TargetKey::child(const QString& key, const QString& name)
{
    const QString part = targetPath({name});
    return key.isEmpty() ? part : key + u'.' + part;
}

int TargetKey::branch(const QString& key)
{
    const QStringList names = parts(key);
    if (names.isEmpty()) return 0;
    const QString& last = names.last();
    const qsizetype at = numberAt(last);
    return at < last.size() ? std::max(0, last.sliced(at + 1).toInt() - 1) : 0;
}

QString TargetKey::withBranch(const QString& fieldPath, int branch)
{
    return branch > 0 ? fieldPath + u'#' + QString::number(branch + 1) : fieldPath;
}

} // namespace tieout::mapping
