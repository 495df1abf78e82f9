#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// Writes the rows of a report: sections of cells, each a text with perhaps an id. Lives for one answer.
class ReportWriter final
{
  public:
    ReportWriter(const Call& call, QStringView name, QStringView type, const QStringList& titles, Date date);

    void header(const QStringList& cells);
    void beginSection(QStringView title);
    void endSection();
    /// `attribute` names what `id` is: "invoiceID", "account"; a null id writes none.
    void row(const QStringList& cells, std::string_view attribute = {}, const QUuid& id = {});
    void summary(const QStringList& cells);
    [[nodiscard]] Response finish();

  private:
    void cells(std::string_view rowType, const QStringList& texts, std::string_view attribute,
               const QUuid& id);

    ReplyWriter m_writer;
};

[[nodiscard]] QString reportDay(Date date); ///< "23 April 2019"

} // namespace tieout::sandbox::xero
