#pragma once

#include "base/result.h"
#include "connectors/files/celltext.h"

#include <memory>

namespace tieout::connectors {

/// The rows of one table, in order, one at a time. One thread. Cells are read as a type only when asked for.
class TableReader
{
  public:
    virtual ~TableReader() = default;
    /// Goes to the next row that holds anything; false at the end. An error ends the file.
    [[nodiscard]] virtual Result<bool> next() = 0;
    [[nodiscard]] virtual qint64
    line() const = 0; ///< of the current row, from 1, as the user's program shows it
    [[nodiscard]] virtual int width() const = 0; ///< cells up to the last one that is there
    [[nodiscard]] virtual model::Value cell(int column, model::FieldType type, CellFault* fault) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0; ///< as written
    [[nodiscard]] virtual bool isBlank(int column) const = 0;
    /// What a cell is by itself: text in a text file, more in a spreadsheet.
    [[nodiscard]] virtual model::FieldType ownType(int column) const = 0;
    /// Of the whole row's content; the same in every run and on every machine.
    [[nodiscard]] virtual quint64 contentHash() const = 0;
};

} // namespace tieout::connectors
