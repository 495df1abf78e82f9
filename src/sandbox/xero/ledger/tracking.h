#pragma once

#include "sandbox/xero/documents/documentbody.h"

#include <QStringList>

namespace tieout::sandbox::xero {

enum class SettingStatus : quint8 { Active, Archived, Deleted };
[[nodiscard]] std::string_view settingStatusName(SettingStatus status);
[[nodiscard]] std::optional<SettingStatus> settingStatusFromName(QStringView name);

struct TrackingOption {
    QUuid id;
    QString name;
    SettingStatus status = SettingStatus::Active;
};

struct TrackingCategory {
    QUuid id;
    QString name;
    SettingStatus status = SettingStatus::Active;
    std::vector<TrackingOption> options;
};

/// What a line or a contact says of one category: ids or names.
struct TrackingEdit {
    QUuid categoryId;
    QUuid optionId;
    QString category;
    QString option;
};

/// The tracking categories of one organisation. Positions never change: lines keep them. A value.
class TrackingBook final
{
  public:
    [[nodiscard]] const std::vector<TrackingCategory>& categories() const { return m_categories; }
    [[nodiscard]] TrackingCategory& category(int position) { return m_categories[size_t(position)]; }
    int add(TrackingCategory category);
    [[nodiscard]] int byId(const QUuid& id) const;
    /// Active categories only, names without case.
    [[nodiscard]] int activeByName(QStringView name) const;
    [[nodiscard]] int activeCount() const;
    /// The active option meant; unset when there is none.
    [[nodiscard]] TrackingMark find(const TrackingEdit& edit) const;

    [[nodiscard]] static int optionById(const TrackingCategory& category, const QUuid& id);
    [[nodiscard]] static int optionByName(const TrackingCategory& category, QStringView name);

  private:
    [[nodiscard]] TrackingMark findIn(int category, const TrackingEdit& edit) const;

    std::vector<TrackingCategory> m_categories;
};

/// The marks meant by a line's or a contact's tracking; refuses more than two and unknown options.
[[nodiscard]] std::array<TrackingMark, 2>
trackingMarks(const TrackingBook& book, const std::vector<TrackingEdit>& edits, QStringList& errors);

} // namespace tieout::sandbox::xero
