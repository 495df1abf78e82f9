#pragma once

#include "base/date.h"

#include <QUuid>

#include <array>

namespace tieout::sandbox::xero {

/// The texts of a person on the payroll; a region shows those it knows.
enum class EmployeeText : quint8 {
    Title,
    FirstName,
    MiddleNames,
    LastName,
    Email,
    Gender,
    Phone,
    Mobile,
    JobTitle,
    InsuranceNumber,
    AddressLine1,
    AddressLine2,
    City,
    Region,
    PostCode,
    Country,
    Count
};

struct Employee {
    QUuid id;
    std::array<QString, size_t(EmployeeText::Count)> texts;
    Date birth;
    Date start;
    Date end; ///< valid: has left
    Instant created{};
    Instant updated{};

    [[nodiscard]] const QString& text(EmployeeText which) const { return texts[size_t(which)]; }
    [[nodiscard]] QString& text(EmployeeText which) { return texts[size_t(which)]; }
};

} // namespace tieout::sandbox::xero
