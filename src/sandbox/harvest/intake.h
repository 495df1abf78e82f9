#pragma once

#include "sandbox/harvest/call.h"

namespace tieout::sandbox::harvest {

/// A record on its way into the books: rules of its kind look at it, fill in what follows from it and say
/// what is wrong.
struct Draft {
    Kind kind;
    Row row;                     ///< as it will be
    const Row* before = nullptr; ///< null: it is new
    Call& call;
    QStringList problems; ///< joined into one 422
    QString malformed;    ///< a 400

    [[nodiscard]] bool isNew() const { return before == nullptr; }
    [[nodiscard]] bool sent(QStringView name) const { return call.body.members.contains(name); }
    void refuse(const QString& problem) { problems.append(problem); }
};

/// Takes the members that the kind knows and the caller may write; others are passed over in silence, as the
/// service does. Blank required members become "<Label> can't be blank".
void takeMembers(Draft& draft);
/// A value of one shape. Nothing: it does not fit, and the draft says so.
[[nodiscard]] std::optional<Json> shaped(Shape shape, const Json& value, const QString& label, Draft& draft);

} // namespace tieout::sandbox::harvest
