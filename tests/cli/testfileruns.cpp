#include "model/flow.h"
#include "service/environment.h"
#include "service/workbench.h"
#include "support/programs.h"
#include "wording/filewords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace std::chrono_literals;
using service::Workbench;
using support::Answer;
using support::await;
using support::Books;
using support::SandboxProgram;

namespace {

const QString kFlow = u"customers"_s;

/// A sync of a person's own: each row of the files becomes a contact. Names without a number are held.
model::Flow customers(const QString& files, const QString& xero)
{
    const auto json = Json::parse(R"({
        "template": "customers", "title": "Customer list → contacts", "outcome": "Each row is a contact.",
        "from": {"system": "files", "object": "Rows"}, "to": {"system": "xero", "object": "Contacts"},
        "sourceKey": "RowId", "sourceVersion": "RowVersion", "sourceTitle": "=[Name]",
        "externalKey": "ContactNumber",
        "skip": [{"name": "inactive", "label": "The customer is inactive", "formula": "=LEN([State]) = 3"}],
        "match": [{"fields": ["ContactNumber"], "normalise": "exact", "strength": "strong"}],
        "mapping": {"from": "Rows", "to": "Contacts", "version": 1, "fields": [
            {"to": "ContactNumber", "formula": "=[Number]", "whenEmpty": "hold"},
            {"to": "Name", "formula": "=[Name]", "whenEmpty": "hold"}]}
    })");
    if (!json) qFatal("%s", qPrintable(json.error().text));
    auto made = model::flowTemplateFromJson(*json);
    if (!made) qFatal("%s", qPrintable(made.error().text));
    model::Flow flow = made->flow;
    flow.id = kFlow;
    flow.from.connection = files;
    flow.to.connection = xero;
    return flow;
}

} // namespace

/// A run that has read a watched folder leaves a result beside each file and takes the finished ones away.
class TestFileRuns : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void aFinishedFileGoesToDoneWithItsResult();
    void aFileWithProblemsStaysAndGoesWhenTheyAreSolved();
    void aPreviewLeavesTheFolderAsItIs();
    void aFileThatMustBeAskedAboutIsNotRead();
    void whatIsInAFileIsShownBeforeItIsConnected();

  private:
    void put(const QString& name, const QByteArray& text) const;
    [[nodiscard]] QByteArray text(const QString& name) const;
    [[nodiscard]] bool isThere(const QString& name) const { return QFileInfo::exists(path(name)); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Result<model::RunReport> run(model::RunMode mode);

    std::unique_ptr<SandboxProgram> m_practice;
    std::unique_ptr<Books> m_books;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_bench;
};

void TestFileRuns::init()
{
    m_practice = std::make_unique<SandboxProgram>(QStringList{u"--deals"_s, u"2"_s});
    m_books = std::make_unique<Books>();
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(m_books->connect(*m_practice, u"xero"_s).code, 0);
    const Answer files = m_books->json(
        {u"connect"_s, u"files"_s, u"--set"_s, u"kind=folder"_s, u"--set"_s, u"path="_s + m_folder->path()});
    QVERIFY2(files.code == 0, files.told().constData());
    service::Environment environment;
    environment.words = {wording::outcomeInFile, wording::reasonInFile};
    auto opened = Workbench::open(m_books->folder(), environment);
    QVERIFY(opened);
    m_bench = std::move(*opened);
    QVERIFY(await(m_bench->load()));
    QVERIFY(await(m_bench->saveFlow(customers(u"files-1"_s, u"practice-xero-1"_s))));
}

void TestFileRuns::cleanup()
{
    auto closed = std::make_shared<std::optional<bool>>();
    const Task<> keeper = support::detail::keepResult(m_bench->close(), closed);
    QVERIFY(support::comesTrue([&] { return closed->has_value(); }, 60s));
    m_bench.reset();
    m_folder.reset();
    m_books.reset();
    m_practice.reset();
}

/// Two minutes old: nobody is writing it any more.
void TestFileRuns::put(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.flush();
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-300), QFileDevice::FileModificationTime));
}

QByteArray TestFileRuns::text(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<model::RunReport> TestFileRuns::run(model::RunMode mode)
{
    return await(m_bench->run(kFlow, mode, model::RunTrigger::Manual));
}

void TestFileRuns::aFinishedFileGoesToDoneWithItsResult()
{
    put(u"march.csv"_s, "Number,Name,State\nC-1,Ridgeway University,on\nC-2,Basket Case,off\n");
    const auto report = run(model::RunMode::Sync);
    QVERIFY2(report && !report->fault, report ? "" : qPrintable(report.error().code));
    QCOMPARE(report->counts.created, 1);
    QCOMPARE(report->counts.skipped, 1);
    QVERIFY(report->warnings.isEmpty());
    QVERIFY(!isThere(u"march.csv"_s) && !isThere(u"march.result.csv"_s));
    QCOMPARE(text(u"done/march.csv"_s),
             "Number,Name,State\nC-1,Ridgeway University,on\nC-2,Basket Case,off\n");
    const QByteArray result = text(u"done/march.result.csv"_s);
    QVERIFY2(result.contains("Number,Name,State,Outcome,Reason"), result.constData());
    QVERIFY2(result.contains("C-1,Ridgeway University,on,created,"), result.constData());
    QVERIFY2(result.contains("C-2,Basket Case,off,left out,"), result.constData());
    // A second run has nothing to read and nothing to say.
    const auto again = run(model::RunMode::Sync);
    QCOMPARE(again->counts.read, 0);
    QCOMPARE(text(u"done/march.result.csv"_s), result);
}

void TestFileRuns::aFileWithProblemsStaysAndGoesWhenTheyAreSolved()
{
    put(u"april.csv"_s, "Number,Name,State\nC-1,Ridgeway University,on\n,Nameless,on\n");
    const auto report = run(model::RunMode::Sync);
    QVERIFY(report && !report->fault);
    QCOMPARE(report->counts.created, 1);
    QCOMPARE(report->counts.held, 1);
    QVERIFY(isThere(u"april.csv"_s));
    const QByteArray result = text(u"april.result.csv"_s);
    QVERIFY2(result.contains(",Nameless,on,held,"), result.constData());
    QVERIFY(!result.contains("check.") && !result.contains("mapping.")); // words, not codes
    // Nothing changed: it stays as it is.
    QVERIFY(run(model::RunMode::Sync));
    QVERIFY(isThere(u"april.csv"_s));
    // A person decides that the row is not needed; the next run ends the file.
    model::ProblemFilter open;
    const auto problems = await(m_bench->problems(open, 0, 10));
    QVERIFY(problems && problems->size() == 1);
    QVERIFY(await(m_bench->skipProblem(problems->first().id, u"no number yet"_s)));
    QVERIFY(run(model::RunMode::Sync));
    QVERIFY(!isThere(u"april.csv"_s) && !isThere(u"april.result.csv"_s));
    QVERIFY(isThere(u"done/april.csv"_s) && isThere(u"done/april.result.csv"_s));
    QVERIFY(text(u"done/april.result.csv"_s).contains(",Nameless,on,ended earlier,"));
}

void TestFileRuns::aPreviewLeavesTheFolderAsItIs()
{
    put(u"may.csv"_s, "Number,Name,State\nC-1,Ridgeway University,on\n");
    const auto preview = run(model::RunMode::Preview);
    QVERIFY(preview && !preview->fault);
    QCOMPARE(preview->counts.created, 1);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"may.csv"_s});
    QVERIFY(run(model::RunMode::Sync));
    QVERIFY(isThere(u"done/may.result.csv"_s));
}

void TestFileRuns::aFileThatMustBeAskedAboutIsNotRead()
{
    const QByteArray table = "Number,Name,State,Since\nC-1,Ridgeway University,on,03/04/2026\n";
    put(u"june.csv"_s, table);
    const auto asked = run(model::RunMode::Sync);
    QVERIFY(asked && asked->fault);
    QCOMPARE(asked->fault->code, u"file.dates-ambiguous"_s);
    QVERIFY(asked->fault->facts.contains(u"03/04/2026"_s));
    QCOMPARE(text(u"june.csv"_s), table);
    QVERIFY(!isThere(u"june.result.csv"_s) && !isThere(u"done"_s));
    service::ConnectRequest told;
    told.system = u"files"_s;
    told.connection = u"files-1"_s;
    told.settings.insert(u"dates"_s, u"dmy"_s);
    const auto signedIn = await(m_bench->signIn(told, StopToken(), nullptr));
    QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().code));
    QVERIFY(await(m_bench->finishConnect(signedIn->ticket, signedIn->organisations.first().tenantId)));
    const auto read = run(model::RunMode::Sync);
    QVERIFY(read && !read->fault);
    QCOMPARE(read->counts.created, 1);
    QVERIFY(isThere(u"done/june.csv"_s));
}

void TestFileRuns::whatIsInAFileIsShownBeforeItIsConnected()
{
    put(u"july.csv"_s, "Number;Name;Since;Total\nC-1;Café;03/04/2026;1.234,50\n");
    const Answer asked = m_books->json({u"look"_s, path(u"july.csv"_s)});
    QVERIFY2(asked.code == 3, asked.told().constData());
    const Json sniff = asked.json();
    QCOMPARE(sniff[u"questions"].size(), 1);
    QCOMPARE(sniff[u"questions"].at(0)[u"code"].toText(), u"file.dates-ambiguous"_s);
    QHash<QString, Json> found;
    for (const Json& each : sniff[u"findings"].toArray())
        found.insert(each[u"setting"].toText(), each);
    QCOMPARE(found[u"delimiter"_s][u"value"].toText(), u"semicolon"_s);
    QCOMPARE(found[u"encoding"_s][u"value"].toText(), u"utf-8"_s);
    QCOMPARE(found[u"decimals"_s][u"value"].toText(), u"comma"_s);
    QCOMPARE(found[u"dates"_s][u"written"].toText(), u"03/04/2026"_s);
    QCOMPARE(found[u"dates"_s][u"confidence"].toInteger(), 0);
    // Told, it is read as told, and shown in words.
    const Answer told = m_books->plain({u"look"_s, path(u"july.csv"_s), u"--set"_s, u"dates=mdy"_s});
    QVERIFY2(told.code == 0, told.told().constData());
    for (const char* words : {"Semicolon", "UTF-8", "after a comma", "Month first", "as you said",
                              "4 March 2026", "--set dates="})
        QVERIFY2(told.out.contains(words), told.told().constData());
    const Answer refused = m_books->json({u"look"_s, path(u"none.csv"_s)});
    QCOMPARE(refused.faultCode(), u"file.not-found"_s);
    const Answer wrong = m_books->json({u"look"_s, path(u"july.csv"_s), u"--set"_s, u"dates=backwards"_s});
    QCOMPARE(wrong.faultCode(), u"file.setting"_s);
}

QTEST_GUILESS_MAIN(TestFileRuns)
#include "testfileruns.moc"
