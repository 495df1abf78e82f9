#include "base/error.h"

#include <array>
#include <utility>

namespace tieout {

namespace {

constexpr std::array<std::pair<ErrorKind, const char16_t*>, 11> kKindNames{
    std::pair{ErrorKind::Cancelled, u"cancelled"},
    std::pair{ErrorKind::Retry, u"retry"},
    std::pair{ErrorKind::RateLimited, u"rate-limited"},
    std::pair{ErrorKind::NeedsLogin, u"needs-login"},
    std::pair{ErrorKind::BadConfig, u"bad-config"},
    std::pair{ErrorKind::RowRejected, u"row-rejected"},
    std::pair{ErrorKind::Conflict, u"conflict"},
    std::pair{ErrorKind::Uncertain, u"uncertain"},
    std::pair{ErrorKind::RemoteFault, u"remote-fault"},
    std::pair{ErrorKind::LocalFault, u"local-fault"},
    std::pair{ErrorKind::Bug, u"bug"},
};

} // namespace

QString kindName(ErrorKind kind)
{
    for (const auto& [value, name] : kKindNames) {
        if (value == kind) return QString::fromUtf16(name);
    }
    return QStringLiteral("bug");
}

std::optional<ErrorKind> kindFromName(const QString& name)
{
    for (const auto& [value, word] : kKindNames) {
        if (name == QStringView(word)) return value;
    }
    return std::nullopt;
}

} // namespace tieout
