#pragma once

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace tieout::fuzz {

inline QString corpusFolder()
{
    return QStringLiteral(TIEOUT_SOURCE_DIR "/tests/fuzz/corpus/");
}

/// A row for each input of a kind that fuzzing kept, "csv/empty" in the column "path"; `least` are there.
inline void addInputs(const QString& kind, int least = 10)
{
    int count = 0;
    for (QDirIterator files(corpusFolder() + kind, QDir::Files); files.hasNext(); ++count) {
        const QString name = files.next().mid(corpusFolder().size());
        QTest::addRow("%s", qPrintable(name)) << name;
    }
    QVERIFY2(count >= least, qPrintable(kind));
}

/// What `read` makes of the row's input. A fault ends the program: assertions, sanitizers, endless loops by
/// the test's own time limit.
inline void replay(const QString& path, void (*read)(const char* bytes, size_t size))
{
    QFile file(corpusFolder() + path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    read(bytes.constData(), size_t(bytes.size()));
}

} // namespace tieout::fuzz
