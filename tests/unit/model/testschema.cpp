#include "model/schema.h"

#include <QTest>

using namespace tieout::model;
using namespace Qt::StringLiterals;

class TestSchema final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void fieldsAreFoundThroughNestedRecords();
};

void TestSchema::fieldsAreFoundThroughNestedRecords()
{
    Field country;
    country.name = u"Country"_s;
    Field account;
    account.name = u"Account"_s;
    account.type = FieldType::Record;
    account.fields = {country};
    Field dotted;
    dotted.name = u"Owner.Name"_s;
    ObjectSchema schema;
    schema.fields = {country, account, dotted};
    QCOMPARE(schema.find(u"Account.Country"), &schema.fields.at(1).fields.at(0));
    QCOMPARE(schema.find(u"Country"), &schema.fields.at(0));
    QCOMPARE(schema.find(u"Owner.Name"), &schema.fields.at(2));
    for (const auto* missing : {"", ".", "Account.", "Account.None", "Country.Country", "Owner", "account"}) {
        QVERIFY2(!schema.find(QString::fromLatin1(missing)), missing);
    }
}

QTEST_GUILESS_MAIN(TestSchema)
#include "testschema.moc"
