#pragma once

#include "base/date.h"
#include "sandbox/business/business.h"

#include <optional>

namespace tieout::sandbox {

/// The books of a system that are made up when somebody first asks: most runs of the practice company never
/// do. Books that nobody asked for yet come out the same after a reset. Owned by a system, used on its
/// thread.
template<class Books>
class MadeBooks final
{
  public:
    using Fill = Books (*)(const business::Business& business, qint64 customers, Instant opened);

    MadeBooks(Fill fill, const business::Business& business, qint64 customers, Instant opened)
        : m_fill(fill)
        , m_business(business)
        , m_customers(customers)
        , m_opened(opened)
    {
    }
    [[nodiscard]] Books& get()
    {
        if (!m_present) m_present = m_kept ? *m_kept : m_fill(m_business, m_customers, m_opened);
        return *m_present;
    }
    /// Null while nobody asked.
    [[nodiscard]] const Books* present() const { return m_present ? &*m_present : nullptr; }
    void keep() { m_kept = m_present; }
    void restore() { m_present = m_kept; }

  private:
    Fill m_fill;
    business::Business m_business;
    qint64 m_customers;
    Instant m_opened;
    std::optional<Books> m_present;
    std::optional<Books> m_kept;
};

} // namespace tieout::sandbox
