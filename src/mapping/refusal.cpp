#include "mapping/refusal.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;

Error refusal(QString code, const QString& path, const QString& text)
{
    return errorOf(ErrorKind::BadConfig, std::move(code), text, {path});
}

Error formulaRefusal(const formula::Finding& finding, const QString& source, const QString& path)
{
    Error error = formula::toError(finding, source);
    error.cause = std::make_shared<const Error>(error);
    error.text = path + u": "_s + error.text;
    error.facts.prepend(path);
    error.code = u"mapping.formula"_s;
    return error;
}

Error refusalOf(const QList<Error>& faults)
{
    constexpr qsizetype kNamed = 5;
    if (faults.size() == 1) return faults.first();
    QStringList others;
    for (const Error& fault : faults.mid(1)) {
        const QString path = fault.facts.value(0);
        if (!others.contains(path)) others.append(path);
        if (others.size() > kNamed) break;
    }
    if (others.size() > kNamed) others.last() = u"…"_s;
    Error error = faults.first();
    error.cause = std::make_shared<const Error>(error);
    error.code = u"mapping.faults"_s;
    error.facts = {QString::number(faults.size()), others.join(u", "_s)};
    return error;
}

} // namespace tieout::mapping
