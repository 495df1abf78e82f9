#include "fuzz/corpus.h"
#include "fuzz/jsontarget.h"

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each text once made the reader do something of its own.
class TestJsonCorpus final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyInputIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        tieout::fuzz::addInputs(u"json"_s);
    }
    void everyInputIsReadOrRefused()
    {
        QFETCH(QString, path);
        tieout::fuzz::replay(path, tieout::fuzz::readJson);
    }
};

QTEST_GUILESS_MAIN(TestJsonCorpus)
#include "testjsoncorpus.moc"
