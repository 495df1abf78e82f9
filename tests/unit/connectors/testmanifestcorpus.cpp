#include "fuzz/corpus.h"
#include "fuzz/manifesttarget.h"

using namespace Qt::StringLiterals;

/// Replays what fuzzing kept: each manifest once made the examination do something of its own.
class TestManifestCorpus final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyInputIsReadOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        tieout::fuzz::addInputs(u"manifest"_s);
    }
    void everyInputIsReadOrRefused()
    {
        QFETCH(QString, path);
        tieout::fuzz::replay(path, tieout::fuzz::readManifest);
    }
};

QTEST_GUILESS_MAIN(TestManifestCorpus)
#include "testmanifestcorpus.moc"
