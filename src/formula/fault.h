#pragma once

#include "base/error.h"
#include "formula/span.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tieout::formula {

/// The error values of the language. NotLinked is written #N/A too: the other record has no link yet, and the
/// engine answers by making that record first.
enum class FaultKind : quint8 { NotAvailable, Value, Reference, DivisionByZero, Number, Name, NotLinked };

/// "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?"
[[nodiscard]] QString faultText(FaultKind kind);
[[nodiscard]] std::optional<FaultKind> faultFromText(QStringView text);

/// An error value with the place in the formula that caused it. `code` and `facts` make the user's sentence:
/// the codes and their facts are listed in docs/formulas.md.
struct Fault {
    FaultKind kind = FaultKind::Value;
    Span at;
    QString code;
    QStringList facts;

    bool operator==(const Fault&) const = default;
};

/// What the parser or the checker says about a formula.
struct Finding {
    enum class Severity : quint8 { Error, Warning };
    Severity severity = Severity::Error;
    Span at;
    QString code;
    QStringList facts;

    bool operator==(const Finding&) const = default;
};

/// BadConfig with the finding's code and facts; the text names the place, counted from 1.
[[nodiscard]] Error toError(const Finding& finding, const QString& source);

} // namespace tieout::formula
