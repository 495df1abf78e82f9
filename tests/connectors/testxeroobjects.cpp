#include "xerobench.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;

class TestXeroObjects final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_books = std::make_unique<XeroBench>(); }
    void cleanup() { m_books.reset(); }

    void everyObjectIsRead_data()
    {
        QTest::addColumn<QString>("object");
        const ManifestCatalogue catalogue;
        for (const ObjectSpec& object : catalogue.find(u"xero"_s)->objects)
            QTest::newRow(qPrintable(object.name)) << object.name;
    }
    void everyObjectIsRead()
    {
        QFETCH(QString, object);
        if (object.endsWith(u"NZ") || object.endsWith(u"UK")) m_books->enter(object.right(2));
        const ObjectSpec* spec = m_books->bench().manifest().object(object);
        QVERIFY(spec && spec->read);
        QStringList paths;
        for (const model::Field& field : spec->fields)
            paths << field.name;
        m_books->bench().transport().clearCalls();
        Cursor cursor;
        const auto records =
            m_books->bench().readAll(m_books->connector(), {object, paths, {}, {}, {}, 0}, &cursor);
        for (const Record& record : records)
            QVERIFY(!record.path(spec->identity.remoteId).isBlank());
        QVERIFY(!m_books->bench().transport().calls().isEmpty());
        if (!cursor.isEmpty())
            m_books->bench().readAll(m_books->connector(), {object, paths, {}, cursor, {}, 0});
    }

    void contactGroupsTakeAndLoseContacts()
    {
        const QString contact = m_books->newContact(u"Acme"_s);
        const auto made =
            m_books->write(u"ContactGroups"_s, {rowOf(u"Gold"_s, {{u"Name"_s, Value(u"Gold"_s)}})});
        QCOMPARE(made.first().state, RowOutcome::State::Written);
        const QString group = made.first().targetId;
        const auto twice =
            m_books->write(u"ContactGroups"_s, {rowOf(u"gold"_s, {{u"Name"_s, Value(u"gold"_s)}})});
        QCOMPARE(twice.first().error.code, u"xero.name-taken"_s);
        const auto change = [&](const QString& action, const QString& who) {
            return m_books->act(u"ContactGroups"_s, action, changeOf(group, {{u"ContactID"_s, Value(who)}}));
        };
        QCOMPARE(change(u"addContact"_s, kNobody).error.code, u"xero.contact-missing"_s);
        QCOMPARE(change(u"addContact"_s, contact).state, RowOutcome::State::Written);
        const auto members =
            m_books->read(u"ContactGroupMembers"_s, {u"MemberID"_s, u"ContactID"_s, u"Name"_s});
        const auto member = std::find_if(members.begin(), members.end(), [&](const Record& record) {
            return record.value(u"ContactID").toPlainText() == contact;
        });
        QVERIFY(member != members.end());
        QCOMPARE(member->value(u"MemberID").toPlainText(), group + u'/' + contact);
        QCOMPARE(change(u"removeContact"_s, contact).state, RowOutcome::State::Written);
        const auto renamed = m_books->write(
            u"ContactGroups"_s, {changeOf(group, {{u"Name"_s, Value(u"Platinum"_s)}})}, Operation::Update);
        QCOMPARE(renamed.first().targetNumber, u"Platinum"_s);
        QCOMPARE(m_books->write(u"ContactGroups"_s, {changeOf(group)}, Operation::Delete).first().state,
                 RowOutcome::State::Written);
        QVERIFY(m_books->one(u"ContactGroups"_s, group).isNull());
    }

    void contactsAreArchived()
    {
        const QString contact = m_books->newContact(u"Acme"_s);
        QCOMPARE(m_books->act(u"Contacts"_s, u"archive"_s, changeOf(contact)).state,
                 RowOutcome::State::Written);
        QVERIFY(!m_books->connector().toTarget(u"Contacts"_s, m_books->one(u"Contacts"_s, contact)).usable);
    }

    void itemsAreWrittenWithTheirPricesAndDeleted()
    {
        const auto row = [](const QString& code, const QString& account) {
            return rowOf(code, {{u"Code"_s, Value(code)},
                                {u"Name"_s, Value(u"Widget "_s + code)},
                                {u"SalesDetails"_s, Value(recordOf({{u"UnitPrice"_s, number("12.3456")},
                                                                    {u"AccountCode"_s, Value(account)}}))}});
        };
        const auto made = m_books->write(u"Items"_s, {row(u"X-1"_s, u"200"_s), row(u"X-2"_s, u"999"_s)});
        QCOMPARE(made.at(0).state, RowOutcome::State::Written);
        QCOMPARE(made.at(1).error.code, u"xero.account-unknown"_s);
        const auto again = m_books->write(u"Items"_s, {row(u"X-1"_s, u"200"_s)}, Operation::Create, u"k2"_s);
        QCOMPARE(again.first().error.code, u"xero.item-code-taken"_s);
        QCOMPARE(again.first().error.facts, QStringList{u"X-1"_s});
        const Record item = m_books->one(u"Items"_s, made.at(0).targetId, {u"SalesDetails.UnitPrice"_s});
        QCOMPARE(item.path(u"SalesDetails.UnitPrice"_s).number()->toString(), u"12.3456"_s);
        const auto found = m_books->bench().run(m_books->connector().find(u"Items"_s, {u"X-1"_s}, {}));
        QVERIFY(found && found->size() == 1);
        QCOMPARE(m_books->write(u"Items"_s, {changeOf(made.at(0).targetId)}, Operation::Delete).first().state,
                 RowOutcome::State::Written);
        QVERIFY(m_books->one(u"Items"_s, made.at(0).targetId).isNull());
    }

    void trackingCategoriesHaveOptions()
    {
        const auto all = m_books->read(u"TrackingCategories"_s, {u"Name"_s, u"Options"_s});
        QVERIFY(!all.isEmpty());
        const QString category = all.first().value(u"TrackingCategoryID").toPlainText();
        const auto option = [&](const QString& name) {
            return rowOf(category + u'/' + name,
                         {{u"TrackingCategoryID"_s, Value(category)}, {u"Name"_s, Value(name)}});
        };
        const auto made = m_books->write(u"TrackingOptions"_s, {option(u"Moon"_s)});
        QCOMPARE(made.first().error.text, QString());
        QCOMPARE(made.first().state, RowOutcome::State::Written);
        const auto again =
            m_books->write(u"TrackingOptions"_s, {option(u"Moon"_s)}, Operation::Create, u"k2"_s);
        QCOMPARE(again.first().error.code, u"xero.name-taken"_s);
        const auto found = m_books->bench().run(
            m_books->connector().find(u"TrackingOptions"_s, {category + u"/Moon"_s}, {}));
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, made.first().targetId);
        const Members place{{u"TrackingCategoryID"_s, Value(category)}};
        WriteRow renamed = changeOf(made.first().targetId, place + Members{{u"Name"_s, Value(u"Mars"_s)}});
        QCOMPARE(m_books->write(u"TrackingOptions"_s, {renamed}, Operation::Update).first().state,
                 RowOutcome::State::Written);
        QCOMPARE(
            m_books->write(u"TrackingOptions"_s, {changeOf(made.first().targetId, place)}, Operation::Delete)
                .first()
                .state,
            RowOutcome::State::Written);
        const auto twice = m_books->write(u"TrackingCategories"_s,
                                          {rowOf(u"n"_s, {{u"Name"_s, all.first().value(u"Name")}})});
        QCOMPARE(twice.first().error.code, u"xero.name-taken"_s);
    }

    void anEmployeeOfEachPayrollIsWritten_data()
    {
        QTest::addColumn<QString>("region");
        for (const QString& region : {u"AU"_s, u"NZ"_s, u"UK"_s})
            QTest::newRow(qPrintable(region)) << region;
    }
    void anEmployeeOfEachPayrollIsWritten()
    {
        QFETCH(QString, region);
        m_books->enter(region);
        const QString object = u"Employees"_s + region;
        const bool australian = region == u"AU";
        const auto name = [australian](const QString& text) {
            return australian ? text : text.left(1).toLower() + text.mid(1);
        };
        const QString mail = u"ann@example.test"_s;
        Members members{{name(u"FirstName"_s), Value(u"Ann"_s)},
                        {name(u"LastName"_s), Value(u"Lee"_s)},
                        {name(u"DateOfBirth"_s), Value(QDate(1990, 2, 28))},
                        {name(u"Email"_s), Value(mail)},
                        {name(u"Gender"_s), Value(u"F"_s)},
                        {name(u"Title"_s), Value(u"Dr"_s)}};
        const Members address{{name(u"AddressLine1"_s), Value(u"1 High St"_s)},
                              {name(u"City"_s), Value(u"Leeds"_s)},
                              {australian ? u"PostalCode"_s : u"postCode"_s, Value(u"6011"_s)}};
        members.append({australian ? u"HomeAddress"_s : u"address"_s, Value(recordOf(address))});
        const auto made = m_books->write(object, {rowOf(mail, members)});
        QCOMPARE(made.first().state, RowOutcome::State::Written);
        const auto found = m_books->bench().run(m_books->connector().find(object, {mail}, {}));
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->first().id, made.first().targetId);
        members[1].second = Value(u"Lee-Smith"_s);
        const auto changed =
            m_books->write(object, {changeOf(made.first().targetId, members)}, Operation::Update);
        QCOMPARE(changed.first().state, RowOutcome::State::Written);
        const Record now = m_books->one(object, made.first().targetId, {name(u"LastName"_s)});
        QCOMPARE(now.value(name(u"LastName"_s)).toPlainText(), u"Lee-Smith"_s);

        members.removeAt(2);
        const auto refused = m_books->bench().run(m_books->connector().send(
            m_books->connector().prepare(object, Operation::Create, {rowOf(u"other"_s, members)}, u"k7"_s),
            {}));
        const Error& error = refused ? refused->first().error : refused.error();
        QCOMPARE(error.code, u"xero.field-missing"_s);
        QCOMPARE(error.facts, QStringList{u"Date of Birth"_s});
    }

    void aNoteIsAddedToTheHistory_data()
    {
        QTest::addColumn<QString>("object");
        for (const auto& object :
             {u"Contacts"_s, u"Invoices"_s, u"Quotes"_s, u"Payments"_s, u"CreditNotes"_s, u"Items"_s,
              u"ManualJournals"_s, u"PurchaseOrders"_s, u"BankTransactions"_s})
            QTest::newRow(qPrintable(object)) << object;
    }
    void aNoteIsAddedToTheHistory()
    {
        QFETCH(QString, object);
        const ObjectSpec* spec = m_books->bench().manifest().object(object);
        const QString contact = m_books->newContact(u"Acme"_s);
        const QString id = object == u"Contacts" ? contact : m_books->firstOf(object, contact);
        QVERIFY(!id.isEmpty());
        const WriteRow note = changeOf(id, {{u"Details"_s, Value(u"Seen by Tieout."_s)}});
        QCOMPARE(m_books->act(object, u"note"_s, note).state, RowOutcome::State::Written);
        ReadRequest request{object + u"History"_s, {u"Changes"_s, u"Details"_s}, {}, {}, {id}, 0};
        const auto lines = m_books->bench().readAll(m_books->connector(), request);
        QVERIFY(lines.size() >= 2);
        QCOMPARE(lines.first().value(u"Details").toPlainText(), u"Seen by Tieout."_s);
        QVERIFY(spec->actions.contains(u"note"_s));
    }

    void aLinkOpensTheRecordInItsOrganisation()
    {
        const auto info = m_books->bench().run(m_books->connector().test({}));
        QVERIFY(info);
        QCOMPARE(m_books->connector().link(u"Quotes"_s, u"7"_s),
                 u"https://go.xero.com/app/%1/quotes/view/7"_s.arg(info->shortCode));
        for (const QString& object :
             {u"CreditNotes"_s, u"Payments"_s, u"PurchaseOrders"_s, u"BankTransactions"_s}) {
            const QString link = m_books->connector().link(object, u"7"_s);
            QVERIFY2(link.startsWith(u"https://go.xero.com/") && link.contains(u'7'), qPrintable(object));
        }
    }

    void aSignInForContactsAsksForNothingElse()
    {
        const Manifest& manifest = m_books->bench().manifest();
        QCOMPARE(scopesFor(manifest.auth, {u"Contacts.write"_s, u"Organisation.read"_s}),
                 (QStringList{u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s,
                              u"accounting.contacts"_s, u"accounting.settings.read"_s}));
        for (const ObjectSpec& object : manifest.objects) {
            QVERIFY2(manifest.auth.scopesByOperation.contains(object.name + u".read"_s),
                     qPrintable(object.name));
            const bool writes = !object.writes.isEmpty() || !object.actions.isEmpty();
            QCOMPARE(manifest.auth.scopesByOperation.contains(object.name + u".write"_s), writes);
        }
    }

  private:
    std::unique_ptr<XeroBench> m_books;
};

QTEST_GUILESS_MAIN(TestXeroObjects)
#include "testxeroobjects.moc"
