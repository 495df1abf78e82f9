#include "sandbox/xero/ledger/accountsresource.h"

#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum WhereType;

enum AccountField : int {
    IdField,
    CodeField,
    NameField,
    TypeField,
    BankNumberField,
    StatusField,
    DescriptionField,
    BankTypeField,
    CurrencyField,
    TaxTypeField,
    PaymentsField,
    ClaimsField,
    WatchlistField,
};

const FieldTable& accountFields()
{
    using enum FieldKind;
    static const FieldTable kFields{
        {u"AccountID", FieldKind::Guid},
        {u"Code", FieldKind::Text},
        {u"Name", FieldKind::Text},
        {u"Type", FieldKind::Text},
        {u"BankAccountNumber", FieldKind::Text},
        {u"Status", FieldKind::Text},
        {u"Description", FieldKind::Text},
        {u"BankAccountType", FieldKind::Text},
        {u"CurrencyCode", FieldKind::Text},
        {u"TaxType", FieldKind::Text},
        {u"EnablePaymentsToAccount", FieldKind::Flag},
        {u"ShowInExpenseClaims", FieldKind::Flag},
        {u"AddToWatchlist", FieldKind::Flag},
    };
    return kFields;
}

std::string_view statusOf(const Account& account)
{
    if (account.deleted) return "DELETED";
    return account.archived ? "ARCHIVED" : "ACTIVE";
}

constexpr Column<Account> kColumns[] = {
    {u"AccountID", Guid, [](const Tenant&, const Account& row) { return WhereValue(row.id); }},
    {u"Code", Text, [](const Tenant&, const Account& row) { return whereText(row.code); }},
    {u"Name", Text, [](const Tenant&, const Account& row) { return whereText(row.name); }},
    {u"Type", Text, [](const Tenant&, const Account& row) { return whereText(row.type); }},
    {u"TaxType", Text, [](const Tenant&, const Account& row) { return whereText(row.taxType); }},
    {u"SystemAccount", Text, [](const Tenant&, const Account& row) { return whereText(row.systemAccount); }},
    {u"Status", Text, [](const Tenant&, const Account& row) { return whereWord(statusOf(row)); }},
    {u"Class", Text,
     [](const Tenant&, const Account& row) { return whereWord(className(row.accountClass)); }},
    {u"BankAccountNumber", Text,
     [](const Tenant&, const Account& row) { return whereText(row.bankAccountNumber); }},
    {u"EnablePaymentsToAccount", Bool,
     [](const Tenant&, const Account& row) { return WhereValue(row.enablePayments); }},
    {u"UpdatedDateUTC", Moment, [](const Tenant&, const Account& row) { return WhereValue(row.updated); }},
};

bool linesUse(const std::vector<DocumentLine>& lines, int account)
{
    return std::any_of(lines.begin(), lines.end(),
                       [account](const DocumentLine& line) { return line.account == account; });
}

bool isUsed(const Tenant& tenant, int account)
{
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        if (linesUse(tenant.invoices.at(position).lines, account)) return true;
    }
    for (const DocumentBook& book : tenant.documentBooks) {
        for (int position = 0; position < book.size(); ++position) {
            const Document& document = book.at(position);
            if (document.bankAccount == account || linesUse(document.lines, account)) return true;
        }
    }
    const auto& payments = tenant.settlements.payments();
    return std::any_of(payments.begin(), payments.end(),
                       [account](const Payment& payment) { return payment.account == account; });
}

void apply(Account& account, const Fields& fields, QStringList& errors)
{
    fields.take(CodeField, account.code);
    fields.take(NameField, account.name);
    fields.take(BankNumberField, account.bankAccountNumber);
    fields.take(DescriptionField, account.description);
    fields.take(TaxTypeField, account.taxType);
    fields.take(CurrencyField, account.currency);
    account.enablePayments = fields.flag(PaymentsField).value_or(account.enablePayments);
    account.inExpenseClaims = fields.flag(ClaimsField).value_or(account.inExpenseClaims);
    account.onWatchlist = fields.flag(WatchlistField).value_or(account.onWatchlist);
    if (const auto type = fields.text(TypeField)) {
        const std::optional<AccountClass> accountClass = classOfType(*type);
        account.type = *type;
        if (accountClass)
            account.accountClass = *accountClass;
        else
            errors << u"Account type must be valid."_s;
    }
    fields.take(BankTypeField, account.bankAccountType);
    if (account.isBank() && account.bankAccountType.isEmpty()) account.bankAccountType = u"BANK"_s;
}

QString defaultTaxType(const Tenant& tenant)
{
    return tenant.chart.taxRate(u"BASEXCLUDED"_s) >= 0 ? u"BASEXCLUDED"_s : u"NONE"_s;
}

void check(const Tenant& tenant, const Account& account, int position, QStringList& errors)
{
    const Chart& chart = tenant.chart;
    if (account.name.trimmed().isEmpty()) errors << u"Account Name must be specified."_s;
    if (account.name.size() > 150) errors << u"Account Name is too long. Maximum of 150 characters allowed"_s;
    if (account.code.size() > 10) errors << u"Account Code is too long. Maximum of 10 characters allowed"_s;
    if (account.type.isEmpty()) errors << u"Account type must be specified."_s;
    if (account.code.isEmpty() && !account.isBank()) errors << u"Account Code must be specified."_s;
    if (account.isBank() && account.bankAccountNumber.isEmpty())
        errors << u"Bank Account Number must be specified."_s;
    if (account.isBank() && !account.description.isEmpty())
        errors << u"Description cannot be set for bank accounts."_s;
    if (!account.currency.isEmpty() && chart.currency(account.currency) < 0)
        errors << u"Organisation is not subscribed to currency %1"_s.arg(account.currency);
    const int holder = account.code.isEmpty() ? -1 : chart.accountByCode(account.code);
    if (holder >= 0 && holder != position) errors << u"Please enter a unique Code."_s;
    for (size_t index = 0; index < chart.accounts().size(); ++index) {
        const Account& other = chart.accounts()[index];
        if (int(index) != position && !other.deleted &&
            other.name.compare(account.name, Qt::CaseInsensitive) == 0)
            errors << u"Please enter a unique Name."_s;
    }
    const int rate = account.taxType.isEmpty() ? -1 : chart.taxRate(account.taxType);
    if (rate < 0)
        errors << u"Tax rate must be valid."_s;
    else if (!chart.taxRates()[size_t(rate)].appliesTo(account.accountClass))
        errors << u"The TaxType code '%1' cannot be used with account code '%2'."_s.arg(account.taxType,
                                                                                        account.code);
}

bool hasDetails(const Fields& fields)
{
    for (int field = CodeField; field <= WatchlistField; ++field) {
        if (field != StatusField && fields.has(field)) return true;
    }
    return false;
}

// Archiving is a request of its own, and bank accounts take nothing else.
void applyUpdate(Account& account, const Fields& fields, QStringList& errors)
{
    const std::optional<QString> status = fields.text(StatusField);
    const bool details = hasDetails(fields);
    const bool changesStatus = status && *status != QString::fromLatin1(statusOf(account).data());
    if (changesStatus && details) {
        errors << u"Cannot update account details and STATUS on the same request"_s;
    } else if (changesStatus && *status == "ARCHIVED"_L1 && !account.systemAccount.isEmpty()) {
        errors << u"Cannot archive System accounts"_s;
    } else if (changesStatus && *status != "ARCHIVED"_L1 && *status != "ACTIVE"_L1) {
        errors << u"Account status must be valid."_s;
    } else if (changesStatus) {
        account.archived = *status == "ARCHIVED"_L1;
    } else if (account.archived) {
        errors << u"Can only update STATUS on Archived accounts"_s;
    } else if (account.isBank()) {
        errors << u"Cannot update Bank Accounts"_s;
    }
}

Response save(const Call& call, int forced)
{
    Tenant& tenant = call.tenant;
    bool first = true;
    const auto saveOne = [&](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        if (!std::exchange(first, false)) return; // further accounts are passed over in silence
        QStringList errors;
        const bool isNew = forced < 0;
        Account account = isNew ? Account() : tenant.chart.account(forced);
        const bool statusOnly = !isNew && fields.has(StatusField) && !hasDetails(fields);
        if (!isNew) applyUpdate(account, fields, errors);
        if (errors.isEmpty() && !statusOnly) {
            apply(account, fields, errors);
            if (account.taxType.isEmpty()) account.taxType = defaultTaxType(tenant);
            if (errors.isEmpty()) check(tenant, account, forced, errors);
        }
        if (errors.isEmpty()) {
            account.updated = call.now;
            if (isNew) {
                account.id = call.guids.next();
                account.created = call.now;
                tenant.chart.addAccount(account);
            } else {
                tenant.chart.replaceAccount(forced, account);
            }
        }
        writeAccount(answer.beginRow(), tenant, account);
        answer.endRow(errors, {});
    };
    return saveElements(call, "Accounts", u"Account", accountFields(), ErrorReport::Summarised, saveOne);
}

Response show(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "Accounts", choice, [&call](ReplyWriter& writer, int position) {
        writeAccount(writer, call.tenant, call.tenant.chart.account(position));
    });
}

Response remove(const Call& call, int position)
{
    Account account = call.tenant.chart.account(position);
    if (!account.systemAccount.isEmpty())
        return exceptionReply(10, u"ValidationException", u"System accounts cannot be deleted.");
    if (isUsed(call.tenant, position))
        return exceptionReply(10, u"ValidationException",
                              u"Accounts that have transactions cannot be deleted. Archive the account.");
    account.deleted = true;
    account.updated = call.now;
    call.tenant.chart.replaceAccount(position, account);
    return show(call, {{position}, std::nullopt});
}

Response list(const Call& call)
{
    const auto& accounts = call.tenant.chart.accounts();
    const auto choice = chooseRows<Account>(
        call, int(accounts.size()), [&accounts](int at) -> const Account& { return accounts[size_t(at)]; },
        std::span(kColumns), {.type = u"Account", .pages = false},
        [](const Account& row) { return !row.deleted; });
    return choice ? show(call, *choice) : choice.error();
}

} // namespace

void writeAccount(ReplyWriter& writer, const Tenant& tenant, const Account& account)
{
    writer.guid("AccountID", account.id);
    if (!account.code.isEmpty()) writer.text("Code", account.code);
    writer.text("Name", account.name);
    writer.ascii("Status", statusOf(account));
    writer.text("Type", account.type);
    writer.text("TaxType", account.taxType);
    if (!account.description.isEmpty()) writer.text("Description", account.description);
    writer.ascii("Class", className(account.accountClass));
    if (!account.systemAccount.isEmpty()) writer.text("SystemAccount", account.systemAccount);
    writer.flag("EnablePaymentsToAccount", account.enablePayments);
    writer.flag("ShowInExpenseClaims", account.inExpenseClaims);
    writer.text("BankAccountNumber", account.bankAccountNumber);
    writer.text("BankAccountType", account.bankAccountType);
    if (account.isBank())
        writer.text("CurrencyCode",
                    account.currency.isEmpty() ? tenant.organisation.baseCurrency : account.currency);
    writer.text("ReportingCode", account.code);
    writer.flag("HasAttachments", tenant.hasAttachments(account.id));
    if (account.updated != Instant{}) writer.instant("UpdatedDateUTC", account.updated);
    writer.flag("AddToWatchlist", account.onWatchlist);
}

Response answerAccounts(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        return method == "PUT" ? save(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.chart.accountById(parseGuid(call.path[1]));
    if (position < 0 || call.tenant.chart.account(position).deleted) return notFoundReply();
    if (method == "GET") return show(call, {{position}, std::nullopt});
    if (method == "DELETE") return remove(call, position);
    return method == "POST" ? save(call, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
