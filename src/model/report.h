#pragma once

#include <QList>
#include <QString>

namespace tieout::model {

/// What people read and print as a workbook: sheets of texts, each row with its part in the whole. A value.
struct Report {
    enum class Part : quint8 {
        Title,
        Fact, ///< about the whole; runs over the columns beside it
        Heading,
        Group, ///< a row that others belong to
        Line,
        Changed,
        Removed,
        ToSign, ///< empty cells are lines to write on
    };
    struct Row {
        Part part = Part::Line;
        QStringList cells;
    };
    struct Sheet {
        QString name;
        QList<int> widths; ///< of the columns, in characters
        QList<Row> rows;   ///< the first heading comes again on each printed page
    };
    QString footer;     ///< on each printed page
    QString pageFooter; ///< "Page %1 of %2"
    QList<Sheet> sheets;
};

} // namespace tieout::model
