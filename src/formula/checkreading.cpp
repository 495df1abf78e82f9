#include "formula/check.h"
#include "formula/parser.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

bool isAboutName(const Finding& finding)
{
    static const QStringList kCodes{u"formula.unknown-field"_s, u"formula.unknown-function"_s,
                                    u"formula.unknown-name"_s, u"formula.no-outer"_s, u"formula.no-parts"_s};
    return kCodes.contains(finding.code);
}

} // namespace

CheckResult checkReading(const Reading& reading, const CheckScope& scope)
{
    CheckResult result = check(reading.ast, scope);
    if (reading.findings.isEmpty()) return result;
    QList<Finding> all = reading.findings;
    for (const Finding& finding : std::as_const(result.findings)) {
        const bool again = std::any_of(reading.findings.begin(), reading.findings.end(),
                                       [&](const auto& said) { return said.at.start == finding.at.start; });
        if (isAboutName(finding) && !again && all.size() < kMaxFindings) all.append(finding);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Finding& a, const Finding& b) { return a.at.start < b.at.start; });
    return {std::move(all), StaticType()};
}

} // namespace tieout::formula
