#include "sandbox/xero/ledger/journalsresource.h"

#include "sandbox/xero/contacts/contactdesk.h"
#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/documents/lineamounts.h"
#include "sandbox/xero/documents/linerows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr std::string_view kStatusNames[] = {"DRAFT", "POSTED", "DELETED", "VOIDED", "ARCHIVED"};

enum JournalField : int {
    IdField,
    NarrationField,
    LinesField,
    DateField,
    AmountTypesField,
    StatusField,
    UrlField,
    CashReportsField,
};

enum LineField : int {
    AmountField,
    CodeField,
    AccountIdField,
    DescriptionField,
    TaxTypeField,
    TaxAmountField,
    TrackingField,
};

const FieldTable& journalFields()
{
    static const FieldTable kFields{
        {u"ManualJournalID", FieldKind::Guid},
        {u"Narration", FieldKind::Text},
        {u"JournalLines", FieldKind::Part},
        {u"Date", FieldKind::Day},
        {u"LineAmountTypes", FieldKind::Text},
        {u"Status", FieldKind::Text},
        {u"Url", FieldKind::Text},
        {u"ShowOnCashBasisReports", FieldKind::Flag},
    };
    return kFields;
}

const FieldTable& lineFields()
{
    static const FieldTable kFields{
        {u"LineAmount", FieldKind::Number}, {u"AccountCode", FieldKind::Text},
        {u"AccountID", FieldKind::Guid},    {u"Description", FieldKind::Text},
        {u"TaxType", FieldKind::Text},      {u"TaxAmount", FieldKind::Number},
        {u"Tracking", FieldKind::Part},
    };
    return kFields;
}

constexpr Column<ManualJournal> kColumns[] = {
    {u"ManualJournalID", WhereType::Guid,
     [](const Tenant&, const ManualJournal& row) { return WhereValue(row.id); }},
    {u"Narration", WhereType::Text,
     [](const Tenant&, const ManualJournal& row) { return whereText(row.narration); }},
    {u"Date", WhereType::Moment, [](const Tenant&, const ManualJournal& row) { return whereDay(row.date); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const ManualJournal& row) { return whereWord(kStatusNames[size_t(row.status)]); }},
    {u"UpdatedDateUTC", WhereType::Moment,
     [](const Tenant&, const ManualJournal& row) { return WhereValue(row.updated); }},
};

bool takesJournals(const Account& account)
{
    static constexpr QStringView kControl[] = {u"DEBTORS", u"CREDITORS", u"RETAINEDEARNINGS"};
    const bool control = std::find(std::begin(kControl), std::end(kControl),
                                   QStringView(account.systemAccount)) != std::end(kControl);
    return !control && !account.isBank() && account.type != "INVENTORY"_L1;
}

/// One journal of a request on its way through the checks.
class JournalDesk final
{
  public:
    JournalDesk(const Call& call, int position)
        : m_call(call)
        , m_position(position)
    {
        if (position >= 0) m_journal = call.tenant.journals.at(position);
    }

    void apply(const Fields& fields, ValueReader& reader)
    {
        if (m_journal.status == JournalStatus::Deleted || m_journal.status == JournalStatus::Voided) {
            m_errors << u"Manual journal not of valid status for modification"_s;
            return;
        }
        const Date before = m_journal.date;
        applyHeader(fields);
        if (fields.has(LinesField)) applyLines(fields.part(LinesField), reader);
        applyStatus(fields);
        checkBalance();
        const Date earliest = before.isValid() ? std::min(before, m_journal.date) : m_journal.date;
        checkLockDates(m_call.tenant.organisation, earliest, m_errors);
    }

    void store()
    {
        RowBook<ManualJournal>& journals = m_call.tenant.journals;
        m_journal.updated = m_call.now;
        if (m_position >= 0) {
            journals.edit(m_position) = m_journal;
            return;
        }
        m_journal.id = m_call.guids.next();
        m_journal.created = m_call.now;
        journals.add(m_journal);
    }

    [[nodiscard]] const ManualJournal& journal() const { return m_journal; }
    [[nodiscard]] QStringList& errors() { return m_errors; }
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }

  private:
    void applyHeader(const Fields& fields)
    {
        fields.take(NarrationField, m_journal.narration);
        if (m_journal.narration.trimmed().isEmpty()) m_errors << u"Narration must be specified."_s;
        m_journal.date = fields.day(DateField).value_or(
            m_journal.date.isValid() ? m_journal.date : m_call.tenant.organisation.today(m_call.now));
        fields.take(UrlField, m_journal.url);
        checkUrl(m_journal.url, m_errors);
        m_journal.onCashReports = fields.flag(CashReportsField).value_or(m_journal.onCashReports);
        const std::optional<QString> types = fields.text(AmountTypesField);
        const std::optional<LineAmountTypes> read =
            types ? amountTypesFromName(*types) : m_journal.amountTypes;
        if (read)
            m_journal.amountTypes = *read;
        else
            m_errors << u"Line amount types must be valid."_s;
    }

    void applyLines(const Json& part, ValueReader& reader)
    {
        m_journal.lines.clear();
        for (const Fields& fields : readParts(part, lineFields(), reader))
            applyLine(fields, reader);
        if (m_journal.lines.size() < 2) m_errors << u"A manual journal must have at least 2 lines."_s;
    }

    // A line of an unknown account is dropped with a warning.
    void applyLine(const Fields& fields, ValueReader& reader)
    {
        const Chart& chart = m_call.tenant.chart;
        JournalLine line;
        const QString code = fields.text(CodeField).value_or(QString());
        line.account = code.isEmpty() ? chart.accountById(fields.guid(AccountIdField).value_or(QUuid()))
                                      : chart.accountByCode(code);
        if (line.account < 0) {
            m_warnings << u"Account code '%1' has been removed as it does not match a recognised account."_s
                              .arg(code);
            return;
        }
        const Account& account = chart.account(line.account);
        if (account.archived)
            m_errors << u"Account code '%1' has been archived, or deleted."_s.arg(account.code);
        else if (!takesJournals(account))
            m_errors << u"Account code '%1' cannot be used on manual journals."_s.arg(account.code);
        line.amount = fields.number(AmountField).value_or(Decimal()).rounded(2);
        fields.take(DescriptionField, line.description);
        const bool taxed = m_journal.amountTypes != LineAmountTypes::NoTax;
        const QString taxType = fields.text(TaxTypeField).value_or(taxed ? account.taxType : QString());
        line.taxRate = taxType.isEmpty() ? -1 : chart.taxRate(taxType);
        if (!taxType.isEmpty() && line.taxRate < 0) m_errors << u"Tax rate must be valid."_s;
        const Decimal percent = line.taxRate < 0 ? Decimal() : chart.taxRates()[size_t(line.taxRate)].percent;
        line.taxAmount = lineTax(line.amount, percent, m_journal.amountTypes);
        if (taxed && fields.has(TaxAmountField)) line.taxAmount = fields.number(TaxAmountField)->rounded(2);
        if (fields.has(TrackingField))
            line.tracking = trackingMarks(m_call.tenant.tracking,
                                          readTracking(fields.part(TrackingField), reader), m_errors);
        m_journal.lines.push_back(std::move(line));
    }

    void applyStatus(const Fields& fields)
    {
        const std::optional<QString> word = fields.text(StatusField);
        if (!word || word->isEmpty()) return;
        using enum JournalStatus;
        for (const JournalStatus status : {Draft, Posted, Deleted, Voided}) {
            if (*word != QLatin1StringView(kStatusNames[size_t(status)].data())) continue;
            const bool fresh = m_position < 0;
            const bool allowed = m_journal.status == Draft
                                     ? status == Draft || status == Posted || (status == Deleted && !fresh)
                                     : status == Posted || status == Voided;
            if (!allowed) break;
            m_journal.status = status;
            return;
        }
        m_errors << u"Manual journal not of valid status for %1"_s.arg(m_position < 0 ? u"creation"
                                                                                      : u"modification");
    }

    void checkBalance()
    {
        Decimal debits = Decimal::fromScaled(0, 2);
        Decimal credits = debits;
        for (const JournalLine& line : m_journal.lines) {
            const bool exclusive = m_journal.amountTypes == LineAmountTypes::Exclusive;
            const Decimal gross = exclusive ? sumOf(line.amount, line.taxAmount) : line.amount;
            Decimal& side = gross.isNegative() ? credits : debits;
            side = sumOf(side, gross);
        }
        if (m_position < 0 && m_journal.lines.empty()) m_errors << u"Journal lines must be specified."_s;
        if (!sumOf(debits, credits).isZero())
            m_errors << u"The total debits (%1) must equal total credits (%2)"_s.arg(debits.toString(),
                                                                                     credits.toString());
        m_errors.removeDuplicates();
    }

    const Call& m_call;
    int m_position;
    ManualJournal m_journal;
    QStringList m_errors;
    QStringList m_warnings;
};

Response save(const Call& call, WriteMode mode, int forced)
{
    const RowBook<ManualJournal>& journals = call.tenant.journals;
    const auto saveOne = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        const std::optional<QUuid> id = fields.guid(IdField);
        const bool named = forced < 0 && mode == WriteMode::Upsert && id;
        const int position = named ? journals.byId(*id) : forced;
        JournalDesk desk(call, position);
        if (named && position < 0)
            desk.errors()
                << u"An existing manual journal with the specified ManualJournalID could not be found"_s;
        else
            desk.apply(fields, reader);
        const QStringList errors = desk.errors();
        if (errors.isEmpty() && reader.fault().isEmpty()) desk.store();
        writeManualJournal(answer.beginRow(), call.tenant, desk.journal(), RowDetail::Whole);
        answer.endRow(errors, desk.warnings());
    };
    return saveElements(call, "ManualJournals", u"ManualJournal", journalFields(), errorReport(call.request),
                        saveOne);
}

Response show(const Call& call, const RowChoice& choice, RowDetail detail)
{
    return rowsReply(call, "ManualJournals", choice, [&](ReplyWriter& writer, int position) {
        writeManualJournal(writer, call.tenant, call.tenant.journals.at(position), detail);
    });
}

Response list(const Call& call)
{
    const RowBook<ManualJournal>& journals = call.tenant.journals;
    const auto choice = chooseRows<ManualJournal>(
        call, journals.size(), [&journals](int at) -> const ManualJournal& { return journals.at(at); },
        std::span(kColumns), {u"ManualJournal"}, [](const ManualJournal&) { return true; });
    return choice ? show(call, *choice, choice->paged ? RowDetail::Whole : RowDetail::Head) : choice.error();
}

void writeJournalLine(ReplyWriter& writer, const Tenant& tenant, const JournalLine& line)
{
    writer.beginObject();
    writer.text("Description", line.description);
    if (line.taxRate >= 0) writer.text("TaxType", tenant.chart.taxRates()[size_t(line.taxRate)].taxType);
    writer.number("LineAmount", line.amount);
    writer.number("TaxAmount", line.taxAmount);
    writer.text("AccountCode", tenant.chart.account(line.account).code);
    writer.guid("AccountID", tenant.chart.account(line.account).id);
    writeTracking(writer, tenant.tracking, line.tracking);
    writer.flag("IsBlank", false);
    writer.endObject();
}

} // namespace

void writeManualJournal(ReplyWriter& writer, const Tenant& tenant, const ManualJournal& journal,
                        RowDetail detail)
{
    writer.guid("ManualJournalID", journal.id);
    writer.text("Narration", journal.narration);
    if (journal.date.isValid()) writer.day("Date", journal.date);
    writer.ascii("Status", kStatusNames[size_t(journal.status)]);
    writer.ascii("LineAmountTypes", amountTypesName(journal.amountTypes));
    if (!journal.url.isEmpty()) writer.text("Url", journal.url);
    writer.flag("ShowOnCashBasisReports", journal.onCashReports);
    writer.flag("HasAttachments", tenant.hasAttachments(journal.id));
    if (journal.updated != Instant{}) writer.instant("UpdatedDateUTC", journal.updated);
    writer.beginArray("JournalLines");
    for (const JournalLine& line : journal.lines) {
        if (detail == RowDetail::Whole) writeJournalLine(writer, tenant, line);
    }
    writer.endArray();
}

Response answerManualJournals(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        if (method == "PUT") return save(call, WriteMode::Create, -1);
        return method == "POST" ? save(call, WriteMode::Upsert, -1) : notImplementedReply();
    }
    const int position = call.tenant.journals.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return show(call, {{position}, std::nullopt}, RowDetail::Whole);
    return method == "POST" ? save(call, WriteMode::Upsert, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
