#include "sandbox/xero/documents/documentbody.h"

#include <QStringView>

namespace tieout::sandbox::xero {

namespace {

constexpr std::string_view kNames[] = {"Exclusive", "Inclusive", "NoTax"};

} // namespace

std::string_view amountTypesName(LineAmountTypes types)
{
    return kNames[size_t(types)];
}

std::optional<LineAmountTypes> amountTypesFromName(QStringView name)
{
    for (size_t index = 0; index < std::size(kNames); ++index) {
        const QLatin1StringView word(kNames[index].data(), qsizetype(kNames[index].size()));
        if (name.compare(word, Qt::CaseInsensitive) == 0) return LineAmountTypes(index);
    }
    return std::nullopt;
}

} // namespace tieout::sandbox::xero
