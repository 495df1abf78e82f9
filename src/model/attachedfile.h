#pragma once

#include "model/run.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tieout::model {

/// A file that hangs on a record of a system (the PDF of a bill).
struct AttachedFile {
    QString id;
    QString name;
    QString contentType;
    qint64 bytes = -1; ///< unknown when negative
    bool operator==(const AttachedFile&) const = default;
};

/// What can be done with the files of an object's records; `most` bytes each.
struct FileAccess {
    bool list = false;
    bool fetch = false;
    bool attach = false;
    qint64 most = 0;
    bool replaces = false;   ///< a file takes the place of one of the same name that is there
    bool plainNames = false; ///< names are made plain before they are sent
    bool operator==(const FileAccess&) const = default;
};

/// A name that any system takes: letters, digits, points and dashes; what else is in it becomes "_".
[[nodiscard]] QString plainFileName(const QString& name);
/// The name that a file of this name has there.
[[nodiscard]] QString nameThere(const FileAccess& access, const QString& name);

/// What to do with another file of the same name, where a new one would take its place.
enum class SameName : quint8 { Refuse, Replace };

/// The end of hanging a file on a record.
struct Attached {
    enum class How : quint8 {
        Added,
        Replaced, ///< it took the place of another one
        WasThere  ///< this content hung there already, nothing was sent
    };
    AttachedFile file;
    How how = How::Added;
};

/// A file that a person hangs on a record.
struct FileEntry {
    QString object;
    QString record; ///< its id
    QString title;  ///< the record's name on screen
    AttachedFile file;
    QByteArray content;
    SameName sameName = SameName::Refuse;
};

/// The end of such an entry: the run it is kept as, the verdict, and what hangs there now.
struct FileReport {
    RunReport run;
    RowOutcome outcome;
    Attached attached; ///< of an outcome Written
};

} // namespace tieout::model
