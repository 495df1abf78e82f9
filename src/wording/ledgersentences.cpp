// Sentences about what Xero refuses beside contacts and invoices: payments, credits, journals, items.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    {"xero.account-not-for-journals", T("Account %1 takes no manual journals"),
     T("Bank, receivable, payable, retained earnings and stock accounts are moved by their own documents."),
     T("Choose another account on the Map step or in the lookup table."), Remedy::OpenSync},
    {"xero.amount-not-positive", T("The amount is zero or below"),
     T("Payments and transfers carry an amount above zero."),
     T("Correct the amount in the source record, then press Retry."), Remedy::Retry},
    {"xero.amount-too-large", T("More is paid or allocated than is open"),
     T("Somebody may have entered a payment in Xero already."),
     T("Look at the document in Xero. Correct the amount, then press Retry, or skip this record with a "
       "reason."),
     Remedy::Retry},
    {"xero.bank-account", T("Xero cannot pay from or to this account"),
     T("The account is missing, is not a bank account, or has payments switched off."),
     T("Choose a bank account on the Map step, or allow payments on the account in Xero."), Remedy::OpenSync},
    {"xero.count-limit", T("Xero takes no more records of this kind"),
     T("An organisation has at most 100 contact groups and two tracking categories in use."),
     T("Delete or archive one in Xero, then press Retry."), Remedy::Retry},
    {"xero.document-missing", T("The payment names no document, or several"),
     T("A payment belongs to exactly one invoice, bill or credit."),
     T("Map one of them on the Map step, then press Retry."), Remedy::OpenSync},
    {"xero.documents-differ", T("The two documents do not fit together"),
     T("Credit and invoice need the same contact and currency, and a batch pays either invoices or bills in "
       "the base currency."),
     T("Look at both documents in Xero, then press Retry."), Remedy::Retry},
    {"xero.fixed-in-xero", T("Xero does not let other programs change this record"),
     T("Bank accounts, archived accounts, accounts and tax rates that Xero needs itself, and repeating "
       "invoices "
       "that are running are changed by people in Xero only."),
     T("Change it in Xero, or leave it out of the sync."), Remedy::None},
    {"xero.in-use", T("The record is used in Xero and cannot be deleted"),
     T("Other documents refer to it, it belongs to a batch, or Xero needs it itself."),
     T("Archive it in Xero, or delete what uses it, then press Retry."), Remedy::Retry},
    {"xero.item-code-taken", T("Another item has the code “%1”"), T("Item codes are unique in Xero."),
     T("Change one of the codes, then press Retry."), Remedy::Retry},
    {"xero.journal-unbalanced", T("The journal does not balance"), T("Debits are %1, credits are %2."),
     T("Correct the lines of the source record, then press Retry."), Remedy::Retry},
    {"xero.name-taken", T("Another record has this name or code"),
     T("Names of accounts, contact groups and tracking categories are unique in Xero."),
     T("Rename one of them, then press Retry."), Remedy::Retry},
    {"xero.not-approved", T("The document is not approved in Xero"),
     T("Only approved documents can be paid or take credit."), T("Approve it in Xero, then press Retry."),
     Remedy::Retry},
    {"xero.not-emailable", T("Xero cannot e-mail this invoice"),
     T("It is a draft or a bill, its contact has no e-mail address, or the e-mails of the day are used up."),
     T("Put it right in Xero, then press Retry."), Remedy::Retry},
    {"xero.stock-short", T("There is not enough stock of a tracked item"), T(""),
     T("Enter the purchase in Xero first, then press Retry."), Remedy::Retry},
};

} // namespace

std::span<const SentenceEntry> ledgerSentences()
{
    return kEntries;
}

} // namespace tieout::wording
