#include "unit/formula/formulaprobe.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace tieout;
using namespace tieout::formula;
using namespace Qt::StringLiterals;
using model::Record;
using model::Value;
using model::ValueList;

namespace {

constexpr int kLeastFormulas = 1'500;
constexpr int kRefereeDigits = 15; ///< that a binary floating point number shows

/// One formula and what the referee says of it.
struct Verdict {
    QString place; ///< "dates.tsv:12"
    QString formula;
    QString type;
    QString value;
    QString reason; ///< why the value here is another one
    QString own;
};

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

QList<Verdict> corpus()
{
    QList<Verdict> verdicts;
    const QDir folder(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/formula/corpus"));
    for (const QString& name : folder.entryList(QStringList{u"*.tsv"_s})) {
        const QStringList lines = linesOf(folder.filePath(name));
        for (int i = 0; i < lines.size(); ++i) {
            if (lines[i].isEmpty() || lines[i].startsWith(u'#')) continue;
            const QStringList cells = lines[i].split(u'\t');
            verdicts.append({u"%1:%2"_s.arg(name).arg(i + 1), cells[0], cells.value(1), cells.value(2),
                             cells.value(3), cells.value(4)});
        }
    }
    return verdicts;
}

Value valueOf(const QString& type, const QString& text)
{
    if (type.startsWith("number"_L1)) return Value(*Decimal::parse(QStringView(text)));
    if (type.startsWith("date"_L1)) return Value(*parseDate(text));
    if (type.startsWith("boolean"_L1)) return Value(text == "TRUE"_L1);
    return type.startsWith("text"_L1) ? Value(text) : Value();
}

/// The record that the formulas name, from the file that the referee's sheet is made of.
Record refereeRecord()
{
    QList<std::pair<QString, Value>> members;
    for (const QString& line : linesOf(QStringLiteral(TIEOUT_SOURCE_DIR "/tests/formula/record.tsv"))) {
        if (line.isEmpty() || line.startsWith(u'#')) continue;
        const QStringList cells = line.split(u'\t');
        ValueList items;
        for (const QString& cell : cells.mid(2))
            items.append(valueOf(cells[1], cell));
        const bool list = cells[1].endsWith("list"_L1);
        members.append({cells[0], list ? Value(items) : items.value(0)});
    }
    return recordOf(members);
}

Outcome evaluated(Evaluator& evaluator, const QString& formula, const Record& record)
{
    const auto ast = parse(formula);
    if (!ast) return {Value(u"syntax: "_s + ast.error().code), nullptr};
    const Program program = compile(*ast);
    return evaluator.evaluate(program, Scope{&record});
}

QString escaped(QString text)
{
    return text.replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
}

QString shown(const Outcome& outcome)
{
    return outcome.fault ? faultText(outcome.fault->kind) : escaped(written(outcome.value));
}

int significantDigits(QString number)
{
    number = number.section(u'E', 0, 0).remove(u'.').remove(u'-');
    while (number.startsWith(u'0'))
        number.remove(0, 1);
    return int(number.size());
}

/// Equal, as far as the referee's fifteen digits tell: the last of them may be one off.
bool sameNumber(const Decimal& own, const QString& referee)
{
    const auto other = Decimal::parse(QStringView(referee));
    if (!other) return false;
    if (own == *other) return true;
    if (significantDigits(referee) < kRefereeDigits - 1) return false;
    const auto apart = own.minus(*other);
    const auto scaled = apart->abs().times(*Decimal::parse("100000000000000"));
    return scaled && *scaled <= own.abs();
}

bool agrees(const Outcome& outcome, const Verdict& verdict)
{
    if (verdict.type == "error"_L1) {
        if (!outcome.fault) return false;
        const QString text = faultText(outcome.fault->kind);
        // The referee's "invalid argument" and "invalid parameters" have no counterpart of their own in
        // Excel.
        if (verdict.value == "Err:502"_L1 || verdict.value == "Err:504"_L1)
            return text == "#VALUE!"_L1 || text == "#NUM!"_L1;
        return text == verdict.value;
    }
    if (outcome.fault) return false;
    const Value& value = outcome.value;
    if (verdict.type == "number"_L1) return value.number() && sameNumber(*value.number(), verdict.value);
    if (verdict.type == "boolean"_L1) return value.boolean() && toText(value) == verdict.value;
    if (verdict.type == "date"_L1) return value.date() && toText(value) == verdict.value;
    return value.text() && escaped(*value.text()) == verdict.value;
}

/// The reasons that docs/formulas.md lists: rows of a table that begin with a word in `signs`.
QStringList listedReasons()
{
    QStringList reasons;
    static const QRegularExpression kRow(u"^\\| `([a-z-]+)` \\|"_s);
    bool inside = false;
    for (const QString& line : linesOf(QStringLiteral(TIEOUT_SOURCE_DIR "/docs/formulas.md"))) {
        if (line.startsWith(u'#')) inside = line.contains("LibreOffice"_L1);
        const auto row = kRow.match(line);
        if (inside && row.hasMatch()) reasons.append(row.captured(1));
    }
    return reasons;
}

} // namespace

/// Thousands of formulas against the values that LibreOffice Calc gives (tests/formula/referee.sh).
class TestCorpus : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void everyFormulaAgreesOrDiffersOnPurpose()
    {
        const Record record = refereeRecord();
        const EmptyContext context;
        Evaluator evaluator(context);
        const QStringList reasons = listedReasons();
        QStringList wrong;
        for (const Verdict& verdict : corpus()) {
            const Outcome outcome = evaluated(evaluator, verdict.formula, record);
            const bool same = agrees(outcome, verdict);
            const QString line =
                u"%1\t%2\t%3\there: %4"_s.arg(verdict.place, verdict.formula, verdict.value, shown(outcome));
            if (verdict.reason.isEmpty()) {
                if (!same) wrong.append(line);
            } else if (same) {
                wrong.append(line + u"\tmarked as different but agrees"_s);
            } else if (shown(outcome) != verdict.own) {
                wrong.append(line + u"\tbut "_s + verdict.own + u" is stored"_s);
            } else if (!reasons.contains(verdict.reason)) {
                wrong.append(line + u"\tthe reason is not in docs/formulas.md: "_s + verdict.reason);
            }
        }
        for (const QString& line : std::as_const(wrong))
            qWarning("%s", qPrintable(line));
        QCOMPARE(wrong.size(), 0);
    }

    void corpusIsLargeAndEachReasonIsUsed()
    {
        QSet<QString> formulas;
        QSet<QString> used;
        for (const Verdict& verdict : corpus()) {
            formulas.insert(verdict.formula);
            if (!verdict.reason.isEmpty()) used.insert(verdict.reason);
        }
        QVERIFY(formulas.size() >= kLeastFormulas);
        QVERIFY(!listedReasons().isEmpty());
        for (const QString& reason : listedReasons())
            QVERIFY2(used.contains(reason), qPrintable(reason));
    }
};

QTEST_GUILESS_MAIN(TestCorpus)
#include "testcorpus.moc"
