#include "fuzz/formulatarget.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each text once led the formula language somewhere new.
class TestFormulaFuzz final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyTextIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        int count = 0;
        for (QDirIterator files(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/fuzz/corpus/formula"), QDir::Files);
             files.hasNext(); ++count) {
            const QString path = files.next();
            QTest::addRow("%s", qPrintable(files.fileName())) << path;
        }
        QVERIFY(count >= 40);
    }
    void everyTextIsReadOrRefused()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        // A fault ends the program: assertions, sanitizers, endless loops by the test's own time limit.
        tieout::fuzz::readFormula(bytes.constData(), size_t(bytes.size()));
    }
};

QTEST_GUILESS_MAIN(TestFormulaFuzz)
#include "testformulafuzz.moc"
