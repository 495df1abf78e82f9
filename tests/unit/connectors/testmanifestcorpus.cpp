#include "fuzz/manifesttarget.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each manifest once made the examination do something of its own.
class TestManifestCorpus final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyInputIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        int count = 0;
        for (QDirIterator files(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/fuzz/corpus/manifest"), QDir::Files);
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
        tieout::fuzz::readManifest(bytes.constData(), size_t(bytes.size()));
    }
};

QTEST_GUILESS_MAIN(TestManifestCorpus)
#include "testmanifestcorpus.moc"
