// The rest of what the npm client library for Xero can ask: repeating invoices, receipts and expense claims, the general
// ledger, budgets, payment services, reports of months. node xerobooks.mjs <path of tieout-sandbox>
import assert from 'node:assert/strict';
import { agrees } from './bench/official.mjs';
import { RepeatingInvoice, Schedule, check, connect, day, Ledger, line, pointAt, practice, refused, startXero } from './bench/xerobench.mjs';

const nobody = '11111111-2222-4333-8444-555555555555';

async function repeatingInvoices(ledger) {
  const { api, tenant } = ledger;
  const contact = await ledger.contact('Contract customer');
  const template = (more = {}) => ({ type: RepeatingInvoice.TypeEnum.ACCREC, contact: { contactID: contact }, reference: 'Rent',
    schedule: { period: 1, unit: Schedule.UnitEnum.MONTHLY, dueDate: 10, dueDateType: Schedule.DueDateTypeEnum.OFFOLLOWINGMONTH, startDate: '2026-01-31' },
    lineItems: [line(500)], status: RepeatingInvoice.StatusEnum.AUTHORISED, ...more });
  const made = await api.createRepeatingInvoices(tenant, { repeatingInvoices: [template(), template({ schedule: { period: 0 } })] }, false);
  const [good, bad] = made.body.repeatingInvoices;
  assert.deepEqual([good.total, good.status, good.schedule.unit], [550, 'AUTHORISED', 'MONTHLY']);
  assert.ok(good.schedule.nextScheduledDate);
  assert.equal(bad.repeatingInvoiceID, '00000000-0000-0000-0000-000000000000');
  const listed = (await api.getRepeatingInvoices(tenant, 'Status=="AUTHORISED" AND Reference=="Rent"')).body.repeatingInvoices;
  assert.deepEqual(listed.map((row) => row.repeatingInvoiceID), [good.repeatingInvoiceID]);
  assert.equal((await api.getRepeatingInvoice(tenant, good.repeatingInvoiceID)).body.repeatingInvoices[0].lineItems.length, 1);
  await api.createRepeatingInvoiceHistory(tenant, good.repeatingInvoiceID, { historyRecords: [{ details: 'Renewed' }] });
  assert.equal((await api.getRepeatingInvoiceHistory(tenant, good.repeatingInvoiceID)).body.historyRecords[0].details, 'Renewed');
  const type = { headers: { 'content-type': 'application/pdf' } };
  await api.createRepeatingInvoiceAttachmentByFileName(tenant, good.repeatingInvoiceID, 'contract.pdf', Buffer.from('%PDF'), undefined, type);
  assert.equal((await api.getRepeatingInvoiceAttachments(tenant, good.repeatingInvoiceID)).body.attachments[0].fileName, 'contract.pdf');
  await refused(api.updateRepeatingInvoice(tenant, good.repeatingInvoiceID, { repeatingInvoices: [template({ reference: 'Other' })] }), 400, 'only be deleted');
  const gone = await api.updateRepeatingInvoice(tenant, good.repeatingInvoiceID, { repeatingInvoices: [{ repeatingInvoiceID: good.repeatingInvoiceID, status: 'DELETED' }] });
  assert.equal(gone.body.repeatingInvoices[0].status, 'DELETED');
  const again = await api.updateOrCreateRepeatingInvoices(tenant, { repeatingInvoices: [template({ status: 'DRAFT', reference: 'Draft rent' })] }, false);
  assert.equal(again.body.repeatingInvoices[0].status, 'DRAFT');
  await refused(api.getRepeatingInvoice(tenant, nobody), 404);
}

async function claims(ledger) {
  const { api, tenant } = ledger;
  const user = (await api.getUsers(tenant)).body.users[0].userID;
  const receipt = (more = {}) => ({ contact: { name: 'Corner cafe' }, user: { userID: user }, date: day, reference: 'Lunch',
    lineItems: [{ description: 'Lunch', quantity: 2, unitAmount: 20, accountCode: '429' }], ...more });
  const make = async (more) => (await api.createReceipt(tenant, { receipts: [receipt(more)] })).body.receipts[0];
  const first = await make();
  assert.deepEqual([first.status, first.total, first.receiptNumber], ['DRAFT', 44, '1']);
  assert.equal((await make({ reference: 'Supper' })).receiptNumber, '2');
  await refused(make({ lineItems: [{ description: 'Sale', quantity: 1, unitAmount: 1, accountCode: '200' }] }), 400, 'not available for expense claims');
  await refused(make({ user: { userID: nobody } }), 400, 'valid User');
  const changed = await api.updateReceipt(tenant, first.receiptID, { receipts: [receipt({ reference: 'Lunch with customer' })] });
  assert.equal(changed.body.receipts[0].reference, 'Lunch with customer');
  assert.equal((await api.getReceipts(tenant, undefined, 'Reference=="Lunch with customer"')).body.receipts.length, 1);
  assert.equal((await api.getReceipt(tenant, first.receiptID)).body.receipts[0].lineItems[0].lineAmount, 40);
  await api.createReceiptHistory(tenant, first.receiptID, { historyRecords: [{ details: 'Found' }] });
  assert.equal((await api.getReceiptHistory(tenant, first.receiptID)).body.historyRecords[0].details, 'Found');
  const claimed = (await api.createExpenseClaims(tenant, { expenseClaims: [{ status: 'SUBMITTED', user: { userID: user },
    receipts: [{ receiptID: first.receiptID, contact: {}, date: day, lineItems: [], user: {} }] }] })).body.expenseClaims[0];
  assert.deepEqual([claimed.status, claimed.total, claimed.amountDue], ['SUBMITTED', 44, 44]);
  await refused(api.updateReceipt(tenant, first.receiptID, { receipts: [receipt()] }), 400, 'not of valid status');
  const approve = { expenseClaims: [{ status: 'AUTHORISED', user: { userID: user }, receipts: [] }] };
  const approved = (await api.updateExpenseClaim(tenant, claimed.expenseClaimID, approve)).body.expenseClaims[0];
  assert.deepEqual([approved.status, approved.receipts[0].status], ['AUTHORISED', 'AUTHORISED']);
  assert.ok((await api.getExpenseClaims(tenant)).body.expenseClaims.some((claim) => claim.expenseClaimID === claimed.expenseClaimID));
  assert.equal((await api.getExpenseClaim(tenant, claimed.expenseClaimID)).body.expenseClaims[0].receipts.length, 1);
  await api.createExpenseClaimHistory(tenant, claimed.expenseClaimID, { historyRecords: [{ details: 'Paid with wages' }] });
  assert.ok((await api.getExpenseClaimHistory(tenant, claimed.expenseClaimID)).body.historyRecords.length > 1);
}

/** Every journal balances, numbers go up without a gap, and what changes is reversed and entered again. */
async function generalLedger(ledger) {
  const { api, tenant } = ledger;
  const all = async () => {
    const journals = [];
    for (let offset = 0; ; offset = journals.at(-1).journalNumber) {
      const page = (await api.getJournals(tenant, undefined, offset)).body.journals;
      journals.push(...page);
      if (page.length < 100) return journals;
    }
  };
  const before = await all();
  assert.ok(before.length > 100, `${before.length} journals`);
  before.forEach((journal, index) => assert.equal(journal.journalNumber, index + 1));
  for (const journal of before) {
    const sum = journal.journalLines.reduce((cents, own) => cents + Math.round(own.netAmount * 100), 0);
    assert.equal(sum, 0, JSON.stringify(journal));
  }
  const contact = await ledger.contact('Ledger customer');
  const invoice = await ledger.invoice(contact, 100);
  const entered = (await all()).slice(before.length);
  assert.deepEqual(entered.map((journal) => [journal.sourceID, journal.sourceType]), [[invoice.invoiceID, 'ACCREC']]);
  const sale = entered[0].journalLines.find((own) => own.accountCode === '200');
  assert.deepEqual([sale.netAmount, sale.taxAmount, sale.grossAmount, sale.taxType], [-100, -10, -110, 'OUTPUT']);
  await api.updateInvoice(tenant, invoice.invoiceID, { invoices: [{ status: 'VOIDED' }] });
  const reversed = (await all()).slice(before.length + 1);
  assert.deepEqual(reversed.map((journal) => journal.journalLines.find((own) => own.accountCode === '200').netAmount), [100]);
  const last = reversed[0];
  assert.equal((await api.getJournal(tenant, last.journalID)).body.journals[0].journalNumber, last.journalNumber);
  assert.equal((await api.getJournalByNumber(tenant, last.journalNumber)).body.journals[0].journalID, last.journalID);
  assert.ok((await api.getJournals(tenant, undefined, 0, true)).body.journals.every((journal) => journal.sourceType.endsWith('PAYMENT')));
  assert.equal((await api.getJournals(tenant, new Date('2099-01-01'))).body.journals.length, 0);
}

async function budgets({ api, tenant }) {
  const listed = (await api.getBudgets(tenant)).body.budgets;
  assert.deepEqual(listed.map((budget) => [budget.type, budget.budgetLines.length]), [['OVERALL', 0], ['TRACKING', 0]]);
  const one = (await api.getBudget(tenant, listed[1].budgetID, undefined, undefined)).body.budgets[0];
  assert.equal(one.budgetLines[0].budgetBalances.length, 24);
  assert.equal(one.tracking[0].option, 'North');
  const months = one.budgetLines[0].budgetBalances.map((balance) => balance.period);
  const part = (await api.getBudget(tenant, listed[1].budgetID, `${months[3]}-01`, `${months[2]}-01`)).body.budgets[0];
  assert.deepEqual(part.budgetLines[0].budgetBalances.map((balance) => balance.period), months.slice(2, 4));
  assert.equal((await api.getBudgets(tenant, [listed[0].budgetID])).body.budgets.length, 1);
  await refused(api.getBudget(tenant, nobody), 404);
}

async function paymentServices({ api, tenant }) {
  const service = { paymentServiceName: 'PayUpNow', paymentServiceUrl: 'https://pay.example/now', payNowText: 'Time to pay' };
  const made = (await api.createPaymentService(tenant, { paymentServices: [service] })).body.paymentServices[0];
  assert.equal((await api.getPaymentServices(tenant)).body.paymentServices[0].paymentServiceID, made.paymentServiceID);
  await refused(api.createPaymentService(tenant, { paymentServices: [service] }), 400, 'unique');
  const theme = (await api.getBrandingThemes(tenant)).body.brandingThemes[0].brandingThemeID;
  await api.createBrandingThemePaymentServices(tenant, theme, { paymentServices: [made] });
  assert.equal((await api.getBrandingThemePaymentServices(tenant, theme)).body.paymentServices.length, 1);
}

async function smallSettings({ api, tenant, uk }) {
  assert.equal((await api.getInvoiceReminders(tenant)).body.invoiceReminders[0].enabled, false);
  await api.getOrganisationCISSettings(uk, uk);
  await refused(api.getOrganisationCISSettings(tenant, tenant), 404);
  const contact = (await api.getContacts(tenant, undefined, undefined, undefined, undefined, 1)).body.contacts[0].contactID;
  await refused(api.getContactCISSettings(tenant, contact), 404); // never enabled
}

async function reports({ api, tenant }) {
  const budget = (await api.getReportBudgetSummary(tenant, '2026-07-01', 4, 3)).body.reports[0];
  assert.equal(budget.rows[0].cells.length, 5);
  await refused(api.getReportBudgetSummary(tenant, '2026-07-01', 13), 400, 'Periods');
  const executive = (await api.getReportExecutiveSummary(tenant, '2026-06-30')).body.reports[0];
  assert.deepEqual(executive.rows.filter((row) => row.title).map((row) => row.title), ['Cash', 'Profitability']);
  assert.equal((await api.getReportsList(tenant)).body.reports.length, 0);
}

async function run() {
  const { addresses, stop } = await startXero();
  let step = 'start';
  try {
    pointAt(addresses.xero);
    const { xero, tenants } = await connect(addresses.xero);
    await practice(addresses.xero, 'organisation', { tenantId: tenants.AU, periodLockDate: '', endOfYearLockDate: '' });
    const ledger = new Ledger(xero.accountingApi, tenants.AU, xero.readTokenSet().access_token);
    ledger.uk = tenants.UK;
    for (const part of [repeatingInvoices, claims, generalLedger, budgets, paymentServices, smallSettings, reports]) {
      step = part.name;
      await part(ledger);
    }
    step = 'openapi';
    agrees(check, 40);
  } catch (error) {
    console.error(`step ${step}:`, error);
    process.exitCode = 1;
  } finally {
    stop();
  }
}

await run();
