// Speed and memory of the database connector on servers of this machine: prints one JSON object.
#include "base/platform/platform.h"
#include "connectors/sql/databasedesk.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace tieout;
using namespace tieout::tests;

namespace {

constexpr int kBatch = 1000;

const QString kTable = u"CREATE TABLE invoices (id bigint PRIMARY KEY, number varchar(20) NOT NULL UNIQUE, "
                       "customer varchar(100), amount decimal(18,2), due date, changed bigint)"_s;

QList<WriteRow> batchFrom(qint64 first, qint64 cents)
{
    Rows rows({u"id"_s, u"number"_s, u"customer"_s, u"amount"_s, u"due"_s, u"changed"_s});
    for (qint64 i = first; i < first + kBatch; ++i)
        rows.add(QString::number(i), {model::Value(Decimal(i)), text(u"INV-%1"_s.arg(i)),
                                      text(u"Customer of invoice %1"_s.arg(i % 977)),
                                      model::Value(Decimal::fromScaled(i + cents, 2)),
                                      model::Value(Date(2026, 11, 21)), model::Value(Decimal(i))});
    return rows.list();
}

qint64 upserts(SqlConnector& connector, const QString& object, int rows, qint64 cents)
{
    QElapsedTimer since;
    since.start();
    for (int first = 0; first < rows; first += kBatch) {
        const auto outcomes = write(connector, object, Operation::Upsert, batchFrom(first, cents));
        if (!outcomes || outcomes->first().state != model::RowOutcome::State::Written)
            qFatal("write: %s", qPrintable(outcomes ? outcomes->first().error.text : outcomes.error().text));
    }
    return rows * qint64(1000) / std::max<qint64>(1, since.elapsed());
}

void measure(const char* name, const QString& object, const DatabaseDesk& desk, int rows, int readRows)
{
    desk.run(kTable);
    auto connector = desk.connect({{tableSetting(object, u"externalKey"_s), u"id"_s}});
    const qint64 inserted = upserts(*connector, object, rows, 0);
    const qint64 updated = upserts(*connector, object, rows, 1);
    while (rows < readRows) { // doubles what is there
        desk.run(
            u"INSERT INTO invoices SELECT id + %1, CONCAT('I', id + %1), customer, amount, due, changed + %1 "
            "FROM invoices"_s.arg(rows));
        rows *= 2;
    }
    const qint64 before = platform::peakMemory();
    QElapsedTimer since;
    since.start();
    qint64 read = 0;
    const auto pages = connector->read(table(object));
    while (true) {
        const auto page = await(pages->next(StopToken()));
        if (!page) qFatal("read: %s", qPrintable(page.error().text));
        if (!*page) break;
        read += (*page)->records.size();
    }
    const qint64 perSecond = read * 1000 / std::max<qint64>(1, since.elapsed());
    std::printf("{\"database\":\"%s\",\"insertsPerSecond\":%lld,\"updatesPerSecond\":%lld,\"rowsRead\":%lld,"
                "\"readPerSecond\":%lld,\"memoryGrownMb\":%lld,\"peakRssMb\":%lld}\n",
                name, (long long)inserted, (long long)updated, (long long)read, (long long)perSecond,
                (long long)((platform::peakMemory() - before) >> 20),
                (long long)(platform::peakMemory() >> 20));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 200'000;
    const int readRows = argc > 2 ? QByteArray(argv[2]).toInt() : 1'000'000;
    if (support::PostgresServer::unavailable().isEmpty()) {
        support::PostgresServer server({u"-c"_s, u"fsync=on"_s});
        const DatabaseDesk desk(server.settings(), support::DatabaseServer::password());
        measure("postgresql", u"public.invoices"_s, desk, rows, readRows);
    }
    if (support::MariaServer::unavailable().isEmpty()) {
        support::MariaServer server;
        const DatabaseDesk desk(server.settings(), support::DatabaseServer::password());
        measure("mariadb", u"books.invoices"_s, desk, rows, readRows);
    }
    return 0;
}
