#include "manifesttest.h"

#include "sandbox/salesforce/organisation.h"
#include "sandbox/salesforce/salesforcesystem.h"

#include <QFile>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::RowOutcome;
using model::Value;

namespace {

using State = RowOutcome::State;

} // namespace

/// The Salesforce manifest against the practice Salesforce: every object read, every write made, refused rows
/// told apart.
class TestSalesforceObjects final : public ManifestTest
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        startTime();
        m_salesforce = enter<sandbox::SalesforceSystem>(u"salesforce"_s, *m_time, *m_random);
        m_bench->signIn();
        m_connector = m_bench->connect();
        m_ids.clear();
    }

    void everyObjectIsRead_data() { objects(isAny); }
    void everyObjectIsRead()
    {
        QFETCH(QString, object);
        makeBusiness();
        if (object == u"ObjectTerritory2Association") assignTerritory();
        if (object == u"RecordType")
            QVERIFY(m_salesforce->configure(*Json::parse(R"({"features":{"personAccounts":true}})")));
        const auto records = readAll(object);
        qsizetype kept = 0;
        const Json rows = m_salesforce->state(object);
        for (const Json& row : rows.toArray())
            kept += qsizetype(!row[u"IsDeleted"].toBool());
        QVERIFY(kept > 0);
        QCOMPARE(records.size(), kept);
        QSet<QString> ids;
        for (const model::Record& record : records)
            ids.insert(m_connector->toTarget(object, record).id);
        QCOMPARE(ids.size(), records.size());
        QVERIFY(!ids.contains(QString()));
    }

    void recordsComeAndGo_data() { objects(isCreatable); }
    void recordsComeAndGo()
    {
        QFETCH(QString, object);
        makeBusiness();
        Cursor cursor;
        readAll(object, &cursor);
        const RowOutcome created = create(object, membersFor(object), u"key 1"_s);
        QVERIFY2(created.state == State::Written, qPrintable(created.error.code + created.error.text));
        m_clock->advance(std::chrono::hours(1));
        const RowOutcome changed = change(object, created.targetId, {changeOf(object)});
        QVERIFY2(changed.state == State::Written, qPrintable(changed.error.code + changed.error.text));
        const auto& [field, wanted] = changeOf(object);
        const auto now = m_bench->readAll(*m_connector, {object, {field}, {}, {}, {created.targetId}, 0});
        QCOMPARE(now.size(), 1);
        QCOMPARE(now.first().value(field).toPlainText(), wanted.toPlainText());
        if (!spec(object).writes.contains(Operation::Delete)) return;
        QCOMPARE(remove(object, created.targetId).state, State::Written);
        const RowOutcome again = remove(object, created.targetId);
        QCOMPARE(again.state, State::Rejected);
        QCOMPARE(again.error.code, u"salesforce.record-deleted"_s);
        QCOMPARE(readAll(object, nullptr, {created.targetId}).size(), 0);
    }

    void keysMakeRecordsOnce_data() { objects(isCreatable); }
    void keysMakeRecordsOnce()
    {
        QFETCH(QString, object);
        makeBusiness();
        const QString key = u"O'Brien\\ 7"_s;
        const RowOutcome made = send(prepared(object, Operation::Upsert, membersFor(object), key));
        QVERIFY2(made.state == State::Written, qPrintable(made.error.code + made.error.text));
        const RowOutcome repeated = create(object, membersFor(object), key); // finds it
        QCOMPARE(repeated.targetId, made.targetId);
        QCOMPARE(repeated.warnings.size(), 1);
        const auto found = m_bench->run(m_connector->find(object, {key, u"nobody"_s}, {}));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().text));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, made.targetId);
        QVERIFY(!found->first().version.isEmpty());
    }

    void deletionsShowInReads_data()
    {
        objects([](const ObjectSpec& object) {
            return object.writes.contains(Operation::Delete) &&
                   object.read->deletes.strategy == DeletesSpec::Strategy::Flag;
        });
    }
    void deletionsShowInReads()
    {
        QFETCH(QString, object);
        makeBusiness();
        const QString id = create(object, membersFor(object), u"k"_s).targetId;
        m_clock->advance(std::chrono::hours(2));
        Cursor cursor;
        readAll(object, &cursor);
        m_clock->advance(std::chrono::hours(2));
        QCOMPARE(remove(object, id).state, State::Written);
        const auto stream = m_connector->read({object, {}, {}, cursor, {}, 0});
        const auto page = m_bench->run(stream->next({}));
        QVERIFY(page && *page);
        QVERIFY((*page)->deletedIds.contains(id));
        for (const model::Record& record : (*page)->records)
            QVERIFY(m_connector->toTarget(object, record).id != id);
    }

    void restoredRecordsComeBack()
    {
        makeBusiness();
        const QString id = m_ids.value(u"Lead"_s);
        QCOMPARE(remove(u"Lead"_s, id).state, State::Written);
        QVERIFY(m_salesforce->configure(*Json::parse("{\"undelete\":[\"" + id.toUtf8() + "\"]}")));
        QCOMPARE(readAll(u"Lead"_s, nullptr, {id}).size(), 1);
    }

    void deletedLinesStayOutOfTheirQuote()
    {
        makeBusiness();
        const QString line = create(u"QuoteLineItem"_s, membersFor(u"QuoteLineItem"_s), u"2"_s).targetId;
        QCOMPARE(linesOfTheQuote(), 2);
        QCOMPARE(remove(u"QuoteLineItem"_s, line).state, State::Written);
        QCOMPARE(linesOfTheQuote(), 1);
    }

    void aFullBatchIsOneCall()
    {
        QList<WriteRow> rows;
        for (int i = 0; i < 200; ++i)
            rows.append(rowOf(u"Account"_s, {{u"Name"_s, Value(u"Ridgeway %1"_s.arg(i))}}, u"k%1"_s.arg(i)));
        const auto made = sendAll(m_connector->prepare(u"Account"_s, Operation::Upsert, rows, {}));
        QCOMPARE(made.size(), 200);
        QCOMPARE(m_bench->transport().calls().size(), 1);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(made.at(i).state, State::Written);
            rows[i].targetId = made.at(i).targetId;
        }
        for (const Operation operation : {Operation::Update, Operation::Delete}) {
            m_bench->transport().clearCalls();
            const auto outcomes = sendAll(m_connector->prepare(u"Account"_s, operation, rows, {}));
            QCOMPARE(outcomes.size(), 200);
            for (int i = 0; i < 200; ++i) {
                QVERIFY2(outcomes.at(i).state == State::Written, qPrintable(outcomes.at(i).error.text));
                QCOMPARE(outcomes.at(i).targetId, made.at(i).targetId);
            }
            QCOMPARE(m_bench->transport().calls().size(), 1);
        }
    }

    void refusedRowsStandAlone()
    {
        const QList<WriteRow> rows{
            rowOf(u"Account"_s, {{u"Name"_s, Value(u"Old Mill"_s)}}, u"a"_s),
            rowOf(u"Account"_s, {{u"Phone"_s, Value(u"1"_s)}}, u"b"_s),
            rowOf(u"Account"_s, {{u"Name"_s, Value(QString(256, u'x'))}}, u"c"_s),
            rowOf(u"Account"_s, {{u"Name"_s, Value(u"Łódź & Söhne"_s)}}, u"d"_s),
        };
        const auto outcomes = sendAll(m_connector->prepare(u"Account"_s, Operation::Create, rows, {}));
        QCOMPARE(outcomes.size(), 4);
        QCOMPARE(outcomes.at(0).state, State::Written);
        QCOMPARE(outcomes.at(1).error.code, u"salesforce.required-field"_s);
        QCOMPARE(outcomes.at(1).error.facts, QStringList{u"Name"_s});
        QCOMPARE(outcomes.at(2).error.code, u"salesforce.text-too-long"_s);
        QCOMPARE(outcomes.at(2).error.facts.last(), u"255"_s);
        QCOMPARE(outcomes.at(3).state, State::Written);
        QCOMPARE(m_salesforce->state(u"Account").size(), 2);
    }

    void refusalsAreRowsWithReasons_data()
    {
        QTest::addColumn<QByteArray>("wishes");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& wishes, const QString& object,
                            const QString& field, const QString& value) {
            QTest::newRow(name) << wishes << object << field << value
                                << u"salesforce."_s + QString::fromLatin1(name);
        };
        const QString account = u"Account"_s;
        row("validation-rule",
            R"({"validationRules":[{"object":"Account","when":"Industry = null","message":"Say the industry"}]})",
            account, u"Phone"_s, u"1"_s);
        row("row-locked", obstacle("UNABLE_TO_LOCK_ROW"), account, u"Phone"_s, u"1"_s);
        row("automation-failed", obstacle("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"), account, u"Phone"_s,
            u"1"_s);
        row("record-in-approval", obstacle("ENTITY_IS_LOCKED"), account, u"Phone"_s, u"1"_s);
        row("no-access", obstacle("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"), account, u"Phone"_s,
            u"1"_s);
        row("storage-full", obstacle("STORAGE_LIMIT_EXCEEDED"), account, u"Phone"_s, u"1"_s);
        row("invalid-field", {}, account, u"Nope__c"_s, u"1"_s);
        row("field-not-writable", {}, account, u"MasterRecordId"_s, u"001000000000001AAA"_s);
        row("reference-not-found", {}, account, u"ParentId"_s, u"003000000000001AAA"_s);
        row("email-address", {}, u"Contact"_s, u"Email"_s, u"nobody"_s);
        row("not-in-list", {}, u"Task"_s, u"TaskSubtype"_s, u"Dance"_s);
        row("wrong-type", {}, account, u"AnnualRevenue"_s, u"a lot"_s);
        row("address-lists", R"({"addressPicklists":true})", account, u"BillingCountry"_s, u"Atlantis"_s);
    }
    void refusalsAreRowsWithReasons()
    {
        QFETCH(QByteArray, wishes);
        QFETCH(QString, object);
        makeBusiness();
        if (!wishes.isEmpty()) {
            const auto done = m_salesforce->configure(*Json::parse(wishes));
            QVERIFY2(done, qPrintable(done ? QString() : done.error().text));
        }
        Members members = membersFor(object);
        QFETCH(QString, field);
        QFETCH(QString, value);
        members.append({field, Value(value)});
        const RowOutcome refused = create(object, members, u"k"_s);
        QCOMPARE(refused.state, State::Rejected);
        QTEST(refused.error.code, "code");
        QVERIFY(!refused.error.text.isEmpty());
    }

    void pricesFollowTheirBooks()
    {
        makeBusiness();
        const QString product =
            create(u"Product2"_s, {{u"Name"_s, Value(u"Spade"_s)}, {u"IsActive"_s, Value(true)}}, u"p"_s)
                .targetId;
        Members price{{u"Product2Id"_s, Value(product)},
                      {u"Pricebook2Id"_s, Value(m_ids.value(u"Pricebook2"_s))},
                      {u"UnitPrice"_s, number("9.50")},
                      {u"IsActive"_s, Value(true)}};
        QCOMPARE(create(u"PricebookEntry"_s, price, u"1"_s).error.code, u"salesforce.standard-price"_s);
        price[1].second = Value(standardBook());
        QCOMPARE(create(u"PricebookEntry"_s, price, u"2"_s).state, State::Written);
        price[1].second = Value(m_ids.value(u"Pricebook2"_s));
        const RowOutcome other = create(u"PricebookEntry"_s, price, u"3"_s);
        QCOMPARE(other.state, State::Written);
        Members line = membersFor(u"OpportunityLineItem"_s);
        line[1].second = Value(other.targetId);
        QCOMPARE(create(u"OpportunityLineItem"_s, line, u"4"_s).error.code, u"salesforce.price-book"_s);
        QCOMPARE(remove(u"Product2"_s, m_ids.value(u"Product2"_s)).error.code, u"salesforce.still-used"_s);
    }

    void duplicateRulesStopASaveUnlessTheConnectionMayPassThem()
    {
        makeBusiness();
        QVERIFY(m_salesforce->configure(*Json::parse(
            R"({"duplicateRules":[{"name":"Same_Name","object":"Account","fields":["Name"],"action":"alert"}]})")));
        const Members same{{u"Name"_s, Value(u"Ridgeway University"_s)}};
        QCOMPARE(create(u"Account"_s, same, u"n"_s).error.code, u"salesforce.duplicate-rule"_s);
        m_connector->setSetting(u"allowDuplicates"_s, u"true"_s);
        QCOMPARE(create(u"Account"_s, same, u"n"_s).state, State::Written);
    }

    void relationsAreSetByKey()
    {
        makeBusiness();
        const auto byKey = [](const QString& key) {
            return Members{{u"LastName"_s, Value(u"Ng"_s)},
                           {u"Account"_s, Value(recordOf({{u"Xero_Contact_Id__c"_s, Value(key)}}))}};
        };
        const RowOutcome made = create(u"Contact"_s, byKey(u"key of Account"_s), u"c"_s);
        QVERIFY2(made.state == State::Written, qPrintable(made.error.text));
        const auto read =
            m_bench->readAll(*m_connector, {u"Contact"_s, {u"Account.Name"_s}, {}, {}, {made.targetId}, 0});
        QCOMPARE(read.first().path(u"Account.Name").toPlainText(), u"Ridgeway University"_s);
        QCOMPARE(create(u"Contact"_s, byKey(u"nobody's"_s), u"d"_s).error.code,
                 u"salesforce.reference-not-found"_s);
    }

    void fieldsAreEmptied()
    {
        makeBusiness();
        const QString id = m_ids.value(u"Account"_s);
        QCOMPARE(change(u"Account"_s, id, {{u"Phone"_s, Value(u"555"_s)}}).state, State::Written);
        WriteRow row;
        row.targetId = id;
        row.clear = QStringList{u"Phone"_s};
        QCOMPARE(send(m_connector->prepare(u"Account"_s, Operation::Update, {row}, {})).state,
                 State::Written);
        const auto read = m_bench->readAll(*m_connector, {u"Account"_s, {u"Phone"_s}, {}, {}, {id}, 0});
        QVERIFY(read.first().value(u"Phone").isBlank());
    }

    void withoutTheKeyFieldRecordsAreChangedButNeverAdded()
    {
        makeBusiness();
        QVERIFY(m_salesforce->configure(*Json::parse(R"({"removeFields":["Account.Xero_Contact_Id__c"]})")));
        m_connector = m_bench->connect();
        const QString id = m_ids.value(u"Account"_s);
        const auto read = m_bench->readAll(
            *m_connector, {u"Account"_s, m_connector->targetPaths(u"Account"_s), {}, {}, {id}, 0});
        QCOMPARE(read.size(), 1);
        QCOMPARE(m_connector->toTarget(u"Account"_s, read.first()).externalKey, QString());
        QCOMPARE(change(u"Account"_s, id, {{u"Phone"_s, Value(u"1"_s)}}).state, State::Written);
        const qsizetype before = m_salesforce->state(u"Account").size();
        const RowOutcome refused = create(u"Account"_s, {{u"Name"_s, Value(u"New"_s)}}, u"k"_s);
        QCOMPARE(refused.error.code, u"salesforce.invalid-field"_s);
        QCOMPARE(refused.error.facts.first(), u"Xero_Contact_Id__c"_s);
        const RowOutcome byKey =
            send(prepared(u"Account"_s, Operation::Upsert, {{u"Name"_s, Value(u"New"_s)}}, u"k"_s));
        QCOMPARE(byKey.error.code, u"salesforce.key-field-missing"_s);
        QCOMPARE(m_salesforce->state(u"Account").size(), before);
    }

    void anEmptyKeyIsARefusedRow()
    {
        WriteRow row;
        row.key = u"k"_s;
        row.target = recordOf({{u"Name"_s, Value(u"New"_s)}});
        const RowOutcome refused = send(m_connector->prepare(u"Account"_s, Operation::Upsert, {row}, {}));
        QCOMPARE(refused.error.code, u"salesforce.key-missing"_s);
        QCOMPARE(refused.error.facts, QStringList{u"Xero_Contact_Id__c"_s});
    }

    void whatIsSwitchedOffIsNotThere()
    {
        QVERIFY(m_salesforce->configure(*Json::parse(R"({"features":{"quotes":false}})")));
        const auto described = m_bench->run(m_connector->describe({u"Quote"_s}, {}));
        QVERIFY(!described);
        QCOMPARE(described.error().code, u"salesforce.not-found"_s);
    }

    void theSetupPageNamesWhatTheManifestNeeds()
    {
        QFile file(QStringLiteral(TIEOUT_SOURCE_DIR "/docs/salesforce-setup.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        for (const ObjectSpec& object : m_bench->manifest().objects) {
            const QString field = u"`%1.%2`"_s.arg(object.name, object.identity.externalKey);
            QVERIFY2(object.identity.externalKey.isEmpty() || page.contains(field), qPrintable(field));
        }
        const AuthSpec& auth = m_bench->manifest().auth;
        for (const int port : auth.redirectPorts) {
            const QString address = u"`http://localhost:%1%2`"_s.arg(port).arg(auth.redirectPath);
            QVERIFY2(page.contains(address), qPrintable(address));
        }
        for (const QString& scope : auth.scopesAlways)
            QVERIFY2(page.contains(scope), qPrintable(scope));
    }

  private:
    static void objects(Wanted wanted) { addObjects(u"salesforce"_s, wanted); }
    [[nodiscard]] const ObjectSpec& spec(const QString& object) const
    {
        return *m_bench->manifest().object(object);
    }
    static QByteArray obstacle(const QByteArray& code)
    {
        return "{\"obstacles\":[{\"operation\":\"create\",\"code\":\"" + code +
               "\",\"message\":\"in the way\"}]}";
    }

    [[nodiscard]] QStringList plainPaths(const QString& object)
    {
        QStringList names;
        const auto schemas = m_bench->run(m_connector->describe({object}, {}));
        if (!schemas) return names;
        for (const model::Field& field : schemas->first().fields) {
            if (field.type != model::FieldType::Record && field.type != model::FieldType::List)
                names << field.name;
        }
        return names;
    }
    QList<model::Record> readAll(const QString& object, Cursor* cursor = nullptr, const QStringList& ids = {})
    {
        return m_bench->readAll(*m_connector, {object, plainPaths(object), {}, {}, ids, 0}, cursor);
    }
    [[nodiscard]] qsizetype linesOfTheQuote()
    {
        const auto quotes = m_bench->readAll(
            *m_connector,
            {u"Quote"_s, {u"QuoteLineItems[].Quantity"_s}, {}, {}, {m_ids.value(u"Quote"_s)}, 0});
        const model::ValueList* lines =
            quotes.isEmpty() ? nullptr : quotes.first().value(u"QuoteLineItems").list();
        return lines ? lines->size() : 0;
    }

    [[nodiscard]] WriteRow rowOf(const QString& object, Members members, const QString& key) const
    {
        members.append({spec(object).identity.externalKey, Value(key)});
        return support::rowOf(key, members);
    }
    [[nodiscard]] PreparedWrite prepared(const QString& object, Operation operation, const Members& members,
                                         const QString& key) const
    {
        return m_connector->prepare(object, operation, {rowOf(object, members, key)}, {});
    }
    RowOutcome create(const QString& object, const Members& members, const QString& key)
    {
        return send(prepared(object, Operation::Create, members, key));
    }
    /// One record of each kind that can be written, made through the connector in order of dependence.
    void makeBusiness()
    {
        const QStringList order{u"Account"_s,
                                u"Contact"_s,
                                u"Lead"_s,
                                u"Product2"_s,
                                u"Pricebook2"_s,
                                u"PricebookEntry"_s,
                                u"Opportunity"_s,
                                u"OpportunityLineItem"_s,
                                u"OpportunityContactRole"_s,
                                u"Quote"_s,
                                u"QuoteLineItem"_s,
                                u"Case"_s,
                                u"Task"_s,
                                u"Event"_s};
        for (const QString& object : order) {
            const RowOutcome made = create(object, membersFor(object), u"key of "_s + object);
            QVERIFY2(made.state == State::Written, qPrintable(object + made.error.code + made.error.text));
            m_ids.insert(object, made.targetId);
        }
    }
    [[nodiscard]] QString standardBook() const
    {
        const Json books = m_salesforce->state(u"Pricebook2");
        for (const Json& book : books.toArray()) {
            if (book[u"IsStandard"].toBool()) return book[u"Id"].toText();
        }
        return {};
    }
    void assignTerritory()
    {
        sandbox::salesforce::Organisation& organisation = m_salesforce->organisation();
        const int type = organisation.schema().find(u"ObjectTerritory2Association"_s);
        organisation.insert(type, organisation.blank(type));
    }
    [[nodiscard]] static std::pair<QString, Value> changeOf(const QString& object)
    {
        static const QHash<QString, std::pair<QString, Value>> kChanges{
            {u"Opportunity"_s, {u"NextStep"_s, Value(u"Call\nback"_s)}},
            {u"OpportunityLineItem"_s, {u"Quantity"_s, number("4")}},
            {u"QuoteLineItem"_s, {u"Quantity"_s, number("4")}},
            {u"PricebookEntry"_s, {u"IsActive"_s, Value(false)}},
            {u"Lead"_s, {u"Company"_s, Value(u"Łódź"_s)}},
            {u"Contact"_s, {u"Title"_s, Value(u"Prof. \"X\""_s)}},
            {u"Task"_s, {u"Status"_s, Value(u"Completed"_s)}},
            {u"OpportunityContactRole"_s, {u"Role"_s, Value(u"Evaluator"_s)}},
        };
        return kChanges.value(object, {u"Description"_s, Value(u"測定 – later"_s)});
    }
    [[nodiscard]] Members membersFor(const QString& object) const
    {
        const Date day = utcDate(m_clock->now());
        const auto id = [this](const QString& of) { return Value(m_ids.value(of)); };
        const bool isMore = m_ids.contains(object);
        if (object == u"Account")
            return {{u"Name"_s, Value(u"Ridgeway University"_s)}, {u"Industry"_s, Value()}};
        if (object == u"Contact")
            return {{u"LastName"_s, Value(u"Zoë"_s)}, {u"AccountId"_s, id(u"Account"_s)}};
        if (object == u"Lead") return {{u"LastName"_s, Value(u"Ng"_s)}, {u"Company"_s, Value(u"Old Mill"_s)}};
        if (object == u"Product2") return {{u"Name"_s, Value(u"Widget"_s)}, {u"IsActive"_s, Value(true)}};
        if (object == u"Pricebook2") return {{u"Name"_s, Value(u"Schools"_s)}, {u"IsActive"_s, Value(true)}};
        if (object == u"PricebookEntry")
            return {{u"Product2Id"_s, id(u"Product2"_s)},
                    {u"Pricebook2Id"_s, isMore ? id(u"Pricebook2"_s) : Value(standardBook())},
                    {u"UnitPrice"_s, number("33.33")},
                    {u"IsActive"_s, Value(true)}};
        if (object == u"Opportunity")
            return {{u"Name"_s, Value(u"Lab"_s)},
                    {u"StageName"_s, Value(u"Prospecting"_s)},
                    {u"CloseDate"_s, Value(day)},
                    {u"AccountId"_s, id(u"Account"_s)}};
        if (object == u"OpportunityLineItem")
            return {{u"OpportunityId"_s, id(u"Opportunity"_s)},
                    {u"PricebookEntryId"_s, id(u"PricebookEntry"_s)},
                    {u"Quantity"_s, number("3")},
                    {u"UnitPrice"_s, number("33.33")}};
        if (object == u"OpportunityContactRole")
            return {{u"OpportunityId"_s, id(u"Opportunity"_s)},
                    {u"ContactId"_s, id(u"Contact"_s)},
                    {u"Role"_s, Value(u"Decision Maker"_s)}};
        if (object == u"Quote")
            return {{u"Name"_s, Value(u"First"_s)},
                    {u"OpportunityId"_s, id(u"Opportunity"_s)},
                    {u"Pricebook2Id"_s, Value(standardBook())}};
        if (object == u"QuoteLineItem")
            return {{u"QuoteId"_s, id(u"Quote"_s)},
                    {u"PricebookEntryId"_s, id(u"PricebookEntry"_s)},
                    {u"Quantity"_s, number("2")},
                    {u"UnitPrice"_s, number("10")}};
        if (object == u"Event")
            return {{u"Subject"_s, Value(u"Visit"_s)},
                    {u"StartDateTime"_s, Value(m_clock->now())},
                    {u"DurationInMinutes"_s, number("30")}};
        if (object == u"Task")
            return {{u"Subject"_s, Value(u"Overdue"_s)},
                    {u"WhatId"_s, id(u"Account"_s)},
                    {u"ActivityDate"_s, Value(day)}};
        return {{u"Subject"_s, Value(u"Case"_s)}, {u"AccountId"_s, id(u"Account"_s)}};
    }

    sandbox::SalesforceSystem* m_salesforce = nullptr;
    QHash<QString, QString> m_ids; ///< of the business, by object
};

QTEST_GUILESS_MAIN(TestSalesforceObjects)
#include "testsalesforceobjects.moc"
