#include "service/localfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::service;

/// Files of records on this computer: hostile names stay in the folder, nothing is overwritten unasked.
class TestLocalFile final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aNameFromElsewhereIsOneHarmlessName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("here");
        QTest::newRow("plain") << u"Terms 2026.pdf"_s << u"Terms 2026.pdf"_s;
        QTest::newRow("letters of all kinds") << u"Prüfung – 東京.xlsx"_s << u"Prüfung – 東京.xlsx"_s;
        QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
        QTest::newRow("path of Windows") << u"C:\\Users\\me\\bill.pdf"_s << u"bill.pdf"_s;
        QTest::newRow("only a path") << u"../.."_s << u"file"_s;
        QTest::newRow("ends in a path") << u"a/"_s << u"file"_s;
        QTest::newRow("dots") << u"..."_s << u"file"_s;
        QTest::newRow("hidden") << u".profile"_s << u"_profile"_s;
        QTest::newRow("device") << u"con.txt"_s << u"_con.txt"_s;
        QTest::newRow("numbered device") << u"LPT1"_s << u"_LPT1"_s;
        QTest::newRow("stream of Windows") << u"a.txt:evil.exe"_s << u"a.txt_evil.exe"_s;
        QTest::newRow("wild") << u"a*b?.txt"_s << u"a_b_.txt"_s;
        QTest::newRow("lines") << u"a\r\nb.txt"_s << u"ab.txt"_s;
        QTest::newRow("turned writing") << u"bill\u202Efdp.exe"_s << u"billfdp.exe"_s;
        QTest::newRow("end") << u"a.pdf. . "_s << u"a.pdf"_s;
        QTest::newRow("nothing") << QString() << u"file"_s;
        QTest::newRow("long") << QString(400, u'x') + u".pdf"_s << QString(180, u'x') + u".pdf"_s;
    }
    void aNameFromElsewhereIsOneHarmlessName()
    {
        QFETCH(QString, name);
        QFETCH(QString, here);
        QCOMPARE(localFileName(name), here);
    }

    void aLongNameOfAnyScriptFitsAFolder()
    {
        const QString name = localFileName(QString(300, u'東') + u".pdf"_s);
        QVERIFY(name.endsWith(u".pdf"_s) && name.toUtf8().size() <= 255);
        const auto place = placeFor(m_folder.path(), name, OnDisk::Keep);
        QVERIFY(place);
        QVERIFY(keepFile(*place, "x", OnDisk::Keep));
    }

    void aFolderKeepsWhateverTheNameSays()
    {
        const auto place = placeFor(m_folder.path(), u"../outside.txt"_s, OnDisk::Keep);
        QVERIFY(place);
        QCOMPARE(QFileInfo(*place).dir(), QDir(m_folder.path()));
    }

    void nothingIsOverwrittenUnasked()
    {
        const QString path = m_folder.filePath(u"a.txt"_s);
        QVERIFY(keepFile(path, "one", OnDisk::Keep));
        QCOMPARE(placeFor(path, u"a.txt"_s, OnDisk::Keep).error().code, u"save.exists"_s);
        QCOMPARE(placeFor(m_folder.path(), u"a.txt"_s, OnDisk::Keep).error().code, u"save.exists"_s);
        QCOMPARE(keepFile(path, "two", OnDisk::Keep).error().code, u"save.exists"_s);
        QCOMPARE(readWhole(path, 100).value(), QByteArray("one"));
        QVERIFY(placeFor(path, u"a.txt"_s, OnDisk::Overwrite));
        QVERIFY(keepFile(path, "two", OnDisk::Overwrite));
        QCOMPARE(readWhole(path, 100).value(), QByteArray("two"));
    }

    void aLinkIsNotFollowedUnasked()
    {
        const QString target = m_folder.filePath(u"target.txt"_s);
        const QString link = m_folder.filePath(u"link.txt"_s);
        QVERIFY(QFile::link(target, link)); // points to nothing yet
        QVERIFY(!placeFor(link, u"x"_s, OnDisk::Keep));
        QVERIFY(!keepFile(link, "x", OnDisk::Keep));
        QVERIFY(!QFile::exists(target));
    }

    void whereNothingCanBeKeptIsSaid()
    {
        const QString nowhere = m_folder.filePath(u"none/a.txt"_s);
        QCOMPARE(placeFor(nowhere, u"a.txt"_s, OnDisk::Keep).error().code, u"save.no-folder"_s);
        QCOMPARE(keepFile(nowhere, "x", OnDisk::Keep).error().code, u"save.failed"_s);
        QCOMPARE(keepFile(nowhere, "x", OnDisk::Overwrite).error().code, u"save.failed"_s);
    }

    void onlyWhatFitsIsRead()
    {
        const QString path = m_folder.filePath(u"ten.txt"_s);
        QVERIFY(keepFile(path, "0123456789", OnDisk::Keep));
        QCOMPARE(readWhole(path, 10).value().size(), 10);
        const auto large = readWhole(path, 9);
        QCOMPARE(large.error().code, u"connector.file-too-large"_s);
        QCOMPARE(large.error().facts, (QStringList{u"ten.txt"_s, u"10"_s, u"9"_s}));
        QCOMPARE(readWhole(m_folder.path(), 9).error().code, u"add.unreadable"_s);
        QCOMPARE(readWhole(m_folder.filePath(u"none"_s), 9).error().code, u"add.unreadable"_s);
    }

  private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestLocalFile)
#include "testlocalfile.moc"
