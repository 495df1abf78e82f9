#include "xeroprobe.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroContacts final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void createdContactIsReadBack();
    void refusals_data();
    void refusals();
    void putRefusesAMatchThatPostUpdates();
    void postKeepsWhatIsNotSent();
    void namesAreStoredWithSingleBlanks();
    void archivedNameIsFreeAndMayNotReturn();
    void contactIsFoundByNumberInTheUrl();
    void batchTellsEachElementInOrder();
    void summarisedBatchSavesTheValidOnes();
    void elementsOfOneBatchSeeEachOther();
    void unreadableBodies_data();
    void unreadableBodies();
    void listsFilterAndPage();
    void nameFilterIgnoresCaseAndAccents();
    void badExpressions_data();
    void badExpressions();
    void modifiedSinceGivesOnlyLaterOnes();
    void summaryDropsDetail();
    void notesAreKeptInHistory();
    void organisationsDoNotShareContacts();
    void resetReturnsToTheSnapshot();
};

namespace {

constexpr auto kSeeded = 4; // active demo contacts of each organisation

Json firstContact(const Response& response)
{
    return XeroProbe::json(response)[u"Contacts"].at(0);
}

QStringList names(const Response& response)
{
    QStringList list;
    const Json contacts = XeroProbe::json(response)[u"Contacts"];
    for (const Json& contact : contacts.toArray())
        list << contact[u"Name"].toText();
    return list;
}

} // namespace

void TestXeroContacts::createdContactIsReadBack()
{
    XeroProbe probe;
    probe.signIn();
    const Response created = probe.call(
        "PUT", "/Contacts",
        R"({"Contacts":[{"Name":"Łódź Tekstyl","contactnumber":"001A","EmailAddress":"a@b.example","FirstName":"Ann",
            "Addresses":[{"AddressType":"STREET","AddressLine1":"1 Main St","City":"Łódź","Country":"PL"}],
            "Phones":[{"PhoneType":"MOBILE","PhoneNumber":"555"}],
            "PaymentTerms":{"Sales":{"Day":30,"Type":"DAYSAFTERBILLDATE"}}}]})"_ba);
    QCOMPARE(created.status, 200);
    const QByteArray id = firstContact(created)[u"ContactID"].toText().toLatin1();
    const Json contact = firstContact(probe.call("GET", "/Contacts/" + id));
    QCOMPARE(contact[u"Name"].toText(), u"Łódź Tekstyl"_s);
    QCOMPARE(contact[u"ContactNumber"].toText(), u"001A"_s);
    QCOMPARE(contact[u"ContactStatus"].toText(), u"ACTIVE"_s);
    QCOMPARE(contact[u"Addresses"].size(), 2);
    QCOMPARE(contact[u"Addresses"].at(0)[u"City"].toText(), u"Łódź"_s);
    QCOMPARE(contact[u"Phones"].size(), 4);
    QCOMPARE(contact[u"Phones"].at(3)[u"PhoneNumber"].toText(), u"555"_s);
    QCOMPARE(contact[u"PaymentTerms"][u"Sales"][u"Day"].toInteger(), 30);
    QCOMPARE(contact[u"UpdatedDateUTC"].toText(), u"/Date(1795230000000+0000)/"_s);
    QVERIFY(contact.contains(u"Balances"));
}

void TestXeroContacts::refusals_data()
{
    QTest::addColumn<QByteArray>("contact");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& contact, const QString& message) {
        QTest::newRow(name) << contact << message;
    };
    row("no identity", R"({"FirstName":"A"})",
        u"The Contact must contain at least 1 of the following elements to identify the contact: Name, "
        u"ContactID, "
        "ContactNumber"_s);
    row("name taken", R"({"Name":"city AGENCY"})",
        u"The contact name city AGENCY is already assigned to another contact. The contact name must be "
        u"unique "
        "across all active contacts."_s);
    row("angle brackets", R"({"Name":"A <b> c"})", u"Contact name must not contain angle brackets."_s);
    row("over-long name", "{\"Name\":\"" + QByteArray(256, 'n') + "\"}",
        u"The Name field must not exceed 255 characters."_s);
    row("over-long number", "{\"Name\":\"n\",\"ContactNumber\":\"" + QByteArray(51, '1') + "\"}",
        u"The Contact Number field must not exceed 50 characters."_s);
    row("bad email", R"({"Name":"n","EmailAddress":"nobody"})", u"Email address must be valid."_s);
    row("umlaut in email", R"({"Name":"n","EmailAddress":"jürgen@b.example"})",
        u"Email address must be valid."_s);
    row("currency", R"({"Name":"n","DefaultCurrency":"BRL"})",
        u"Organisation is not subscribed to currency BRL"_s);
    row("terms", R"({"Name":"n","PaymentTerms":{"Sales":{"Day":0,"Type":"OFFOLLOWINGMONTH"}}})",
        u"Due Date for Sales Invoices must be between 1 and 31 when set to the following (or current) month"_s);
    row("persons", R"({"Name":"n","ContactPersons":[{},{},{},{},{},{}]})",
        u"A contact can have no more than 5 contact persons."_s);
    row("status", R"({"Name":"n","ContactStatus":"GONE"})", u"Contact status must be valid."_s);
}

void TestXeroContacts::refusals()
{
    QFETCH(QByteArray, contact);
    QFETCH(QString, message);
    XeroProbe probe;
    probe.signIn();
    const Response response = probe.call("PUT", "/Contacts", contact);
    QCOMPARE(response.status, 400);
    const Json body = XeroProbe::json(response);
    QCOMPARE(body[u"ErrorNumber"].toInteger(), 10);
    QCOMPARE(body[u"Type"].toText(), u"ValidationException"_s);
    QCOMPARE(XeroProbe::messages(body[u"Elements"].at(0)), message);
    QCOMPARE(body[u"Elements"].at(0)[u"ContactID"].toText(), u"00000000-0000-0000-0000-000000000000"_s);
    QCOMPARE(names(probe.call("GET", "/Contacts")).size(), kSeeded);
}

void TestXeroContacts::putRefusesAMatchThatPostUpdates()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray body = R"({"Name":"Acme","ContactNumber":"N1","AccountNumber":"A1"})";
    const QString id = firstContact(probe.call("PUT", "/Contacts", body))[u"ContactID"].toText();
    const Json refused = XeroProbe::json(probe.call("PUT", "/Contacts", body))[u"Elements"].at(0);
    QVERIFY(XeroProbe::messages(refused).contains(
        u"The contact number N1 is already assigned to another contact"));
    QVERIFY(XeroProbe::messages(refused).contains(u"The Account Number already exists."));
    const Json byNumber =
        firstContact(probe.call("POST", "/Contacts", R"({"ContactNumber":"N1","Name":"Acme 2"})"));
    QCOMPARE(byNumber[u"ContactID"].toText(), id);
    QCOMPARE(byNumber[u"Name"].toText(), u"Acme 2"_s);
    const Json byName = firstContact(probe.call("POST", "/Contacts", R"({"Name":"ACME 2","FirstName":"Z"})"));
    QCOMPARE(byName[u"ContactID"].toText(), id);
    const Response other = probe.call("POST", "/Contacts", R"({"ContactNumber":"N2","Name":"Acme 2"})");
    QCOMPARE(other.status, 400);
}

void TestXeroContacts::postKeepsWhatIsNotSent()
{
    XeroProbe probe;
    probe.signIn();
    const Json created = firstContact(probe.call(
        "PUT", "/Contacts",
        R"({"Name":"Keep","EmailAddress":"k@b.example","Phones":[{"PhoneType":"DDI","PhoneNumber":"1"}]})"));
    const QByteArray id = created[u"ContactID"].toText().toLatin1();
    probe.clock().advance(std::chrono::seconds(5));
    const Json updated = firstContact(probe.call(
        "POST", "/Contacts/" + id, R"({"FirstName":"F","Phones":[{"PhoneType":"FAX","PhoneNumber":"2"}]})"));
    QCOMPARE(updated[u"EmailAddress"].toText(), u"k@b.example"_s);
    QCOMPARE(updated[u"Phones"].at(0)[u"PhoneNumber"].toText(), u"1"_s);
    QCOMPARE(updated[u"Phones"].at(2)[u"PhoneNumber"].toText(), u"2"_s);
    QCOMPARE(updated[u"UpdatedDateUTC"].toText(), u"/Date(1795230005000+0000)/"_s);
    QCOMPARE(probe.call("POST", "/Contacts/" + QByteArray(36, 'a'), R"({"FirstName":"F"})").status, 404);
}

void TestXeroContacts::namesAreStoredWithSingleBlanks()
{
    XeroProbe probe;
    probe.signIn();
    const Json created = firstContact(probe.call("PUT", "/Contacts", R"({"Name":"  Padded   Name "})"));
    QCOMPARE(created[u"Name"].toText(), u"Padded Name"_s);
    QCOMPARE(probe.call("PUT", "/Contacts", R"({"Name":"padded name"})").status, 400);
}

void TestXeroContacts::archivedNameIsFreeAndMayNotReturn()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray id =
        firstContact(probe.call("PUT", "/Contacts", R"({"Name":"Twice"})"))[u"ContactID"].toText().toLatin1();
    const QByteArray archive = R"({"ContactID":")" + id + R"(","ContactStatus":"ARCHIVED"})";
    QCOMPARE(probe.call("POST", "/Contacts", archive).status, 200);
    QVERIFY(!names(probe.call("GET", "/Contacts")).contains(u"Twice"_s));
    QVERIFY(names(probe.call("GET", "/Contacts?includeArchived=true")).contains(u"Twice"_s));
    QCOMPARE(probe.call("PUT", "/Contacts", R"({"Name":"Twice"})").status, 200);
    const QByteArray restore = R"({"ContactID":")" + id + R"(","ContactStatus":"ACTIVE"})";
    QVERIFY(
        probe.call("POST", "/Contacts", restore).body.contains("must be unique across all active contacts"));
}

void TestXeroContacts::contactIsFoundByNumberInTheUrl()
{
    XeroProbe probe;
    probe.signIn();
    probe.call("PUT", "/Contacts", R"({"Name":"By number","ContactNumber":"A/B 1"})");
    QCOMPARE(firstContact(probe.call("GET", "/Contacts/A%2FB%201"))[u"Name"].toText(), u"By number"_s);
    const Response missing = probe.call("GET", "/Contacts/nobody");
    QCOMPARE(missing.status, 404);
    QVERIFY(headerValue(missing.headers, "Content-Type").startsWith("text/html"));
    QVERIFY(missing.body.startsWith("The resource you're looking for cannot be found"));
}

void TestXeroContacts::batchTellsEachElementInOrder()
{
    XeroProbe probe;
    probe.signIn();
    const Response response =
        probe.call("POST", "/Contacts?SummarizeErrors=false",
                   R"({"Contacts":[{"Name":"One"},{"Name":"Two","EmailAddress":"x"},{"Name":"Three"}]})");
    QCOMPARE(response.status, 200);
    const Json contacts = XeroProbe::json(response)[u"Contacts"];
    QCOMPARE(contacts.size(), 3);
    QCOMPARE(contacts.at(0)[u"StatusAttributeString"].toText(), u"OK"_s);
    QCOMPARE(contacts.at(1)[u"StatusAttributeString"].toText(), u"ERROR"_s);
    QCOMPARE(XeroProbe::messages(contacts.at(1)), u"Email address must be valid."_s);
    QCOMPARE(contacts.at(1)[u"Name"].toText(), u"Two"_s);
    QCOMPARE(contacts.at(2)[u"HasValidationErrors"].toBool(true), false);
}

void TestXeroContacts::summarisedBatchSavesTheValidOnes()
{
    XeroProbe probe;
    probe.signIn();
    const Response response =
        probe.call("POST", "/Contacts",
                   R"({"Contacts":[{"Name":"One"},{"Name":"Two","EmailAddress":"x"},{"Name":"Three"}]})");
    QCOMPARE(response.status, 400);
    QCOMPARE(XeroProbe::json(response)[u"Elements"].size(), 1);
    const QStringList saved = names(probe.call("GET", "/Contacts"));
    QVERIFY(saved.contains(u"One"_s) && saved.contains(u"Three"_s) && !saved.contains(u"Two"_s));
}

void TestXeroContacts::elementsOfOneBatchSeeEachOther()
{
    XeroProbe probe;
    probe.signIn();
    const Json contacts = XeroProbe::json(probe.call("PUT", "/Contacts?summarizeErrors=false",
                                                     R"([{"Name":"Same"},{"Name":"same"}])"))[u"Contacts"];
    QCOMPARE(contacts.at(0)[u"StatusAttributeString"].toText(), u"OK"_s);
    QCOMPARE(contacts.at(1)[u"StatusAttributeString"].toText(), u"ERROR"_s);
}

void TestXeroContacts::unreadableBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("number");
    QTest::newRow("empty") << ""_ba << 14;
    QTest::newRow("broken") << "{\"Contacts\":["_ba << 14;
    QTest::newRow("markup") << "<Contacts/>"_ba << 14;
    QTest::newRow("bad guid") << R"({"ContactID":"17","Name":"n"})"_ba << 14;
    QTest::newRow("object for a text") << R"({"Name":{"a":1}})"_ba << 14;
    QTest::newRow("no members") << "{}"_ba << 17;
    QTest::newRow("no elements") << R"({"Contacts":[]})"_ba << 17;
    QTest::newRow("texts for elements") << R"({"Contacts":["a"]})"_ba << 17;
}

void TestXeroContacts::unreadableBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, number);
    XeroProbe probe;
    probe.signIn();
    const Response response = probe.call("POST", "/Contacts", body);
    QCOMPARE(response.status, 400);
    QCOMPARE(XeroProbe::json(response)[u"ErrorNumber"].toInteger(), number);
}

void TestXeroContacts::listsFilterAndPage()
{
    XeroProbe probe;
    probe.signIn();
    QByteArray body = "[";
    for (int index = 0; index < 250; ++index)
        body +=
            (index ? ",{\"Name\":\"Bulk " : "{\"Name\":\"Bulk ") + QByteArray::number(1000 + index) + "\"}";
    QCOMPARE(probe.call("PUT", "/Contacts", body + "]").status, 200);
    const Json last = XeroProbe::json(probe.call("GET", "/Contacts?page=3&where=Name.StartsWith(%22Bulk%22)"
                                                        "&order=Name+DESC"));
    QCOMPARE(last[u"pagination"][u"pageCount"].toInteger(), 3);
    QCOMPARE(last[u"pagination"][u"itemCount"].toInteger(), 250);
    QCOMPARE(last[u"Contacts"].size(), 50);
    QCOMPARE(last[u"Contacts"].at(49)[u"Name"].toText(), u"Bulk 1000"_s);
    const Json clamped = XeroProbe::json(probe.call("GET", "/Contacts?pageSize=99999"));
    QCOMPARE(clamped[u"pagination"][u"pageSize"].toInteger(), 1000);
    QCOMPARE(XeroProbe::json(probe.call("GET", "/Contacts?page=9"))[u"Contacts"].size(), 0);
    QCOMPARE(names(probe.call("GET", "/Contacts?searchTerm=bulk+1007")), QStringList{u"Bulk 1007"_s});
    QVERIFY(!XeroProbe::json(probe.call("GET", "/Contacts")).contains(u"pagination"));
}

void TestXeroContacts::nameFilterIgnoresCaseAndAccents()
{
    XeroProbe probe;
    probe.signIn();
    probe.call("PUT", "/Contacts", R"([{"Name":"Café Zoë"},{"Name":"Cafe Zoo"}])"_ba);
    const auto found = [&probe](const QByteArray& where) {
        return names(probe.call("GET", "/Contacts?where=" + where.toPercentEncoding()));
    };
    QCOMPARE(found(R"(Name=="cafe zoe")"), QStringList{u"Café Zoë"_s});
    QCOMPARE(found(R"(Name=="Café Zoë" OR Name=="CAFE ZOO" OR Name=="none")").size(), 2);
    QCOMPARE(found(R"((Name=="Cafe Zoo" || Name=="City Agency") && EmailAddress!=null)"),
             QStringList{u"City Agency"_s});
    QCOMPARE(found(R"(EmailAddress!=null AND EmailAddress.Contains("hamilton"))").size(), 1);
    QCOMPARE(found(R"(UpdatedDateUTC>=DateTime(2027,1,1))").size(), 0);
    QCOMPARE(found(R"(IsCustomer==false)").size(), kSeeded + 2);
}

void TestXeroContacts::badExpressions_data()
{
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QString>("message");
    QTest::newRow("single quotes") << "Name=='x'"_ba
                                   << u"Character literal must contain exactly one character"_s;
    QTest::newRow("nothing after the operator") << "Name=="_ba << u"Expression expected"_s;
    QTest::newRow("unknown member") << "Nome==\"x\""_ba
                                    << u"No property or field 'Nome' exists in type 'Contact'"_s;
    QTest::newRow("types") << "ContactID==\"x\""_ba
                           << u"Operator '==' incompatible with operand types 'Guid' and 'String'"_s;
    QTest::newRow("null call") << "AccountNumber.Contains(\"x\")"_ba
                               << u"Object reference not set to an instance of an object."_s;
    QTest::newRow("not a truth") << "Name"_ba << u"Expression of type 'Boolean' expected"_s;
    QTest::newRow("rest") << "IsCustomer==true )"_ba << u"Syntax error"_s;
    QTest::newRow("unclosed") << "(IsCustomer==true"_ba << u"')' or operator expected"_s;
    QTest::newRow("too deep") << QByteArray(40, '(') << u"Expression too deep"_s;
    QTest::newRow("too often negated") << QByteArray(5000, '!') + "IsCustomer" << u"Expression too deep"_s;
}

void TestXeroContacts::badExpressions()
{
    QFETCH(QByteArray, where);
    QFETCH(QString, message);
    XeroProbe probe;
    probe.signIn();
    const Response response = probe.call("GET", "/Contacts?where=" + where.toPercentEncoding());
    QCOMPARE(response.status, 400);
    const Json body = XeroProbe::json(response);
    QCOMPARE(body[u"ErrorNumber"].toInteger(), 16);
    QCOMPARE(body[u"Type"].toText(), u"QueryParseException"_s);
    QCOMPARE(body[u"Message"].toText(), message);
}

void TestXeroContacts::modifiedSinceGivesOnlyLaterOnes()
{
    XeroProbe probe;
    probe.signIn();
    probe.clock().advance(std::chrono::seconds(10));
    probe.call("PUT", "/Contacts", R"({"Name":"Later"})");
    const auto since = [&probe](const QByteArray& header) {
        return names(probe.call("GET", "/Contacts", {}, {{"If-Modified-Since", header}}));
    };
    QCOMPARE(since("2026-11-21T03:00:10"), QStringList{u"Later"_s});
    QCOMPARE(since("2026-11-21T03:00:10.900Z"), QStringList{u"Later"_s});
    QCOMPARE(since("2026-11-21T03:00:11"), QStringList());
    QCOMPARE(since("2026-11-21T03:00:00").size(), kSeeded + 1);
}

void TestXeroContacts::summaryDropsDetail()
{
    XeroProbe probe;
    probe.signIn();
    const Json contact = firstContact(probe.call("GET", "/Contacts?summaryOnly=true&page=1"));
    QVERIFY(contact.contains(u"Name"));
    for (const QStringView member :
         {u"Addresses", u"Balances", u"ContactGroups", u"ContactPersons", u"IsCustomer"})
        QVERIFY2(!contact.contains(member), qPrintable(member.toString()));
}

void TestXeroContacts::notesAreKeptInHistory()
{
    XeroProbe probe;
    probe.signIn();
    const QByteArray id =
        firstContact(probe.call("PUT", "/Contacts", R"({"Name":"Noted"})"))[u"ContactID"].toText().toLatin1();
    const QByteArray target = "/Contacts/" + id + "/History";
    QCOMPARE(probe.call("PUT", target, R"({"HistoryRecords":[{"Details":"From deal 7"}]})").status, 200);
    const Json records = XeroProbe::json(probe.call("GET", target))[u"HistoryRecords"];
    QCOMPARE(records.size(), 2);
    QCOMPARE(records.at(0)[u"Details"].toText(), u"From deal 7"_s);
    QCOMPARE(records.at(1)[u"Changes"].toText(), u"Created"_s);
    const QByteArray unknown = "/Contacts/11111111-2222-4333-8444-555555555555/History";
    const Response missing = probe.call("PUT", unknown, R"({"HistoryRecords":[{"Details":"x"}]})");
    QCOMPARE(missing.status, 400);
    QVERIFY(missing.body.contains("The document with the supplied id was not found for this endpoint."));
    const QByteArray big = R"({"HistoryRecords":[{"Details":")" + QByteArray(2501, 'x') + R"("}]})";
    QCOMPARE(probe.call("PUT", target, big).status, 400);
}

void TestXeroContacts::organisationsDoNotShareContacts()
{
    XeroProbe probe;
    probe.signIn();
    probe.call("PUT", "/Contacts", R"({"Name":"Only here"})");
    probe.signIn(XeroProbe::allScopes(), 1);
    QVERIFY(!names(probe.call("GET", "/Contacts")).contains(u"Only here"_s));
    const Json rows = probe.system().state(u"contacts");
    QSet<QString> tenants;
    for (const Json& row : rows.toArray())
        tenants.insert(row[u"TenantId"].toText());
    QCOMPARE(tenants, QSet<QString>({probe.tenant(0), probe.tenant(1)}));
}

void TestXeroContacts::resetReturnsToTheSnapshot()
{
    XeroProbe probe;
    probe.signIn();
    QVERIFY(!probe.system().seedContact(probe.tenant(), u"Seeded"_s, u"S1"_s).isEmpty());
    QVERIFY(probe.system().seedContact(probe.tenant(), u"seeded"_s).isEmpty());
    probe.system().snapshot();
    probe.call("PUT", "/Contacts", R"({"Name":"Gone after reset"})");
    probe.system().reset();
    const QStringList left = names(probe.call("GET", "/Contacts"));
    QVERIFY(left.contains(u"Seeded"_s));
    QVERIFY(!left.contains(u"Gone after reset"_s));
    QCOMPARE(probe.call("PUT", "/Contacts", R"({"Name":"Gone after reset"})").status, 200);
}

QTEST_GUILESS_MAIN(TestXeroContacts)
#include "testxerocontacts.moc"
