#include "sandbox/salesforce/rules/addressrules.h"

#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

// Places of the parts among kAddressParts.
constexpr size_t kState = 2;
constexpr size_t kCountry = 4;
constexpr size_t kStateCode = 5;
constexpr size_t kCountryCode = 6;

struct Listed {
    const char16_t* code;
    const char16_t* label;
    const char16_t* country; ///< of a state
};

constexpr Listed kCountries[] = {
    {u"AU", u"Australia", u""},      {u"NZ", u"New Zealand", u""}, {u"US", u"United States", u""},
    {u"GB", u"United Kingdom", u""}, {u"IE", u"Ireland", u""},     {u"DE", u"Germany", u""},
    {u"FR", u"France", u""},         {u"NL", u"Netherlands", u""}, {u"NO", u"Norway", u""},
    {u"PL", u"Poland", u""},         {u"JP", u"Japan", u""},       {u"CA", u"Canada", u""},
    {u"SG", u"Singapore", u""},      {u"ES", u"Spain", u""},       {u"IT", u"Italy", u""},
};
constexpr Listed kStates[] = {
    {u"NSW", u"New South Wales", u"AU"},
    {u"VIC", u"Victoria", u"AU"},
    {u"QLD", u"Queensland", u"AU"},
    {u"WA", u"Western Australia", u"AU"},
    {u"SA", u"South Australia", u"AU"},
    {u"TAS", u"Tasmania", u"AU"},
    {u"CA", u"California", u"US"},
    {u"NY", u"New York", u"US"},
    {u"TX", u"Texas", u"US"},
    {u"WA", u"Washington", u"US"},
    {u"ON", u"Ontario", u"CA"},
    {u"BC", u"British Columbia", u"CA"},
};

enum class By : quint8 { Code, Label };

template<size_t N>
const Listed* findIn(const Listed (&list)[N], const QString& text, By by, QStringView country)
{
    for (const Listed& entry : list) {
        const QStringView have = by == By::Code ? entry.code : entry.label;
        if (text.compare(have, Qt::CaseInsensitive) == 0 && country == QStringView(entry.country))
            return &entry;
    }
    return nullptr;
}

RowError problem(const QString& what, const QString& field)
{
    return {u"FIELD_INTEGRITY_EXCEPTION"_s,
            u"There's a problem with this "_s + what +
                u", even though it may appear correct. Please select a "_s + what +
                u" from the list of valid "_s + what + u" values.: "_s + field,
            {field}};
}

} // namespace

void AddressRules::check(int object, Draft& draft, const Json& sent, std::vector<RowError>& errors) const
{
    if (!m_organisation.administration().addressPicklists) return;
    for (const Field& field : m_organisation.type(object).fields) {
        if (field.storage == Storage::Compound)
            checkOne(field.name.chopped(7), size_t(field.slot), draft, sent, errors);
    }
}

void AddressRules::checkOne(const QString& prefix, size_t street, Draft& draft, const Json& sent,
                            std::vector<RowError>& errors) const
{
    const auto text = [&](size_t part) { return fragmentText(draft.cells[street + part]); };
    const auto given = [&](size_t part) { return sent.contains(prefix + kAddressParts[part].toString()); };
    // One pair of label and code: the one that was sent leads, the code before the label.
    const auto settle = [&](const auto& list, size_t label, size_t code, const QString& what,
                            const QString& country) {
        const bool byCode = given(code) ? !text(code).isEmpty() : !given(label) && !text(code).isEmpty();
        const QString key = byCode ? text(code) : given(label) || !given(code) ? text(label) : QString();
        if (key.isEmpty()) {
            draft.cells[street + label].clear();
            draft.cells[street + code].clear();
            return;
        }
        const Listed* const entry = findIn(list, key, byCode ? By::Code : By::Label, country);
        if (!entry) {
            errors.push_back(problem(what, prefix + kAddressParts[byCode ? code : label].toString()));
            return;
        }
        draft.cells[street + label] = textFragment(entry->label);
        draft.cells[street + code] = textFragment(entry->code);
    };
    settle(kCountries, kCountry, kCountryCode, u"country"_s, {});
    const bool stated = !text(kState).isEmpty() || !text(kStateCode).isEmpty();
    if (stated && text(kCountryCode).isEmpty()) {
        errors.push_back(
            {u"FIELD_INTEGRITY_EXCEPTION"_s,
             u"A country/territory must be specified before specifying a state value for field: "_s + prefix +
                 u"State"_s,
             {prefix + u"State"_s}});
        return;
    }
    settle(kStates, kState, kStateCode, u"state"_s, text(kCountryCode));
}

} // namespace tieout::sandbox::salesforce
