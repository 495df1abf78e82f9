#include "service/permissions.h"

namespace tieout::service {

using namespace Qt::StringLiterals;

QStringList objectOperations(const QStringList& objects, Reach reach)
{
    QStringList operations;
    for (const QString& object : objects) {
        if (object.isEmpty()) continue;
        operations += object + u".read"_s;
        if (reach == Reach::Writing) operations += object + u".write"_s;
    }
    return operations;
}

QStringList operationsOf(const model::Flow& flow, const EndFilter& concerned, Reach reach)
{
    QStringList operations;
    QList<model::Flow> all = flow.parents;
    all += flow;
    // Parents share the ends of their flow.
    const bool atSource = concerned(flow.from), atTarget = concerned(flow.to);
    for (const model::Flow& each : std::as_const(all)) {
        if (atSource) operations += objectOperations({each.from.object}, Reach::Reading);
        if (atTarget) operations += objectOperations({each.to.object}, reach);
    }
    operations.removeDuplicates();
    return operations;
}

QStringList organisationOperations(const connectors::Manifest& manifest)
{
    const auto& reference = manifest.reference;
    return objectOperations({reference.organisation.object, reference.taxRates.object,
                             reference.accounts.object, reference.currencies.object},
                            Reach::Reading);
}

} // namespace tieout::service
