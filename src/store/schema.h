#pragma once

#include "store/database.h"

#include <QStringList>

namespace tieout::store {

/// Marks the file as ours ("TiOt"), so that another program's database is recognised.
inline constexpr qint64 kApplicationId = 0x54694f74;

/// One numbered step of the schema, from resources/schema/NNN_name.sql.
struct SchemaStep {
    int number = 0;
    QString name;
    QStringList statements;
};

/// The statements of a step. A statement ends with ';' at the end of a line, a trigger with a line "END;".
[[nodiscard]] QStringList splitStatements(const QString& sql);
/// The program's own steps in order. Error: Bug "store.schema" when their numbers have gaps.
[[nodiscard]] Result<QList<SchemaStep>> schemaSteps();

/// Runs the missing steps, each in one transaction with its number; before the first one on a file with
/// content a backup "<path>.v<version>.backup" is made. Error in addition: LocalFault "store.newer" (facts:
/// its version, ours).
[[nodiscard]] Result<void> bringUpToDate(Database& database, const QList<SchemaStep>& steps,
                                         const QString& path);
/// For reading only. Errors: LocalFault "store.newer" | "store.older" (facts: its version, ours).
[[nodiscard]] Result<void> checkVersion(Database& database, const QList<SchemaStep>& steps);

} // namespace tieout::store
