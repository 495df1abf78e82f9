#include "fuzz/corpus.h"
#include "fuzz/formulatarget.h"

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each text once led the formula language somewhere new.
class TestFormulaFuzz final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyTextIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        tieout::fuzz::addInputs(u"formula"_s, 40);
    }
    void everyTextIsReadOrRefused()
    {
        QFETCH(QString, path);
        tieout::fuzz::replay(path, tieout::fuzz::readFormula);
    }
};

QTEST_GUILESS_MAIN(TestFormulaFuzz)
#include "testformulafuzz.moc"
