#include "fuzz/corpus.h"
#include "fuzz/csvtarget.h"
#include "fuzz/xlsxtarget.h"

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each file once made the readers do something of its own.
class TestFileCorpus final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyInputIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        tieout::fuzz::addInputs(u"csv"_s);
        tieout::fuzz::addInputs(u"xlsx"_s);
    }
    void everyInputIsReadOrRefused()
    {
        QFETCH(QString, path);
        tieout::fuzz::replay(path,
                             path.startsWith(u"csv"_s) ? tieout::fuzz::readCsv : tieout::fuzz::readXlsx);
    }
};

QTEST_GUILESS_MAIN(TestFileCorpus)
#include "testfilecorpus.moc"
