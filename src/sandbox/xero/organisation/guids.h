#pragma once

#include "base/random.h"

#include <QUuid>

#include <string>

namespace tieout::sandbox::xero {

/// Makes version 4 GUIDs, a few nanoseconds each; repeatable when its Random is. Owned by the system.
class GuidSource final
{
  public:
    explicit GuidSource(Random& random);
    [[nodiscard]] QUuid next();

  private:
    [[nodiscard]] quint64 word();

    quint64 m_state;
};

/// With or without braces, either case; null when it is not a GUID.
[[nodiscard]] QUuid parseGuid(QStringView text);
/// Appends the lower-case form without braces, as the API writes it.
void appendGuid(std::string& out, const QUuid& guid);
[[nodiscard]] QString guidText(const QUuid& guid);

} // namespace tieout::sandbox::xero
