#include "fuzz/jsontarget.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each text once made the reader do something of its own.
class TestJsonCorpus final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyInputIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        int count = 0;
        for (QDirIterator files(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/fuzz/corpus/json"), QDir::Files);
             files.hasNext(); ++count) {
            const QString path = files.next();
            QTest::addRow("%s", qPrintable(files.fileName())) << path;
        }
        QVERIFY(count >= 10);
    }
    void everyInputIsReadOrRefused()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        // A fault ends the program: assertions, sanitizers, endless loops by the test's own time limit.
        tieout::fuzz::readJson(bytes.constData(), size_t(bytes.size()));
    }
};

QTEST_GUILESS_MAIN(TestJsonCorpus)
#include "testjsoncorpus.moc"
