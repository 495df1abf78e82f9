// The npm client library for Xero, unchanged, against the practice company; every call is held against the official
// OpenAPI file. node xero.mjs <path of tieout-sandbox>; TIEOUT_COMPAT_MODULES is the folder that holds `xero-node`.
import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { agrees, newCheck } from './bench/official.mjs';
import { Invoice, Payment, XeroClient, base64url, check, connect, day, Ledger, line, pointAt, practice, redirect, refused,
  sale, scopes, startXero } from './bench/xerobench.mjs';

async function settings({ api, tenant }) {
  const organisation = (await api.getOrganisations(tenant)).body.organisations[0];
  assert.equal(organisation.organisationID, tenant);
  assert.equal(organisation.baseCurrency, 'AUD');
  assert.ok(organisation.periodLockDate);
  const actions = (await api.getOrganisationActions(tenant)).body.actions;
  assert.ok(actions.some((action) => action.name === 'UseMulticurrency'));
  const users = (await api.getUsers(tenant)).body.users;
  assert.equal((await api.getUser(tenant, users[0].userID)).body.users[0].emailAddress, users[0].emailAddress);
  const themes = (await api.getBrandingThemes(tenant)).body.brandingThemes;
  assert.equal((await api.getBrandingTheme(tenant, themes[1].brandingThemeID)).body.brandingThemes[0].sortOrder, 1);
  assert.ok((await api.getCurrencies(tenant)).body.currencies.length > 5);
  await api.createCurrency(tenant, { code: 'EUR' });
}

async function accounts({ api, tenant }) {
  const created = (await api.createAccount(tenant, { code: '299', name: 'Workshop', type: 'REVENUE' })).body.accounts[0];
  assert.equal(created._class, 'REVENUE');
  await refused(api.createAccount(tenant, { code: '299', name: 'Another', type: 'REVENUE' }), 400, 'Please enter a unique Code.');
  await refused(api.createAccount(tenant, { code: '298', name: 'workshop', type: 'REVENUE' }), 400, 'Please enter a unique Name.');
  const changed = await api.updateAccount(tenant, created.accountID, { accounts: [{ name: 'Workshops' }] });
  assert.equal(changed.body.accounts[0].name, 'Workshops');
  await refused(api.updateAccount(tenant, created.accountID, { accounts: [{ name: 'X', status: 'ARCHIVED' }] }), 400,
                'Cannot update account details and STATUS on the same request');
  const archived = await api.updateAccount(tenant, created.accountID, { accounts: [{ status: 'ARCHIVED' }] });
  assert.equal(archived.body.accounts[0].status, 'ARCHIVED');
  await refused(api.updateAccount(tenant, created.accountID, { accounts: [{ name: 'Y' }] }), 400,
                'Can only update STATUS on Archived accounts');
  const debtors = (await api.getAccounts(tenant, undefined, 'SystemAccount=="DEBTORS"')).body.accounts[0];
  await refused(api.updateAccount(tenant, debtors.accountID, { accounts: [{ status: 'ARCHIVED' }] }), 400,
                'Cannot archive System accounts');
  const gone = (await api.createAccount(tenant, { code: '297', name: 'Short lived', type: 'EXPENSE' })).body.accounts[0];
  assert.equal((await api.deleteAccount(tenant, gone.accountID)).body.accounts[0].status, 'DELETED');
  await refused(api.getAccount(tenant, gone.accountID), 404);
  const bank = (await api.createAccount(tenant, { code: '095', name: 'Till', type: 'BANK', bankAccountNumber: '121' })).body.accounts[0];
  await refused(api.updateAccount(tenant, bank.accountID, { accounts: [{ name: 'Z' }] }), 400, 'Cannot update Bank Accounts');
}

async function taxRates({ api, tenant }) {
  const rate = { name: 'State Tax', reportTaxType: 'INPUT', taxComponents: [{ name: 'State', rate: 2.25 }] };
  const created = (await api.createTaxRates(tenant, { taxRates: [rate] })).body.taxRates[0];
  assert.equal(created.taxType, 'TAX001');
  assert.equal(created.effectiveRate, 2.25);
  assert.equal((await api.getTaxRateByTaxType(tenant, 'TAX001')).body.taxRates[0].name, 'State Tax');
  const deleted = await api.updateTaxRate(tenant, { taxRates: [{ name: 'State Tax', taxType: 'TAX001', status: 'DELETED' }] });
  assert.equal(deleted.body.taxRates[0].status, 'DELETED');
  assert.ok(!(await api.getTaxRates(tenant)).body.taxRates.some((entry) => entry.taxType === 'TAX001'));
  await refused(api.updateTaxRate(tenant, { taxRates: [{ name: 'GST on Income', taxType: 'OUTPUT', taxComponents: [{ name: 'x', rate: 1 }] }] }),
                400, 'System tax rates cannot be updated.');
}

async function tracking(ledger) {
  const { api, tenant } = ledger;
  const category = (await api.createTrackingCategory(tenant, { name: 'Salesperson' })).body.trackingCategories[0];
  await refused(api.createTrackingCategory(tenant, { name: 'Third' }), 400, '2 active tracking categories');
  const option = (await api.createTrackingOptions(tenant, category.trackingCategoryID, { name: 'Ann' })).body.options[0];
  const renamed = await api.updateTrackingOptions(tenant, category.trackingCategoryID, option.trackingOptionID, { name: 'Anna' });
  assert.equal(renamed.body.options[0].name, 'Anna');
  const contact = await ledger.contact('Tracked customer');
  const invoice = await ledger.invoice(contact, 10, { lineItems: [line(10, { tracking: [{ name: 'Salesperson', option: 'Anna' }] })] });
  assert.equal(invoice.lineItems[0].tracking[0].trackingOptionID, option.trackingOptionID);
  await refused(api.deleteTrackingOptions(tenant, category.trackingCategoryID, option.trackingOptionID), 400);
  const spare = (await api.createTrackingOptions(tenant, category.trackingCategoryID, { name: 'Bob' })).body.options[0];
  const removed = await api.deleteTrackingOptions(tenant, category.trackingCategoryID, spare.trackingOptionID);
  assert.equal(removed.body.options[0].status, 'DELETED');
  const archived = await api.updateTrackingCategory(tenant, category.trackingCategoryID, { name: 'Salesperson', status: 'ARCHIVED' });
  assert.equal(archived.body.trackingCategories[0].status, 'ARCHIVED');
  assert.equal((await api.getTrackingCategories(tenant, undefined, undefined, true)).body.trackingCategories.length, 2);
  const unused = (await api.createTrackingCategory(tenant, { name: 'Unused' })).body.trackingCategories[0];
  assert.equal((await api.deleteTrackingCategory(tenant, unused.trackingCategoryID)).body.trackingCategories[0].status, 'DELETED');
  assert.equal((await api.getTrackingCategory(tenant, category.trackingCategoryID)).body.trackingCategories[0].options.length, 1);
}

async function items(ledger) {
  const { api, tenant } = ledger;
  const made = await api.createItems(tenant, { items: [
    { code: 'HOUR', name: 'Hour', salesDetails: { unitPrice: 120.1234, accountCode: '200' } },
    { code: 'BOARD', name: 'Board', inventoryAssetAccountCode: '630', salesDetails: { unitPrice: 9 },
      purchaseDetails: { unitPrice: 4, cOGSAccountCode: '310' } },
  ] }, false, 4);
  const [hour, board] = made.body.items;
  assert.equal(hour.salesDetails.unitPrice, 120.1234);
  assert.equal(board.isTrackedAsInventory, true);
  const twice = await api.createItems(tenant, { items: [{ code: 'hour', name: 'Again' }] }, false);
  assert.equal(twice.body.items[0].validationErrors[0].message, "Price List Item with Code 'hour' already exists");
  const contact = await ledger.contact('Item customer');
  const invoice = await ledger.invoice(contact, 0, { lineItems: [{ itemCode: 'HOUR', quantity: 2 }] });
  assert.equal(invoice.lineItems[0].unitAmount, 120.12);
  assert.equal(invoice.lineItems[0].description, 'Hour');
  const short = await api.createInvoices(tenant, { invoices: [sale(contact, 0, { lineItems: [{ itemCode: 'BOARD', quantity: 1, accountCode: '200' }] })] }, false);
  assert.match(short.body.invoices[0].validationErrors[0].message, /Insufficient stock/);
  await ledger.invoice(contact, 0, { type: 'ACCPAY', lineItems: [{ itemCode: 'BOARD', quantity: 5 }] });
  await ledger.invoice(contact, 0, { lineItems: [{ itemCode: 'BOARD', quantity: 2, accountCode: '200' }] });
  assert.equal((await api.getItem(tenant, board.itemID)).body.items[0].quantityOnHand, 3);
  await refused(api.deleteItem(tenant, board.itemID), 400);
  const spare = (await api.updateOrCreateItems(tenant, { items: [{ code: 'SPARE' }] })).body.items[0];
  await api.updateItem(tenant, spare.itemID, { items: [{ code: 'SPARE', name: 'Spare part' }] });
  assert.equal((await api.getItems(tenant, undefined, 'Code=="SPARE"')).body.items[0].name, 'Spare part');
  assert.ok(!(await api.deleteItem(tenant, spare.itemID)).body);
}

async function contacts(ledger) {
  const { api, tenant } = ledger;
  const first = (await api.createContacts(tenant, { contacts: [{ name: 'Rex  Media ', emailAddress: 'rex@example.com',
    contactNumber: 'A/B 1', addresses: [{ addressType: 'STREET', city: 'Perth' }] }] })).body.contacts[0];
  assert.equal(first.name, 'Rex Media');
  await refused(api.createContacts(tenant, { contacts: [{ name: 'rex media' }] }), 400, 'is already assigned to another contact');
  const mixed = await api.createContacts(tenant, { contacts: [{ name: 'Good one' }, { name: 'rex media' }] }, false);
  assert.deepEqual(mixed.body.contacts.map((row) => row.hasValidationErrors), [false, true]);
  assert.equal((await api.getContactByContactNumber(tenant, 'A/B 1')).body.contacts[0].contactID, first.contactID);
  const upserted = await api.updateOrCreateContacts(tenant, { contacts: [{ name: 'Rex Media', firstName: 'Rex' }] });
  assert.equal(upserted.body.contacts[0].contactID, first.contactID);
  const found = await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1, undefined, undefined, 'rex@', 10);
  assert.equal(found.body.pagination.itemCount, 1);
  await api.updateContact(tenant, first.contactID, { contacts: [{ contactStatus: 'ARCHIVED' }] });
  const active = await api.getContacts(tenant, undefined, 'Name=="Rex Media"');
  assert.equal(active.body.contacts.length, 0);
  const summary = await api.getContacts(tenant, undefined, 'Name=="Rex Media"', undefined, undefined, 1, true, true);
  assert.equal(summary.body.contacts[0].contactStatus, 'ARCHIVED');
}

async function contactGroups(ledger) {
  const { api, tenant } = ledger;
  const members = [await ledger.contact('Member one'), await ledger.contact('Member two')];
  const group = (await api.createContactGroup(tenant, { contactGroups: [{ name: 'Key accounts' }] })).body.contactGroups[0];
  await refused(api.createContactGroup(tenant, { contactGroups: [{ name: 'key accounts' }] }), 400, 'already exists with this name');
  await api.createContactGroupContacts(tenant, group.contactGroupID, { contacts: members.map((contactID) => ({ contactID })) });
  const full = (await api.getContactGroup(tenant, group.contactGroupID)).body.contactGroups[0];
  assert.deepEqual(full.contacts.map((contact) => contact.contactID), members);
  assert.equal((await api.getContact(tenant, members[0])).body.contacts[0].contactGroups[0].name, 'Key accounts');
  await api.deleteContactGroupContact(tenant, group.contactGroupID, members[0]);
  await api.deleteContactGroupContacts(tenant, group.contactGroupID);
  await api.updateContactGroup(tenant, group.contactGroupID, { contactGroups: [{ name: 'Key accounts', status: 'DELETED' }] });
  assert.equal((await api.getContactGroups(tenant)).body.contactGroups.length, 0);
}

async function invoices(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Invoiced customer');
  const draft = await ledger.invoice(contact, 100.05, { status: 'DRAFT', reference: 'R-1', invoiceNumber: 'NODE-1' });
  assert.equal(draft.subTotal, 100.05);
  assert.equal(draft.totalTax, 10.01);
  assert.equal(draft.total, 110.06);
  assert.ok(draft.updatedDateUTC instanceof Date);
  const approved = await api.updateInvoice(tenant, draft.invoiceID, { invoices: [{ status: 'AUTHORISED' }] });
  assert.equal(approved.body.invoices[0].status, 'AUTHORISED');
  await refused(api.createInvoices(tenant, { invoices: [sale(contact, 1, { invoiceNumber: 'NODE-1' })] }), 400, 'Invoice # must be unique.');
  const bad = { ...sale(contact, 1), lineItems: [line(1, { accountCode: 'nope' })] };
  const rows = await api.createInvoices(tenant, { invoices: [sale(contact, 2), bad] }, false);
  assert.deepEqual(rows.body.invoices.map((row) => row.statusAttributeString), ['OK', 'ERROR']);
  assert.match(rows.body.invoices[1].validationErrors[0].message, /^Account must be valid/);
  const locked = await api.createInvoices(tenant, { invoices: [sale(contact, 1, { date: '2022-01-01' })] }, false);
  assert.match(locked.body.invoices[0].validationErrors[0].message, /end of year lock date, currently set at 30-Jun-2022/);
  const page = await api.getInvoices(tenant, undefined, undefined, 'Date DESC', undefined, undefined, [contact], ['AUTHORISED'], 1,
                                     undefined, undefined, 4, undefined, 2);
  assert.equal(page.body.pagination.pageSize, 2);
  assert.equal(page.body.invoices.length, 2);
  const one = await api.getInvoices(tenant, undefined, undefined, undefined, undefined, ['NODE-1', 'NODE 2']);
  assert.equal(one.body.invoices.length, 1);
  const own = await api.getInvoices(tenant, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 1, undefined, true, undefined, true, 1000);
  assert.ok(own.body.invoices.every((invoice) => !invoice.lineItems));
  assert.equal((await api.getInvoices(tenant, new Date('2031-01-01T00:00:00Z'))).body.invoices.length, 0);
  await refused(api.getInvoices(tenant, undefined, "Status=='DRAFT'"), 400, 'QueryParseException');
  const voided = await api.updateInvoice(tenant, draft.invoiceID, { invoices: [{ status: 'VOIDED' }] });
  assert.equal(voided.body.invoices[0].status, 'VOIDED');
  await refused(api.updateInvoice(tenant, draft.invoiceID, { invoices: [{ reference: 'x' }] }), 400, 'Invoice not of valid status for modification');
  await refused(api.getInvoice(tenant, '11111111-2222-4333-8444-555555555555'), 404);
}

async function idempotency(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Idempotent customer');
  const body = { invoices: [sale(contact, 5, { invoiceNumber: 'ONCE-1' })] };
  const first = await api.createInvoices(tenant, body, false, undefined, 'key-1');
  const second = await api.createInvoices(tenant, body, false, undefined, 'key-1');
  assert.equal(second.body.id, first.body.id);
  assert.equal(second.body.invoices[0].invoiceID, first.body.invoices[0].invoiceID);
  await refused(api.createInvoices(tenant, { invoices: [sale(contact, 6)] }, false, undefined, 'key-1'), 400,
                'Idempotency Key: key-1 is used with a different request.');
}

async function payments(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Paying customer');
  const invoice = await ledger.invoice(contact, 100);
  const part = await ledger.pay(invoice, 60);
  assert.equal(part.paymentType, 'ACCRECPAYMENT');
  const after = await ledger.fresh(invoice);
  assert.deepEqual([after.status, after.amountPaid, after.amountDue], ['AUTHORISED', 60, 50]);
  assert.equal(after.payments[0].paymentID, part.paymentID);
  const tooMuch = await ledger.pay(invoice, 50.01);
  assert.equal(tooMuch.validationErrors[0].message, 'Payment amount exceeds the amount outstanding on this document');
  const rest = await ledger.pay(invoice, 50);
  const paid = await ledger.fresh(invoice);
  assert.equal(paid.status, 'PAID');
  assert.ok(paid.fullyPaidOnDate);
  await refused(api.updateInvoice(tenant, invoice.invoiceID, { invoices: [{ lineItems: [line(1)] }] }), 400,
                'cannot be edited as it has a payment or credit note allocated to it');
  await refused(api.updateInvoice(tenant, invoice.invoiceID, { invoices: [{ status: 'VOIDED' }] }), 400);
  const deleted = await api.deletePayment(tenant, rest.paymentID, { status: 'DELETED' });
  assert.equal(deleted.body.payments[0].status, 'DELETED');
  assert.equal((await ledger.fresh(invoice)).status, 'AUTHORISED');
  await refused(api.deletePayment(tenant, rest.paymentID, { status: 'DELETED' }), 400, 'Payment not of valid status for modification');
  const single = await api.createPayment(tenant, { invoice: { invoiceNumber: invoice.invoiceNumber }, account: { code: '090' }, date: day, amount: 1 });
  assert.equal(single.body.payments[0].amount, 1);
  const draft = await ledger.invoice(contact, 10, { status: 'DRAFT' });
  assert.match((await ledger.pay(draft, 1)).validationErrors[0].message, /Authorised documents/);
  const wrong = await ledger.pay(invoice, 1, { account: { code: '200' } });
  assert.equal(wrong.hasValidationErrors, true);
  const where = await api.getPayments(tenant, undefined, `Invoice.InvoiceID==guid("${invoice.invoiceID}") AND Status=="AUTHORISED"`, 'Date', 1, 50);
  assert.equal(where.body.payments.length, 2);
  assert.equal((await api.getPayment(tenant, part.paymentID)).body.payments[0].invoice.invoiceID, invoice.invoiceID);
  const euros = await ledger.invoice(contact, 100, { currencyCode: 'EUR', currencyRate: 0.5 });
  const foreign = await ledger.pay(euros, 55, { currencyRate: 0.5 });
  assert.equal(foreign.bankAmount, 110);
}

async function batchPayments(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Batch customer');
  const first = await ledger.invoice(contact, 10);
  const second = await ledger.invoice(contact, 20);
  const bank = (await api.getAccounts(tenant, undefined, 'Code=="090"')).body.accounts[0];
  const parts = (amount) => [first, second].map((invoice) => ({ invoice: { invoiceID: invoice.invoiceID }, amount }));
  const over = await api.createBatchPayment(tenant, { batchPayments: [{ account: { accountID: bank.accountID }, date: day, payments: parts(12) }] }, false);
  assert.match(over.body.batchPayments[0].validationErrors[0].message, /exceeds the amount outstanding/);
  const batch = (await api.createBatchPayment(tenant, { batchPayments: [{ account: { accountID: bank.accountID }, date: day, reference: 'B1', payments: parts(11) }] })).body.batchPayments[0];
  assert.deepEqual([batch.type, batch.totalAmount], ['RECBATCH', 22]);
  assert.equal((await ledger.fresh(first)).status, 'PAID');
  await refused(api.deletePayment(tenant, batch.payments[0].paymentID, { status: 'DELETED' }), 400, 'part of a batch');
  assert.equal((await api.getBatchPayments(tenant, undefined, 'Status=="AUTHORISED"')).body.batchPayments.length, 1);
  assert.equal((await api.getBatchPayment(tenant, batch.batchPaymentID)).body.batchPayments[0].payments.length, 2);
  const gone = await api.deleteBatchPaymentByUrlParam(tenant, batch.batchPaymentID, { status: 'DELETED' });
  assert.equal(gone.body.batchPayments[0].status, 'DELETED');
  assert.equal((await ledger.fresh(first)).status, 'AUTHORISED');
}

async function creditNotes(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Credited customer');
  const invoice = await ledger.invoice(contact, 100);
  const note = (await api.createCreditNotes(tenant, { creditNotes: [{ type: 'ACCRECCREDIT', contact: { contactID: contact },
    date: day, status: 'AUTHORISED', lineItems: [line(50)] }] }, false)).body.creditNotes[0];
  assert.match(note.creditNoteNumber, /^CN-/);
  assert.equal(note.remainingCredit, 55);
  const over = await api.createCreditNoteAllocation(tenant, note.creditNoteID, { allocations: [{ amount: 56, date: day, invoice: { invoiceID: invoice.invoiceID } }] }, false);
  assert.match(over.body.allocations[0].validationErrors[0].message, /exceeds the remaining credit/);
  await api.createCreditNoteAllocation(tenant, note.creditNoteID, { allocations: [{ amount: 55, date: day, invoice: { invoiceID: invoice.invoiceID } }] });
  const after = await ledger.fresh(invoice);
  assert.deepEqual([after.amountCredited, after.amountDue], [55, 55]);
  assert.equal(after.creditNotes[0].creditNoteID, note.creditNoteID);
  const used = (await api.getCreditNote(tenant, note.creditNoteID)).body.creditNotes[0];
  assert.deepEqual([used.status, used.remainingCredit], ['PAID', 0]);
  const taken = await api.deleteCreditNoteAllocations(tenant, note.creditNoteID, used.allocations[0].allocationID);
  assert.equal(taken.body.isDeleted, true);
  assert.equal((await api.getCreditNote(tenant, note.creditNoteID)).body.creditNotes[0].status, 'AUTHORISED');
  const refund = await api.createPayment(tenant, { creditNote: { creditNoteID: note.creditNoteID }, account: { code: '090' }, date: day, amount: 55 });
  assert.equal(refund.body.payments[0].paymentType, 'ARCREDITPAYMENT');
  await refused(api.createCreditNotes(tenant, { creditNotes: [{ type: 'ACCRECCREDIT', creditNoteNumber: note.creditNoteNumber,
    contact: { contactID: contact }, date: day, lineItems: [line(1)] }] }), 400, 'must be unique');
  const listed = await api.getCreditNotes(tenant, undefined, `Contact.ContactID==guid("${contact}")`, 'Date DESC', 1, undefined, 10);
  assert.equal(listed.body.creditNotes[0].lineItems.length, 1);
  const draft = (await api.updateOrCreateCreditNotes(tenant, { creditNotes: [{ type: 'ACCPAYCREDIT', contact: { contactID: contact }, date: day, lineItems: [line(1, { accountCode: '429' })] }] })).body.creditNotes[0];
  const deleted = await api.updateCreditNote(tenant, draft.creditNoteID, { creditNotes: [{ status: 'DELETED' }] });
  assert.equal(deleted.body.creditNotes[0].status, 'DELETED');
}

async function bankTransactions(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Bank customer');
  const make = async (type, more = {}) => (await api.createBankTransactions(tenant, { bankTransactions: [{ type,
    contact: { contactID: contact }, bankAccount: { code: '090' }, date: day, lineItems: [line(100)], ...more }] }, false)).body.bankTransactions[0];
  const spent = await make('SPEND', { lineItems: [line(7, { accountCode: '404' })], reference: 'fee' });
  assert.deepEqual([spent.status, spent.total], ['AUTHORISED', 7]);
  const prepaid = await make('RECEIVE-PREPAYMENT');
  const overpaid = await make('RECEIVE-OVERPAYMENT');
  assert.ok(prepaid.prepaymentID && overpaid.overpaymentID);
  const invoice = await ledger.invoice(contact, 200);
  const target = { invoice: { invoiceID: invoice.invoiceID }, date: day };
  await api.createPrepaymentAllocations(tenant, prepaid.prepaymentID, { allocations: [{ ...target, amount: 110 }] });
  await api.createOverpaymentAllocations(tenant, overpaid.overpaymentID, { allocations: [{ ...target, amount: 40 }] });
  assert.equal((await ledger.fresh(invoice)).amountCredited, 150);
  const prepayment = (await api.getPrepayment(tenant, prepaid.prepaymentID)).body.prepayments[0];
  assert.deepEqual([prepayment.status, prepayment.remainingCredit], ['PAID', 0]);
  const overpayment = (await api.getOverpayment(tenant, overpaid.overpaymentID)).body.overpayments[0];
  assert.equal(overpayment.remainingCredit, 60);
  const deletion = { bankTransactions: [{ type: 'RECEIVE-PREPAYMENT', bankAccount: { code: '090' }, lineItems: [line(100)], status: 'DELETED' }] };
  await refused(api.updateBankTransaction(tenant, prepaid.bankTransactionID, deletion), 400, 'cannot be edited');
  await api.deletePrepaymentAllocations(tenant, prepaid.prepaymentID, prepayment.allocations[0].allocationID);
  await api.deleteOverpaymentAllocations(tenant, overpaid.overpaymentID, overpayment.allocations[0].allocationID);
  const gone = await api.updateBankTransaction(tenant, prepaid.bankTransactionID, deletion);
  assert.equal(gone.body.bankTransactions[0].status, 'DELETED');
  assert.equal((await api.getPrepayment(tenant, prepaid.prepaymentID)).body.prepayments[0].status, 'VOIDED');
  assert.ok((await api.getPrepayments(tenant, undefined, undefined, undefined, 1)).body.prepayments.length >= 1);
  assert.ok((await api.getOverpayments(tenant, undefined, 'Status=="AUTHORISED"', undefined, 1)).body.overpayments.length >= 1);
  const found = await api.getBankTransactions(tenant, undefined, 'Type=="SPEND"', 'Date', 1, undefined, 10, ['fee']);
  assert.equal(found.body.bankTransactions[0].bankTransactionID, spent.bankTransactionID);
}

async function bankTransfers({ api, tenant }) {
  const transfer = (await api.createBankTransfer(tenant, { bankTransfers: [{ fromBankAccount: { code: '090' }, toBankAccount: { code: '091' }, amount: 12.5, date: day }] })).body.bankTransfers[0];
  assert.equal(transfer.amount, 12.5);
  assert.equal((await api.getBankTransfer(tenant, transfer.bankTransferID)).body.bankTransfers[0].toBankAccount.code, '091');
  await refused(api.createBankTransfer(tenant, { bankTransfers: [{ fromBankAccount: { code: '090' }, toBankAccount: { code: '090' }, amount: 1 }] }), 400);
  const gone = await api.deleteBankTransfer(tenant, transfer.bankTransferID, { status: 'DELETED' });
  assert.equal(gone.body.bankTransfers[0].status, 'DELETED');
  assert.equal((await api.getBankTransfers(tenant)).body.bankTransfers.length, 0);
  assert.equal((await api.getBankTransfers(tenant, undefined, undefined, undefined, true)).body.bankTransfers.length, 1);
}

async function manualJournals({ api, tenant }) {
  const lines = (credit) => [{ lineAmount: 100, accountCode: '400', description: 'In' }, { lineAmount: credit, accountCode: '825' }];
  const journal = (await api.createManualJournals(tenant, { manualJournals: [{ narration: 'Accrual', date: day, status: 'POSTED', journalLines: lines(-100) }] })).body.manualJournals[0];
  assert.equal(journal.status, 'POSTED');
  const unbalanced = await api.createManualJournals(tenant, { manualJournals: [{ narration: 'Wrong', date: day, journalLines: lines(-10) }] }, false);
  assert.equal(unbalanced.body.manualJournals[0].validationErrors[0].message, 'The total debits (100.00) must equal total credits (-10.00)');
  const warned = await api.createManualJournals(tenant, { manualJournals: [{ narration: 'Warned', date: day, journalLines: [...lines(-100), { lineAmount: 0, accountCode: '476' }] }] }, false);
  assert.match(warned.body.manualJournals[0].warnings[0].message, /^Account code '476' has been removed/);
  const control = await api.createManualJournals(tenant, { manualJournals: [{ narration: 'Control', date: day, journalLines: [{ lineAmount: 1, accountCode: '610' }, { lineAmount: -1, accountCode: '400' }] }] }, false);
  assert.equal(control.body.manualJournals[0].statusAttributeString, 'ERROR');
  const voided = await api.updateManualJournal(tenant, journal.manualJournalID, { manualJournals: [{ narration: 'Accrual', status: 'VOIDED' }] });
  assert.equal(voided.body.manualJournals[0].status, 'VOIDED');
  assert.equal((await api.getManualJournal(tenant, journal.manualJournalID)).body.manualJournals[0].journalLines.length, 2);
  assert.ok((await api.getManualJournals(tenant, undefined, 'Status=="POSTED"', undefined, 1)).body.manualJournals.length >= 1);
}

async function purchaseOrders(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Supplier');
  const order = (await api.createPurchaseOrders(tenant, { purchaseOrders: [{ contact: { contactID: contact }, date: day,
    deliveryDate: '2026-04-01', deliveryInstructions: 'Ring twice', lineItems: [line(1.2345, { accountCode: '429' })] }] })).body.purchaseOrders[0];
  assert.equal(order.lineItems[0].unitAmount, 1.2345);
  const unknown = await api.createPurchaseOrders(tenant, { purchaseOrders: [{ contact: { name: 'Nobody yet' }, date: day, lineItems: [line(1)] }] }, false);
  assert.equal(unknown.body.purchaseOrders[0].statusAttributeString, 'ERROR');
  for (const status of ['SUBMITTED', 'AUTHORISED', 'BILLED']) {
    const changed = await api.updatePurchaseOrder(tenant, order.purchaseOrderID, { purchaseOrders: [{ status }] });
    assert.equal(changed.body.purchaseOrders[0].status, status);
  }
  assert.equal((await api.getPurchaseOrderByNumber(tenant, order.purchaseOrderNumber)).body.purchaseOrders[0].purchaseOrderID, order.purchaseOrderID);
  const listed = await api.getPurchaseOrders(tenant, undefined, 'BILLED', '2026-03-01', '2026-03-31');
  assert.equal(listed.body.pagination.itemCount, 1);
  assert.equal((await api.updateOrCreatePurchaseOrders(tenant, { purchaseOrders: [{ purchaseOrderID: order.purchaseOrderID, status: 'DELETED' }] })).body.purchaseOrders[0].status, 'DELETED');
}

async function quotes(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Quoted customer');
  const body = (more) => ({ quotes: [{ contact: { contactID: contact }, date: day, lineItems: [line(10)], ...more }] });
  const quote = (await api.createQuotes(tenant, body({ title: 'Offer', expiryDate: '2026-05-01', lineAmountTypes: 'EXCLUSIVE' }))).body.quotes[0];
  assert.match(quote.quoteNumber, /^QU-/);
  assert.equal(quote.lineAmountTypes, 'EXCLUSIVE');
  const head = (status) => ({ quotes: [{ contact: { contactID: contact }, date: day, status }] });
  await refused(api.updateQuote(tenant, quote.quoteID, head('ACCEPTED')), 400, 'Quote not of valid status for modification');
  for (const status of ['SENT', 'ACCEPTED', 'INVOICED'])
    assert.equal((await api.updateQuote(tenant, quote.quoteID, head(status))).body.quotes[0].status, status);
  await refused(api.updateQuote(tenant, quote.quoteID, { quotes: [{ status: 'SENT' }] }), 400, 'Contact and Date');
  assert.equal((await api.getQuotes(tenant, undefined, undefined, undefined, undefined, undefined, contact, 'INVOICED')).body.quotes.length, 1);
  assert.equal((await api.getQuotes(tenant, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 1, undefined, quote.quoteNumber.slice(0, 6))).body.quotes.length >= 1, true);
  assert.equal((await api.getQuote(tenant, quote.quoteID)).body.quotes[0].title, 'Offer');
  assert.equal((await api.updateOrCreateQuotes(tenant, { quotes: [{ quoteID: quote.quoteID, contact: { contactID: contact }, date: day, status: 'DELETED' }] })).body.quotes[0].status, 'DELETED');
}

async function linkedTransactions(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Charged customer');
  const bill = await ledger.invoice(contact, 30, { type: 'ACCPAY', lineItems: [line(30, { accountCode: '429' })] });
  const body = { sourceTransactionID: bill.invoiceID, sourceLineItemID: bill.lineItems[0].lineItemID };
  const link = (await api.createLinkedTransaction(tenant, body)).body.linkedTransactions[0];
  assert.deepEqual([link.status, link.sourceTransactionTypeCode], ['APPROVED', 'ACCPAY']);
  await refused(api.createLinkedTransaction(tenant, { ...body, sourceLineItemID: bill.invoiceID }), 400, 'do not match');
  const invoice = await ledger.invoice(contact, 30);
  const linked = await api.updateLinkedTransaction(tenant, link.linkedTransactionID, { linkedTransactions: [{ contactID: contact,
    targetTransactionID: invoice.invoiceID, targetLineItemID: invoice.lineItems[0].lineItemID }] });
  assert.equal(linked.body.linkedTransactions[0].status, 'BILLED');
  assert.equal((await api.getLinkedTransactions(tenant, 1, undefined, bill.invoiceID)).body.linkedTransactions.length, 1);
  assert.equal((await api.getLinkedTransaction(tenant, link.linkedTransactionID)).body.linkedTransactions[0].contactID, contact);
  await api.deleteLinkedTransaction(tenant, link.linkedTransactionID);
}

async function history(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Noted customer');
  const invoice = await ledger.invoice(contact, 1);
  await api.createInvoiceHistory(tenant, invoice.invoiceID, { historyRecords: [{ details: 'Won again' }] });
  await api.createContactHistory(tenant, contact, { historyRecords: [{ details: 'Called' }] });
  const records = (await api.getInvoiceHistory(tenant, invoice.invoiceID)).body.historyRecords;
  assert.ok(records.some((record) => record.details === 'Won again') && records.some((record) => record.changes === 'Created'));
  const payment = await ledger.pay(invoice, 1.1);
  await api.createPaymentHistory(tenant, payment.paymentID, { historyRecords: [{ details: 'By card' }] });
  assert.ok((await api.getPaymentHistory(tenant, payment.paymentID)).body.historyRecords.length >= 2);
  await refused(api.createInvoiceHistory(tenant, '11111111-2222-4333-8444-555555555555', { historyRecords: [{ details: 'x' }] }), 400,
                'The document with the supplied id was not found for this endpoint.');
}

async function attachments(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Attached customer');
  const invoice = await ledger.invoice(contact, 1);
  const bytes = randomBytes(5000);
  const type = { headers: { 'content-type': 'application/pdf' } };
  const put = await api.createInvoiceAttachmentByFileName(tenant, invoice.invoiceID, 'a b.pdf', bytes, true, undefined, type);
  assert.equal(put.body.attachments[0].contentLength, 5000);
  await api.updateInvoiceAttachmentByFileName(tenant, invoice.invoiceID, 'a b.pdf', bytes, undefined, type);
  const listed = (await api.getInvoiceAttachments(tenant, invoice.invoiceID)).body.attachments;
  assert.equal(listed.length, 1);
  const back = await api.getInvoiceAttachmentById(tenant, invoice.invoiceID, listed[0].attachmentID, 'application/pdf');
  assert.ok(bytes.equals(Buffer.from(back.body)));
  const named = await api.getInvoiceAttachmentByFileName(tenant, invoice.invoiceID, 'a b.pdf', 'application/pdf');
  assert.ok(bytes.equals(Buffer.from(named.body)));
  assert.equal((await ledger.fresh(invoice)).hasAttachments, true);
  await refused(api.createInvoiceAttachmentByFileName(tenant, invoice.invoiceID, 'run.exe', bytes, false, undefined, type), 400, "isn't a supported file type");
  for (let index = 0; index < 9; ++index)
    await api.createInvoiceAttachmentByFileName(tenant, invoice.invoiceID, `file${index}.pdf`, bytes, false, undefined, type);
  await refused(api.createInvoiceAttachmentByFileName(tenant, invoice.invoiceID, 'eleventh.pdf', bytes, false, undefined, type), 400, '10 files');
  await api.createContactAttachmentByFileName(tenant, contact, 'card.png', bytes, undefined, { headers: { 'content-type': 'image/png' } });
}

/** History and files of every kind of record, under the names that the library gives them. */
async function everyRecord({ api, tenant }) {
  const bytes = Buffer.from('a,b\n1,2\n');
  const type = { headers: { 'content-type': 'text/csv' } };
  const kinds = [
    ['Account', 'getAccounts', 'accounts', 'accountID'],
    ['BankTransaction', 'getBankTransactions', 'bankTransactions', 'bankTransactionID', 'getBankTransactionsHistory'],
    ['BankTransfer', 'getBankTransfers', 'bankTransfers', 'bankTransferID', 'getBankTransferHistory'],
    ['BatchPayment', 'getBatchPayments', 'batchPayments', 'batchPaymentID', 'getBatchPaymentHistory'],
    ['Contact', 'getContacts', 'contacts', 'contactID', 'getContactHistory'],
    ['CreditNote', 'getCreditNotes', 'creditNotes', 'creditNoteID', 'getCreditNoteHistory'],
    ['Invoice', 'getInvoices', 'invoices', 'invoiceID', 'getInvoiceHistory'],
    ['Item', 'getItems', 'items', 'itemID', 'getItemHistory'],
    ['ManualJournal', 'getManualJournals', 'manualJournals', 'manualJournalID', 'getManualJournalsHistory'],
    ['Overpayment', 'getOverpayments', 'overpayments', 'overpaymentID', 'getOverpaymentHistory'],
    ['Payment', 'getPayments', 'payments', 'paymentID', 'getPaymentHistory'],
    ['Prepayment', 'getPrepayments', 'prepayments', 'prepaymentID', 'getPrepaymentHistory'],
    ['PurchaseOrder', 'getPurchaseOrders', 'purchaseOrders', 'purchaseOrderID', 'getPurchaseOrderHistory'],
    ['Quote', 'getQuotes', 'quotes', 'quoteID', 'getQuoteHistory'],
  ];
  await api.createBankTransfer(tenant, { bankTransfers: [{ fromBankAccount: { code: '090' }, toBankAccount: { code: '091' }, amount: 3, date: day }] });
  for (const [kind, list, member, id, history] of kinds) {
    const record = (await api[list](tenant)).body[member][0][id];
    if (history) {
      const write = api[`create${kind}History`] ?? api[`create${kind}HistoryRecord`];
      await write.call(api, tenant, record, { historyRecords: [{ details: `Seen: ${kind}` }] });
      const records = (await api[history](tenant, record)).body.historyRecords;
      assert.ok(records.some((entry) => entry.details === `Seen: ${kind}`), kind);
    }
    const create = api[`create${kind}AttachmentByFileName`];
    if (!create) continue;
    const online = ['Invoice', 'CreditNote'].includes(kind) ? [false] : [];
    await create.call(api, tenant, record, 'rows.csv', bytes, ...online, undefined, type);
    await api[`update${kind}AttachmentByFileName`](tenant, record, 'rows.csv', bytes, undefined, type);
    const files = (await api[`get${kind}Attachments`](tenant, record)).body.attachments;
    const file = files.find((entry) => entry.fileName === 'rows.csv');
    const back = await api[`get${kind}AttachmentById`](tenant, record, file.attachmentID, 'text/csv');
    assert.ok(bytes.equals(Buffer.from(back.body)), kind);
    await api[`get${kind}AttachmentByFileName`](tenant, record, 'rows.csv', 'text/csv');
  }
  for (const [kind, list, member, id] of kinds.filter(([name]) => ['CreditNote', 'PurchaseOrder', 'Quote'].includes(name))) {
    const record = (await api[list](tenant)).body[member][0][id];
    const pdf = Buffer.from((await api[`get${kind}AsPdf`](tenant, record)).body);
    assert.ok(pdf.subarray(0, 5).equals(Buffer.from('%PDF-')), kind);
  }
}

async function printing(ledger, base) {
  const { api, tenant } = ledger;
  const contact = (await api.createContacts(tenant, { contacts: [{ name: 'Mailed customer', emailAddress: 'post@example.com' }] })).body.contacts[0].contactID;
  const invoice = await ledger.invoice(contact, 1);
  const pdf = Buffer.from((await api.getInvoiceAsPdf(tenant, invoice.invoiceID)).body).toString('latin1');
  assert.ok(pdf.startsWith('%PDF-') && pdf.trimEnd().endsWith('%%EOF') && pdf.includes(invoice.invoiceNumber));
  const online = (await api.getOnlineInvoice(tenant, invoice.invoiceID)).body.onlineInvoices[0].onlineInvoiceUrl;
  assert.ok(online.startsWith('https://in.xero.com/'));
  await refused(api.emailInvoice(tenant, invoice.invoiceID, {}), 400, 'daily limit'); // a demo company sends nothing
  await practice(base, 'organisation', { tenantId: tenant, emailsPerDay: 20 });
  assert.equal((await api.emailInvoice(tenant, invoice.invoiceID, {})).response.status, 204);
  assert.equal((await ledger.fresh(invoice)).sentToContact, true);
  const draft = await ledger.invoice(contact, 1, { status: 'DRAFT' });
  await refused(api.emailInvoice(tenant, draft.invoiceID, {}), 400);
}

async function reports(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Late customer');
  const invoice = await ledger.invoice(contact, 100);
  const aged = (await api.getReportAgedReceivablesByContact(tenant, contact, '2026-06-30')).body.reports[0];
  assert.equal(aged.reportName, 'Aged Receivables By Contact');
  const rows = aged.rows.flatMap((section) => section.rows ?? []);
  const own = rows.find((row) => row.cells[1]?.value === invoice.invoiceNumber);
  assert.equal(own.cells[3].value, '80 days overdue');
  assert.equal(own.cells[7].value, '110.00');
  assert.equal(own.cells[0].attributes[0].value, invoice.invoiceID);
  await refused(api.getReportAgedReceivablesByContact(tenant, '11111111-2222-4333-8444-555555555555'), 400);
  assert.ok((await api.getReportAgedPayablesByContact(tenant, contact)).body.reports[0].rows.length > 0);
  const trial = (await api.getReportTrialBalance(tenant, '2026-06-30')).body.reports[0];
  const total = trial.rows.at(-1).rows[0].cells;
  assert.equal(total[3].value, total[4].value);
  assert.notEqual(total[3].value, '0.00');
  assert.ok((await api.getReportProfitAndLoss(tenant, '2026-01-01', '2026-06-30')).body.reports[0].rows.length > 2);
  assert.ok((await api.getReportBalanceSheet(tenant, '2026-06-30')).body.reports[0].rows.length > 2);
  assert.ok((await api.getReportBankSummary(tenant, '2026-01-01', '2026-06-30')).body.reports[0].rows.length > 1);
}

async function setup({ api, tenant }) {
  const summary = (await api.postSetup(tenant, { accounts: [{ code: '288', name: 'Grants', type: 'REVENUE', taxType: 'OUTPUT' },
    { code: '610', name: 'Accounts Receivable', type: 'CURRENT' }] })).body.importSummary.accounts;
  assert.deepEqual([summary.total, summary._new, summary.system], [2, 1, 1]);
}

async function payroll(xero, tenants) {
  const born = '1990-05-17';
  const au = await xero.payrollAUApi.createEmployee(tenants.AU, [{ firstName: 'Nora', lastName: 'New', dateOfBirth: born,
    homeAddress: { addressLine1: '1 Road', city: 'Perth', region: 'WA', postalCode: '6000' } }]);
  const id = au.body.employees[0].employeeID;
  await xero.payrollAUApi.updateEmployee(tenants.AU, id, [{ firstName: 'Nora', lastName: 'Newer', dateOfBirth: born }]);
  assert.equal((await xero.payrollAUApi.getEmployee(tenants.AU, id)).body.employees[0].lastName, 'Newer');
  assert.ok((await xero.payrollAUApi.getEmployees(tenants.AU, undefined, 'LastName=="Green"')).body.employees.length === 1);
  const address = { addressLine1: '1 Road', city: 'Wellington', postCode: '6011' };
  const person = { firstName: 'Nick', lastName: 'New', dateOfBirth: born, title: 'Mr', gender: 'M', address };
  for (const [api, tenant] of [[xero.payrollNZApi, tenants.NZ], [xero.payrollUKApi, tenants.UK]]) {
    const made = (await api.createEmployee(tenant, person)).body.employee;
    assert.equal(made.firstName, 'Nick');
    const changed = await api.updateEmployee(tenant, made.employeeID, { ...person, lastName: 'Newest' });
    assert.equal(changed.body.employee.lastName, 'Newest');
    const listed = (await api.getEmployees(tenant, 'firstName==Nick')).body;
    assert.deepEqual([listed.employees.length, listed.pagination.itemCount], [1, 1]);
    await refused(api.createEmployee(tenant, { ...person, lastName: undefined }), 400, 'Last Name is required');
  }
}

/** Intent to receive, then a signed event for a contact that was made. */
async function webhooks(ledger, base) {
  const key = 'webhook key of this test';
  const seen = [];
  const receiver = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const good = createHmac('sha256', key).update(body).digest('base64') === request.headers['x-xero-signature'];
      seen.push({ good, events: JSON.parse(body).events });
      response.writeHead(good ? 200 : 401).end();
    });
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  try {
    await practice(base, 'webhooks', { url: `http://127.0.0.1:${receiver.address().port}/hook`, key });
    const until = async (done) => {
      for (let round = 0; round < 200 && !done(); ++round) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.ok(done(), JSON.stringify(seen));
    };
    await until(() => seen.length === 4);
    assert.equal(seen.filter((call) => !call.good).length, 2);
    const contact = await ledger.contact('Announced customer');
    await until(() => seen.some((call) => call.events.length > 0));
    const event = seen.find((call) => call.events.length > 0).events[0];
    assert.deepEqual([event.resourceId, event.eventCategory, event.eventType, event.tenantId], [contact, 'CONTACT', 'CREATE', ledger.tenant]);
  } finally {
    await practice(base, 'webhooks', { url: '' });
    receiver.close();
  }
}

/** The library bears answers with members it does not know and without those it knows. */
async function unusualAnswers(ledger, base) {
  await practice(base, 'modes', { sparse: true, openEnums: true });
  try {
    const answer = await fetch(`${base}/api.xro/2.0/Organisation`, { headers: { accept: 'application/json', authorization: `Bearer ${ledger.token}`, 'xero-tenant-id': ledger.tenant } });
    assert.equal((await answer.json()).Organisations[0].Class, 'PRACTICECLASS');
  } finally {
    await practice(base, 'modes', { sparse: false, openEnums: false });
  }
  await practice(base, 'modes', { maintenance: true });
  const offline = await fetch(`${base}/api.xro/2.0/Organisation`, { headers: { authorization: `Bearer ${ledger.token}`, 'xero-tenant-id': ledger.tenant } });
  assert.equal(offline.status, 503);
  await practice(base, 'modes', { maintenance: false });
}

/** Consent, code, refresh, tenants, disconnect and revocation with the library's own identity code. */
async function libraryIdentity(base, control) {
  // Its token checks go by the machine's clock.
  await fetch(`${control}/_practice/clock`, { method: 'POST', body: JSON.stringify({ real: true }) });
  const client = new XeroClient({ clientId: 'tieout-practice', clientSecret: 'none', redirectUris: [redirect], scopes, state: 'st', httpTimeout: 10000 });
  await client.initialize();
  const consent = new URL(await client.buildConsentUrl());
  assert.ok(consent.href.startsWith(base));
  const verifier = base64url(randomBytes(32)); // the library itself knows no PKCE
  consent.searchParams.set('code_challenge', base64url(createHash('sha256').update(verifier).digest()));
  consent.searchParams.set('code_challenge_method', 'S256');
  consent.searchParams.set('practice_auto', '1');
  const back = await fetch(consent, { redirect: 'manual' });
  const params = client.openIdClient.callbackParams(back.headers.get('location'));
  const tokens = await client.openIdClient.callback(redirect, params, { state: 'st', code_verifier: verifier });
  client.setTokenSet(tokens);
  assert.equal(tokens.claims().email, 'demo@tieout.example');
  client.accountingApi.basePath = `${base}/api.xro/2.0`;
  const before = client.readTokenSet().refresh_token;
  await client.refreshToken();
  assert.notEqual(client.readTokenSet().refresh_token, before);
  await client.refreshWithRefreshToken('tieout-practice', 'none', client.readTokenSet().refresh_token);
  const tenants = await client.updateTenants();
  assert.ok(tenants.length >= 1 && tenants[0].orgData.name);
  await client.disconnect(tenants[0].id);
  await client.revokeToken();
}

/** The check itself notices what it is there for. */
function checkNotices() {
  const wrong = newCheck();
  wrong.check({ method: 'get', path: '/api.xro/2.0/Invoices', status: 200, responseType: 'application/json',
    response: JSON.stringify({ Invoices: [{ Status: 'NICE', Total: '1', Colour: 'red', Contact: { Shoes: 43 } }] }) });
  wrong.check({ method: 'get', path: '/api.xro/2.0/Nonsense', status: 200 });
  wrong.check({ method: 'put', path: '/api.xro/2.0/Items', status: 200, request: '{"Items":[{"Name":"no code"}]}' });
  assert.equal(wrong.faults.length, 6, wrong.faults.join('\n'));
}

async function run() {
  const { addresses, stop } = await startXero();
  const base = addresses.xero;
  let step = 'start';
  try {
    pointAt(base);
    step = 'sign-in';
    const { xero, tenants } = await connect(base);
    const ledger = new Ledger(xero.accountingApi, tenants.AU, xero.readTokenSet().access_token);
    const steps = [settings, accounts, taxRates, tracking, items, contacts, contactGroups, invoices, idempotency, payments,
      batchPayments, creditNotes, bankTransactions, bankTransfers, manualJournals, purchaseOrders, quotes, linkedTransactions,
      history, attachments, everyRecord, printing, reports, setup, webhooks, unusualAnswers];
    for (const part of steps) {
      step = part.name;
      await part(ledger, base);
    }
    step = 'payroll';
    await payroll(xero, tenants);
    step = 'libraryIdentity';
    await libraryIdentity(base, addresses.control);
    step = 'openapi';
    checkNotices();
    agrees(check, 165);
  } catch (error) {
    console.error(`step ${step}:`, error);
    process.exitCode = 1;
  } finally {
    stop();
  }
}

await run();
