// What the suites of the npm client library for Xero share: sign-in, the library pointed at the practice company, and
// every call held against the official OpenAPI file.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { newCheck } from './official.mjs';
import { require, startPractice } from './practice.mjs';

const library = process.env.TIEOUT_COMPAT_XERO ?? 'xero-node';
export const { XeroClient, Invoice, Payment, RepeatingInvoice, Receipt, Schedule } = require(library);
const fromLibrary = createRequire(require.resolve(library));
const axios = fromLibrary('axios');
const { Issuer } = fromLibrary('openid-client');

export const check = newCheck();

export const redirect = 'http://localhost:8742/callback';
export const scopes = ['openid', 'profile', 'email', 'offline_access', 'accounting.invoices', 'accounting.payments',
  'accounting.contacts', 'accounting.settings', 'accounting.attachments', 'accounting.banktransactions',
  'accounting.manualjournals', 'accounting.reports.aged.read', 'accounting.reports.trialbalance.read',
  'accounting.reports.profitandloss.read', 'accounting.reports.balancesheet.read',
  'accounting.reports.banksummary.read', 'accounting.reports.budgetsummary.read',
  'accounting.reports.executivesummary.read', 'accounting.budgets.read', 'accounting.journals.read',
  'paymentservices', 'payroll.employees'];

export const startXero = () => startPractice('--deals', '5', '--virtual-time', '--history', '--no-limits');

export const base64url = (bytes) => bytes.toString('base64url');

/** Authorization code with PKCE, as an app without a secret does it: through the pages, by hand. */
export async function signIn(base, organisation) {
  const verifier = base64url(randomBytes(32));
  const query = new URLSearchParams({ response_type: 'code', client_id: 'tieout-practice', redirect_uri: redirect,
    scope: scopes.join(' '), state: 'here', code_challenge_method: 'S256',
    code_challenge: base64url(createHash('sha256').update(verifier).digest()) });
  const page = await fetch(`${base}/identity/connect/authorize?${query}`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Demo Company \(AU\)|demo@tieout/);
  const form = new URLSearchParams(query);
  form.set('decision', 'allow');
  form.set('organisation', organisation);
  const consent = await fetch(`${base}/identity/connect/authorize`, { method: 'POST', body: form, redirect: 'manual' });
  assert.equal(consent.status, 302);
  const back = new URL(consent.headers.get('location'));
  assert.equal(back.searchParams.get('state'), 'here');
  const answer = await fetch(`${base}/connect/token`, { method: 'POST', body: new URLSearchParams({
    grant_type: 'authorization_code', client_id: 'tieout-practice', code: back.searchParams.get('code'),
    redirect_uri: redirect, code_verifier: verifier }) });
  assert.equal(answer.status, 200);
  return answer.json();
}

/** The library fixes the hosts of its identity calls; this is the only thing that is pointed elsewhere. */
export function pointAt(base) {
  const discover = Issuer.discover.bind(Issuer);
  Issuer.discover = () => discover(base);
  axios.interceptors.request.use((config) => {
    config.url = config.url.replace(/^https:\/\/(identity|api)\.xero\.com/, base);
    return config;
  });
  const note = (response) => {
    const { config } = response;
    const data = response.data;
    const text = typeof data === 'string' ? data : Buffer.isBuffer(data) ? null : JSON.stringify(data);
    check.check({ method: config.method, path: new URL(config.url).pathname, status: response.status,
      request: typeof config.data === 'string' ? config.data : null, response: text,
      responseType: String(response.headers['content-type'] ?? '') });
  };
  axios.interceptors.response.use((response) => (note(response), response),
                                  (error) => { if (error.response) note(error.response); throw error; });
}

/** What the library makes of a refusal: JSON text. */
export async function refused(promise, status, words) {
  const reason = await promise.then(() => null, (error) => error);
  assert.ok(reason, `expected ${status}`);
  const error = typeof reason === 'string' ? JSON.parse(reason) : reason;
  assert.equal(error.response.statusCode ?? error.response.status, status, JSON.stringify(error).slice(0, 400));
  if (words) assert.ok(JSON.stringify(error).includes(words), `"${words}" is not in ${JSON.stringify(error).slice(0, 900)}`);
  return error;
}

export const day = '2026-03-12';
export const line = (unitAmount, more = {}) => ({ description: 'Widget', quantity: 1, unitAmount, accountCode: '200', ...more });
export const sale = (contact, unitAmount, more = {}) => ({ type: Invoice.TypeEnum.ACCREC, contact: { contactID: contact },
  date: day, dueDate: '2026-04-11', lineItems: [line(unitAmount)], status: Invoice.StatusEnum.AUTHORISED, ...more });

/** Everything of one organisation through the library's accounting client. */
export class Ledger {
  constructor(api, tenant, token) {
    this.api = api;
    this.tenant = tenant;
    this.token = token;
  }

  async contact(name) {
    return (await this.api.createContacts(this.tenant, { contacts: [{ name }] })).body.contacts[0].contactID;
  }

  async invoice(contact, amount, more) {
    const answer = await this.api.createInvoices(this.tenant, { invoices: [sale(contact, amount, more)] }, false);
    const invoice = answer.body.invoices[0];
    assert.equal(invoice.statusAttributeString, 'OK', JSON.stringify(invoice.validationErrors));
    return invoice;
  }

  async fresh(invoice) {
    return (await this.api.getInvoice(this.tenant, invoice.invoiceID)).body.invoices[0];
  }

  async pay(invoice, amount, more = {}) {
    const answer = await this.api.createPayments(this.tenant, { payments: [{ invoice: { invoiceID: invoice.invoiceID },
      account: { code: '090' }, date: day, amount, ...more }] }, false);
    return answer.body.payments[0];
  }
}

export async function practice(base, what, body) {
  const answer = await fetch(`${base}/_practice/${what}`, { method: 'POST', body: JSON.stringify(body) });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

export async function connect(base) {
  const tokens = await signIn(base, '70784a63-d24b-46a9-a4db-0e70a274b056');
  const rest = ['5f1d3b7e-8c24-4e0f-9a36-2b7c90d1e845', 'b3c8a5d2-1f6e-4c79-8b40-6d2e9a7f0c13'];
  for (const organisation of rest) await signIn(base, organisation);
  const xero = new XeroClient({ clientId: 'tieout-practice', clientSecret: '', redirectUris: [redirect], scopes });
  xero.setTokenSet(tokens);
  xero.accountingApi.basePath = `${base}/api.xro/2.0`;
  xero.payrollAUApi.basePath = `${base}/payroll.xro/1.0`;
  xero.payrollNZApi.basePath = `${base}/payroll.xro/2.0`;
  xero.payrollUKApi.basePath = `${base}/payroll.xro/2.0`;
  const tenants = Object.fromEntries((await xero.updateTenants()).map((tenant) => [tenant.orgData.version, tenant.tenantId]));
  assert.deepEqual(Object.keys(tenants).sort(), ['AU', 'NZ', 'UK']);
  return { xero, tenants };
}

