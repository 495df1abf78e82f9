#include "model/attachedfile.h"

namespace tieout::model {

QString plainFileName(const QString& name)
{
    constexpr qsizetype kLongest = 200;
    const qsizetype point = name.lastIndexOf(u'.');
    const QString ending = point > 0 && name.size() - point <= 12 ? name.mid(point) : QString();
    QString plain = name.left(name.size() - ending.size()).trimmed().left(kLongest - ending.size()) + ending;
    for (QChar& c : plain) {
        const bool isPlain =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
        if (!isPlain) c = u'_';
    }
    return plain;
}

QString nameThere(const FileAccess& access, const QString& name)
{
    return access.plainNames ? plainFileName(name) : name;
}

} // namespace tieout::model
