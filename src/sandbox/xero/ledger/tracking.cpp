#include "sandbox/xero/ledger/tracking.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr std::string_view kStatusNames[] = {"ACTIVE", "ARCHIVED", "DELETED"};

} // namespace

std::string_view settingStatusName(SettingStatus status)
{
    return kStatusNames[size_t(status)];
}

std::optional<SettingStatus> settingStatusFromName(QStringView name)
{
    for (size_t index = 0; index < std::size(kStatusNames); ++index) {
        const std::string_view word = kStatusNames[index];
        if (name == QLatin1StringView(word.data(), qsizetype(word.size()))) return SettingStatus(index);
    }
    return std::nullopt;
}

int TrackingBook::add(TrackingCategory category)
{
    m_categories.push_back(std::move(category));
    return int(m_categories.size()) - 1;
}

int TrackingBook::byId(const QUuid& id) const
{
    for (size_t index = 0; index < m_categories.size(); ++index) {
        if (m_categories[index].id == id) return int(index);
    }
    return -1;
}

int TrackingBook::activeByName(QStringView name) const
{
    for (size_t index = 0; index < m_categories.size(); ++index) {
        const TrackingCategory& category = m_categories[index];
        if (category.status == SettingStatus::Active && name.compare(category.name, Qt::CaseInsensitive) == 0)
            return int(index);
    }
    return -1;
}

int TrackingBook::activeCount() const
{
    return int(std::count_if(m_categories.begin(), m_categories.end(), [](const TrackingCategory& category) {
        return category.status == SettingStatus::Active;
    }));
}

TrackingMark TrackingBook::find(const TrackingEdit& edit) const
{
    if (!edit.categoryId.isNull()) return findIn(byId(edit.categoryId), edit);
    if (!edit.category.isEmpty()) return findIn(activeByName(edit.category), edit);
    for (size_t index = 0; index < m_categories.size(); ++index) {
        const TrackingMark mark = edit.optionId.isNull() ? TrackingMark() : findIn(int(index), edit);
        if (mark.isSet()) return mark;
    }
    return {};
}

TrackingMark TrackingBook::findIn(int category, const TrackingEdit& edit) const
{
    if (category < 0) return {};
    const TrackingCategory& found = m_categories[size_t(category)];
    const int option =
        edit.optionId.isNull() ? optionByName(found, edit.option) : optionById(found, edit.optionId);
    const bool usable = option >= 0 && found.status == SettingStatus::Active &&
                        found.options[size_t(option)].status == SettingStatus::Active;
    return usable ? TrackingMark{qint16(category), qint16(option)} : TrackingMark();
}

int TrackingBook::optionById(const TrackingCategory& category, const QUuid& id)
{
    for (size_t index = 0; index < category.options.size(); ++index) {
        if (category.options[index].id == id) return int(index);
    }
    return -1;
}

int TrackingBook::optionByName(const TrackingCategory& category, QStringView name)
{
    for (size_t index = 0; index < category.options.size(); ++index) {
        const TrackingOption& option = category.options[index];
        if (option.status != SettingStatus::Deleted && name.compare(option.name, Qt::CaseInsensitive) == 0)
            return int(index);
    }
    return -1;
}

std::array<TrackingMark, 2> trackingMarks(const TrackingBook& book, const std::vector<TrackingEdit>& edits,
                                          QStringList& errors)
{
    std::array<TrackingMark, 2> marks;
    if (edits.size() > marks.size()) {
        errors << u"A line can have no more than 2 tracking categories."_s;
        return marks;
    }
    for (size_t index = 0; index < edits.size(); ++index) {
        marks[index] = book.find(edits[index]);
        if (!marks[index].isSet())
            errors << u"Tracking option '%1' is not valid for tracking category '%2'."_s.arg(
                edits[index].option, edits[index].category);
    }
    if (marks[0].isSet() && marks[0].category == marks[1].category)
        errors << u"A tracking category can be used only once on a line."_s;
    return marks;
}

} // namespace tieout::sandbox::xero
