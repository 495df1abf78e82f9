#pragma once

#include "model/mapping.h"
#include "model/schedule.h"

namespace tieout::model {

/// How strongly a match rule binds: a strong hit links, a weak one asks a person.
enum class MatchStrength : quint8 { Strong, Weak };

/// One way to recognise a record of the target: all `fields` equal after normalising.
struct MatchRule {
    QStringList fields; ///< target fields: {"ContactNumber"}, {"Name","PostalCode"}
    QString normalise;  ///< "exact" | "text" (case, blanks) | "email" | "domain" | "digits"
    MatchStrength strength = MatchStrength::Strong;

    bool operator==(const MatchRule&) const = default;
};

/// One end of a flow.
struct FlowEnd {
    QString system;     ///< manifest id
    QString connection; ///< id; empty in a template
    QString object;

    bool operator==(const FlowEnd&) const = default;
};

/// A named rule that leaves a record out: "Not won" when the formula is true.
struct SkipRule {
    QString name;    ///< stable code: "not-won"
    QString label;   ///< words on screen, English source
    QString formula; ///< over the source record
    /// When a record that was written before now falls under the rule: hold it (a person decides) or leave it
    /// be.
    bool holdWhenLinked = false;
    /// What a note on the written document says when its record comes back from under the rule ("The deal was
    /// won again."); empty = no note.
    QString backNote;

    bool operator==(const SkipRule&) const = default;
};

struct FlowRules {
    QString status;     ///< of new documents, e.g. "DRAFT"
    int maxRecords = 0; ///< ceiling of writes per run; 0 = none. Above: the run stops and asks
    QString maxAmount;  ///< decimal text per currency; empty = none
    QString onConflict = QStringLiteral("ask"); ///< "ask" | "source" | "target"
    QString lockDate = QStringLiteral("hold");  ///< "hold" | "draft" | "next-open-day"

    bool operator==(const FlowRules&) const = default;
};

/// A sync: from, to, mapping, rules, schedule. `parents` are flows whose records must exist first (the
/// contact of an invoice); they read nested parts of the same source record and share its connections.
struct Flow {
    QString id; ///< "closed-won-to-invoice"
    QString templateId;
    QString title;   ///< "Closed-won deals → invoices"
    QString outcome; ///< one line in plain words
    FlowEnd from;
    FlowEnd to;
    QString sourceKey;     ///< field path of the source id: "Id", "AccountId"
    QString sourceVersion; ///< field path of the change stamp: "SystemModstamp"
    QString sourceTitle;   ///< formula for the record's name on screen
    QString sourceParty;   ///< formula for the other party on screen (customer); empty = none
    QString externalKey;   ///< target field that holds our key: "Reference", "ContactNumber"
    QString totalField;    ///< target field with the document total, for money totals; empty = no money
    QString currencyField;
    QList<SkipRule> skip;
    QList<MatchRule> match;
    MappingDocument mapping;
    /// The mapping as it is kept, when this program cannot read it (edited by hand, or of a newer program);
    /// else null. Such a sync does not run, and what is kept stays as it is; `mapping` is empty then.
    Json unreadableMapping;
    FlowRules rules;
    ScheduleRule schedule;
    QList<Flow> parents;
    QStringList optionalFields; ///< source fields that an organisation may lack
    bool enabled = true;        ///< scheduled runs allowed
    int previewedVersion = 0;   ///< mapping version that a person has previewed

    /// Its mapping and its parents' can be read.
    [[nodiscard]] bool isReadable() const;
    bool operator==(const Flow&) const;
};

/// A template is a flow without connections plus its first lookup rows.
struct FlowTemplate {
    Flow flow;
    QList<LookupTable> lookups;
    bool operator==(const FlowTemplate&) const = default;
};

[[nodiscard]] Result<Flow> flowFromJson(const Json& json);
[[nodiscard]] Json toJson(const Flow& flow);
[[nodiscard]] Result<FlowTemplate> flowTemplateFromJson(const Json& json);
[[nodiscard]] Result<LookupTable> lookupFromJson(const Json& json);
[[nodiscard]] Json toJson(const LookupTable& table);

} // namespace tieout::model
