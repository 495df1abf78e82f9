#include "harvestprobe.h"

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::support;
using namespace Qt::StringLiterals;

class TestHarvestRecords : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void requiredMembersAreNamed_data();
    void requiredMembersAreNamed();
    void usedRecordsStay();
    void newProjectsHaveTasksAndAManager();
    void deletingAProjectTakesItsTime();
    void durationModeCountsHours();
    void startAndEndModeCountsTimes_data();
    void startAndEndModeCountsTimes();
    void oneTimerRunsAtATime();
    void lockedEntriesCannotChange();
    void approvedEntriesGoOnlyForAdministrators();
    void ratesFollowTheProject();
    void ratesEndWhenTheNextBegins();
    void referencesKeepTextIds();
    void expensesByUnitOrCost();
    void receiptsComeAsFiles();
    void documentsAddUp();
    void taxBearsOnTheDiscountedShare();
    void linesAreChangedAddedAndRemoved();
    void dueDateFollowsTheTerm_data();
    void dueDateFollowsTheTerm();
    void eventsMoveTheState();
    void illegalEventsAreRefused();
    void paymentsSettle();
    void draftsCanBePaid();
    void thanksAreSentUnlessForbidden();
    void lettersNeedSomebody();
    void importTakesTimeAndGivesItBack();
    void estimatesHaveTheirOwnStates();
    void itemCategoriesInUseStay();
    void reportsHaveARowForEachCurrency();
    void reportsSpanAYear();
    void hardDeletionLeavesNoTrace();
    void deletionEchoesOrNot();
    void teammatesAreForManagers();

  private:
    [[nodiscard]] QByteArray entryBody(const QByteArray& more) const
    {
        return "{\"project_id\":" + m_project + ",\"task_id\":" + m_task + ",\"spent_date\":\"2026-06-29\"" +
               more + "}";
    }
    [[nodiscard]] Json invoice(const QByteArray& more)
    {
        return m_probe->post("invoices", "{\"client_id\":" + m_client + more + "}");
    }
    [[nodiscard]] Json event(const QByteArray& document, const char* name)
    {
        return m_probe->post(document + "/messages", QByteArray("{\"event_type\":\"") + name + "\"}");
    }
    [[nodiscard]] QStringList mails() const
    {
        QStringList kinds;
        const Json outbox = m_probe->system().state(u"outbox");
        for (const Json& mail : outbox.toArray())
            kinds.append(mail[u"kind"].toText());
        return kinds;
    }
    [[nodiscard]] static QString number(const Json& row, QStringView member)
    {
        return row[member].toDecimal().toString();
    }

    std::unique_ptr<HarvestProbe> m_probe;
    QByteArray m_client;
    QByteArray m_project;
    QByteArray m_task;
};

void TestHarvestRecords::init()
{
    m_probe = std::make_unique<HarvestProbe>();
    m_probe->system().setLimitsEnabled(false);
    m_client = HarvestProbe::id(m_probe->post("clients", R"({"name":"Zoë & Co","currency":"USD"})"));
    m_task = HarvestProbe::id(m_probe->post("tasks", R"({"name":"Digging","default_hourly_rate":80.5})"));
    const Json project = m_probe->post(
        "projects",
        "{\"client_id\":" + m_client +
            R"(,"name":"Hole","code":"H1","is_billable":true,"bill_by":"Tasks","budget_by":"none"})");
    m_project = HarvestProbe::id(project);
    static_cast<void>(
        m_probe->post("projects/" + m_project + "/task_assignments", "{\"task_id\":" + m_task + "}"));
}

void TestHarvestRecords::requiredMembersAreNamed_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("text");
    QTest::newRow("clients") << QByteArray("clients") << u"Name can't be blank"_s;
    QTest::newRow("contacts") << QByteArray("contacts")
                              << u"Client can't be blank, First name can't be blank"_s;
    QTest::newRow("tasks") << QByteArray("tasks") << u"Name can't be blank"_s;
    QTest::newRow("roles") << QByteArray("roles") << u"Name can't be blank"_s;
    QTest::newRow("users") << QByteArray("users")
                           << u"First name can't be blank, Last name can't be blank, Email can't be blank"_s;
    QTest::newRow("projects") << QByteArray("projects")
                              << u"Name can't be blank, Is billable can't be blank, Bill by can't be blank, "
                                 "Budget by can't be blank, Client can't be blank"_s;
    QTest::newRow("time_entries")
        << QByteArray("time_entries")
        << u"Spent date can't be blank, Project can't be blank, Task can't be blank"_s;
    QTest::newRow("expenses")
        << QByteArray("expenses")
        << u"Spent date can't be blank, Project can't be blank, Expense category can't be "
           "blank"_s;
    QTest::newRow("invoices") << QByteArray("invoices") << u"Client can't be blank"_s;
    QTest::newRow("estimates") << QByteArray("estimates") << u"Client can't be blank"_s;
}

void TestHarvestRecords::requiredMembersAreNamed()
{
    QFETCH(QByteArray, list);
    QTEST(m_probe->refusal("POST", list, "{}"), "text");
}

void TestHarvestRecords::usedRecordsStay()
{
    QVERIFY(m_probe->refusal("DELETE", "clients/" + m_client).contains(u"not removable"));
    static_cast<void>(m_probe->post("time_entries", entryBody(",\"hours\":1")));
    QVERIFY(m_probe->refusal("DELETE", "tasks/" + m_task).contains(u"time entries"));
    const Json assignments = m_probe->get("projects/" + m_project + "/user_assignments");
    const QByteArray person = HarvestProbe::id(assignments[u"user_assignments"].at(0));
    QVERIFY(m_probe->refusal("DELETE", "projects/" + m_project + "/user_assignments/" + person)
                .contains(u"tracked time"));
    QVERIFY(m_probe->refusal("POST", "clients", R"({"name":"zoë & co"})").contains(u"taken"));
    QVERIFY(m_probe->refusal("PATCH", "clients/" + m_client, R"({"name":" "})").contains(u"blank"));
}

void TestHarvestRecords::newProjectsHaveTasksAndAManager()
{
    const Json people = m_probe->get("projects/" + m_project + "/user_assignments")[u"user_assignments"];
    QCOMPARE(people.size(), 1);
    QVERIFY(people.at(0)[u"is_project_manager"].toBool());
    const Json tasks = m_probe->get("projects/" + m_project + "/task_assignments")[u"task_assignments"];
    QCOMPARE(tasks.size(), 5); // four defaults and the one added
    QVERIFY(
        m_probe
            ->refusal("POST", "projects/" + m_project + "/task_assignments", "{\"task_id\":" + m_task + "}")
            .contains(u"already"));
}

void TestHarvestRecords::deletingAProjectTakesItsTime()
{
    const Json entry = m_probe->post("time_entries", entryBody(",\"hours\":1"));
    static_cast<void>(m_probe->json(200, "DELETE", "/v2/projects/" + m_project));
    QCOMPARE(m_probe->call("GET", "/v2/time_entries/" + HarvestProbe::id(entry)).status, 404);
}

void TestHarvestRecords::durationModeCountsHours()
{
    const Json entry =
        m_probe->post("time_entries", entryBody(",\"hours\":1.255,\"started_time\":\"8:00am\""));
    QCOMPARE(number(entry, u"hours"), u"1.255"_s);
    QVERIFY(entry[u"started_time"].isNull()); // of the other mode
    QCOMPARE(number(entry, u"billable_rate"), u"80.5"_s);
    QVERIFY(entry[u"id"].toInteger() > (qint64(1) << 31));
    QVERIFY(m_probe->refusal("POST", "time_entries", entryBody(",\"hours\":25")).contains(u"24"));
    QVERIFY(
        m_probe->refusal("POST", "time_entries", entryBody(",\"hours\":\"many\"")).contains(u"not a number"));
}

void TestHarvestRecords::startAndEndModeCountsTimes_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("hours");
    QTest::newRow("12 hours") << QByteArray(R"(,"started_time":"8:15am","ended_time":"1:00pm")") << u"4.75"_s;
    QTest::newRow("24 hours") << QByteArray(R"(,"started_time":"08:15","ended_time":"13:00")") << u"4.75"_s;
    QTest::newRow("midnight") << QByteArray(R"(,"started_time":"12:00am","ended_time":"12:30am")")
                              << u"0.5"_s;
    QTest::newRow("hours are ignored")
        << QByteArray(R"(,"hours":9,"started_time":"1:00pm","ended_time":"2:00pm")") << u"1.0"_s;
}

void TestHarvestRecords::startAndEndModeCountsTimes()
{
    QFETCH(QByteArray, times);
    static_cast<void>(m_probe->json(200, "PATCH", "/v2/company", R"({"wants_timestamp_timers":true})"));
    const Json entry = m_probe->post("time_entries", entryBody(times));
    QTEST(number(entry, u"hours"), "hours");
    QVERIFY(!entry[u"is_running"].toBool());
    QVERIFY(
        m_probe
            ->refusal("POST", "time_entries", entryBody(R"(,"started_time":"2:00pm","ended_time":"1:00pm")"))
            .contains(u"after"));
    const Json running = m_probe->post("time_entries", entryBody({}));
    QVERIFY(running[u"is_running"].toBool());
    QCOMPARE(running[u"started_time"].toText(), u"12:00pm"_s); // noon in Sydney
}

void TestHarvestRecords::oneTimerRunsAtATime()
{
    const QByteArray first = HarvestProbe::id(m_probe->post("time_entries", entryBody({})));
    m_probe->clock().advance(std::chrono::minutes(90));
    QCOMPARE(number(m_probe->get("time_entries/" + first), u"hours"), u"1.5"_s);
    const QByteArray second = HarvestProbe::id(m_probe->post("time_entries", entryBody({})));
    const Json stopped = m_probe->get("time_entries/" + first);
    QVERIFY(!stopped[u"is_running"].toBool());
    QCOMPARE(number(stopped, u"hours"), u"1.5"_s);
    static_cast<void>(m_probe->json(200, "PATCH", "/v2/time_entries/" + second + "/stop"));
    QVERIFY(m_probe->refusal("PATCH", "time_entries/" + second + "/stop").contains(u"not running"));
    static_cast<void>(m_probe->json(200, "PATCH", "/v2/time_entries/" + first + "/restart"));
    m_probe->clock().advance(std::chrono::minutes(30));
    QCOMPARE(number(m_probe->get("time_entries/" + first), u"hours"), u"2.0"_s);
    QCOMPARE(number(m_probe->get("time_entries/" + first), u"hours_without_timer"), u"1.5"_s);
}

void TestHarvestRecords::lockedEntriesCannotChange()
{
    const QByteArray entry = HarvestProbe::id(m_probe->post("time_entries", entryBody(",\"hours\":1")));
    static_cast<void>(m_probe->json(200, "PATCH", "/v2/projects/" + m_project, R"({"is_active":false})"));
    const Json locked = m_probe->get("time_entries/" + entry);
    QVERIFY(locked[u"is_locked"].toBool());
    QCOMPARE(locked[u"locked_reason"].toText(), u"Project Archived"_s);
    QVERIFY(m_probe->refusal("PATCH", "time_entries/" + entry, R"({"hours":2})").contains(u"locked"));
    QVERIFY(m_probe->refusal("DELETE", "time_entries/" + entry).contains(u"locked"));
    QVERIFY(m_probe->refusal("POST", "time_entries", entryBody(",\"hours\":1")).contains(u"archived"));
}

void TestHarvestRecords::approvedEntriesGoOnlyForAdministrators()
{
    const Json mine = m_probe->get("time_entries?per_page=1&is_billed=false&to=2026-06-29", "member");
    const QByteArray entry = HarvestProbe::id(mine[u"time_entries"].at(0));
    m_probe->system().approveUntil(QDate(2026, 6, 29));
    QVERIFY(m_probe->get("time_entries/" + entry)[u"is_closed"].toBool());
    QCOMPARE(m_probe->call("DELETE", "/v2/time_entries/" + entry, {}, "member").status, 422);
    QCOMPARE(m_probe->call("DELETE", "/v2/time_entries/" + entry).status, 200);
}

void TestHarvestRecords::ratesFollowTheProject()
{
    const auto rate = [&](const QByteArray& change) {
        static_cast<void>(m_probe->json(200, "PATCH", "/v2/projects/" + m_project, change));
        const Json entry = m_probe->post("time_entries", entryBody(",\"hours\":1"));
        return entry[u"billable_rate"].isNull() ? u"none"_s : number(entry, u"billable_rate");
    };
    QCOMPARE(rate(R"({"bill_by":"Tasks"})"), u"80.5"_s);
    QCOMPARE(rate(R"({"bill_by":"Project","hourly_rate":99.99})"), u"99.99"_s);
    QCOMPARE(rate(R"({"bill_by":"none"})"), u"none"_s);
    const Json me = m_probe->get("users/me");
    QCOMPARE(rate(R"({"bill_by":"People"})"), number(me, u"default_hourly_rate"));
    const QByteArray own = HarvestProbe::id(
        m_probe->get("projects/" + m_project + "/user_assignments")[u"user_assignments"].at(0));
    static_cast<void>(m_probe->json(200, "PATCH", "/v2/projects/" + m_project + "/user_assignments/" + own,
                                    R"({"hourly_rate":12})"));
    QCOMPARE(rate(R"({"bill_by":"People"})"), u"12"_s);
}

void TestHarvestRecords::ratesEndWhenTheNextBegins()
{
    const QByteArray user = HarvestProbe::id(m_probe->get("users/me"));
    static_cast<void>(
        m_probe->post("users/" + user + "/billable_rates", R"({"amount":200,"start_date":"2026-06-01"})"));
    const Json rates = m_probe->get("users/" + user + "/billable_rates")[u"billable_rates"];
    QCOMPARE(rates.size(), 3);
    QVERIFY(rates.at(0)[u"start_date"].isNull()); // oldest first
    QCOMPARE(rates.at(1)[u"end_date"].toText(), u"2026-05-31"_s);
    QVERIFY(rates.at(2)[u"end_date"].isNull());
    QCOMPARE(m_probe->call("PATCH", "/v2/users/" + user + "/billable_rates/1", "{}").status, 404);
}

void TestHarvestRecords::referencesKeepTextIds()
{
    const Json entry = m_probe->post(
        "time_entries",
        entryBody(
            R"(,"hours":1,"external_reference":{"id":8000000001,"group_id":"g","permalink":"https://b.example/1"})"));
    QCOMPARE(entry[u"external_reference"][u"id"].toText(), u"8000000001"_s);
    QCOMPARE(entry[u"external_reference"][u"service"].toText(), u"b.example"_s);
    QCOMPARE(m_probe->get("time_entries?external_reference_id=8000000001")[u"total_entries"].toInteger(), 1);
    const QByteArray id = HarvestProbe::id(entry);
    QCOMPARE(m_probe->call("DELETE", "/v2/time_entries/" + id + "/external_reference").status, 200);
    QVERIFY(m_probe->get("time_entries/" + id)[u"external_reference"].isNull());
}

void TestHarvestRecords::expensesByUnitOrCost()
{
    const QByteArray counted = HarvestProbe::id(
        m_probe->post("expense_categories", R"({"name":"km","unit_name":"km","unit_price":0.655})"));
    const QByteArray plain = HarvestProbe::id(m_probe->post("expense_categories", R"({"name":"other"})"));
    const auto body = [&](const QByteArray& category, const QByteArray& more) {
        return "{\"project_id\":" + m_project + ",\"expense_category_id\":" + category +
               ",\"spent_date\":\"2026-06-29\"" + more + "}";
    };
    QCOMPARE(number(m_probe->post("expenses", body(counted, ",\"units\":3")), u"total_cost"), u"1.97"_s);
    QCOMPARE(number(m_probe->post("expenses", body(plain, ",\"total_cost\":9.999")), u"total_cost"),
             u"10.0"_s);
    QVERIFY(m_probe->refusal("POST", "expenses", body(counted, {})).contains(u"Units"));
    QVERIFY(m_probe->refusal("POST", "expenses", body(plain, {})).contains(u"Total cost"));
    QVERIFY(m_probe->refusal("POST", "expense_categories", R"({"name":"x","unit_name":"km"})")
                .contains(u"Unit price"));
}

void TestHarvestRecords::receiptsComeAsFiles()
{
    const QByteArray category = HarvestProbe::id(m_probe->post("expense_categories", R"({"name":"other"})"));
    const auto part = [](const QByteArray& name, const QByteArray& value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    };
    Request request;
    request.method = "POST";
    request.path = "/v2/expenses";
    request.headers = {{"Authorization", "Bearer practice-harvest-administrator"},
                       {"Harvest-Account-Id", "1285331"},
                       {"User-Agent", "a"},
                       {"Content-Type", "multipart/form-data; boundary=b"}};
    request.body = part("project_id", m_project) + part("expense_category_id", category) +
                   part("spent_date", "2026-06-29") + part("total_cost", "12.5") +
                   "--b\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"r.png\"\r\n"
                   "Content-Type: image/png\r\n\r\n\x89PNG\r\n--b--\r\n";
    const Json made = Json::parse(m_probe->system().handle(request).body).value();
    QCOMPARE(made[u"receipt"][u"file_name"].toText(), u"r.png"_s);
    QCOMPARE(made[u"receipt"][u"file_size"].toInteger(), 4);
    const Json without =
        m_probe->json(200, "PATCH", "/v2/expenses/" + HarvestProbe::id(made), R"({"delete_receipt":true})");
    QVERIFY(without[u"receipt"].isNull());
}

void TestHarvestRecords::documentsAddUp()
{
    const Json made = invoice(R"(,"tax":5,"tax2":2,"discount":10,"line_items":[
        {"kind":"Service","unit_price":200,"taxed":true,"taxed2":true},
        {"kind":"Service","unit_price":50,"quantity":2,"taxed":true,"taxed2":true}])");
    QCOMPARE(number(made, u"discount_amount"), u"30.0"_s);
    QCOMPARE(number(made, u"tax_amount"), u"13.5"_s);
    QCOMPARE(number(made, u"tax2_amount"), u"5.4"_s);
    QCOMPARE(number(made, u"amount"), u"288.9"_s);
    QCOMPARE(number(made, u"due_amount"), u"288.9"_s);
    QCOMPARE(made[u"currency"].toText(), u"USD"_s);
    QCOMPARE(made[u"issue_date"].toText(), u"2026-06-30"_s);
    const Json second = invoice(",\"line_items\":[]");
    QCOMPARE(second[u"number"].toText().toInt(), made[u"number"].toText().toInt() + 1);
    QVERIFY(
        m_probe
            ->refusal("POST", "invoices",
                      "{\"client_id\":" + m_client + R"(,"line_items":[{"kind":"Nonsense","unit_price":1}]})")
            .contains(u"category"));
    QVERIFY(m_probe
                ->refusal("POST", "invoices",
                          "{\"client_id\":" + m_client + ",\"number\":\"" +
                              made[u"number"].toText().toUtf8() + "\"}")
                .contains(u"taken"));
}

void TestHarvestRecords::taxBearsOnTheDiscountedShare()
{
    const Json made = invoice(R"(,"tax":10,"discount":50,"line_items":[
        {"kind":"Service","unit_price":100,"taxed":true},{"kind":"Service","unit_price":300}])");
    QCOMPARE(number(made, u"tax_amount"), u"5.0"_s);
    QCOMPARE(number(made, u"amount"), u"205.0"_s);
    QVERIFY(made[u"tax2"].isNull());
    QCOMPARE(number(made, u"tax2_amount"), u"0.0"_s);
}

void TestHarvestRecords::linesAreChangedAddedAndRemoved()
{
    const Json made =
        invoice(R"(,"line_items":[{"kind":"Service","unit_price":1},{"kind":"Service","unit_price":2},
        {"kind":"Service","unit_price":4}])");
    const QByteArray path = "/v2/invoices/" + HarvestProbe::id(made);
    const auto line = [&](int i) { return HarvestProbe::id(made[u"line_items"].at(i)); };
    const Json changed =
        m_probe->json(200, "PATCH", path,
                      "{\"line_items\":[{\"id\":" + line(0) + ",\"quantity\":10},{\"id\":" + line(1) +
                          ",\"_destroy\":true},{\"kind\":\"Product\",\"unit_price\":8}]}");
    QStringList amounts;
    for (const Json& row : changed[u"line_items"].toArray())
        amounts.append(number(row, u"amount"));
    QCOMPARE(amounts, QStringList({u"10.0"_s, u"4.0"_s, u"8.0"_s}));
    QCOMPARE(number(changed, u"amount"), u"22.0"_s);
    QCOMPARE(m_probe->call("PATCH", path, R"({"line_items":[{"id":1,"quantity":1}]})").status, 422);
}

void TestHarvestRecords::dueDateFollowsTheTerm_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("due");
    QTest::newRow("none") << QByteArray() << u"2026-06-01"_s;
    QTest::newRow("net 15") << QByteArray(R"(,"payment_term":"net 15","due_date":"2026-12-31")")
                            << u"2026-06-16"_s;
    QTest::newRow("net 60") << QByteArray(R"(,"payment_term":"Net 60")") << u"2026-07-31"_s;
    QTest::newRow("custom") << QByteArray(R"(,"payment_term":"custom","due_date":"2026-12-31")")
                            << u"2026-12-31"_s;
    QTest::newRow("date alone") << QByteArray(R"(,"due_date":"2026-12-31")") << u"2026-12-31"_s;
}

void TestHarvestRecords::dueDateFollowsTheTerm()
{
    QFETCH(QByteArray, sent);
    QTEST(invoice(",\"issue_date\":\"2026-06-01\"" + sent)[u"due_date"].toText(), "due");
}

void TestHarvestRecords::eventsMoveTheState()
{
    const QByteArray path =
        "invoices/" + HarvestProbe::id(invoice(R"(,"line_items":[{"kind":"Service","unit_price":5}])"));
    const auto state = [&] { return m_probe->get(path)[u"state"].toText(); };
    QCOMPARE(state(), u"draft"_s);
    for (const auto& [name, after] : {std::pair("send", u"open"_s), std::pair("close", u"closed"_s),
                                      std::pair("re-open", u"open"_s), std::pair("draft", u"draft"_s)}) {
        QCOMPARE(event(path, name)[u"event_type"].toText(), QString::fromLatin1(name));
        QCOMPARE(state(), after);
    }
    QVERIFY(m_probe->get(path)[u"sent_at"].isNull());
    QCOMPARE(m_probe->get(path + "/messages")[u"invoice_messages"].size(), 4);
    QVERIFY(mails().isEmpty());
}

void TestHarvestRecords::illegalEventsAreRefused()
{
    const QByteArray path = "invoices/" + HarvestProbe::id(invoice(""));
    for (const char* const name : {"close", "re-open", "draft", "accept", "nonsense"})
        static_cast<void>(
            m_probe->refusal("POST", path + "/messages", QByteArray("{\"event_type\":\"") + name + "\"}"));
    QCOMPARE(m_probe->get(path)[u"state"].toText(), u"draft"_s);
}

void TestHarvestRecords::paymentsSettle()
{
    const QByteArray path =
        "invoices/" + HarvestProbe::id(invoice(R"(,"line_items":[{"kind":"Service","unit_price":100}])"));
    static_cast<void>(event(path, "send"));
    const Json part =
        m_probe->post(path + "/payments", R"({"amount":40,"paid_date":"2026-06-20","send_thank_you":false})");
    QCOMPARE(part[u"paid_at"].toText(), u"2026-06-20T00:00:00Z"_s);
    QCOMPARE(number(m_probe->get(path), u"due_amount"), u"60.0"_s);
    QCOMPARE(m_probe->get(path)[u"state"].toText(), u"open"_s);
    QVERIFY(m_probe->refusal("POST", path + "/payments", R"({"amount":60.01})").contains(u"due"));
    QVERIFY(m_probe->refusal("POST", path + "/payments", R"({"amount":0})").contains(u"greater"));
    QVERIFY(m_probe
                ->refusal("POST", path + "/payments",
                          R"({"amount":1,"paid_date":"2026-06-20","paid_at":"2026-06-20T01:00:00Z"})")
                .contains(u"not both"));
    const Json rest =
        m_probe->post(path + "/payments", R"({"amount":60,"paid_date":"2026-06-22","send_thank_you":false})");
    const Json paid = m_probe->get(path);
    QCOMPARE(paid[u"state"].toText(), u"paid"_s);
    QCOMPARE(paid[u"paid_date"].toText(), u"2026-06-22"_s);
    static_cast<void>(m_probe->json(200, "DELETE", "/v2/" + path + "/payments/" + HarvestProbe::id(rest)));
    QCOMPARE(m_probe->get(path)[u"state"].toText(), u"open"_s);
    QVERIFY(m_probe->get(path)[u"paid_at"].isNull());
    QVERIFY(mails().isEmpty());
}

void TestHarvestRecords::draftsCanBePaid()
{
    const QByteArray path =
        "invoices/" + HarvestProbe::id(invoice(R"(,"line_items":[{"kind":"Service","unit_price":9}])"));
    static_cast<void>(m_probe->post(path + "/payments", R"({"amount":9,"send_thank_you":false})"));
    const Json paid = m_probe->get(path);
    QCOMPARE(paid[u"state"].toText(), u"paid"_s);
    QVERIFY(paid[u"sent_at"].isNull());
}

void TestHarvestRecords::thanksAreSentUnlessForbidden()
{
    const QByteArray path =
        "invoices/" + HarvestProbe::id(invoice(R"(,"line_items":[{"kind":"Service","unit_price":9}])"));
    static_cast<void>(m_probe->post(path + "/payments", R"({"amount":9})"));
    QCOMPARE(mails(), QStringList(u"thank-you"_s));
}

void TestHarvestRecords::lettersNeedSomebody()
{
    const QByteArray path = "invoices/" + HarvestProbe::id(invoice(""));
    QVERIFY(m_probe->refusal("POST", path + "/messages", R"({"subject":"x"})").contains(u"Recipients"));
    static_cast<void>(
        m_probe->post(path + "/messages", R"({"recipients":[{"name":"Z","email":"z@x.example"}]})"));
    QCOMPARE(mails(), QStringList(u"letter"_s));
    QCOMPARE(m_probe->get(path)[u"state"].toText(), u"open"_s);
    QCOMPARE(m_probe->get(path + "/messages/new?thank_you=true")[u"thank_you"].toBool(), true);
}

void TestHarvestRecords::importTakesTimeAndGivesItBack()
{
    const Json first = m_probe->post("time_entries", entryBody(",\"hours\":1.5"));
    static_cast<void>(m_probe->post("time_entries", entryBody(",\"hours\":2,\"notes\":\"x\"")));
    const QByteArray wish = R"(,"line_items_import":{"project_ids":[)" + m_project +
                            R"(],"time":{"summary_type":"task","from":"2026-06-01","to":"2026-06-30"}})";
    const Json made = invoice(wish);
    QCOMPARE(made[u"line_items"].size(), 1);
    QCOMPARE(number(made[u"line_items"].at(0), u"quantity"), u"3.5"_s);
    QCOMPARE(number(made, u"amount"), u"281.75"_s);
    const QByteArray entry = "time_entries/" + HarvestProbe::id(first);
    QCOMPARE(m_probe->get(entry)[u"invoice"][u"number"], made[u"number"]);
    QVERIFY(m_probe->get(entry)[u"is_billed"].toBool());
    QVERIFY(m_probe->refusal("PATCH", entry, R"({"hours":9})").contains(u"Invoiced"));
    QCOMPARE(invoice(wish)[u"line_items"].size(), 0); // nothing is left
    static_cast<void>(m_probe->json(200, "DELETE", "/v2/invoices/" + HarvestProbe::id(made)));
    QVERIFY(!m_probe->get(entry)[u"is_billed"].toBool());
}

void TestHarvestRecords::estimatesHaveTheirOwnStates()
{
    const Json made = m_probe->post("estimates", "{\"client_id\":" + m_client +
                                                     R"(,"line_items":[{"kind":"Service","unit_price":3}]})");
    QVERIFY(!made[u"line_items"].at(0).contains(u"project"));
    const QByteArray path = "estimates/" + HarvestProbe::id(made);
    static_cast<void>(m_probe->refusal("POST", path + "/messages", R"({"event_type":"accept"})"));
    for (const auto& [name, after] : {std::pair("send", u"sent"_s), std::pair("accept", u"accepted"_s),
                                      std::pair("re-open", u"sent"_s), std::pair("decline", u"declined"_s)}) {
        static_cast<void>(event(path, name));
        QCOMPARE(m_probe->get(path)[u"state"].toText(), after);
    }
    QVERIFY(m_probe->get(path)[u"accepted_at"].isNull());
}

void TestHarvestRecords::itemCategoriesInUseStay()
{
    for (const Json& row : m_probe->rows("invoice_item_categories", u"invoice_item_categories")) {
        const bool used = row[u"use_as_service"].toBool() || row[u"use_as_expense"].toBool();
        QCOMPARE(m_probe->call("DELETE", "/v2/invoice_item_categories/" + HarvestProbe::id(row)).status,
                 used ? 422 : 200);
    }
}

void TestHarvestRecords::reportsHaveARowForEachCurrency()
{
    const Json rows = m_probe->get("reports/time/team?from=2025-08-01&to=2026-06-30")[u"results"];
    QMap<qint64, QSet<QString>> currencies;
    for (const Json& row : rows.toArray()) {
        QVERIFY(!currencies[row[u"user_id"].toInteger()].contains(row[u"currency"].toText()));
        currencies[row[u"user_id"].toInteger()].insert(row[u"currency"].toText());
    }
    QVERIFY(
        std::any_of(currencies.cbegin(), currencies.cend(), [](const auto& all) { return all.size() > 1; }));
    Decimal hours;
    for (const Json& row : rows.toArray())
        hours = *hours.plus(row[u"total_hours"].toDecimal());
    Decimal entries;
    for (const Json& row : m_probe->rows("time_entries?from=2025-08-01&to=2026-06-30", u"time_entries"))
        entries = *entries.plus(row[u"hours"].toDecimal());
    QCOMPARE(hours, entries);
    for (const char* const path :
         {"reports/time/clients", "reports/time/projects", "reports/time/tasks", "reports/expenses/clients",
          "reports/expenses/projects", "reports/expenses/categories", "reports/expenses/team",
          "reports/uninvoiced"})
        QVERIFY(m_probe->get(QByteArray(path) + "?from=2025-08-01&to=2026-06-30")[u"results"].size() > 0);
}

void TestHarvestRecords::reportsSpanAYear()
{
    QVERIFY(m_probe->refusal("GET", "reports/time/team?from=2025-06-29&to=2026-06-30").contains(u"365"));
    QVERIFY(m_probe->refusal("GET", "reports/time/team").contains(u"required"));
    QCOMPARE(m_probe->call("GET", "/v2/reports/time/nothing?from=2026-06-01&to=2026-06-30").status, 404);
}

void TestHarvestRecords::hardDeletionLeavesNoTrace()
{
    const QByteArray task = HarvestProbe::id(m_probe->post("tasks", R"({"name":"Brief"})"));
    m_probe->clock().advance(std::chrono::hours(1));
    static_cast<void>(m_probe->json(200, "DELETE", "/v2/tasks/" + task));
    QCOMPARE(m_probe->get("tasks?updated_since=2026-06-30T02:30:00Z")[u"total_entries"].toInteger(), 0);
    QCOMPARE(m_probe->call("GET", "/v2/tasks/" + task).status, 404);
}

void TestHarvestRecords::deletionEchoesOrNot()
{
    const auto brief = [&] { return HarvestProbe::id(m_probe->post("tasks", R"({"name":"Brief"})")); };
    QVERIFY(m_probe->call("DELETE", "/v2/tasks/" + brief()).body.contains("Brief"));
    harvest::Modes modes;
    modes.echoDeleted = false;
    m_probe->system().setModes(modes);
    const Response response = m_probe->call("DELETE", "/v2/tasks/" + brief());
    QCOMPARE(response.status, 200);
    QVERIFY(response.body.isEmpty());
}

void TestHarvestRecords::teammatesAreForManagers()
{
    const Json users = m_probe->get("users?page=1")[u"users"];
    const auto withRole = [&](QStringView role) {
        for (const Json& user : users.toArray()) {
            if (user[u"access_roles"].at(0).toText() == role) return HarvestProbe::id(user);
        }
        return QByteArray();
    };
    const QByteArray member = withRole(u"member");
    const QByteArray body = "{\"teammate_ids\":[" + member + "]}";
    const Json mates = m_probe->json(200, "PATCH", "/v2/users/" + withRole(u"manager") + "/teammates", body);
    QCOMPARE(mates[u"teammates"].size(), 1);
    QCOMPARE(m_probe->call("PATCH", "/v2/users/" + member + "/teammates", body).status, 422);
}

QTEST_GUILESS_MAIN(TestHarvestRecords)
#include "testharvestrecords.moc"
