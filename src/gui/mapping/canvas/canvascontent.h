#pragma once

#include "mapping/edit/fieldtree.h"
#include "mapping/edit/livevalues.h"
#include "mapping/edit/wires.h"

namespace tieout::gui {

enum class Side : quint8 { Source, Target };

/// What the canvas shows; made by the editor and replaced whole at each change.
struct CanvasContent {
    mapping::FieldTree source;
    mapping::FieldTree target;
    mapping::Wiring wiring;
    mapping::LiveValues values;
    QString sourceTitle;                ///< heads its tree: "Opportunity"; empty = no such row
    QString targetTitle;                ///< "Invoice"
    QString sampleTitle;                ///< the sample record, beside the source's title: "OPP-1042"
    QHash<QString, QString> syncTitles; ///< by id of the sync that LINKED names
    QStringList groupKeys; ///< keys of MappingDocument::group; empty = each row is a document of its own
    int targetColour = -1; ///< band of the organisation written to; -1 = none
    bool readOnly = false; ///< to look at only: a version, or a document that cannot be read in full
};

} // namespace tieout::gui
