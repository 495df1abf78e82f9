#pragma once

#include "gui/mapping/worksheet.h"
#include "model/mappinghistory.h"
#include "model/report.h"

namespace tieout::gui {

/// The mapping as an auditor reads and signs it: every rule in the reader's words with the sample, the lookup
/// tables it uses, and what changed since an earlier version. A value.
struct MappingSheet {
    struct Row {
        int depth = 0;
        bool heading = false; ///< a list or a group
        QString target;
        QString from;    ///< source fields by label, a fixed value
        QString formula; ///< the reader's form; of a list its condition and order
        QString sampleIn;
        QString sampleOut;
        QString whenEmpty;
        QString note;
        QString change; ///< since the chosen version; empty = none
        bool removed = false;
        bool operator==(const Row&) const = default;
    };
    QString title;
    QString pair;     ///< "Salesforce · Practice Ltd → Xero · Demo Company (AU)"
    QString objects;  ///< "Opportunity → Invoice"
    QString grouping; ///< which rows become one document, and the totals over them; empty = each is its own
    QString version;  ///< "Version 7", "Version 7 and changes that are not saved"
    QString author;
    QString savedAt;
    QString sample;
    QString made;             ///< when this sheet was; empty = not said
    QString since;            ///< "Changes since version 5"; empty = not asked for
    QStringList wholeChanges; ///< since then, of what stands around the rules
    QList<Row> rows;
    QList<model::LookupTable> tables;
};

/// `since`: mark what changed from that version on.
[[nodiscard]] MappingSheet sheetOf(const Worksheet& worksheet,
                                   const std::optional<service::KeptMapping>& since = std::nullopt);

/// For a spreadsheet: the rules with the lines to sign, and the lookup tables on a sheet of their own.
[[nodiscard]] model::Report sheetReport(const MappingSheet& sheet);

} // namespace tieout::gui
