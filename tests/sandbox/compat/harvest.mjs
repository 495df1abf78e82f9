// The npm client library for Harvest, unchanged, against the practice company.
// node harvest.mjs <path of tieout-sandbox>; TIEOUT_COMPAT_MODULES is the folder that holds `harvest`.
import assert from 'node:assert/strict';
import { require, startPractice } from './bench/practice.mjs';

const Harvest = require('harvest').default;

function connect(base, accessToken = 'practice-harvest-administrator') {
  const harvest = new Harvest({
    subdomain: 'practice',
    userAgent: 'Tieout compatibility test (tests@tieout.example)',
    auth: { accessToken, accountId: '1285331' },
  });
  // The library fixes its address; request's own `defaults` points the same client elsewhere.
  harvest.client.request = harvest.client.request.defaults({ baseUrl: base });
  return harvest;
}

async function control(addresses, path, body) {
  const answer = await fetch(`${addresses.control}/_practice/${path}`,
                             body ? { method: 'POST', body: JSON.stringify(body) } : {});
  assert.equal(answer.status, 200, path);
  return answer.json();
}

async function refused(promise, status, words) {
  const error = await promise.then(() => null, (reason) => reason);
  assert.ok(error, `expected ${status}`);
  assert.equal(error.statusCode, status);
  if (words) assert.ok(String(error.error).includes(words), `${error.error} lacks "${words}"`);
}

async function company(harvest) {
  const found = await harvest.company.get();
  assert.equal(found.name, 'Tieout Practice Company');
  assert.equal(found.invoice_feature, true);
}

async function lists(harvest) {
  const counts = {};
  for (const [name, key] of [
    ['clients', 'clients'], ['contacts', 'contacts'], ['tasks', 'tasks'], ['projects', 'projects'],
    ['users', 'users'], ['roles', 'roles'], ['timeEntries', 'time_entries'], ['expenses', 'expenses'],
    ['expenseCategories', 'expense_categories'], ['invoices', 'invoices'],
    ['invoiceItemCategories', 'invoice_item_categories'], ['estimates', 'estimates'],
    ['estimateItemCategories', 'estimate_item_categories'],
  ]) {
    const page = await harvest[name].list({ per_page: 5, page: 1 });
    assert.ok(Array.isArray(page[key]) && page[key].length > 0, `${name} is empty`);
    assert.ok(page[key].length <= 5);
    assert.equal(page.total_pages, Math.ceil(page.total_entries / 5));
    assert.equal(page.previous_page, null);
    const one = await harvest[name].get(page[key][0].id);
    assert.deepEqual(one, page[key][0], name);
    counts[name] = page.total_entries;
  }
  return counts;
}

async function everyPage(harvest) {
  const seen = new Set();
  let page = 1;
  while (page) {
    const answer = await harvest.timeEntries.list({ per_page: 100, page });
    for (const entry of answer.time_entries) {
      assert.ok(entry.id > 2 ** 31);
      seen.add(entry.id);
    }
    assert.equal(answer.page, page);
    page = answer.next_page;
    if (!page) assert.equal(seen.size, answer.total_entries);
  }
}

async function crud(harvest) {
  const client = await harvest.clients.create({ name: 'Compat & Söhne', currency: 'EUR', address: 'a\nb' });
  assert.equal(client.currency, 'EUR');
  assert.equal((await harvest.clients.update(client.id, { name: 'Compat GmbH' })).name, 'Compat GmbH');
  await refused(harvest.clients.create({ currency: 'EUR' }), 422, "Name can't be blank");
  await refused(harvest.clients.create({ name: 'COMPAT gmbh' }), 422, 'taken');
  await refused(harvest.clients.get(1), 404, 'Not Found');

  const contact = await harvest.contacts.create({ client_id: client.id, first_name: 'Zoë', email: 'z@compat.example' });
  assert.equal(contact.client.name, 'Compat GmbH');
  assert.equal((await harvest.contacts.update(contact.id, { last_name: 'Weiß' })).last_name, 'Weiß');
  assert.equal((await harvest.contacts.list({ client_id: client.id, page: 1 })).total_entries, 1);
  await harvest.contacts.delete(contact.id);

  const task = await harvest.tasks.create({ name: 'Compat task', default_hourly_rate: 120.5 });
  assert.equal(task.default_hourly_rate, 120.5);
  assert.equal((await harvest.tasks.update(task.id, { is_active: true })).is_active, true);

  const project = await harvest.projects.create({
    client_id: client.id, name: 'Compat project', is_billable: true, bill_by: 'Tasks', budget_by: 'project', budget: 50,
  });
  assert.equal(project.client.currency, 'EUR');
  await refused(harvest.projects.create({ name: 'x' }), 422, "Client can't be blank");
  assert.equal((await harvest.projects.update(project.id, { code: 'CMP' })).code, 'CMP');
  await refused(harvest.clients.delete(client.id), 422, 'not removable');

  const standard = await harvest.taskAssignments.list(project.id);
  assert.ok(standard.task_assignments.length > 0);
  const assigned = await harvest.taskAssignments.create(project.id, { task_id: task.id });
  assert.equal(assigned.hourly_rate, 120.5);
  assert.equal(assigned.task.name, 'Compat task');
  assert.equal((await harvest.taskAssignments.update(project.id, assigned.id, { budget: 9 })).budget, 9);
  assert.equal((await harvest.taskAssignments.get(project.id, assigned.id)).budget, 9);
  const other = (await harvest.users.list({ is_active: true, page: 1 })).users[0];
  const joined = await harvest.userAssignments.create(project.id, { user_id: other.id, hourly_rate: 99 });
  assert.equal(joined.use_default_rates, false);
  assert.equal((await harvest.userAssignments.update(project.id, joined.id, { is_project_manager: true })).is_project_manager, true);
  const people = await harvest.userAssignments.list(project.id);
  assert.equal(people.user_assignments.length, 2);
  assert.equal((await harvest.userAssignments.get(project.id, joined.id)).user.id, other.id);
  await harvest.userAssignments.delete(project.id, joined.id);
  return { client, project, task };
}

async function time(harvest, { project, task }) {
  const day = '2026-06-29';
  const entry = await harvest.timeEntries.create({
    project_id: project.id, task_id: task.id, spent_date: day, hours: 2.25, notes: 'compat',
    external_reference: { id: 42, group_id: 7, permalink: 'https://boards.example/c/42' },
  });
  assert.equal(entry.hours, 2.25);
  assert.equal(entry.billable_rate, 120.5);
  assert.equal(entry.external_reference.id, '42');
  assert.equal((await harvest.timeEntries.update(entry.id, { hours: 3 })).hours, 3);
  const running = await harvest.timeEntries.restart(entry.id);
  assert.equal(running.is_running, true);
  await refused(harvest.timeEntries.restart(entry.id), 422, 'already running');
  assert.equal((await harvest.timeEntries.stop(entry.id)).is_running, false);
  await refused(harvest.timeEntries.stop(entry.id), 422, 'not running');
  const timer = await harvest.timeEntries.create({ project_id: project.id, task_id: task.id, spent_date: day });
  assert.equal(timer.is_running, true);
  await harvest.timeEntries.delete(timer.id);
  await refused(harvest.tasks.delete(task.id), 422, 'time entries');
  return entry;
}

async function documents(harvest, { client, project }, entry) {
  const invoice = await harvest.invoices.create({
    client_id: client.id, subject: 'Compat', tax: 5, tax2: 2, discount: 10, payment_term: 'net 30', issue_date: '2026-06-01',
    line_items: [
      { kind: 'Service', description: 'a', unit_price: 200, taxed: true, taxed2: true },
      { kind: 'Service', description: 'b', unit_price: 50, quantity: 2, taxed: true, taxed2: true },
    ],
  });
  assert.equal(invoice.amount, 288.9);
  assert.equal(invoice.discount_amount, 30);
  assert.equal(invoice.tax_amount, 13.5);
  assert.equal(invoice.tax2_amount, 5.4);
  assert.equal(invoice.due_date, '2026-07-01');
  const [first, second] = invoice.line_items;
  const changed = await harvest.invoices.update(invoice.id, {
    line_items: [{ id: first.id, unit_price: 100 }, { id: second.id, _destroy: true }, { kind: 'Product', unit_price: 7 }],
  });
  assert.deepEqual(changed.line_items.map((line) => line.amount), [100, 7]);
  await refused(harvest.invoices.close(invoice.id), 422, 'cannot');
  await harvest.invoices.send(invoice.id);
  assert.equal((await harvest.invoices.get(invoice.id)).state, 'open');
  const due = (await harvest.invoices.get(invoice.id)).due_amount;
  const payment = await harvest.invoicePayments.create(invoice.id, { amount: due, paid_date: '2026-06-20', send_thank_you: false });
  assert.equal(payment.paid_at, '2026-06-20T00:00:00Z');
  assert.equal((await harvest.invoices.get(invoice.id)).state, 'paid');
  assert.equal((await harvest.invoicePayments.list(invoice.id)).invoice_payments.length, 1);
  await harvest.invoicePayments.delete(invoice.id, payment.id);
  assert.equal((await harvest.invoices.get(invoice.id)).state, 'open');
  await harvest.invoices.close(invoice.id);
  await refused(harvest.invoicePayments.create(invoice.id, { amount: 1 }), 422, 'closed');
  await harvest.invoices.reopen(invoice.id);
  await harvest.invoices.draft(invoice.id);
  assert.equal((await harvest.invoices.get(invoice.id)).state, 'draft');
  const letter = await harvest.invoiceMessages.create(invoice.id, { recipients: [{ name: 'Z', email: 'z@compat.example' }] });
  await refused(harvest.invoiceMessages.create(invoice.id, { subject: 'nobody' }), 422, 'Recipients');
  assert.ok((await harvest.invoiceMessages.list(invoice.id)).invoice_messages.length >= 5);
  await harvest.invoiceMessages.delete(invoice.id, letter.id);
  await harvest.invoices.delete(invoice.id);

  const imported = await harvest.invoices.create({
    client_id: client.id,
    line_items_import: { project_ids: [project.id], time: { summary_type: 'task' } },
  });
  assert.equal(imported.amount, 361.5);
  const locked = await harvest.timeEntries.get(entry.id);
  assert.equal(locked.is_billed, true);
  assert.equal(locked.invoice.number, imported.number);
  await refused(harvest.timeEntries.update(entry.id, { hours: 1 }), 422, 'locked');
  await harvest.invoices.delete(imported.id);
  assert.equal((await harvest.timeEntries.get(entry.id)).is_billed, false);

  const estimate = await harvest.estimates.create({ client_id: client.id, line_items: [{ kind: 'Service', unit_price: 12.345, quantity: 3 }] });
  assert.equal(estimate.amount, 37.04);
  await harvest.estimates.send(estimate.id);
  await harvest.estimates.accept(estimate.id);
  assert.equal((await harvest.estimates.get(estimate.id)).state, 'accepted');
  await harvest.estimates.reopen(estimate.id);
  await harvest.estimates.decline(estimate.id);
  assert.equal((await harvest.estimateMessages.list(estimate.id)).estimate_messages.length, 4);
  await harvest.estimates.delete(estimate.id);
}

async function expensesAndLists(harvest, { project }) {
  const category = await harvest.expenseCategories.create({ name: 'Compat km', unit_name: 'km', unit_price: 0.5 });
  const expense = await harvest.expenses.create({
    project_id: project.id, expense_category_id: category.id, spent_date: '2026-06-29', units: 11,
  });
  assert.equal(expense.total_cost, 5.5);
  assert.equal((await harvest.expenses.update(expense.id, { notes: 'ü' })).notes, 'ü');
  await refused(harvest.expenseCategories.delete(category.id), 422, 'expenses');
  await harvest.expenses.delete(expense.id);
  await harvest.expenseCategories.delete(category.id);
  const item = await harvest.invoiceItemCategories.create({ name: 'Compat item' });
  await harvest.invoiceItemCategories.update(item.id, { name: 'Compat thing' });
  await harvest.invoiceItemCategories.delete(item.id);
  const quote = await harvest.estimateItemCategories.create({ name: 'Compat item' });
  await harvest.estimateItemCategories.delete(quote.id);
  const role = await harvest.roles.create({ name: 'Compat role', user_ids: [] });
  await harvest.roles.update(role.id, { name: 'Compat rule' });
  await harvest.roles.delete(role.id);
}

async function people(harvest, base) {
  const me = await harvest.users.me();
  assert.deepEqual(me.access_roles, ['administrator']);
  const mine = await harvest.projectAssignments.me();
  assert.ok(Array.isArray(mine.project_assignments));
  const theirs = await harvest.projectAssignments.list(me.id, {});
  assert.equal(theirs.total_entries, mine.total_entries);
  const user = await harvest.users.create({ first_name: 'Com', last_name: 'Pat', email: 'com@pat.example' });
  assert.equal((await harvest.users.update(user.id, { is_contractor: true })).is_contractor, true);
  await harvest.users.delete(user.id);
  const member = connect(base, 'practice-harvest-member');
  await refused(member.clients.list(), 403, 'Not authorized!');
  const entries = await member.timeEntries.list({ per_page: 10 });
  const self = await member.users.me();
  for (const entry of entries.time_entries) {
    assert.equal(entry.user.id, self.id);
    assert.equal('cost_rate' in entry, false);
  }
  await refused(connect(base, 'nobody').company.get(), 401, 'invalid_token');
}

async function throttled(harvest, addresses) {
  await control(addresses, 'faults', { kind: 'rate-minute', system: 'harvest', count: 1, retryAfter: 1 });
  const began = Date.now();
  await harvest.company.get(); // the library waits as it is told and asks again
  assert.ok(Date.now() - began >= 900);
}

async function silence(addresses) {
  const mails = await control(addresses, 'state/harvest/outbox');
  const kinds = mails.map((mail) => mail.kind);
  assert.deepEqual(kinds, ['letter', 'invitation'], 'only the letter and the invitation that were asked for');
}

const { addresses, stop } = await startPractice('--deals', '0', '--virtual-time', '--company', '20');
try {
  await control(addresses, 'limits', { enabled: false });
  const harvest = connect(addresses.harvest);
  await company(harvest);
  const counts = await lists(harvest);
  await everyPage(harvest);
  const made = await crud(harvest);
  const entry = await time(harvest, made);
  await documents(harvest, made, entry);
  await expensesAndLists(harvest, made);
  await people(harvest, addresses.harvest);
  await harvest.projects.delete(made.project.id);
  await harvest.clients.delete(made.client.id);
  await throttled(harvest, addresses);
  await silence(addresses);
  console.log('harvest: every object of the library works', JSON.stringify(counts));
} finally {
  stop();
}
