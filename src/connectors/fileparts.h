#pragma once

#include "connectors/manifestparts.h"
#include "model/attachedfile.h"

#include <optional>

namespace tieout::connectors {

/// The files that hang on the records of an object, as a manifest describes them. Requests may name {id} (of
/// the record), {file} (its id) and {name}.
struct FilesSpec {
    qint64 most = 0;         ///< bytes of one file
    bool plainNames = false; ///< letters, digits, points, dashes only: others become underscores
    bool replaces = true;    ///< a file takes the place of one of the same name
    struct List {
        RequestSpec request;
        QString records;
        QString id, name, type, bytes; ///< members of an entry
    };
    std::optional<List> list;
    std::optional<RequestSpec> fetch;
    struct Attach {
        RequestSpec request;
        QString put; ///< place in the body that takes the bytes as base64; empty = they are the body
    };
    std::optional<Attach> attach;

    [[nodiscard]] model::FileAccess access() const
    {
        return {list.has_value(), fetch.has_value(), attach.has_value(), most, replaces, plainNames};
    }
};

} // namespace tieout::connectors
