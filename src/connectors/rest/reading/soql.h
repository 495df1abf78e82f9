#pragma once

#include "connectors/rest/reading/readplan.h"

namespace tieout::connectors {

/// 'text' with backslash and quote escaped.
[[nodiscard]] QString soqlLiteral(const QString& text);
/// The field list of a plan: parents dotted, lists as sub-queries in order of their Id, narrowed by
/// `ofChildren`.
[[nodiscard]] QString soqlFields(const RecordPlan& plan, const QString& ofChildren = {});

/// The parts of one query; empty ones are left out.
struct SoqlQuery {
    QString fields;
    QString from;
    QStringList conditions; ///< joined by AND
    QStringList order;
    [[nodiscard]] QString text() const;
};

/// "field IN ('a','b')"
[[nodiscard]] QString soqlIn(const QString& field, const QStringList& values);

} // namespace tieout::connectors
