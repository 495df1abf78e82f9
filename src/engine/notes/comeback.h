#pragma once

#include "model/flow.h"
#include "store/noterepository.h"
#include "store/store.h"

#include <QTimeZone>

namespace tieout::engine {

/// A linked record that fell under a skip rule and is back: the document's history gets one note about it.
struct Comeback {
    store::Lapse lapse;
    QString said;     ///< the rule's own words: "The deal of this invoice was won again."
    QString document; ///< "invoice"
    QTimeZone zone;   ///< of the organisation, for days
};

/// By source id. Shared with the records on their way.
using Comebacks = QHash<QString, std::shared_ptr<const Comeback>>;
/// The records of a flow that fell under a rule with a note, as many as a run looks out for; `document` names
/// what is written in running text ("invoice").
[[nodiscard]] Task<Result<Comebacks>> readComebacks(model::Flow flow, QString document, QTimeZone zone,
                                                    store::Store& store);

enum class DocumentChange : quint8 { Changed, Same };

/// The note's text, in plain English and the same whenever it is made from the same facts: what happened and
/// when, what was done with the document, and which change of which record it was. At most 2,500 characters
/// (Xero's limit). Pure.
[[nodiscard]] QString comebackText(const Comeback& comeback, const QString& title,
                                   const QString& sourceVersion, DocumentChange change, Instant now);

/// What a repeated attempt to write the note carries again.
[[nodiscard]] QString noteKey(const store::Note& note);

} // namespace tieout::engine
