#include "formula/fault.h"

#include <array>

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

struct Spelling {
    FaultKind kind;
    const char16_t* text;
};

constexpr std::array kSpellings{
    Spelling{FaultKind::NotAvailable, u"#N/A"}, Spelling{FaultKind::Value, u"#VALUE!"},
    Spelling{FaultKind::Reference, u"#REF!"},   Spelling{FaultKind::DivisionByZero, u"#DIV/0!"},
    Spelling{FaultKind::Number, u"#NUM!"},      Spelling{FaultKind::Name, u"#NAME?"},
    Spelling{FaultKind::NotLinked, u"#N/A"},
};

} // namespace

QString faultText(FaultKind kind)
{
    for (const Spelling& spelling : kSpellings) {
        if (spelling.kind == kind) return QString::fromUtf16(spelling.text);
    }
    return u"#VALUE!"_s;
}

std::optional<FaultKind> faultFromText(QStringView text)
{
    for (const Spelling& spelling : kSpellings) {
        if (text.compare(QStringView(spelling.text), Qt::CaseInsensitive) == 0) return spelling.kind;
    }
    return std::nullopt;
}

Error toError(const Finding& finding, const QString& source)
{
    const QString text =
        u"%1 at %2 of %3"_s.arg(finding.facts.join(u", "_s)).arg(finding.at.start + 1).arg(source);
    return errorOf(ErrorKind::BadConfig, finding.code, text, finding.facts);
}

} // namespace tieout::formula
