#pragma once

#include "formula/ast.h"
#include "model/value.h"

#include <QTimeZone>

namespace tieout::formula {

/// The test of SUMIF, COUNTIF and AVERAGEIF: a value to equal, or text such as ">=100", "<>" or "Wid*".
class Criterion final
{
  public:
    Criterion(const model::Value& wanted, const QTimeZone& zone);
    [[nodiscard]] bool accepts(const model::Value& value) const;

  private:
    [[nodiscard]] bool equals(const model::Value& value) const;

    BinaryOp m_op = BinaryOp::Equal;
    model::Value m_wanted;
    QString m_spelling; ///< of the wanted value, as the user wrote it
    const QTimeZone& m_zone;
};

} // namespace tieout::formula
