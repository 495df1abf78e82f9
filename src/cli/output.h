#pragma once

#include "base/error.h"
#include "base/json.h"
#include "model/run.h"

#include <QStringList>

namespace tieout::cli {

/// A plain table for people: a header line, columns padded to their widest cell, numbers to the right.
class Table final
{
  public:
    explicit Table(QStringList header, QList<int> rightAligned = {});
    void add(QStringList cells);
    [[nodiscard]] QString toText() const;

  private:
    QStringList m_header;
    QList<int> m_right;
    QList<QStringList> m_rows;
};

void print(const QString& text);  ///< standard output
void printJson(const Json& json); ///< one line on standard output
/// What is wrong and why, and the nearest name where one was misspelt; one line.
[[nodiscard]] QString messageFor(const Error& error);
[[nodiscard]] QString messageFor(const QString& code, const QStringList& facts); ///< of a formula
void printError(const Error& error, bool json);

[[nodiscard]] Json recordJson(const model::RunRecord& record);
/// A run in words.
[[nodiscard]] QString runText(const model::RunReport& report);

} // namespace tieout::cli
