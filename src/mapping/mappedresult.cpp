#include "mapping/mappedresult.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::FaultKind;

Error toError(const FieldError& error)
{
    const QString text = u"%1: %2 at %3 of %4"_s.arg(error.field, formula::faultText(error.fault.kind))
                             .arg(error.fault.at.start + 1)
                             .arg(error.formula);
    return errorOf(ErrorKind::RowRejected, error.fault.code, text,
                   error.fault.facts + QStringList{error.field});
}

QList<MissingLink> MappedResult::missingLinks() const
{
    QList<MissingLink> links;
    for (const FieldError& error : errors) {
        if (error.fault.kind != FaultKind::NotLinked || error.fault.facts.size() < 2) continue;
        const MissingLink link{error.fault.facts[0], error.fault.facts[1]};
        if (!links.contains(link)) links.append(link);
    }
    return links;
}

bool MappedResult::onlyLinksMissing() const
{
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const FieldError& error) {
        return error.fault.kind == FaultKind::NotLinked;
    });
}

bool clearsField(const model::Value& value)
{
    return (value.text() && value.text()->isEmpty()) || (value.list() && value.list()->isEmpty());
}

} // namespace tieout::mapping
