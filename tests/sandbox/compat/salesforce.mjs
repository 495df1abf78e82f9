// Drives the practice Salesforce with the unmodified jsforce: `node salesforce.mjs <tieout-sandbox>`.
// The modules come from the folder that TIEOUT_COMPAT_MODULES names.

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { require, startPractice } from "./bench/practice.mjs";

// jsforce takes a proxy from the environment for every host, this one as well.
for (const name of ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"]) delete process.env[name];

const jsforce = require("jsforce");

const CLIENT = "tieout-practice";
const REDIRECT = "http://localhost:8742/callback";
const VERSION = "62.0";
const DAY = 24 * 3600 * 1000;

let practiceCompany;
let base;
let control;
let refreshToken;
let conn;

async function practice(what, body) {
  const answer = await fetch(`${control}/_practice/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, await answer.text());
}

const setUp = (wishes) => practice("limits", { salesforce: wishes });

/// Rejects with the service's own code.
async function refused(promise, code) {
  try {
    await promise;
  } catch (error) {
    assert.equal(error.errorCode ?? error.name, code, error.message);
    return error;
  }
  assert.fail(`expected ${code}`);
}

async function raw(method, path, body, headers = {}) {
  const answer = await fetch(`${base}/services/data/v${VERSION}${path}`, {
    method,
    headers: { authorization: `Bearer ${conn.accessToken}`, "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    redirect: "manual",
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

async function form(path, fields, options = {}) {
  return fetch(`${base}${path}`, { method: "POST", body: new URLSearchParams(fields), ...options });
}

function codeFrom(answer, state) {
  assert.equal(answer.status, 302);
  const url = new URL(answer.headers.get("location"));
  assert.equal(url.searchParams.get("state"), state);
  assert.equal(url.searchParams.get("error"), null);
  return url.searchParams.get("code");
}

const won = "StageName = 'Closed Won'";
const deal = (name) => ({ Name: name, StageName: "Proposal", CloseDate: "2026-12-24" });
const names = (records) => records.map((record) => record.Name).sort();

const steps = {
  "sign-in through the pages with PKCE": async () => {
    const verifier = randomBytes(48).toString("base64url");
    const asked = {
      response_type: "code",
      client_id: CLIENT,
      redirect_uri: REDIRECT,
      scope: "api refresh_token id",
      state: "a b&c",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    };
    const page = await fetch(`${base}/services/oauth2/authorize?${new URLSearchParams(asked)}`);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<form/);
    const allowed = await form(
      "/services/oauth2/authorize",
      { ...asked, decision: "allow" },
      { redirect: "manual" },
    );
    const code = codeFrom(allowed, asked.state);
    const exchange = { grant_type: "authorization_code", code, client_id: CLIENT, redirect_uri: REDIRECT };
    const answer = await form("/services/oauth2/token", { ...exchange, code_verifier: verifier });
    assert.equal(answer.status, 200);
    const token = await answer.json();
    assert.match(token.access_token, /^00D\w{12}!/);
    assert.equal(token.instance_url, base);
    assert.equal(token.expires_in, undefined);
    assert.match(token.issued_at, /^\d{13}$/);
    const again = await form("/services/oauth2/token", { ...exchange, code_verifier: verifier });
    assert.equal(again.status, 400);
    assert.equal((await again.json()).error, "invalid_grant");
  },

  "sign-in through OAuth2 of the library": async () => {
    const oauth2 = new jsforce.OAuth2({
      loginUrl: base,
      clientId: CLIENT,
      redirectUri: REDIRECT,
      useVerifier: true,
    });
    const url = oauth2.getAuthorizationUrl({ scope: "api refresh_token id", state: "x" });
    const page = await fetch(url, { redirect: "manual", headers: { "practice-auto": "1" } });
    conn = new jsforce.Connection({ oauth2, version: VERSION });
    const user = await conn.authorize(codeFrom(page, "x"));
    assert.match(user.organizationId, /^00D\w{15}$/);
    assert.match(user.id, /^005\w{15}$/);
    assert.equal(conn.instanceUrl, base);
    refreshToken = conn.refreshToken;
    assert.ok(refreshToken);
  },

  identity: async () => {
    const me = await conn.identity();
    assert.equal(me.username, "robin@practice.example");
    assert.equal(me.organization_id, conn.userInfo.organizationId);
    const answer = await fetch(`${base}/services/oauth2/userinfo`, {
      headers: { authorization: "Bearer no" },
    });
    assert.equal(answer.status, 403);
    assert.equal(await answer.text(), "Bad_OAuth_Token");
  },

  "versions and resources": async () => {
    const versions = await (await fetch(`${base}/services/data`)).json();
    assert.ok(
      versions.some((entry) => entry.version === VERSION && entry.url === `/services/data/v${VERSION}`),
    );
    const resources = await conn.request("/");
    assert.ok(resources.sobjects && resources.query && resources.identity);
    assert.equal((await fetch(`${base}/services/data/v20.0/sobjects`)).status, 401);
    const old = await fetch(`${base}/services/data/v20.0/sobjects`, {
      headers: { authorization: `Bearer ${conn.accessToken}` },
    });
    assert.equal(old.status, 410);
  },

  describeGlobal: async () => {
    const { sobjects, maxBatchSize } = await conn.describeGlobal();
    assert.equal(maxBatchSize, 200);
    const have = new Set(sobjects.map((entry) => entry.name));
    for (const name of [
      "Account",
      "Contact",
      "Opportunity",
      "OpportunityLineItem",
      "Product2",
      "Pricebook2",
      "PricebookEntry",
      "Task",
      "Event",
      "Case",
      "Lead",
      "Quote",
      "QuoteLineItem",
      "User",
      "Territory2",
    ])
      assert.ok(have.has(name), name);
    assert.ok(!have.has("CustomField"));
  },

  describe: async () => {
    const meta = await conn.describe("Opportunity");
    const field = (name) => meta.fields.find((entry) => entry.name === name);
    assert.equal(field("Name").length, 120);
    assert.equal(field("Amount").type, "currency");
    assert.equal(field("StageName").nillable, false);
    assert.deepEqual(field("AccountId").referenceTo, ["Account"]);
    assert.equal(field("Xero_Invoice_Id__c").externalId, true);
    assert.ok(meta.childRelationships.some((entry) => entry.relationshipName === "OpportunityLineItems"));
    const task = await conn.describe("Task");
    const who = task.fields.find((entry) => entry.name === "WhoId");
    assert.deepEqual(who.referenceTo, ["Contact", "Lead"]);
    assert.equal(who.polymorphicForeignKey, true);
    await refused(conn.describe("Nothing__c"), "NOT_FOUND");
  },

  "describe knows what has not changed": async () => {
    const first = await raw("GET", "/sobjects/Account/describe");
    const since = first.headers.get("last-modified");
    assert.ok(since);
    const second = await raw("GET", "/sobjects/Account/describe", undefined, { "if-modified-since": since });
    assert.equal(second.status, 304);
  },

  "query with a parent and children": async () => {
    const { records, done } = await conn.query(
      `SELECT Id, Name, Amount, Account.Name, (SELECT Id, Quantity FROM OpportunityLineItems)
       FROM Opportunity WHERE ${won} ORDER BY SystemModstamp, Id LIMIT 5`,
    );
    assert.equal(done, true);
    assert.equal(records.length, 5);
    assert.equal(records[0].attributes.type, "Opportunity");
    assert.equal(records[0].Account.attributes.type, "Account");
    assert.ok(records[0].OpportunityLineItems.records.length > 0);
  },

  "query, queryMore and autoFetch": async () => {
    const counted = await conn.query("SELECT COUNT() FROM Opportunity");
    assert.equal(counted.totalSize, 300);
    const first = await conn.query("SELECT Id FROM Opportunity", {
      headers: { "Sforce-Query-Options": "batchSize=200" },
    });
    assert.equal(first.done, false);
    assert.equal(first.records.length, 200);
    const second = await conn.queryMore(first.nextRecordsUrl);
    assert.equal(second.done, true);
    assert.equal(new Set([...first.records, ...second.records].map((row) => row.Id)).size, 300);
    const all = await conn.query("SELECT Id FROM Opportunity", {
      headers: { "Sforce-Query-Options": "batchSize=200" },
      autoFetch: true,
      maxFetch: 1000,
    });
    assert.equal(all.records.length, 300);
    await refused(
      conn.queryMore("/services/data/v62.0/query/01g000000000000AAA-2000"),
      "INVALID_QUERY_LOCATOR",
    );
  },

  "query builder: find, count, include": async () => {
    const found = await conn
      .sobject("Opportunity")
      .find({ IsWon: true, Amount: { $gt: 100 } }, ["Id", "Name", "Account.Name"])
      .include("OpportunityLineItems")
      .select("Id, UnitPrice")
      .end()
      .sort({ CloseDate: -1 })
      .limit(3)
      .execute();
    assert.equal(found.length, 3);
    assert.ok(found[0].OpportunityLineItems.records[0].UnitPrice !== undefined);
    assert.ok((await conn.sobject("Account").count({ Name: { $ne: null } })) > 50);
  },

  "aggregates, groups and having": async () => {
    const sums = await conn.query(
      `SELECT StageName, COUNT(Id) deals, SUM(Amount), MAX(CloseDate) latest FROM Opportunity
       GROUP BY StageName HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC`,
    );
    assert.ok(sums.records.length > 1);
    assert.equal(sums.records[0].attributes.type, "AggregateResult");
    assert.ok(sums.records[0].deals >= sums.records[1].deals);
    assert.equal(typeof sums.records[0].expr0, "number");
    const years = await conn.query(
      "SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate)",
    );
    assert.equal(
      years.records.reduce((sum, row) => sum + row.n, 0),
      300,
    );
    const fields = await conn.query("SELECT FIELDS(ALL) FROM Account LIMIT 2");
    assert.ok("SystemModstamp" in fields.records[0] && "Xero_Contact_Id__c" in fields.records[0]);
  },

  "error names of queries": async () => {
    await refused(conn.query("SELECT Nope FROM Account"), "INVALID_FIELD");
    await refused(conn.query("SELECT Id FROM Nothing"), "INVALID_TYPE");
    await refused(conn.query("SELECT Id FROM Account WHERE"), "MALFORMED_QUERY");
    await refused(conn.query("SELECT Name, COUNT(Id) FROM Account"), "MALFORMED_QUERY");
  },

  "create, retrieve, update, destroy": async () => {
    const made = await conn
      .sobject("Account")
      .create({ Name: "  Compat Ltd ", AnnualRevenue: "1234567890123456.78" });
    assert.equal(made.success, true);
    const row = await conn.sobject("Account").retrieve(made.id);
    assert.equal(row.Name, "Compat Ltd");
    assert.equal(row.BillingAddress, null);
    await conn.sobject("Account").update({ Id: made.id, BillingCity: "Hobart" });
    const after = await conn
      .sobject("Account")
      .retrieve(made.id.slice(0, 15), { fields: ["BillingAddress"] });
    assert.equal(after.BillingAddress.city, "Hobart");
    assert.equal((await conn.sobject("Account").destroy(made.id)).success, true);
    const gone = await refused(conn.sobject("Account").retrieve(made.id), "ENTITY_IS_DELETED");
    assert.match(gone.message, /deleted/);
    await refused(conn.sobject("Account").retrieve("001000000000009AAA"), "NOT_FOUND");
  },

  "error names of writes": async () => {
    const account = conn.sobject("Account");
    await refused(account.create({ Phone: "1" }), "REQUIRED_FIELD_MISSING");
    await refused(account.create({ Name: "x".repeat(256) }), "STRING_TOO_LONG");
    await refused(account.create({ Name: "x", Nope: 1 }), "INVALID_FIELD");
    await refused(
      account.create({ Name: "x", SystemModstamp: "2026-01-01T00:00:00Z" }),
      "INVALID_FIELD_FOR_INSERT_UPDATE",
    );
    await refused(
      account.create({ Name: "x", CurrencyIsoCode: "XXX" }),
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    );
    await refused(
      conn.sobject("Contact").create({ LastName: "x", AccountId: "001000000000009AAA" }),
      "INVALID_CROSS_REFERENCE_KEY",
    );
    const several = await refused(account.create({ Name: "x", Nope: 1, Nope2: 2 }), "MULTIPLE_API_ERRORS");
    assert.equal(several.data.length, 2);
  },

  "upsert by external id": async () => {
    const account = conn.sobject("Account");
    const key = "4d2c6a9e-8d0b-4c1f-9f0e-1f2a3b4c5d6e";
    const first = await account.upsert({ Name: "Upsert", Xero_Contact_Id__c: key }, "Xero_Contact_Id__c");
    assert.equal(first.created, true);
    const second = await account.upsert(
      { Name: "Upsert 2", Xero_Contact_Id__c: key.toUpperCase() },
      "Xero_Contact_Id__c",
    );
    assert.equal(second.created, false);
    assert.equal(second.id, first.id);
    const contact = await conn
      .sobject("Contact")
      .create({ LastName: "Lee", Account: { Xero_Contact_Id__c: key } });
    assert.equal((await conn.sobject("Contact").retrieve(contact.id)).AccountId, first.id);
    await refused(account.create({ Name: "x", Xero_Contact_Id__c: key }), "DUPLICATE_VALUE");
    await conn.sobject("Contact").create([
      { LastName: "a", Email: "twin@x.example" },
      { LastName: "b", Email: "twin@x.example" },
    ]);
    const twins = await refused(
      conn.sobject("Contact").upsert({ LastName: "c", Email: "twin@x.example" }, "Email"),
      "MULTIPLE_CHOICES",
    );
    assert.equal(twins.data.length, 2);
    const before46 = new jsforce.Connection({
      instanceUrl: base,
      accessToken: conn.accessToken,
      version: "45.0",
    });
    const quiet = await before46
      .sobject("Account")
      .upsert({ Name: "Upsert 3", Xero_Contact_Id__c: key }, "Xero_Contact_Id__c");
    assert.equal(quiet.success, true);
  },

  "collections of 200": async () => {
    const rows = Array.from({ length: 450 }, (_, i) => ({ LastName: i === 250 ? "" : `Collected ${i}` }));
    const made = await conn.sobject("Contact").create(rows, { allowRecursive: true });
    assert.equal(made.length, 450);
    assert.equal(made.filter((row) => row.success).length, 449);
    assert.equal(made[250].errors[0].statusCode, "REQUIRED_FIELD_MISSING");
    const ids = made
      .filter((row) => row.success)
      .map((row) => row.id)
      .slice(0, 3);
    const read = await conn.sobject("Contact").retrieve(ids);
    assert.equal(read.length, 3);
    const changed = await conn.sobject("Contact").update(ids.map((Id, i) => ({ Id, Title: `T${i}` })));
    assert.ok(changed.every((row) => row.success));
    const gone = await conn.sobject("Contact").destroy([ids[0], "003000000000009AAA"]);
    assert.deepEqual(
      gone.map((row) => row.success),
      [true, false],
    );
    const none = await conn.sobject("Account").create([{ Name: "rolled back" }, {}], { allOrNone: true });
    assert.equal(none[0].errors[0].statusCode, "ALL_OR_NONE_OPERATION_ROLLED_BACK");
    assert.equal((await conn.query("SELECT Id FROM Account WHERE Name = 'rolled back'")).totalSize, 0);
  },

  "prices, lines and the amount": async () => {
    const {
      records: [book],
    } = await conn.query("SELECT Id FROM Pricebook2 WHERE IsStandard = true");
    const { id: product } = await conn.sobject("Product2").create({ Name: "Compat widget", IsActive: true });
    const { id: custom } = await conn.sobject("Pricebook2").create({ Name: "Wholesale", IsActive: true });
    const price = { Product2Id: product, UnitPrice: 10, IsActive: true };
    await refused(
      conn.sobject("PricebookEntry").create({ ...price, Pricebook2Id: custom }),
      "STANDARD_PRICE_NOT_DEFINED",
    );
    const { id: entry } = await conn.sobject("PricebookEntry").create({ ...price, Pricebook2Id: book.Id });
    const { id: opportunity } = await conn.sobject("Opportunity").create(deal("Compat deal"));
    const line = { OpportunityId: opportunity, PricebookEntryId: entry, Quantity: 3 };
    await refused(
      conn.sobject("OpportunityLineItem").create({ ...line, UnitPrice: 1, TotalPrice: 3 }),
      "FIELD_INTEGRITY_EXCEPTION",
    );
    await conn.sobject("OpportunityLineItem").create({ ...line, UnitPrice: 12.5 });
    const after = await conn.sobject("Opportunity").retrieve(opportunity);
    assert.equal(after.Amount, 37.5);
    await refused(conn.sobject("Product2").destroy(product), "DELETE_FAILED");
    const quote = await conn.sobject("Quote").create({ Name: "Q1", OpportunityId: opportunity, Tax: 5 });
    await conn
      .sobject("QuoteLineItem")
      .create({ QuoteId: quote.id, PricebookEntryId: entry, Quantity: 2, UnitPrice: 12.5 });
    const offer = await conn.sobject("Quote").retrieve(quote.id);
    assert.equal(offer.TotalPrice, 25);
    assert.equal(offer.GrandTotal, 30);
  },

  "tasks point to anything": async () => {
    const {
      records: [account],
    } = await conn.query("SELECT Id, Name FROM Account WHERE Name != null LIMIT 1");
    const { id } = await conn.sobject("Task").create({ Subject: "Chase", WhatId: account.Id });
    const task = await conn.sobject("Task").retrieve(id);
    assert.equal(task.Status, "Not Started");
    assert.equal(task.AccountId, account.Id);
    const about = `FROM Task WHERE WhatId = '${account.Id}'`;
    const named = await conn.query(`SELECT Id, What.Name, What.Type ${about} AND What.Type = 'Account'`);
    assert.equal(named.records[0].What.Type, "Account");
    assert.equal(named.records[0].What.Name, account.Name);
    const typed = await conn.query(
      `SELECT TYPEOF What WHEN Account THEN Id, BillingCity ELSE Name END ${about}`,
    );
    assert.ok("BillingCity" in typed.records[0].What);
    await conn.sobject("Task").create({ Subject: "Old", Status: "Completed", ActivityDate: "2020-01-01" });
    assert.equal((await conn.query("SELECT Id FROM Task WHERE Subject = 'Old'")).totalSize, 0);
    assert.equal(
      (await conn.query("SELECT Id FROM Task WHERE Subject = 'Old'", { scanAll: true })).totalSize,
      1,
    );
    await refused(conn.sobject("Event").create({ Subject: "When?" }), "REQUIRED_FIELD_MISSING");
  },

  "queryAll, updated and deleted": async () => {
    const { id } = await conn.sobject("Account").create({ Name: "Soon gone" });
    await conn.sobject("Account").destroy(id);
    const soql = "SELECT Id, IsDeleted FROM Account WHERE Name = 'Soon gone'";
    assert.equal((await conn.query(soql)).totalSize, 0);
    const all = await conn.query(soql, { scanAll: true });
    assert.equal(all.records[0].IsDeleted, true);
    const from = new Date(Date.now() - DAY).toISOString();
    const to = new Date(Date.now() + DAY).toISOString();
    const deleted = await conn.deleted("Account", from, to);
    assert.ok(deleted.deletedRecords.some((row) => row.id === id));
    const updated = await conn.sobject("Account").updated(from, to);
    assert.ok(updated.ids.length > 0 && !updated.ids.includes(id));
    assert.ok(updated.latestDateCovered);
    await refused(conn.updated("Account", to, from), "INVALID_REPLICATION_DATE");
    await setUp({ undelete: [id] });
    assert.equal((await conn.query(soql)).totalSize, 1);
  },

  "nested children page by themselves": async () => {
    const { id } = await conn.sobject("Account").create({ Name: "Many people" });
    await conn.sobject("Contact").create(
      Array.from({ length: 450 }, (_, i) => ({ LastName: `P${i}`, AccountId: id })),
      { allowRecursive: true },
    );
    const { records } = await conn.query(
      `SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id = '${id}'`,
      {
        headers: { "Sforce-Query-Options": "batchSize=200" },
        autoFetch: true,
        maxFetch: 5000,
      },
    );
    const people = records[0].Contacts;
    assert.equal(people.totalSize, 450);
    let rows = [...people.records];
    for (let next = people.nextRecordsUrl; rows.length < 450;) {
      const page = await conn.request(next);
      rows = rows.concat(page.records);
      next = page.nextRecordsUrl;
    }
    assert.equal(new Set(rows.map((row) => row.Id)).size, 450);
  },

  "composite with references": async () => {
    const root = `/services/data/v${VERSION}`;
    const answer = await conn.request({
      method: "POST",
      url: "/composite",
      body: JSON.stringify({
        allOrNone: true,
        compositeRequest: [
          {
            method: "POST",
            url: `${root}/sobjects/Account`,
            referenceId: "a",
            body: { Name: 'Quoted "name"' },
          },
          {
            method: "POST",
            url: `${root}/sobjects/Contact`,
            referenceId: "c",
            body: { LastName: "Ref", AccountId: "@{a.id}" },
          },
          {
            method: "GET",
            url: `${root}/query?q=SELECT Name FROM Contact WHERE AccountId = '@{a.id}'`,
            referenceId: "q",
          },
          { method: "GET", url: `${root}/sobjects/Account/@{a.id}`, referenceId: "r" },
        ],
      }),
      headers: { "content-type": "application/json" },
    });
    assert.deepEqual(
      answer.compositeResponse.map((part) => part.httpStatusCode),
      [201, 201, 200, 200],
    );
    assert.equal(answer.compositeResponse[2].body.records[0].Name, "Ref");
    const tree = await raw("POST", "/composite/tree/Account", {
      records: [
        {
          attributes: { type: "Account", referenceId: "r1" },
          Name: "Tree",
          Contacts: { records: [{ attributes: { type: "Contact", referenceId: "r2" }, LastName: "Leaf" }] },
        },
      ],
    });
    assert.equal(tree.status, 201);
    assert.equal(tree.body.hasErrors, false);
    assert.equal(tree.body.results.length, 2);
    const batch = await raw("POST", "/composite/batch", {
      batchRequests: [
        { method: "GET", url: `v${VERSION}/sobjects/Account/describe` },
        { method: "GET", url: `v${VERSION}/sobjects/Nothing/describe` },
      ],
    });
    assert.deepEqual(
      batch.body.results.map((part) => part.statusCode),
      [200, 404],
    );
  },

  "composite graph": async () => {
    const node = (referenceId, object, body) => ({
      method: "POST",
      url: `/services/data/v${VERSION}/sobjects/${object}`,
      referenceId,
      body,
    });
    const answer = await conn.request({
      method: "POST",
      url: "/composite/graph",
      body: JSON.stringify({
        graphs: [
          { graphId: "good", compositeRequest: [node("a", "Account", { Name: "Graph" }), node("c", "Contact", { LastName: "Of", AccountId: "@{a.id}" })] },
          { graphId: "bad", compositeRequest: [node("a", "Account", { Name: "Lost" }), node("c", "Contact", {})] },
        ],
      }),
      headers: { "content-type": "application/json" },
    });
    assert.deepEqual(
      answer.graphs.map((graph) => [graph.graphId, graph.isSuccessful]),
      [["good", true], ["bad", false]],
    );
    assert.equal((await conn.sobject("Account").find({ Name: "Lost" })).length, 0);
  },

  "contact roles by their key": async () => {
    const deal = await conn.sobject("Opportunity").create({ Name: "Role", StageName: "Prospecting", CloseDate: "2026-07-01" });
    const contact = await conn.sobject("Contact").create({ LastName: "Role" });
    const role = { OpportunityId: deal.id, ContactId: contact.id, Role: "Decision Maker", IsPrimary: true, Tieout_Key__c: "role-1" };
    const made = await conn.sobject("OpportunityContactRole").upsert(role, "Tieout_Key__c");
    assert.equal(made.created, true);
    const { OpportunityId, ...rest } = role;
    const again = await conn.sobject("OpportunityContactRole").upsert({ ...rest, Role: "Evaluator" }, "Tieout_Key__c");
    assert.equal(again.created, false);
    const [row] = (await conn.query("SELECT Role, Contact.LastName FROM OpportunityContactRole WHERE Tieout_Key__c = 'role-1'")).records;
    assert.deepEqual([row.Role, row.Contact.LastName], ["Evaluator", "Role"]);
  },

  "bulk ingest": async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      Name: i === 10 ? "" : `Bulk, "quoted" ${i}`,
      Xero_Contact_Id__c: `bulk-${i}`,
      BillingCity: i % 2 === 0 ? null : "Line one\nline two",
    }));
    conn.bulk2.pollInterval = 50;
    conn.bulk2.pollTimeout = 20000;
    const made = await conn.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "insert",
      input: rows,
    });
    assert.equal(made.successfulResults.length, 299);
    assert.equal(made.failedResults.length, 1);
    assert.match(made.failedResults[0].sf__Error, /^REQUIRED_FIELD_MISSING:.*:Name --$/);
    assert.equal(made.unprocessedRecords.length, 0);
    assert.equal(made.successfulResults[0].sf__Created, "true");
    const again = await conn.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "upsert",
      externalIdFieldName: "Xero_Contact_Id__c",
      input: [
        { Xero_Contact_Id__c: "bulk-0", Name: "Again" },
        { Xero_Contact_Id__c: "bulk-x", Name: "New" },
      ],
    });
    assert.deepEqual(
      again.successfulResults.map((row) => row.sf__Created),
      ["false", "true"],
    );
    const ids = made.successfulResults.slice(0, 5).map((row) => ({ Id: row.sf__Id }));
    const gone = await conn.bulk2.loadAndWaitForResults({
      object: "Account",
      operation: "delete",
      input: ids,
    });
    assert.equal(gone.successfulResults.length, 5);
    const job = conn.bulk2.createJob({ object: "Account", operation: "insert" });
    await job.open();
    await job.uploadData("Name,Nope\nx,1\n");
    await job.close();
    await assert.rejects(job.poll(20, 5000), /Field name not found : Nope/);
    const left = conn.bulk2.createJob({ object: "Account", operation: "insert" });
    await left.open();
    await left.uploadData("Name\nnever\n");
    await left.abort();
    assert.equal((await left.getUnprocessedRecords()).length, 1);
    await left.delete();
    await refused(conn.bulk2.createJob({ object: "Nothing", operation: "insert" }).open(), "INVALIDJOB");
  },

  "bulk query": async () => {
    const stream = await conn.bulk2.query(
      "SELECT Id, Name, Account.Name, CloseDate, SystemModstamp FROM Opportunity ORDER BY Id",
    );
    const rows = await stream.toArray();
    assert.ok(rows.length > 300);
    assert.match(rows[0].SystemModstamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok("Account.Name" in rows[0]);
    const none = await conn.bulk2.query("SELECT Id FROM Opportunity WHERE Name = 'nobody'");
    assert.deepEqual(await none.toArray(), []);
    await refused(conn.bulk2.query("SELECT Id, (SELECT Id FROM Contacts) FROM Account"), "API_ERROR");
    await refused(conn.bulk2.query("SELECT Nope FROM Account"), "INVALID_FIELD");
  },

  "bulk query in pages": async () => {
    const job = (
      await raw("POST", "/jobs/query", { operation: "query", query: "SELECT Id FROM Contact ORDER BY Id" })
    ).body;
    let state = job.state;
    while (state !== "JobComplete") ({ state } = (await raw("GET", `/jobs/query/${job.id}`)).body);
    const ids = [];
    for (let locator = ""; locator !== "null";) {
      const page = await fetch(
        `${base}/services/data/v${VERSION}/jobs/query/${job.id}/results?maxRecords=200${locator && `&locator=${locator}`}`,
        { headers: { authorization: `Bearer ${conn.accessToken}` } },
      );
      assert.equal(page.headers.get("content-type"), "text/csv;charset=UTF-8");
      const lines = (await page.text()).trimEnd().split("\n");
      assert.equal(lines[0], '"Id"');
      assert.equal(Number(page.headers.get("sforce-numberofrecords")), lines.length - 1);
      ids.push(...lines.slice(1));
      locator = page.headers.get("sforce-locator");
    }
    assert.equal(new Set(ids).size, (await conn.query("SELECT COUNT() FROM Contact")).totalSize);
  },

  tooling: async () => {
    const made = await conn.tooling.sobject("CustomField").create({
      FullName: "Account.Compat_Key__c",
      Metadata: { type: "Text", label: "Compat key", length: 36, externalId: true, unique: true },
    });
    assert.equal(made.success, true);
    await refused(conn.query("SELECT Compat_Key__c FROM Account LIMIT 1"), "INVALID_FIELD");
    const {
      records: [set],
    } = await conn.query("SELECT Id FROM PermissionSet WHERE IsOwnedByProfile = true");
    await conn.sobject("FieldPermissions").create({
      ParentId: set.Id,
      SobjectType: "Account",
      Field: "Account.Compat_Key__c",
      PermissionsRead: true,
      PermissionsEdit: true,
    });
    const keyed = await conn
      .sobject("Account")
      .upsert({ Name: "Keyed", Compat_Key__c: "k-1" }, "Compat_Key__c");
    assert.equal(keyed.created, true);
    const fields = await conn.tooling.query(
      "SELECT Id, DeveloperName, TableEnumOrId FROM CustomField WHERE DeveloperName = 'Compat_Key'",
    );
    assert.equal(fields.records[0].TableEnumOrId, "Account");
    await refused(
      conn.tooling
        .sobject("CustomField")
        .create({ FullName: "Account.Compat_Key__c", Metadata: { type: "Date" } }),
      "DUPLICATE_DEVELOPER_NAME",
    );
  },

  "recent and search": async () => {
    const { id } = await conn.sobject("Account").create({ Name: "Zanzibar Trading" });
    const recent = await conn.sobject("Account").recent();
    assert.equal(recent[0].Id, id);
    assert.ok((await conn.recent()).some((row) => row.Id === id));
    const { searchRecords } = await conn.search(
      "FIND {Zanz*} IN NAME FIELDS RETURNING Account(Id, Name ORDER BY Name LIMIT 5), Contact(Id)",
    );
    assert.deepEqual(names(searchRecords), ["Zanzibar Trading"]);
    await refused(conn.search("FIND {x} RETURNING Account"), "MALFORMED_SEARCH");
    const parameterized = await raw(
      "GET",
      "/parameterizedSearch?q=Zanzibar&sobject=Account&Account.fields=Id,Name",
    );
    assert.equal(parameterized.body.searchRecords[0].Name, "Zanzibar Trading");
  },

  limits: async () => {
    const limits = await conn.limits();
    assert.ok(limits.DailyApiRequests.Max > limits.DailyApiRequests.Remaining);
    assert.ok(conn.limitInfo.apiUsage.used > 20);
    assert.equal(conn.limitInfo.apiUsage.limit, limits.DailyApiRequests.Max);
    await setUp({ perAppUsage: true });
    await conn.limits();
    assert.ok(conn.limitInfo.apiUsage.used > 20);
    await setUp({ perAppUsage: false });
  },

  "rules of the administrator": async () => {
    await setUp({
      validationRules: [
        { object: "Opportunity", when: "Amount > 1000000", message: "Too large", field: "Amount" },
      ],
      duplicateRules: [{ name: "Same_Name", object: "Account", fields: ["Name"], action: "alert" }],
      obstacles: [{ object: "Contact", operation: "create", code: "UNABLE_TO_LOCK_ROW", count: 1 }],
    });
    const broken = await refused(
      conn.sobject("Opportunity").create({ ...deal("Huge"), Amount: 2000000 }),
      "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    );
    assert.equal(broken.message, "Too large");
    await refused(conn.sobject("Contact").create({ LastName: "Locked" }), "UNABLE_TO_LOCK_ROW");
    await conn.sobject("Contact").create({ LastName: "Locked" });
    const twin = await raw("POST", "/sobjects/Account", { Name: "zanzibar trading" });
    assert.equal(twin.status, 400);
    assert.equal(twin.body[0].errorCode, "DUPLICATES_DETECTED");
    assert.equal(twin.body[0].duplicateResult.allowSave, true);
    assert.match(twin.body[0].duplicateResult.matchResults[0].matchRecords[0].record.Id, /^001/);
    const saved = await raw(
      "POST",
      "/sobjects/Account",
      { Name: "zanzibar trading" },
      { "sforce-duplicate-rule-header": "allowSave=true" },
    );
    assert.equal(saved.status, 201);
    await setUp({ validationRules: [], duplicateRules: [], obstacles: [] });
  },

  "conditional requests": async () => {
    const { id } = await conn.sobject("Account").create({ Name: "Conditional" });
    const read = await raw("GET", `/sobjects/Account/${id}`);
    const etag = read.headers.get("etag");
    assert.equal(
      (await raw("GET", `/sobjects/Account/${id}`, undefined, { "if-none-match": etag })).status,
      304,
    );
    assert.equal(
      (await raw("PATCH", `/sobjects/Account/${id}`, { Phone: "1" }, { "if-match": etag })).status,
      204,
    );
    assert.equal(
      (await raw("PATCH", `/sobjects/Account/${id}`, { Phone: "2" }, { "if-match": etag })).status,
      412,
    );
  },

  "features and hidden fields": async () => {
    await setUp({ features: { quotes: false, multiCurrency: false }, hideFields: ["Account.Phone"] });
    await refused(conn.query("SELECT Id FROM Quote"), "INVALID_TYPE");
    await refused(conn.query("SELECT CurrencyIsoCode FROM Account"), "INVALID_FIELD");
    await refused(conn.query("SELECT Phone FROM Account"), "INVALID_FIELD");
    await refused(
      conn.sobject("Account").create({ Name: "x", Phone: "1" }),
      "INVALID_FIELD_FOR_INSERT_UPDATE",
    );
    await setUp({ features: { quotes: true, multiCurrency: true }, showFields: ["Account.Phone"] });
    assert.ok((await conn.query("SELECT Phone FROM Account LIMIT 1")).done);
  },

  "compressed answers": async () => {
    await setUp({ compression: true });
    assert.equal((await conn.query("SELECT COUNT() FROM Opportunity")).done, true);
    const many = await conn.query("SELECT FIELDS(STANDARD) FROM Opportunity");
    assert.ok(many.records.length > 300);
    await setUp({ compression: false });
  },

  "an expired session is refreshed": async () => {
    const events = [];
    conn.on("refresh", (token) => events.push(token));
    await practice("faults", {
      system: "salesforce",
      kind: "expire-tokens",
      match: "/services/data/v62.0/limits",
      count: 1,
    });
    const limits = await conn.limits();
    assert.ok(limits.DailyApiRequests);
    assert.equal(events.length, 1);
    assert.equal(conn.accessToken, events[0]);
  },

  "sessions that the administrator blocks stay blocked": async () => {
    await setUp({ blockSessions: true });
    const blocked = await refused(conn.limits(), "INVALID_SESSION_ID");
    assert.match(blocked.message, /not valid for use with the REST API/);
    await setUp({ blockSessions: false });
  },

  "the organisation moves": async () => {
    const moved = base.replace("localhost", "127.0.0.1");
    await setUp({ instanceUrl: moved });
    const answer = await form("/services/oauth2/token", {
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      client_id: CLIENT,
    });
    const token = await answer.json();
    assert.equal(token.instance_url, moved);
    const elsewhere = new jsforce.Connection({
      instanceUrl: moved,
      accessToken: token.access_token,
      version: VERSION,
    });
    assert.ok((await elsewhere.limits()).DailyApiRequests);
    const left = await fetch(`${base}/services/data/v${VERSION}/limits`, {
      headers: { authorization: `Bearer ${token.access_token}` },
    });
    assert.equal(left.status, 401);
    await setUp({ instanceUrl: "" });
    conn.accessToken = (
      await (
        await form("/services/oauth2/token", {
          grant_type: "refresh_token",
          refresh_token: refreshToken,
          client_id: CLIENT,
        })
      ).json()
    ).access_token;
  },

  "refresh tokens rotate": async () => {
    await setUp({ rotateRefreshTokens: true });
    const refresh = async (token) =>
      form("/services/oauth2/token", {
        grant_type: "refresh_token",
        refresh_token: token,
        client_id: CLIENT,
      });
    const first = await (await refresh(refreshToken)).json();
    assert.notEqual(first.refresh_token, refreshToken);
    const second = await (await refresh(first.refresh_token)).json();
    conn.accessToken = second.access_token;
    assert.ok((await conn.limits()).DailyApiRequests);
    const reused = await refresh(refreshToken);
    assert.equal(reused.status, 400);
    assert.deepEqual(await reused.json(), {
      error: "invalid_grant",
      error_description: "expired access/refresh token",
    });
    assert.equal((await refresh(second.refresh_token)).status, 400);
    await setUp({ rotateRefreshTokens: false });
  },

  "sign-out revokes": async () => {
    const oauth2 = new jsforce.OAuth2({
      loginUrl: base,
      clientId: CLIENT,
      redirectUri: REDIRECT,
      useVerifier: true,
    });
    const page = await fetch(oauth2.getAuthorizationUrl({ state: "y" }), {
      redirect: "manual",
      headers: { "practice-auto": "1" },
    });
    const last = new jsforce.Connection({ oauth2, version: VERSION });
    await last.authorize(codeFrom(page, "y"));
    const token = last.accessToken;
    await last.logout(true);
    const answer = await fetch(`${base}/services/data/v${VERSION}/limits`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 401);
    assert.equal((await answer.json())[0].errorCode, "INVALID_SESSION_ID");
  },
};

let failed;
try {
  practiceCompany = await startPractice("--deals", "300", "--seed", "7", "--no-limits");
  ({ salesforce: base, control } = practiceCompany.addresses);
  for (const [name, step] of Object.entries(steps)) {
    failed = name;
    await step();
  }
  failed = undefined;
  console.log(`salesforce: ${Object.keys(steps).length} steps passed with jsforce ${jsforce.VERSION}`);
} catch (error) {
  console.error(`salesforce: failed at "${failed ?? "start"}"`);
  console.error(error);
  failed ??= "start";
} finally {
  practiceCompany?.stop();
}
process.exit(failed === undefined ? 0 : 1);
