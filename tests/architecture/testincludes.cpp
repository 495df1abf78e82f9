#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reads every #include u"library/…"_s of src/ against the table of libraries: an edge that the table does
/// not name is an error, and so are the habits that a compiler does not see.
class TestIncludes : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void everyIncludeIsAnAllowedEdge();
    void noTranslationBelowTheWindowAndTheCommandLine();
    void noSqlOutsideTheStore();
    void noDoubleOnThePathOfMoney();
    void noWidgetsBelowTheWindow();

  private:
    struct Source {
        QString library;
        QString path;
        QStringList lines;
    };
    [[nodiscard]] static QList<Source> sources();
    [[nodiscard]] static const QHash<QString, QStringList>& allowed();
    enum class Look : quint8 { CodeAndTexts, Code };
    static void refuse(const QString& pattern, const QStringList& libraries, const char* rule,
                       Look look = Look::CodeAndTexts, const QString& except = {});
};

const QHash<QString, QStringList>& TestIncludes::allowed()
{
    static const QStringList kModel{u"base"_s, u"model"_s};
    static const QStringList kMapping = kModel + QStringList{u"formula"_s, u"mapping"_s};
    static const QStringList kConnectors =
        kMapping + QStringList{u"net"_s, u"auth"_s, u"store"_s, u"connectors"_s};
    static const QHash<QString, QStringList> kAllowed{
        {u"base"_s, {u"base"_s}},
        {u"model"_s, kModel},
        {u"formula"_s, kModel + QStringList{u"formula"_s}},
        {u"mapping"_s, kMapping},
        {u"net"_s, {u"base"_s, u"net"_s}},
        {u"store"_s, kModel + QStringList{u"store"_s}},
        {u"auth"_s, {u"base"_s, u"net"_s, u"auth"_s}},
        {u"connectors"_s, kConnectors},
        {u"engine"_s, kConnectors + QStringList{u"engine"_s}},
        {u"service"_s, kConnectors + QStringList{u"engine"_s, u"service"_s}},
        {u"wording"_s, kModel + QStringList{u"wording"_s}},
        {u"sandbox"_s, {u"base"_s, u"sandbox"_s}},
        {u"gui"_s, kMapping + QStringList{u"service"_s, u"wording"_s, u"gui"_s}},
        {u"cli"_s, kMapping + QStringList{u"service"_s, u"wording"_s, u"cli"_s}},
        {u"app"_s, kMapping + QStringList{u"service"_s, u"wording"_s, u"gui"_s, u"app"_s}},
    };
    return kAllowed;
}

QList<TestIncludes::Source> TestIncludes::sources()
{
    QList<Source> found;
    const QString root = QStringLiteral(TIEOUT_SOURCE_DIR "/src/");
    QDirIterator walk(root, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(file.fileName()));
        const QString path = file.fileName().mid(root.size());
        found += Source{path.section(u'/', 0, 0), path, QString::fromUtf8(file.readAll()).split(u'\n')};
    }
    return found;
}

void TestIncludes::everyIncludeIsAnAllowedEdge()
{
    static const QRegularExpression kInclude(uR"(^\s*#\s*include\s+u"([a-z]+)/)"_s);
    const auto all = sources();
    QVERIFY(all.size() > 100);
    QStringList wrong;
    for (const auto& source : all) {
        QVERIFY2(allowed().contains(source.library), qPrintable(source.path));
        for (const auto& line : source.lines) {
            const auto match = kInclude.match(line);
            if (match.hasMatch() && !allowed()[source.library].contains(match.captured(1)))
                wrong += source.path + u": "_s + line.trimmed();
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestIncludes::refuse(const QString& pattern, const QStringList& libraries, const char* rule, Look look,
                          const QString& except)
{
    const QRegularExpression expression(pattern);
    static const QRegularExpression kText(uR"("([^"\\]|\\.)*")"_s);
    static const QRegularExpression kComment(u"//.*$"_s);
    QStringList wrong;
    const auto all = sources();
    for (const auto& source : all) {
        if (!libraries.contains(source.library)) continue;
        if (!except.isEmpty() && source.path.contains(QRegularExpression(except))) continue;
        for (QString line : source.lines) {
            if (look == Look::Code) line.remove(kText);
            if (line.remove(kComment).contains(expression)) wrong += source.path + u": "_s + line.trimmed();
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromLatin1(rule) + u'\n' + wrong.join(u'\n')));
}

void TestIncludes::noTranslationBelowTheWindowAndTheCommandLine()
{
    refuse(uR"(\btr\(|\btranslate\()"_s,
           {u"base"_s, u"model"_s, u"formula"_s, u"mapping"_s, u"net"_s, u"store"_s, u"auth"_s,
            u"connectors"_s, u"engine"_s, u"service"_s},
           "sentences for people are made in wording/, gui/ and cli/");
}

void TestIncludes::noSqlOutsideTheStore()
{
    refuse(uR"(QSql[A-Z]|u"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM) )"_s,
           {u"base"_s, u"model"_s, u"formula"_s, u"mapping"_s, u"net"_s, u"auth"_s, u"engine"_s, u"service"_s,
            u"gui"_s, u"cli"_s, u"app"_s},
           "SQL stands in store/ only");
}

void TestIncludes::noDoubleOnThePathOfMoney()
{
    // The pace of a run (records a second) is the one number for people that is no amount.
    refuse(
        uR"(\b(double|float|qreal)\b|\.toDouble\()"_s,
        {u"base"_s, u"model"_s, u"formula"_s, u"mapping"_s, u"store"_s, u"connectors"_s, u"engine"_s},
        "amounts are Decimal", Look::Code,
        uR"(^(model/run\.h|engine/runbook\.cpp|base/json\.h|model/value\.h|connectors/files/xlsx/sheetnumber\.(h|cpp))$)"_s);
}

void TestIncludes::noWidgetsBelowTheWindow()
{
    refuse(uR"(#include <Q(Widget|Application|MainWindow|Dialog|Label)>)"_s,
           {u"base"_s, u"model"_s, u"formula"_s, u"mapping"_s, u"net"_s, u"store"_s, u"auth"_s,
            u"connectors"_s, u"engine"_s, u"service"_s, u"wording"_s, u"sandbox"_s, u"cli"_s},
           "widgets stand in gui/ and app/ only");
}

QTEST_APPLESS_MAIN(TestIncludes)
#include "testincludes.moc"
