#include "manifesttest.h"

#include "sandbox/harvest/harvestsystem.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::RowOutcome;
using model::Value;

/// The Harvest manifest against the practice Harvest: every object read, every write and action made.
class TestHarvest final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        startTime();
        m_harvest = enter<sandbox::HarvestSystem>(u"harvest"_s, *m_time, *m_random,
                                                  sandbox::business::Business(1), 6);
        m_bench->connection().tenantId = QString::number(sandbox::HarvestSystem::accountId());
        const Date today = utcDate(m_clock->now());
        m_bench->connection().settings.insert(u"reportFrom"_s, formatDate(today.addDays(-365)));
        m_bench->connection().settings.insert(u"reportTo"_s, formatDate(today));
        m_connector = m_bench->connectWithKey();
        m_today = today;
    }

    void onlyHarvestAccountsAreOffered()
    {
        const auto reachable = m_bench->run(m_connector->organisations({}));
        QVERIFY(reachable);
        QCOMPARE(reachable->size(), 1);
        QCOMPARE(reachable->first().tenantId, m_bench->connection().tenantId);
        QVERIFY(m_bench->run(m_connector->test({})));
    }

    void everyObjectIsRead_data() { addObjects(u"harvest"_s); }
    void everyObjectIsRead()
    {
        QFETCH(QString, object);
        if (object == u"teammates") makeTeammates();
        if (object.endsWith(u"_messages")) makeMessages();
        const auto records = readAll(object);
        QVERIFY(!records.isEmpty());
        const Json kept = m_harvest->state(object);
        if (kept.isArray() && object != u"company") QCOMPARE(records.size(), kept.size());
        const TargetRecord first = m_connector->toTarget(object, records.first());
        QVERIFY(!first.id.isEmpty());
        QSet<QString> ids;
        for (const model::Record& record : records)
            ids.insert(m_connector->toTarget(object, record).id);
        QCOMPARE(ids.size(), records.size());
    }

    void amountsKeepTheirDigits()
    {
        const auto records = readAll(u"time_entries"_s);
        const Json kept = m_harvest->state(u"time_entries");
        Decimal read;
        Decimal stored;
        for (const model::Record& record : records)
            read = *read.plus(*record.value(u"hours_without_timer").number());
        for (const Json& entry : kept.toArray())
            stored = *stored.plus(entry[u"hours"].toDecimal());
        QCOMPARE(read, stored);
    }

    void secondReadsTakeChangesOnly()
    {
        Cursor cursor;
        const auto all = readAll(u"clients"_s, &cursor);
        QVERIFY(all.size() > 3);
        m_clock->advance(std::chrono::hours(2));
        const QString id = m_connector->toTarget(u"clients"_s, all.first()).id;
        change(u"clients"_s, id, {{u"address"_s, Value(u"two\nlines"_s)}});
        ReadRequest request{u"clients"_s, paths(u"clients"_s), {}, cursor, {}, 0};
        const auto changed = m_bench->readAll(*m_connector, request);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().value(u"address").toPlainText(), u"two\nlines"_s);
    }

    void recordsComeAndGo_data()
    {
        QTest::addColumn<QString>("object");
        for (const char* const object :
             {"clients", "contacts", "tasks", "projects", "roles", "expense_categories",
              "invoice_item_categories", "estimate_item_categories", "expenses", "time_entries", "invoices",
              "estimates", "task_assignments", "user_assignments"})
            QTest::newRow(object) << QString::fromLatin1(object);
    }

    void recordsComeAndGo()
    {
        QFETCH(QString, object);
        const Members made = membersFor(object);
        const RowOutcome created = create(object, made);
        QVERIFY2(created.state == RowOutcome::State::Written,
                 qPrintable(created.error.code + created.error.text));
        QVERIFY(!created.targetId.isEmpty() && !created.targetVersion.isEmpty());
        m_clock->advance(std::chrono::seconds(5));
        QCOMPARE(change(object, created.targetId, changeOf(object)).state, RowOutcome::State::Written);
        QCOMPARE(remove(object, created.targetId, made).state, RowOutcome::State::Written);
        QCOMPARE(remove(object, created.targetId, made).state, RowOutcome::State::Rejected);
    }

    void lostCreatesAreFoundByTheirKey()
    {
        for (const QString& object :
             {u"invoices"_s, u"estimates"_s, u"projects"_s, u"clients"_s, u"time_entries"_s}) {
            const RowOutcome created = create(object, membersFor(object));
            QCOMPARE(created.state, RowOutcome::State::Written);
            const auto found = m_bench->run(m_connector->find(object, {keyOf(object), u"nobody"_s}, {}));
            QVERIFY2(found, qPrintable(object));
            QCOMPARE(found->size(), 1);
            QCOMPARE(found->first().id, created.targetId);
        }
    }

    void whatIsThereAlreadyIsNotMadeTwice()
    {
        const RowOutcome first = create(u"clients"_s, membersFor(u"clients"_s));
        const qsizetype all = m_harvest->state(u"clients").size();
        const RowOutcome again = create(u"clients"_s, membersFor(u"clients"_s));
        QCOMPARE(again.state, RowOutcome::State::Written);
        QCOMPARE(again.targetId, first.targetId);
        QCOMPARE(m_harvest->state(u"clients").size(), all);
    }

    void ratesAreAddedOnce_data()
    {
        QTest::addColumn<QString>("object");
        for (const char* const object : {"billable_rates", "cost_rates"})
            QTest::newRow(object) << QString::fromLatin1(object);
    }
    void ratesAreAddedOnce()
    {
        QFETCH(QString, object);
        const QString person = m_connector->toTarget(u"users"_s, readAll(u"users"_s).first()).id;
        const auto add = [&](const char* amount) {
            const WriteRow row =
                rowOf(person + u"/2031-02-03"_s, {{u"user_id"_s, Value(person)},
                                                  {u"amount"_s, number(amount)},
                                                  {u"start_date"_s, Value(Date(2031, 2, 3))}});
            return send(m_connector->prepare(object, Operation::Create, {row}, {}));
        };
        const qsizetype before = m_harvest->state(object).size();
        const RowOutcome made = add("120.50");
        QVERIFY2(made.state == RowOutcome::State::Written, qPrintable(made.error.code + made.error.text));
        QCOMPARE(m_harvest->state(object).size(), before + 1);
        QCOMPARE(add("120.50").targetId, made.targetId); // found, not added again
        QCOMPARE(m_harvest->state(object).size(), before + 1);
    }

    void invoicesAddUpAndKeepTheirLines()
    {
        const RowOutcome created = create(u"invoices"_s, membersFor(u"invoices"_s));
        QCOMPARE(created.state, RowOutcome::State::Written);
        const auto records = m_bench->readAll(
            *m_connector, {u"invoices"_s, paths(u"invoices"_s), {}, {}, {created.targetId}, 0});
        QCOMPARE(records.size(), 1);
        QCOMPARE(*records.first().value(u"amount").number(), *number("288.9").number());
        const auto* lines = records.first().value(u"line_items").list();
        QVERIFY(lines && lines->size() == 2);
    }

    void paymentsSettleAndNeverThank()
    {
        const QString invoice = create(u"invoices"_s, membersFor(u"invoices"_s)).targetId;
        const Members payment{{u"invoice_id"_s, Value(invoice)},
                              {u"amount"_s, number("288.90")},
                              {u"paid_date"_s, Value(m_today)}};
        const RowOutcome paid = create(u"invoice_payments"_s, payment);
        QVERIFY2(paid.state == RowOutcome::State::Written, qPrintable(paid.error.text));
        QCOMPARE(stateOf(invoice), u"paid"_s);
        QCOMPARE(create(u"invoice_payments"_s, payment).error.code, u"harvest.wrong-state"_s);
        QCOMPARE(remove(u"invoice_payments"_s, paid.targetId, payment).state, RowOutcome::State::Written);
        QCOMPARE(stateOf(invoice), u"open"_s);
        QCOMPARE(m_harvest->state(u"outbox").size(), 0);
    }

    void actionsMoveTheState()
    {
        const QString invoice = create(u"invoices"_s, membersFor(u"invoices"_s)).targetId;
        for (const auto& [action, after] :
             {std::pair(u"send"_s, u"open"_s), std::pair(u"close"_s, u"closed"_s),
              std::pair(u"reopen"_s, u"open"_s), std::pair(u"draft"_s, u"draft"_s)}) {
            QCOMPARE(act(u"invoices"_s, action, invoice).state, RowOutcome::State::Written);
            QCOMPARE(stateOf(invoice), after);
        }
        QCOMPARE(act(u"invoices"_s, u"close"_s, invoice).error.code, u"harvest.wrong-state"_s);
        QCOMPARE(m_harvest->state(u"outbox").size(), 0);
        const model::Record somebody =
            recordOf({{u"name"_s, Value(u"Z"_s)}, {u"email"_s, Value(u"z@x.example"_s)}});
        const Members letter{{u"recipients"_s, Value(model::ValueList{Value(somebody)})}};
        QCOMPARE(act(u"invoices"_s, u"email"_s, invoice, letter).state, RowOutcome::State::Written);
        QCOMPARE(m_harvest->state(u"outbox").size(), 1);
        const QString entry = create(u"time_entries"_s, membersFor(u"time_entries"_s)).targetId;
        QCOMPARE(act(u"time_entries"_s, u"restart"_s, entry).state, RowOutcome::State::Written);
        QCOMPARE(act(u"time_entries"_s, u"stop"_s, entry).state, RowOutcome::State::Written);
        const QString estimate = create(u"estimates"_s, membersFor(u"estimates"_s)).targetId;
        for (const QString& action : {u"send"_s, u"accept"_s, u"reopen"_s, u"decline"_s})
            QCOMPARE(act(u"estimates"_s, action, estimate).state, RowOutcome::State::Written);
    }

    void uninvoicedTimeIsTakenIn()
    {
        const Json kept = m_harvest->state(u"time_entries");
        const auto& rows = kept.toArray();
        const auto free = std::find_if(rows.begin(), rows.end(), [](const Json& row) {
            return row[u"invoice_id"].isNull() && row[u"billable"].toBool() &&
                   row[u"timer_started_at"].isNull();
        });
        QVERIFY(free != rows.end());
        const QString project = QString::number((*free)[u"project_id"].toInteger());
        const model::Record time = recordOf({{u"summary_type"_s, Value(u"project"_s)}});
        const model::Record wish =
            recordOf({{u"project_ids"_s, Value(model::ValueList{number(qPrintable(project))})},
                      {u"time"_s, Value(time)}});
        const RowOutcome created = create(u"invoices"_s, {{u"client_id"_s, Value(clientOf(project))},
                                                          {u"number"_s, Value(u"IMP-1"_s)},
                                                          {u"line_items_import"_s, Value(wish)}});
        QVERIFY2(created.state == RowOutcome::State::Written, qPrintable(created.error.text));
        const auto entry = m_bench->readAll(*m_connector, {u"time_entries"_s,
                                                           {u"invoice_id"_s, u"is_billed"_s},
                                                           {},
                                                           {},
                                                           {QString::number((*free)[u"id"].toInteger())},
                                                           0});
        QCOMPARE(entry.first().value(u"invoice_id").toPlainText(), created.targetId);
    }

    void refusalsAreRowsWithReasons()
    {
        QCOMPARE(create(u"clients"_s, {{u"currency"_s, Value(u"EUR"_s)}}).error.code,
                 u"harvest.field-missing"_s);
        const QString role = create(u"roles"_s, membersFor(u"roles"_s)).targetId;
        const QString taken = m_harvest->state(u"roles").at(0)[u"name"].toText();
        QCOMPARE(change(u"roles"_s, role, {{u"name"_s, Value(taken)}}).error.code,
                 u"harvest.already-taken"_s);
        QCOMPARE(change(u"clients"_s, u"1"_s, {{u"name"_s, Value(u"x"_s)}}).error.code, u"harvest.gone"_s);
        const Json projects = m_harvest->state(u"projects");
        const QString client = QString::number(projects.at(0)[u"client_id"].toInteger());
        QCOMPARE(remove(u"clients"_s, client, {}).error.code, u"harvest.still-used"_s);
    }

    void othersSeeTheRefusalOfTheirRole()
    {
        m_harvest->setCompany(u"invoice_feature"_s, Json(false));
        const auto stream = m_connector->read({u"invoices"_s, {u"number"_s}, {}, {}, {}, 0});
        const auto page = m_bench->run(stream->next({}));
        QVERIFY(!page);
        QCOMPARE(page.error().code, u"harvest.not-permitted"_s);
    }

    void revokedTokensAskForANewOne()
    {
        m_harvest->revokeSignIns();
        const auto stream = m_connector->read({u"clients"_s, {u"name"_s}, {}, {}, {}, 0});
        const auto page = m_bench->run(stream->next({}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::NeedsLogin);
    }

  private:
    [[nodiscard]] QStringList paths(const QString& object)
    {
        QStringList names = ManifestTest::paths(object);
        names.removeAll(u"line_items_import"_s); // only ever written
        return names;
    }
    [[nodiscard]] QList<model::Record> readAll(const QString& object, Cursor* cursor = nullptr)
    {
        return m_bench->readAll(*m_connector, {object, paths(object), {}, {}, {}, 0}, cursor);
    }
    RowOutcome create(const QString& object, const Members& members)
    {
        return send(m_connector->prepare(object, Operation::Create, {rowOf(keyOf(object), members)}, {}));
    }
    RowOutcome change(const QString& object, const QString& id, Members members)
    {
        if (object.endsWith(u"_assignments")) members.append({u"project_id"_s, Value(m_project)});
        return ManifestTest::change(object, id, members);
    }
    [[nodiscard]] QString stateOf(const QString& invoice)
    {
        const auto records =
            m_bench->readAll(*m_connector, {u"invoices"_s, {u"state"_s}, {}, {}, {invoice}, 0});
        return records.isEmpty() ? QString() : records.first().value(u"state").toPlainText();
    }
    [[nodiscard]] QString anyId(QStringView object) const
    {
        const Json rows = m_harvest->state(object);
        for (const Json& row : rows.toArray()) {
            if (row[u"is_active"].isNull() || row[u"is_active"].toBool())
                return QString::number(row[u"id"].toInteger());
        }
        return {};
    }
    [[nodiscard]] QString clientOf(const QString& project) const
    {
        const Json rows = m_harvest->state(u"projects");
        for (const Json& row : rows.toArray()) {
            if (QString::number(row[u"id"].toInteger()) == project)
                return QString::number(row[u"client_id"].toInteger());
        }
        return {};
    }
    static QString keyOf(const QString& object)
    {
        static const QHash<QString, QString> kKeys{
            {u"clients"_s, u"Łódzka & Söhne"_s},
            {u"contacts"_s, u"zoe@x.example"_s},
            {u"tasks"_s, u"Digging"_s},
            {u"projects"_s, u"HOLE-1"_s},
            {u"roles"_s, u"Diggers"_s},
            {u"expense_categories"_s, u"Shovels"_s},
            {u"invoices"_s, u"T-100"_s},
            {u"estimates"_s, u"E-100"_s},
            {u"time_entries"_s, u"deal-0042"_s},
            {u"invoice_item_categories"_s, u"Earth"_s},
            {u"estimate_item_categories"_s, u"Earth"_s},
        };
        return kKeys.value(object, object + u"-key"_s);
    }
    static Members changeOf(const QString& object)
    {
        static const QHash<QString, Members> kChanges{
            {u"contacts"_s, {{u"title"_s, Value(u"Dr"_s)}}},
            {u"clients"_s, {{u"address"_s, Value(u"a\nb"_s)}}},
            {u"projects"_s, {{u"notes"_s, Value(u"deep"_s)}}},
            {u"expenses"_s, {{u"notes"_s, Value(u"x"_s)}}},
            {u"time_entries"_s, {{u"notes"_s, Value(u"測定"_s)}}},
            {u"invoices"_s, {{u"subject"_s, Value(u"x"_s)}}},
            {u"estimates"_s, {{u"subject"_s, Value(u"x"_s)}}},
            {u"task_assignments"_s, {{u"budget"_s, number("9")}}},
            {u"user_assignments"_s, {{u"budget"_s, number("9")}}},
        };
        return kChanges.value(object, {{u"name"_s, Value(object + u" changed"_s)}});
    }
    [[nodiscard]] static Value linesValue()
    {
        const auto line = [](const char* price, const char* quantity) {
            return Value(recordOf({{u"kind"_s, Value(u"Service"_s)},
                                   {u"quantity"_s, number(quantity)},
                                   {u"unit_price"_s, number(price)},
                                   {u"taxed"_s, Value(true)},
                                   {u"taxed2"_s, Value(true)}}));
        };
        return Value(model::ValueList{line("200", "1"), line("50", "2")});
    }
    Members membersFor(const QString& object)
    {
        m_project = anyId(u"projects");
        const Value name(keyOf(object));
        if (object == u"contacts")
            return {{u"client_id"_s, Value(anyId(u"clients"))},
                    {u"first_name"_s, Value(u"Zoë"_s)},
                    {u"email"_s, name}};
        if (object == u"projects")
            return {{u"client_id"_s, Value(anyId(u"clients"))},
                    {u"name"_s, Value(u"Hole"_s)},
                    {u"code"_s, name},
                    {u"is_billable"_s, Value(true)},
                    {u"bill_by"_s, Value(u"none"_s)},
                    {u"budget_by"_s, Value(u"none"_s)}};
        if (object == u"expenses")
            return {{u"project_id"_s, Value(m_project)},
                    {u"expense_category_id"_s, Value(anyId(u"expense_categories"))},
                    {u"user_id"_s, Value(personOf(m_project))},
                    {u"spent_date"_s, Value(m_today)},
                    {u"total_cost"_s, number("12.34")}};
        if (object == u"time_entries")
            return {{u"project_id"_s, Value(m_project)},
                    {u"task_id"_s, Value(anyId(u"tasks"))},
                    {u"user_id"_s, Value(personOf(m_project))},
                    {u"spent_date"_s, Value(m_today)},
                    {u"hours"_s, number("1.25")},
                    {u"external_reference"_s, name}};
        if (object == u"invoices" || object == u"estimates")
            return {{u"client_id"_s, Value(anyId(u"clients"))},
                    {u"number"_s, name},
                    {u"tax"_s, number("5")},
                    {u"tax2"_s, number("2")},
                    {u"discount"_s, number("10")},
                    {u"line_items"_s, linesValue()}};
        if (object == u"task_assignments")
            return {{u"project_id"_s, Value(m_project)},
                    {u"task_id"_s, Value(create(u"tasks"_s, membersFor(u"tasks"_s)).targetId)}};
        if (object == u"user_assignments")
            return {{u"project_id"_s, Value(m_project)}, {u"user_id"_s, Value(strangerTo(m_project))}};
        return {{u"name"_s, name}};
    }
    [[nodiscard]] QSet<qint64> peopleOf(const QString& project) const
    {
        QSet<qint64> people;
        const Json rows = m_harvest->state(u"user_assignments");
        for (const Json& row : rows.toArray()) {
            if (QString::number(row[u"project_id"].toInteger()) == project)
                people.insert(row[u"user_id"].toInteger());
        }
        return people;
    }
    [[nodiscard]] QString personOf(const QString& project) const
    {
        const QSet<qint64> people = peopleOf(project);
        return people.isEmpty() ? QString() : QString::number(*people.cbegin());
    }
    [[nodiscard]] QString strangerTo(const QString& project) const
    {
        const QSet<qint64> people = peopleOf(project);
        const Json rows = m_harvest->state(u"users");
        for (const Json& row : rows.toArray()) {
            if (row[u"is_active"].toBool() && !people.contains(row[u"id"].toInteger()))
                return QString::number(row[u"id"].toInteger());
        }
        return {};
    }
    void makeMessages()
    {
        act(u"invoices"_s, u"send"_s, create(u"invoices"_s, membersFor(u"invoices"_s)).targetId);
        act(u"estimates"_s, u"send"_s, create(u"estimates"_s, membersFor(u"estimates"_s)).targetId);
    }
    void makeTeammates()
    {
        const Json users = m_harvest->state(u"users");
        sandbox::Request request;
        request.method = "PATCH";
        request.path = "/v2/users/" + QByteArray::number(users.at(1)[u"id"].toInteger()) + "/teammates";
        request.headers = {{"Authorization", "Bearer practice-harvest-administrator"},
                           {"Harvest-Account-Id", QByteArray::number(sandbox::HarvestSystem::accountId())},
                           {"User-Agent", "tests"},
                           {"Content-Type", "application/json"}};
        request.body = "{\"teammate_ids\":[" + QByteArray::number(users.at(2)[u"id"].toInteger()) + "]}";
        QCOMPARE(m_harvest->handle(request).status, 200);
    }

    sandbox::HarvestSystem* m_harvest = nullptr;
    QString m_project;
    Date m_today;
};

QTEST_GUILESS_MAIN(TestHarvest)
#include "testharvest.moc"
