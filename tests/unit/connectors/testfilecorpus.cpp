#include "fuzz/csvtarget.h"
#include "fuzz/xlsxtarget.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each file once made the readers do something of its own.
class TestFileCorpus final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyInputIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        const QString corpus = QStringLiteral(TIEOUT_SOURCE_DIR "/tests/fuzz/corpus/");
        for (const QString& kind : {u"csv"_s, u"xlsx"_s}) {
            int count = 0;
            for (QDirIterator files(corpus + kind, QDir::Files); files.hasNext(); ++count) {
                const QString path = files.next();
                QTest::addRow("%s", qPrintable(path.mid(corpus.size()))) << path;
            }
            QVERIFY2(count >= 10, qPrintable(kind));
        }
    }
    void everyInputIsReadOrRefused()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        // A fault ends the program: assertions, sanitizers, endless loops by the test's own time limit.
        if (path.contains(u"/csv/"_s))
            tieout::fuzz::readCsv(bytes.constData(), size_t(bytes.size()));
        else
            tieout::fuzz::readXlsx(bytes.constData(), size_t(bytes.size()));
    }
};

QTEST_GUILESS_MAIN(TestFileCorpus)
#include "testfilecorpus.moc"
