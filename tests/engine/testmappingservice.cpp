#include "store/store.h"
#include "support/practiceoffice.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::PracticeOffice;

namespace {

const QString kFlow = u"closed-won-to-invoice"_s;
const QString kTable = u"Region to tax rate"_s;

const model::MappedField* ruleIn(const QList<model::MappedField>& fields, const QString& to)
{
    for (const auto& field : fields) {
        if (field.to == to) return &field;
        if (const auto* inner = ruleIn(field.fields, to)) return inner;
    }
    return nullptr;
}

model::MappedField* ruleOf(QList<model::MappedField>& fields, const QString& to)
{
    for (auto& field : fields) {
        if (field.to == to) return &field;
        if (auto* inner = ruleOf(field.fields, to)) return inner;
    }
    return nullptr;
}

/// Won deals of one British customer.
QByteArray teaDeals(int count)
{
    QByteArray deals;
    for (int i = 1; i <= count; ++i) {
        const QByteArray id = "00600000000900" + QByteArray::number(i) + "AAA";
        deals += R"({"Id":")" + id + R"(","Name":"Tea )" + QByteArray::number(i) +
                 R"(","StageName":"Closed Won","CloseDate":"2026-11-12","Amount":100,)"
                 R"("CurrencyIsoCode":"AUD","Account":{"Id":"001000000009001AAA","Name":"Tea House",)"
                 R"("BillingStreet":"1 High St","BillingCity":"Leeds","BillingCountryCode":"GB",)"
                 R"("BillingPostalCode":"LS1","Phone":null,"Terms__c":14},"Contact":null,)"
                 R"("Owner":{"Name":"Rep"},"OpportunityLineItems":null})"
                 "\n";
    }
    return deals;
}

} // namespace

/// Mappings and lookup tables through the façade: threads, store and network as in the program.
class TestMappingService : public QObject
{
    Q_OBJECT

  private:
    service::MappingBench bench() { return m_office->need(m_office->workbench().mappingBench(kFlow)); }
    model::LookupTable table()
    {
        for (const auto& each : m_office->need(m_office->workbench().lookups()))
            if (each.name == kTable) return each;
        return {};
    }

    std::unique_ptr<PracticeOffice> m_office;

  private Q_SLOTS:
    void initTestCase()
    {
        m_office = std::make_unique<PracticeOffice>(60);
        m_office->addInvoices();
    }
    void cleanupTestCase() { m_office.reset(); }

    void theBenchHasBothSidesWithTheirParentsAndLists()
    {
        const auto open = bench();
        QVERIFY2(!open.source.fault, open.source.fault ? qPrintable(open.source.fault->text) : "");
        QVERIFY(!open.target.fault);
        QVERIFY(open.faults.isEmpty());
        QCOMPARE(open.document.fields.isEmpty(), false);
        for (const QString& path : {u"Amount"_s, u"Account.BillingCountryCode"_s,
                                    u"OpportunityLineItems.PricebookEntry.Product2.Name"_s})
            QVERIFY2(open.source.schema.find(path), qPrintable(path));
        QVERIFY(open.target.schema.find(u"LineItems.TaxType"));
        QVERIFY(open.source.title.startsWith(u"Salesforce"_s));
        QCOMPARE(open.settings.value(u"BaseCurrency"_s), model::Value(u"AUD"_s));
        QCOMPARE(open.linkable, QStringList{u"accounts-to-contacts"_s});
        QCOMPARE(open.lookups.size(), 1);
        QCOMPARE(open.versions.size(), 1);
        QVERIFY(!open.zone.isEmpty());
        const auto parent = m_office->need(m_office->workbench().mappingBench(u"accounts-to-contacts"_s));
        QVERIFY(parent.parent);
        QCOMPARE(parent.target.schema.name, u"Contacts"_s);
        const auto unknown = m_office->await(m_office->workbench().mappingBench(u"nothing"_s));
        QCOMPARE(unknown.error().code, u"flow.unknown"_s);
    }

    void aSampleIsARealRecordWithItsParentsAndLines()
    {
        const auto first = m_office->need(m_office->workbench().sampleRecord(kFlow, {}));
        QVERIFY(!first.choice.id.isEmpty() && !first.choice.title.isEmpty());
        QVERIFY(!first.record.path(u"Account.Name").isBlank());
        QVERIFY(first.record.value(u"OpportunityLineItems").list());
        const auto again = m_office->need(m_office->workbench().sampleRecord(kFlow, first.choice.id));
        QCOMPARE(again.choice, first.choice);
        QVERIFY(again.links.isEmpty()); // nothing is written yet
        const auto none = m_office->await(m_office->workbench().sampleRecord(kFlow, u"006000000000000AAA"_s));
        QCOMPARE(none.error().code, u"mapping.no-sample"_s);
    }

    void afterARunTheSamplesAreItsRecordsAndTheirLinksAreKnown()
    {
        const auto run = m_office->sync();
        QVERIFY(run.counts.created > 0);
        const auto open = bench();
        QVERIFY(!open.samples.isEmpty());
        bool linked = false;
        for (const auto& sample : open.samples.mid(0, 10)) {
            const auto record = m_office->need(m_office->workbench().sampleRecord(kFlow, sample.id));
            QCOMPARE(record.choice, sample);
            const QString account = record.record.value(u"AccountId").toPlainText();
            const QString id = record.links.value(u"accounts-to-contacts"_s).value(account);
            linked |= !id.isEmpty();
            const auto ids = m_office->need(
                m_office->workbench().linkedIds(u"accounts-to-contacts"_s, QStringList{account}));
            QCOMPARE(ids.value(account), id);
        }
        QVERIFY(linked);
    }

    void aSaveIsAVersionWithItsAuthorAndTheNextOneIsRestored()
    {
        auto document = bench().document;
        const auto first = document;
        ruleOf(document.fields, u"Reference"_s)->formula = u"=UPPER([Id])"_s;
        const auto saved = m_office->need(m_office->workbench().saveMapping(kFlow, document, u"Capitals"_s));
        QCOMPARE(saved.version, 2);
        QCOMPARE(saved.note, u"Capitals"_s);
        QCOMPARE(bench().document.version, 2);
        // Somebody who still has the first version open does not overwrite the second.
        const auto late = m_office->await(m_office->workbench().saveMapping(kFlow, first, {}));
        QCOMPARE(late.error().code, u"mapping.changed-meanwhile"_s);
        QCOMPARE(late.error().facts.value(0), u"2"_s);
        const auto kept = m_office->need(m_office->workbench().mappingVersion(kFlow, 1));
        QCOMPARE(kept.document, first);
        const auto back = m_office->need(m_office->workbench().restoreMapping(kFlow, 1));
        QCOMPARE(back.version, 3);
        QCOMPARE(back.restored, 1);
        QCOMPARE(ruleIn(kept.document.fields, u"Reference"_s)->formula, u"=[Id]"_s);
        const auto versions = m_office->need(m_office->workbench().mappingVersions(kFlow));
        QCOMPARE(versions.size(), 3);
        const auto none = m_office->await(m_office->workbench().restoreMapping(kFlow, 9));
        QCOMPARE(none.error().code, u"mapping.no-version"_s);
    }

    void aParentsMappingIsSavedInItsPlace()
    {
        auto open = m_office->need(m_office->workbench().mappingBench(u"accounts-to-contacts"_s));
        ruleOf(open.document.fields, u"City"_s)->formula = u"=UPPER([Account.BillingCity])"_s;
        const auto saved =
            m_office->need(m_office->workbench().saveMapping(u"accounts-to-contacts"_s, open.document, {}));
        QCOMPARE(saved.version, open.document.version + 1);
        auto after = m_office->need(m_office->workbench().mappingBench(u"accounts-to-contacts"_s));
        QCOMPARE(ruleOf(after.document.fields, u"City"_s)->formula, u"=UPPER([Account.BillingCity])"_s);
        const auto before = m_office->need(
            m_office->workbench().mappingVersion(u"accounts-to-contacts"_s, open.document.version));
        QVERIFY(before.document != after.document);
        QVERIFY(ruleIn(bench().document.fields, u"Reference"_s)); // the sync's own is as it was
    }

    void faultyFormulasAreKeptAndTheRunRefusesThem()
    {
        auto document = bench().document;
        auto faulty = document;
        ruleOf(faulty.fields, u"Date"_s)->formula = u"=IF("_s;
        const auto saved = m_office->need(m_office->workbench().saveMapping(kFlow, faulty, {}));
        const auto run = m_office->need(
            m_office->workbench().run(kFlow, model::RunMode::Preview, model::RunTrigger::Manual));
        QCOMPARE(run.state, model::RunState::Faulted);
        QCOMPARE(run.fault->code, u"mapping.formula"_s);
        document.version = saved.version;
        const auto mended = m_office->need(m_office->workbench().saveMapping(kFlow, document, {}));
        QCOMPARE(mended.version, saved.version + 1);
    }

    void aWhatIfCountsWhatComesOutDifferently()
    {
        auto document = bench().document;
        ruleOf(document.fields, u"UnitAmount"_s)->formula = u"=ROUND([UnitPrice] * 1.1, 4)"_s;
        qint64 told = 0;
        const auto report = m_office->need(m_office->workbench().whatIf(
            kFlow, document, StopToken(), [&](model::WhatIfProgress progress) { told = progress.records; }));
        QVERIFY(report.run > 0);
        QVERIFY(report.different > 0);
        QVERIFY(report.totalsAfter != report.totalsBefore);
        QTRY_COMPARE(told, report.records + report.skipped);
        auto broken = document;
        ruleOf(broken.fields, u"Date"_s)->formula = u"=IF("_s;
        const auto error = m_office->await(m_office->workbench().whatIf(kFlow, broken, StopToken(), {}));
        QCOMPARE(error.error().code, u"mapping.formula"_s);
    }

    void aTableTellsWhereItIsUsedAndWhoChangedIt()
    {
        const auto uses = m_office->workbench().lookupUsage(kTable);
        QCOMPARE(uses.size(), 2);
        QCOMPARE(uses[0].target, u"LineItems.TaxType"_s);
        QCOMPARE(uses[1].target, u"LineItems#2.TaxType"_s);
        QVERIFY(m_office->workbench().lookupUsage(u"Other"_s).isEmpty());
        auto changed = table();
        changed.rows.prepend({u"FJ"_s, u"EXEMPTEXPORT"_s});
        m_office->done(m_office->workbench().saveLookup(changed));
        const auto history = m_office->need(m_office->workbench().lookupHistory(kTable, 0, 10));
        QCOMPARE(history.size(), 2);
        QCOMPARE(history[0].added, (QList<model::LookupTable::Row>{{u"FJ"_s, u"EXEMPTEXPORT"_s}}));
        const auto inUse = m_office->await(m_office->workbench().removeLookup(kTable));
        QCOMPARE(inUse.error().code, u"lookup.in-use"_s);
        model::LookupTable twin;
        twin.name = kTable.toUpper();
        const auto taken = m_office->await(m_office->workbench().saveLookup(twin));
        QCOMPARE(taken.error().code, u"lookup.exists"_s);
        model::LookupTable spare;
        spare.name = u"Spare"_s;
        m_office->done(m_office->workbench().saveLookup(spare));
        m_office->done(m_office->workbench().removeLookup(u"Spare"_s));
        QCOMPARE(m_office->need(m_office->workbench().lookups()).size(), 1);
    }

    void aTableGoesToAFileAndBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("CSV") << u"table.csv"_s;
        QTest::newRow("Excel") << u"table.xlsx"_s;
    }
    void aTableGoesToAFileAndBack()
    {
        QFETCH(QString, name);
        model::LookupTable out;
        out.name = u"Odd"_s;
        out.keyLabel = u"Country"_s;
        out.valueLabel = u"Rate"_s;
        out.rows = {{u"AU, NSW"_s, u"a \"quoted\" one"_s}, {u"0042"_s, u"=1+1"_s}, {u"Zoë*"_s, QString()}};
        const QString path = m_office->folder() + u'/' + name;
        m_office->done(m_office->workbench().writeLookupFile(out, path));
        const auto file = m_office->need(m_office->workbench().readLookupFile(path));
        auto rows = file.rows;
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.takeFirst(), (model::LookupTable::Row{u"Country"_s, u"Rate"_s}));
        QCOMPARE(rows, out.rows);
    }

    void aFileTellsItsDuplicatesAndWhatItIsNot()
    {
        const auto write = [this](const QString& name, const QByteArray& text) {
            const QString path = m_office->folder() + u'/' + name;
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
            file.write(text);
            return path;
        };
        const auto twice = m_office->need(m_office->workbench().readLookupFile(
            write(u"twice.csv"_s, "AU;OUTPUT\nau;OTHER\n;NONE\nNZ;NONE\n")));
        QCOMPARE(twice.rows.size(), 3);
        QCOMPARE(twice.skipped, 1);
        QCOMPARE(twice.duplicates.size(), 1);
        const auto one =
            m_office->await(m_office->workbench().readLookupFile(write(u"one.csv"_s, "AU\nNZ\nGB\n")));
        QVERIFY(!one);
        const auto gone =
            m_office->await(m_office->workbench().readLookupFile(m_office->folder() + u"/gone.csv"_s));
        QVERIFY(gone.error().code.startsWith(u"file."_s));
    }

    /// Fix once, heal all: the row is added once, and every record held for it is written.
    void aMissingRowHealsEveryRecordHeldForIt()
    {
        auto rows = table();
        const auto whole = rows;
        rows.rows.removeIf([](const auto& row) { return row.key == "*"_L1 || row.key == "GB"_L1; });
        m_office->done(m_office->workbench().saveLookup(rows));
        const QByteArray deals = teaDeals(3);
        QVERIFY(m_office->company().takeDeals(deals));
        QCOMPARE(m_office->sync().counts.created, 0);
        const auto held = m_office->need(m_office->workbench().heldForLookup(kTable));
        QCOMPARE(held.missing, QStringList{u"GB"_s});
        QCOMPARE(held.syncs.size(), 1);
        QCOMPARE(held.syncs[0].records, 3);
        // A table of another name heals nothing.
        model::LookupTable other;
        other.name = u"Terms"_s;
        m_office->done(m_office->workbench().saveLookup(other));
        const auto last = m_office->sync();
        QCOMPARE(last.counts.created, 0);
        QCOMPARE(m_office->need(m_office->workbench().heldForLookup(kTable)).syncs.value(0).records, 3);
        m_office->done(m_office->workbench().saveLookup(whole));
        const auto reports = m_office->need(m_office->workbench().retryHeldFor(kTable));
        QCOMPARE(reports.size(), 1);
        QCOMPARE(reports[0].counts.created, 3);
        QCOMPARE(m_office->need(m_office->workbench().heldForLookup(kTable)).syncs.size(), 0);
        // A what-if tries the last run, not the retry of a few of its records.
        QCOMPARE(reports[0].trigger, model::RunTrigger::Retry);
        QVERIFY(reports[0].id > last.id);
        const auto tried =
            m_office->need(m_office->workbench().whatIf(kFlow, bench().document, StopToken(), {}));
        QCOMPARE(tried.run, last.id);
    }

    void aMappingEditedByHandOpensReadOnlyAndDoesNotRun()
    {
        const auto good = bench().document;
        m_office->close();
        {
            auto store = store::Store::open(m_office->folder() + u"/workspace/workspace.tieout"_s,
                                            store::Access::ReadWrite, store::Threading::Inline);
            QVERIFY(store);
            const auto edited =
                m_office->await((*store)->write<bool>([](store::Database& database) -> Result<bool> {
                    auto done = database.execute(
                        u"UPDATE flow SET document = replace(document, '\"=[CloseDate]\"', '17')"_s);
                    if (!done) return tl::unexpected(done.error());
                    return true;
                }));
            QVERIFY(edited);
        }
        m_office->open();
        auto open = bench();
        QCOMPARE(open.faults.size(), 1);
        QCOMPARE(open.faults[0].code, u"mapping.syntax"_s);
        QVERIFY2(open.faults[0].facts.value(0).contains(u"formula"), qPrintable(open.faults[0].text));
        QVERIFY(ruleOf(open.document.fields, u"Reference"_s)); // the rest is there
        const auto run = m_office->await(
            m_office->workbench().run(kFlow, model::RunMode::Preview, model::RunTrigger::Manual));
        QCOMPARE(run.error().code, u"mapping.unreadable"_s);
        // An earlier version takes its place.
        const auto back = m_office->need(m_office->workbench().restoreMapping(kFlow, good.version));
        QVERIFY(back.version > good.version);
        QVERIFY(bench().faults.isEmpty());
        auto document = bench().document;
        document.version = good.version;
        QCOMPARE(document, good);
    }

    void withoutItsConnectionsTheBenchStillOpensWithWhatWasLastKnown()
    {
        for (const auto& connection : m_office->workbench().connections())
            m_office->need(m_office->workbench().disconnectConnection(connection.id));
        const auto open = bench();
        QVERIFY(open.source.fault.has_value());
        QCOMPARE(open.source.fault->kind, ErrorKind::NeedsLogin);
        QVERIFY(open.source.schema.find(u"Account.Name"));
        QVERIFY(open.target.schema.find(u"LineItems.TaxType"));
        QVERIFY(!open.document.fields.isEmpty());
        const auto sample = m_office->await(m_office->workbench().sampleRecord(kFlow, {}));
        QCOMPARE(sample.error().kind, ErrorKind::NeedsLogin);
    }
};

QTEST_GUILESS_MAIN(TestMappingService)
#include "testmappingservice.moc"
