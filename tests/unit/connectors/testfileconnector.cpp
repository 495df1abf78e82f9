#include "connectors/files/fileconnector.h"
#include "connectors/files/folderwatch.h"

#include "support/tasks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::Record;
using model::RowOutcome;
using model::Value;

namespace {

using Told = QHash<QString, QString>;

struct Read {
    QList<Record> records;
    QList<Error> faults;
    Cursor cursor;
    std::optional<Error> error;

    [[nodiscard]] QStringList column(const QString& name) const
    {
        QStringList texts;
        for (const Record& record : records)
            texts += record.value(name).toPlainText();
        return texts;
    }
};

} // namespace

class TestFileConnector final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock{instantFromMs(QDateTime::currentMSecsSinceEpoch())};

    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }

    void put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] std::unique_ptr<FileConnector> connector(const QString& name, Told settings = {})
    {
        model::Connection connection;
        connection.system = u"files"_s;
        settings.insert(u"path"_s, name.isEmpty() ? m_folder->path() : at(name));
        connection.settings = settings;
        auto made = FileConnector::make(connection, m_clock);
        if (!made) qFatal("%s", qPrintable(made.error().text));
        return std::move(*made);
    }
    [[nodiscard]] Read readAll(FileConnector& from, const Cursor& since = {}, const QStringList& ids = {},
                               int pageSize = 0, qsizetype mostPages = 1'000'000,
                               const QStringList& more = {u"Name"_s})
    {
        ReadRequest request;
        request.object = u"Rows"_s;
        request.paths = QStringList{u"RowId"_s, u"RowNumber"_s, u"RowVersion"_s, u"FileName"_s} + more;
        request.since = since;
        request.ids = ids;
        request.pageSize = pageSize;
        const auto stream = from.read(request);
        Read out;
        out.cursor = since;
        while (mostPages-- > 0) {
            const auto page = runTask(stream->next({}), m_clock);
            if (!page) {
                out.error = page.error();
                return out;
            }
            if (!*page) return out;
            out.records += (*page)->records;
            for (const Error& fault : (*page)->faults)
                out.faults += fault;
            out.cursor = (*page)->cursor;
        }
        return out;
    }
    [[nodiscard]] static WriteRow writeRow(const QString& key, const QString& name, const QString& sum)
    {
        static const auto kShape = std::make_shared<model::Shape>(QStringList{u"No"_s, u"Name"_s, u"Sum"_s});
        WriteRow row;
        row.key = key;
        row.target = Record(kShape);
        row.target.set(0, Value(key));
        if (!name.isEmpty()) row.target.set(1, Value(name));
        if (!sum.isEmpty()) row.target.set(2, Value(*Decimal::parse(QStringView(sum))));
        return row;
    }
    [[nodiscard]] Result<QList<RowOutcome>> write(FileConnector& to, const QList<WriteRow>& rows,
                                                  Operation operation = Operation::Create)
    {
        return runTask(to.send(to.prepare(u"Rows"_s, operation, rows, u"key"_s), {}), m_clock);
    }

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFileIsDescribedByItsColumns()
    {
        put(u"a.csv"_s, "Name,Due,Sum\nx,2026-11-21,1.5\n");
        const auto files = connector(u"a.csv"_s);
        const auto schemas = runTask(files->describe({}, {}), m_clock);
        QVERIFY(schemas);
        QCOMPARE(schemas->size(), 1);
        QStringList names;
        for (const auto& field : schemas->first().fields)
            names += field.name;
        QCOMPARE(names, (QStringList{u"Name"_s, u"Due"_s, u"Sum"_s, u"RowId"_s, u"RowNumber"_s,
                                     u"RowVersion"_s, u"FileName"_s}));
        QCOMPARE(schemas->first().fields[1].type, model::FieldType::Date);
        QCOMPARE(schemas->first().fields[2].type, model::FieldType::Number);
        QVERIFY(!runTask(files->describe({u"Invoices"_s}, {}), m_clock));
        QVERIFY(runTask(files->test({}), m_clock));
    }

    void rowsComeInPagesWithTheirIdAndLine()
    {
        put(u"a.csv"_s, "Name\nx\n\n\"y\nz\"\nw\n");
        const auto files = connector(u"a.csv"_s);
        const Read read = readAll(*files, {}, {}, 2);
        QVERIFY(!read.error);
        QCOMPARE(read.column(u"Name"_s), (QStringList{u"x"_s, u"y\nz"_s, u"w"_s}));
        QCOMPARE(read.column(u"RowNumber"_s), (QStringList{u"2"_s, u"4"_s, u"6"_s}));
        QCOMPARE(read.column(u"RowId"_s), (QStringList{u"a.csv#2"_s, u"a.csv#4"_s, u"a.csv#6"_s}));
        QStringList versions = read.column(u"RowVersion"_s);
        QCOMPARE(versions.removeDuplicates(), 0);
    }

    void anUnchangedFileIsReadOnce()
    {
        put(u"a.csv"_s, "Name\nx\n");
        const Read first = readAll(*connector(u"a.csv"_s));
        QCOMPARE(first.records.size(), 1);
        QCOMPARE(readAll(*connector(u"a.csv"_s), first.cursor).records.size(), 0);
        // Touched but the same.
        put(u"a.csv"_s, "Name\nx\n");
        QCOMPARE(readAll(*connector(u"a.csv"_s), first.cursor).records.size(), 0);
    }

    void aRenamedFileIsKnown()
    {
        put(u"a.csv"_s, "Name\nx\n");
        const Read first = readAll(*connector({}));
        QCOMPARE(first.records.size(), 1);
        QVERIFY(QFile::rename(at(u"a.csv"_s), at(u"b.csv"_s)));
        QVERIFY(QFile::copy(at(u"b.csv"_s), at(u"c.csv"_s)));
        QCOMPARE(readAll(*connector({}), first.cursor).records.size(), 0);
    }

    void aStoppedReadGoesOnBehindItsLastRow()
    {
        put(u"a.csv"_s, "Name\na\nb\nc\nd\ne\n");
        const Read first = readAll(*connector(u"a.csv"_s), {}, {}, 2, 1);
        QCOMPARE(first.column(u"Name"_s), (QStringList{u"a"_s, u"b"_s}));
        const Read rest = readAll(*connector(u"a.csv"_s), first.cursor, {}, 2);
        QCOMPARE(rest.column(u"Name"_s), (QStringList{u"c"_s, u"d"_s, u"e"_s}));
    }

    void addedRowsAreToldFromRewrittenOnes()
    {
        put(u"a.csv"_s, "Name\nx\n");
        const Read first = readAll(*connector(u"a.csv"_s));
        put(u"a.csv"_s, "Name\nx\ny\n");
        const Read added = readAll(*connector(u"a.csv"_s), first.cursor);
        QVERIFY(!added.error);
        QCOMPARE(added.column(u"RowId"_s), (QStringList{u"a.csv#2"_s, u"a.csv#3"_s}));
        QCOMPARE(added.column(u"RowVersion"_s).first(), first.column(u"RowVersion"_s).first());
        put(u"a.csv"_s, "Name\nnew\nx\n");
        const Read rewritten = readAll(*connector(u"a.csv"_s), added.cursor);
        QVERIFY(rewritten.error);
        QCOMPARE(rewritten.error->code, u"file.needs-key"_s);
        // With a key the place of a row does not matter.
        const Read keyed = readAll(*connector(u"a.csv"_s, {{u"keyColumns"_s, u"Name"_s}}), added.cursor);
        QVERIFY(!keyed.error);
        QCOMPARE(keyed.column(u"RowId"_s), (QStringList{u"new"_s, u"x"_s}));
    }

    void keysMakeTheId()
    {
        put(u"a.csv"_s, "No,Line,Name\n1,1,a\n1,2,b\n1,1,again\n,,none\n");
        const Read read = readAll(*connector(u"a.csv"_s, {{u"keyColumns"_s, u"No, Line"_s}}));
        QCOMPARE(read.column(u"RowId"_s),
                 (QStringList{u"1\u001f1"_s, u"1\u001f2"_s, u"1\u001f1"_s, u"a.csv#5"_s}));
        QCOMPARE(read.faults.size(), 2);
        QStringList codes{read.faults[0].code, read.faults[1].code};
        codes.sort();
        QCOMPARE(codes, (QStringList{u"file.duplicate-key"_s, u"file.key-missing"_s}));
        const Read missing = readAll(*connector(u"a.csv"_s, {{u"keyColumns"_s, u"Number"_s}}));
        QVERIFY(missing.error);
        QCOMPARE(missing.error->code, u"file.column-missing"_s);
        QCOMPARE(missing.error->facts, (QStringList{u"a.csv"_s, u"Number"_s}));
    }

    void aBadCellNamesLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("30 February") << QByteArray("x,30/02/2026,1") << u"file.date-impossible"_s
                                     << QStringList{u"a.csv"_s, u"13"_s, u"Due"_s, u"30/02/2026"_s};
        QTest::newRow("40 digits") << QByteArray("x,21/11/2026,1234567890123456789012345678901234567890")
                                   << u"file.number-too-long"_s
                                   << QStringList{u"a.csv"_s, u"13"_s, u"Sum"_s,
                                                  u"1234567890123456789012345678901234567890"_s};
        QTest::newRow("no number") << QByteArray("x,21/11/2026,n/a") << u"file.number"_s
                                   << QStringList{u"a.csv"_s, u"13"_s, u"Sum"_s, u"n/a"_s};
        QTest::newRow("encoding") << QByteArray("M\xFCller,21/11/2026,1") << u"file.encoding-mixed"_s
                                  << QStringList{u"a.csv"_s, u"13"_s, u"Name"_s, u"Müller"_s};
        QTest::newRow("too few cells") << QByteArray("x,21/11/2026") << u"file.row-width"_s
                                       << QStringList{u"a.csv"_s, u"13"_s, u"2"_s, u"3"_s};
        QTest::newRow("too many cells") << QByteArray("x,21/11/2026,1,5") << u"file.row-width"_s
                                        << QStringList{u"a.csv"_s, u"13"_s, u"4"_s, u"3"_s};
    }
    void aBadCellNamesLineAndColumn()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        QByteArray text = "Name,Due,Sum\n";
        for (int i = 0; i < 11; ++i)
            text += "Caf\xC3\xA9,21/11/2026,1\n";
        put(u"a.csv"_s, text + row + "\nlast,21/11/2026,2\n");
        const Read read = readAll(*connector(u"a.csv"_s), {}, {}, 0, 99, {u"Name"_s, u"Due"_s, u"Sum"_s});
        QVERIFY(!read.error);
        QCOMPARE(read.records.size(), 13); // the others go on
        QCOMPARE(read.faults.size(), 1);
        QCOMPARE(read.faults.first().code, code);
        QCOMPARE(read.faults.first().facts, facts);
        QCOMPARE(read.faults.first().kind, ErrorKind::RowRejected);
        QCOMPARE(read.faults.first().context.recordKey, u"a.csv#13"_s);
    }

    void ambiguousDatesStopAndAsk()
    {
        put(u"a.csv"_s, "Name,Due\nx,03/04/2026\n");
        const Read read = readAll(*connector(u"a.csv"_s));
        QVERIFY(read.error);
        QCOMPARE(read.error->code, u"file.dates-ambiguous"_s);
        QCOMPARE(read.error->facts, (QStringList{u"a.csv"_s, u"Due"_s, u"03/04/2026"_s}));
        const auto told = connector(u"a.csv"_s, {{u"dates"_s, u"dmy"_s}});
        QCOMPARE(readAll(*told, {}, {}, 0, 9, {u"Due"_s}).column(u"Due"_s), QStringList{u"2026-04-03"_s});
    }

    void oneBadFileDoesNotHoldUpTheOthers()
    {
        put(u"a.csv"_s, "Name\nx\n\"y\n");
        put(u"b.csv"_s, "Name\nz\n");
        const Read read = readAll(*connector({}));
        QCOMPARE(read.column(u"Name"_s).contains(u"z"_s), true);
        QVERIFY(read.error);
        QCOMPARE(read.error->code, u"file.csv-unclosed"_s);
        QCOMPARE(read.error->facts, (QStringList{u"a.csv"_s, u"3"_s}));
    }

    void aFileThatIsBeingWrittenIsLeftAlone()
    {
        put(u"a.csv"_s, "Name\nx\n");
        // Each second the file is a little longer.
        const std::function<void()> grow = [&] {
            QFile file(at(u"a.csv"_s));
            if (!file.open(QIODevice::Append)) qFatal("append");
            file.write("y\n");
        };
        for (int second = 0; second < 120; ++second)
            m_clock.callAfter(std::chrono::milliseconds(500 + second * 1000), grow);
        const Read read = readAll(*connector(u"a.csv"_s));
        QVERIFY(read.error);
        QCOMPARE(read.error->code, u"file.still-written"_s);
        QCOMPARE(read.error->kind, ErrorKind::Retry);
        const Read folder = readAll(*connector({}));
        QVERIFY(!folder.error);
        QCOMPARE(folder.records.size(), 0);
        m_clock.runUntilIdle();
        QVERIFY(readAll(*connector(u"a.csv"_s)).records.size() > 100);
    }

    void aFinishedFileGoesToDoneWithItsResult()
    {
        put(u"a.csv"_s, "Name;Sum\nx;1,5\n=y;2,5\n");
        put(u"b.csv"_s, "Name;Sum\nbad;3,5\n");
        const auto files = connector({});
        const Read read = readAll(*files);
        QCOMPARE(read.records.size(), 3);
        const auto endings = [](const QString& id) {
            const bool bad = id.startsWith(u"b.csv"_s);
            return RowEnding{bad ? u"held"_s : u"created"_s, bad ? u"No account"_s : QString(), bad};
        };
        const Result<void> concluded = files->concludeReading(endings);
        QVERIFY2(concluded, concluded ? "" : qPrintable(concluded.error().text));
        QCOMPARE(this->files(), (QStringList{u"b.csv"_s, u"b.result.csv"_s}));
        QCOMPARE(content(u"done/a.csv"_s), QByteArray("Name;Sum\nx;1,5\n=y;2,5\n"));
        QCOMPARE(content(u"done/a.result.csv"_s),
                 QByteArray("\xEF\xBB\xBFName;Sum;Outcome;Reason\r\nx;1,5;created;\r\n'=y;2,5;created;\r\n"));
        QVERIFY(content(u"b.result.csv"_s).endsWith("bad;3,5;held;No account\r\n"));
        // A held row is found again, wherever its file lies.
        QCOMPARE(readAll(*files, {}, {u"b.csv#2"_s, u"a.csv#3"_s, u"a.csv#99"_s}).column(u"Name"_s),
                 (QStringList{u"bad"_s, u"=y"_s}));
        // Put right in its place, it keeps its ids.
        put(u"b.csv"_s, "Name;Sum\ngood;3,5\n");
        const Read again = readAll(*files, read.cursor);
        QCOMPARE(again.column(u"RowId"_s), QStringList{u"b.csv#2"_s});
        // Another delivery under a finished name has ids of its own.
        put(u"a.csv"_s, "Name;Sum\nother;1,5\n");
        const Read other = readAll(*files, again.cursor);
        QCOMPARE(other.records.size(), 1);
        const QString id = other.column(u"RowId"_s).first();
        QVERIFY2(id.startsWith(u"a.csv~"_s) && id.endsWith(u"#2"_s), qPrintable(id));
        QCOMPARE(readAll(*files, {}, {id}).column(u"Name"_s), QStringList{u"other"_s});
    }

    void aFileThatChangedMeanwhileStays()
    {
        put(u"a.csv"_s, "Name\nx\n");
        const auto files = connector({});
        QCOMPARE(readAll(*files).records.size(), 1);
        put(u"a.csv"_s, "Name\nx\ny\n");
        const Result<void> concluded = files->concludeReading([](const QString&) { return RowEnding{}; });
        QVERIFY(!concluded);
        QCOMPARE(concluded.error().code, u"file.changed"_s);
        QVERIFY(QFile::exists(at(u"a.csv"_s)));
    }

    void missingThingsAreNamed()
    {
        const Read file = readAll(*connector(u"gone.csv"_s));
        QVERIFY(file.error);
        QCOMPARE(file.error->code, u"file.not-found"_s);
        const Read folder = readAll(*connector(u"gone"_s, {{u"kind"_s, u"folder"_s}}));
        QVERIFY(folder.error);
        QCOMPARE(folder.error->code, u"file.no-folder"_s);
        put(u"a.csv"_s, "Name\nx\n");
        const Read column = readAll(*connector(u"a.csv"_s), {}, {}, 0, 9, {u"Amount"_s});
        QVERIFY(column.error);
        QCOMPARE(column.error->facts, (QStringList{u"a.csv"_s, u"Amount"_s}));
        const Read cursor = readAll(*connector(u"a.csv"_s), u"nonsense"_s);
        QVERIFY(cursor.error);
        QCOMPARE(cursor.error->code, u"connector.cursor"_s);
    }

    void writtenRowsBecomeTheFileAtTheEnd_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << u"out.csv"_s;
        QTest::newRow("xlsx") << u"out.xlsx"_s;
    }
    void writtenRowsBecomeTheFileAtTheEnd()
    {
        QFETCH(QString, name);
        const Told told{{u"columns"_s, u"No=text, Name, Sum=number"_s}, {u"keyColumns"_s, u"No"_s}};
        const auto files = connector(name, told);
        QVERIFY(runTask(files->test({}), m_clock));
        const auto first =
            write(*files, {writeRow(u"A1"_s, u"=x"_s, u"10.50"_s), writeRow(u"A2"_s, u"y"_s, u"2"_s)});
        QVERIFY2(first, first ? "" : qPrintable(first.error().text));
        QCOMPARE(first->size(), 2);
        QCOMPARE(first->at(1).state, RowOutcome::State::Written);
        QCOMPARE(first->at(1).targetId, u"A2"_s);
        QVERIFY(!QFile::exists(at(name)));
        const auto waiting = runTask(files->find(u"Rows"_s, {u"A1"_s, u"A9"_s}, {}), m_clock);
        QVERIFY(waiting);
        QCOMPARE(waiting->size(), 1);
        QVERIFY(files->publish());
        QCOMPARE(this->files(), QStringList{name});
        const auto published = runTask(files->find(u"Rows"_s, {u"A2"_s}, {}), m_clock);
        QVERIFY(published);
        QCOMPARE(published->size(), 1);

        WriteRow change = writeRow(u"A1"_s, u"new"_s, {});
        change.targetId = u"A1"_s;
        QVERIFY(write(*files, {change}, Operation::Update));
        QVERIFY(write(*files, {writeRow(u"A3"_s, u"z"_s, u"12345678901234567.89"_s)}));
        QVERIFY(files->publish());
        const Read read = readAll(*connector(name, told), {}, {}, 0, 9, {u"Name"_s, u"Sum"_s});
        QCOMPARE(read.column(u"RowId"_s), (QStringList{u"A1"_s, u"A2"_s, u"A3"_s}));
        QCOMPARE(read.column(u"Name"_s), (QStringList{u"new"_s, u"y"_s, u"z"_s}));
        QCOMPARE(read.column(u"Sum"_s).last(), u"12345678901234567.89"_s);
        QVERIFY(read.column(u"Sum"_s).first().startsWith(u"10.5"_s));
    }

    void formulasAreHarmlessInWhatIsWritten()
    {
        const auto files = connector(u"out.csv"_s, {{u"keyColumns"_s, u"No"_s}});
        QVERIFY(write(*files, {writeRow(u"A1"_s, u"=HYPERLINK(\"x\")"_s, u"-5"_s)}));
        QVERIFY(files->publish());
        QCOMPARE(content(u"out.csv"_s),
                 QByteArray("\xEF\xBB\xBFNo,Name,Sum\r\nA1,\"'=HYPERLINK(\"\"x\"\")\",-5\r\n"));
    }

    void rowsThatACrashLeftBehindArePublished()
    {
        QVERIFY(write(*connector(u"out.csv"_s, {{u"keyColumns"_s, u"No"_s}}),
                      {writeRow(u"A1"_s, u"x"_s, u"1"_s)}));
        const QStringList left = files();
        QCOMPARE(left.size(), 1);
        QFile spool(at(left.first()));
        QVERIFY(spool.open(QIODevice::Append));
        spool.write(R"({"key":"A2","values":{"No":)"); // cut by the crash
        spool.close();
        const auto next = connector(u"out.csv"_s, {{u"keyColumns"_s, u"No"_s}});
        QVERIFY(write(*next, {writeRow(u"A3"_s, u"z"_s, u"3"_s)}));
        QVERIFY(next->publish());
        QCOMPARE(content(u"out.csv"_s), QByteArray("\xEF\xBB\xBFNo,Name,Sum\r\nA1,x,1\r\nA3,z,3\r\n"));
        QVERIFY(next->publish()); // nothing more to do
    }

    void aFolderThatTakesNoFilesIsNamed()
    {
        // A name that is a file's cannot be a folder: the same for every user of the machine.
        put(u"wall"_s, "x");
        const auto files = connector(u"wall/out.csv"_s, {{u"columns"_s, u"No"_s}});
        const auto outcome = write(*files, {writeRow(u"A1"_s, u"x"_s, u"1"_s)});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::LocalFault);
        QCOMPARE(outcome.error().code, u"file.read-only"_s);
        QCOMPARE(writeFault(at(u"a.csv"_s), Disk::Full, u"full"_s).code, u"file.disk-full"_s);
        QCOMPARE(writeFault(at(u"a.csv"_s), Disk::HasSpace, u"other"_s).code, u"file.write"_s);
    }

    void aFullDiskKeepsNothingHalf()
    {
        if (!QFile::exists(u"/dev/full"_s)) QSKIP("this system has no device that is always full");
        QVERIFY(QFile::link(u"/dev/full"_s, at(u".out.csv.tieout-rows"_s)));
        const auto outcome =
            write(*connector(u"out.csv"_s, {{u"columns"_s, u"No"_s}}), {writeRow(u"A1"_s, u"x"_s, u"1"_s)});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::LocalFault);
        QCOMPARE(outcome.error().code, u"file.disk-full"_s);
    }

    void theWatchTellsOfFilesThatStandStill()
    {
        const auto settings = FileSettings::from({{u"path"_s, m_folder->path()}});
        QVERIFY(settings);
        QList<QStringList> told;
        const FolderWatch watch(*settings, m_clock, [&](const QStringList& names) { told += names; });
        m_clock.advance(std::chrono::seconds(40));
        QVERIFY(told.isEmpty());
        put(u"a.csv"_s, "Name\nx\n");
        m_clock.advance(std::chrono::seconds(40));
        QCOMPARE(told, (QList<QStringList>{{u"a.csv"_s}}));
        m_clock.advance(std::chrono::seconds(100));
        QCOMPARE(told.size(), 1);
        put(u"b.csv"_s, "Name\ny\n");
        put(u"b.result.csv"_s, "x\n");
        put(u"~$b.xlsx"_s, "x\n");
        m_clock.advance(std::chrono::seconds(40));
        QCOMPARE(told.value(1), QStringList{u"b.csv"_s});
    }
};

QTEST_GUILESS_MAIN(TestFileConnector)
#include "testfileconnector.moc"
