#pragma once

#include "base/json.h"
#include "sandbox/salesforce/organisation.h"

namespace tieout::sandbox::salesforce {

/// Why a row was refused, in the service's words.
struct RowError {
    QString code;
    QString message;
    QStringList fields;
    Json duplicates = {}; ///< "duplicateResult" of DUPLICATES_DETECTED
};

/// What a client asks of a save beside its data: the Sforce-Duplicate-Rule-Header.
struct SaveOptions {
    bool allowsDuplicates = false;
    bool showsDuplicates = false; ///< their fields, not only their ids
};

struct WriteResult {
    RowNumber row = kNoRow;
    bool created = false;
    std::vector<RowError> errors;
    std::vector<RowNumber> choices; ///< several rows share the external id: nothing was written

    [[nodiscard]] bool good() const { return errors.empty() && choices.empty(); }
};

/// Creates, changes and deletes rows from JSON, refusing what the service refuses: types, lengths, required,
/// read-only and unknown fields, duplicates, business rules. Stateless apart from the organisation it writes
/// to.
class RecordWriter final
{
  public:
    explicit RecordWriter(Organisation& organisation)
        : m_organisation(organisation)
    {
    }

    /// Of the call in progress.
    void use(const SaveOptions& options) { m_options = options; }

    [[nodiscard]] WriteResult create(int object, const Json& fields);
    [[nodiscard]] WriteResult update(int object, RowNumber row, const Json& fields);
    /// By a field that is an external id.
    [[nodiscard]] WriteResult upsert(int object, int field, const QString& value, const Json& fields);
    [[nodiscard]] std::vector<RowError> remove(int object, RowNumber row);
    /// Deletes past the recycle bin.
    [[nodiscard]] std::vector<RowError> removeForGood(int object, RowNumber row);

    /// The row of an id given by a client; an error when it is missing, deleted or of another object.
    [[nodiscard]] tl::expected<RowNumber, RowError> rowOf(int object, const QString& id) const;

  private:
    enum class Mode : quint8 { Create, Update };
    using Checked = tl::expected<std::string, RowError>;

    [[nodiscard]] std::vector<RowError> apply(int object, Draft& draft, const Json& fields, Mode mode) const;
    void applyField(int object, Draft& draft, const Json::Member& member, Mode mode,
                    std::vector<RowError>& errors, QStringList& unwritable) const;
    void applyReference(int object, const Field& field, Draft& draft, const Json& value,
                        std::vector<RowError>& errors) const;
    void applyPolymorphic(const Field& field, Draft& draft, const Json& value,
                          std::vector<RowError>& errors) const;
    /// The row that an id names in a reference; an error in the service's words.
    [[nodiscard]] tl::expected<RowNumber, RowError> target(const Field& field, int parent,
                                                           const QString& id) const;
    void applyParent(int object, const Field& field, Draft& draft, const Json& value,
                     std::vector<RowError>& errors) const;
    void applyDefaults(int object, Draft& draft) const;
    void checkRequired(int object, const Draft& draft, std::vector<RowError>& errors) const;
    void checkUnique(int object, const Draft& draft, RowNumber self, std::vector<RowError>& errors) const;

    void cascade(int object, RowNumber row);
    [[nodiscard]] static WriteResult refused(RowError error);
    /// What only shows once the row is saved; the caller takes the save back.
    [[nodiscard]] std::optional<RowError> checkSaved(int object, RowNumber row, const char16_t* operation);
    /// Saves by `save` and keeps it unless a rule of the administrator refuses it.
    template<class Save>
    void saveChecked(WriteResult& result, int object, const char16_t* operation, Save save);

    Organisation& m_organisation;
    SaveOptions m_options;
};

/// A value for a cell as the service stores it: trimmed, rounded, "" as null.
[[nodiscard]] tl::expected<std::string, RowError> checkedCell(const Field& field, const Json& value);

} // namespace tieout::sandbox::salesforce
