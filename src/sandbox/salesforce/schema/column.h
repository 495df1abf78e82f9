#pragma once

#include "sandbox/salesforce/organisation.h"
#include "sandbox/salesforce/query/soql.h"

namespace tieout::sandbox::salesforce {

/// A field as a plan keeps it: where the value is, without the schema.
struct FieldSource {
    /// What is asked of the record a polymorphic reference points to.
    enum class Aspect : quint8 { Id, Name, Type };

    int object = -1;
    int slot = -1;
    Storage storage = Storage::Cell;
    FieldType type = FieldType::Text;
    Aspect aspect = Aspect::Id;
    int target = -1;          ///< object that a reference points to
    std::vector<int> targets; ///< objects that a polymorphic one may point to, by slot

    FieldSource() = default;
    FieldSource(const Schema& schema, int object, const Field& field);
};

/// A row of whichever object.
struct Place {
    int object = -1;
    RowNumber row = kNoRow;
};
/// Where a polymorphic reference leads; no row when it is empty.
[[nodiscard]] Place placeOf(const Organisation& organisation, const FieldSource& reference, RowNumber row);
/// The row a reference points to; kNoRow when empty.
[[nodiscard]] RowNumber follow(const Organisation& organisation, const FieldSource& reference, RowNumber row);
/// Appends the value as JSON, "null" when empty.
void appendValue(QByteArray& out, const Organisation& organisation, const FieldSource& source, RowNumber row);

/// A field seen from an object through parents: "Account.Owner.Name".
struct Column {
    std::vector<FieldSource> hops;
    FieldSource field;
    QString name;                           ///< the field's own
    SoqlFunction part = SoqlFunction::None; ///< of a date: CALENDAR_YEAR and the like

    /// The row that holds the field; kNoRow when a parent is missing.
    [[nodiscard]] RowNumber rowFor(const Organisation& organisation, RowNumber row) const;

    /// The part of the date as a number, or the day since 1970 for DAY_ONLY; nothing when it is null.
    [[nodiscard]] std::optional<qint64> datePart(const Organisation& organisation, RowNumber row) const;
    /// As JSON; empty when null.
    [[nodiscard]] std::string value(const Organisation& organisation, RowNumber row) const;

    /// The same for an aggregate's argument or a date function.
    [[nodiscard]] static SoqlResult<Column> find(const Organisation& organisation, int object,
                                                 const SoqlPath& path, SoqlFunction part,
                                                 const SoqlQuery& query);
    /// `alias` may open the path.
    [[nodiscard]] static SoqlResult<Column> find(const Organisation& organisation, int object,
                                                 const SoqlPath& path, const SoqlQuery& query);
};

/// Less than 0, 0, more than 0: nulls first, texts without case.
[[nodiscard]] int compareColumn(const Organisation& organisation, const Column& column, RowNumber left,
                                RowNumber right);

[[nodiscard]] SoqlFault noSuchColumn(const SoqlQuery& query, const SoqlPath& path, const QString& column,
                                     const QString& entity);
[[nodiscard]] SoqlFault noSuchRelationship(const SoqlQuery& query, const SoqlPath& path, const QString& name);

} // namespace tieout::sandbox::salesforce
