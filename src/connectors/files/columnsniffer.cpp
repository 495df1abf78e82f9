#include "connectors/files/tablesample.h"

#include <QSet>

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::FileColumn;

namespace {

constexpr int kEnough = 90; ///< percent of a column's cells that must agree on its type
constexpr qsizetype kSampleShown = 20;

struct Piece {
    QString column;
    QString text;
    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
};

/// What the cells of one column say.
struct ColumnCount {
    qint64 filled = 0;
    qint64 numbers = 0;
    qint64 dates = 0;
    qint64 booleans = 0;
    qint64 identifiers = 0; ///< leading zeros
    qint64 times = 0;
    qint64 own[4] = {}; ///< spreadsheet cells that are numbers, dates, instants, booleans
    QString first;
    QString pointOnly, commaOnly, eitherMark; ///< examples of what decides, and of what does not
    QString dayOnly, monthOnly, eitherOrder;

    void add(const QString& text, FieldType type);
    [[nodiscard]] FieldType type(int* confidence) const;
};

void keepFirst(QString& slot, const QString& text)
{
    if (slot.isEmpty()) slot = text;
}

void ColumnCount::add(const QString& text, FieldType type)
{
    const QString core = text.trimmed();
    if (core.isEmpty()) return;
    ++filled;
    keepFirst(first, core);
    if (type == FieldType::Number) ++own[0];
    if (type == FieldType::Date) ++own[1];
    if (type == FieldType::Instant) ++own[2];
    if (type == FieldType::Boolean) ++own[3];
    if (type != FieldType::Text || core.size() > 200) return;
    const std::string bytes = core.toUtf8().toStdString();
    if (const NumberShape number = numberShape(bytes); number.isNumber) {
        // More digits than a number keeps: an identifier when most are so, else a fault of its row.
        numbers += !number.tooLong;
        identifiers += number.leadingZero;
        if (number.asPoint && !number.asComma) keepFirst(pointOnly, core);
        if (number.asComma && !number.asPoint) keepFirst(commaOnly, core);
        if (number.asPoint && number.asComma && !number.sameBoth) keepFirst(eitherMark, core);
        return;
    }
    if (const DateShape date = dateShape(bytes); date.isDate) {
        ++dates;
        times += date.hasTime;
        if (!date.neutral && date.asDayFirst && !date.asMonthFirst) keepFirst(dayOnly, core);
        if (!date.neutral && date.asMonthFirst && !date.asDayFirst) keepFirst(monthOnly, core);
        if (!date.neutral && date.asDayFirst && date.asMonthFirst) keepFirst(eitherOrder, core);
        return;
    }
    const QString word = core.toLower();
    if (word == u"true" || word == u"false" || word == u"yes" || word == u"no") ++booleans;
}

FieldType ColumnCount::type(int* confidence) const
{
    *confidence = filled ? 100 : 0;
    if (!filled) return FieldType::Text;
    const auto share = [this](qint64 count) { return int(count * 100 / filled); };
    const struct {
        FieldType type;
        int share;
    } candidates[] = {
        {FieldType::Number, identifiers ? 0 : share(numbers + own[0])},
        {times || own[2] ? FieldType::Instant : FieldType::Date, share(dates + own[1] + own[2])},
        {FieldType::Boolean, booleans == filled || own[3] == filled ? 100 : 0},
    };
    for (const auto& candidate : candidates) {
        if (candidate.share < kEnough) continue;
        *confidence = candidate.share;
        return candidate.type;
    }
    return FieldType::Text;
}

/// Labels become names that a path can hold, each once.
class NameBook final
{
  public:
    NameBook()
        : m_taken{kRowIdField.toString().toLower(), kRowNumberField.toString().toLower(),
                  kRowVersionField.toString().toLower(), kFileNameField.toString().toLower()}
    {
    }
    [[nodiscard]] QString nameFor(const QString& label, int column)
    {
        QString name = label.simplified();
        for (const QChar mark : {u'.', u'[', u']', u'"'})
            name.replace(mark, u' ');
        name = name.simplified().left(120);
        if (name.isEmpty()) name = u"Column %1"_s.arg(column + 1);
        QString unique = name;
        for (int copy = 2; m_taken.contains(unique.toLower()); ++copy)
            unique = u"%1 %2"_s.arg(name).arg(copy);
        m_taken.insert(unique.toLower());
        return unique;
    }

  private:
    QSet<QString> m_taken;
};

class ColumnSniffer final
{
  public:
    ColumnSniffer(const TableSample& sample, const FileSettings& settings, SniffedFile& into)
        : m_sample(sample)
        , m_settings(settings)
        , m_into(into)
    {
    }
    void sniff()
    {
        const qsizetype firstData = settleHeader();
        count(firstData);
        nameColumns();
        settleDecimals();
        settleDates();
        showColumns();
        for (qsizetype i = firstData; i < std::min(firstData + kSampleShown, m_sample.rows.size()); ++i)
            m_into.sniff.sample += m_sample.rows[i].texts;
        if (m_sample.fault) m_into.sniff.remarks += *m_sample.fault;
    }

  private:
    [[nodiscard]] qsizetype settleHeader();
    void addRowAbove(const QStringList& above);
    void count(qsizetype firstData);
    void nameColumns();
    void settleDecimals();
    void settleDates();
    void showColumns();
    [[nodiscard]] Piece firstOf(QString ColumnCount::*piece, FieldType type) const;
    void ask(const QString& code, const Piece& piece);

    const TableSample& m_sample;
    const FileSettings& m_settings;
    SniffedFile& m_into;
    QStringList m_labels;
    QList<ColumnCount> m_counts;
};

qsizetype ColumnSniffer::settleHeader()
{
    model::FileGuess& header = m_into.sniff.header;
    header.told = m_settings.headerRow >= 0;
    HeaderGuess guess{-1, 100};
    if (!header.told) {
        guess = guessHeader(m_sample);
    } else if (m_settings.headerRow > 0) {
        for (qsizetype i = 0; i < m_sample.rows.size(); ++i) {
            if (m_sample.rows[i].line <= m_settings.headerRow) guess.row = i;
        }
    }
    header.confidence = guess.confidence;
    header.value = u"none"_s;
    if (guess.row < 0) return 0;
    const SampleRow& row = m_sample.rows[guess.row];
    header.value = QString::number(row.line);
    header.example = header.shown = row.texts.join(u" | "_s).left(200);
    m_labels = row.texts;
    const bool joined = guess.row > 0 && m_sample.rows[guess.row - 1].line == row.line - 1;
    if (m_into.layout.spreadsheet && joined) addRowAbove(m_sample.rows[guess.row - 1].texts);
    m_into.layout.headerLine = row.line;
    m_into.layout.skipUntil = row.line;
    return guess.row + 1;
}

/// Merged cells of a heading keep their text in the first cell only: a blank name is the one above it, and
/// names that stand twice are told apart by what is written over them.
void ColumnSniffer::addRowAbove(const QStringList& above)
{
    while (m_labels.size() < above.size())
        m_labels += QString();
    QHash<QString, int> times;
    for (qsizetype c = 0; c < m_labels.size(); ++c) {
        if (m_labels[c].trimmed().isEmpty()) m_labels[c] = above.value(c);
        ++times[m_labels[c].trimmed().toLower()];
    }
    QString group;
    for (qsizetype c = 0; c < m_labels.size(); ++c) {
        if (!above.value(c).trimmed().isEmpty()) group = above[c].trimmed();
        const QString label = m_labels[c].trimmed();
        if (label.isEmpty() || group.isEmpty() || label == group || times[label.toLower()] < 2) continue;
        m_labels[c] = group + u' ' + label;
    }
}

void ColumnSniffer::count(qsizetype firstData)
{
    m_counts.resize(m_labels.size());
    for (qsizetype i = firstData; i < m_sample.rows.size(); ++i) {
        const SampleRow& row = m_sample.rows[i];
        // Without a header the widest row counts; with one, cells beyond it are a fault of their row.
        if (m_labels.isEmpty() && m_counts.size() < row.texts.size()) m_counts.resize(row.texts.size());
        for (qsizetype c = 0; c < std::min(row.texts.size(), m_counts.size()); ++c)
            m_counts[c].add(row.texts[c], c < row.own.size() ? row.own[c] : FieldType::Text);
    }
    while (!m_counts.isEmpty() && m_counts.last().filled == 0 &&
           m_labels.value(m_counts.size() - 1).trimmed().isEmpty())
        m_counts.removeLast();
}

void ColumnSniffer::nameColumns()
{
    NameBook names;
    for (qsizetype c = 0; c < m_counts.size(); ++c) {
        FileColumn column;
        column.label = m_labels.value(c).trimmed();
        column.name = names.nameFor(column.label, int(c));
        if (column.label.isEmpty()) column.label = column.name;
        column.type = m_counts[c].type(&column.confidence);
        column.example = m_counts[c].first.left(200);
        for (const QString& key : {column.name, column.label}) {
            const auto told = m_settings.types.constFind(key);
            if (told == m_settings.types.cend()) continue;
            column.type = *told;
            column.confidence = 100;
        }
        m_into.layout.columns += column;
    }
}

Piece ColumnSniffer::firstOf(QString ColumnCount::*piece, FieldType type) const
{
    for (qsizetype c = 0; c < m_counts.size(); ++c) {
        const FieldType own = m_into.layout.columns[c].type;
        const bool isOfType = own == type || (type == FieldType::Date && own == FieldType::Instant) ||
                              (type == FieldType::Number && own == FieldType::Money);
        if (isOfType && !(m_counts[c].*piece).isEmpty())
            return {m_into.layout.columns[c].label, m_counts[c].*piece};
    }
    return {};
}

void ColumnSniffer::ask(const QString& code, const Piece& piece)
{
    m_into.sniff.questions +=
        errorOf(ErrorKind::BadConfig, code, u"nothing decides how to read "_s + piece.text,
                {m_into.sniff.file, piece.column, piece.text});
}

void ColumnSniffer::settleDecimals()
{
    const Piece point = firstOf(&ColumnCount::pointOnly, FieldType::Number);
    const Piece comma = firstOf(&ColumnCount::commaOnly, FieldType::Number);
    const Piece either = firstOf(&ColumnCount::eitherMark, FieldType::Number);
    model::FileGuess& guess = m_into.sniff.decimals;
    DecimalMark mark = DecimalMark::Point;
    guess.confidence = 100;
    guess.told = m_settings.decimals != DecimalMark::Auto;
    if (guess.told) {
        mark = m_settings.decimals;
    } else if (!point.isEmpty() && !comma.isEmpty()) {
        guess.confidence = 0;
        ask(u"file.numbers-ambiguous"_s, comma);
    } else if (!comma.isEmpty()) {
        mark = DecimalMark::Comma;
    } else if (point.isEmpty() && !either.isEmpty()) {
        guess.confidence = 0;
        ask(u"file.numbers-ambiguous"_s, either);
    }
    m_into.layout.style.decimals = mark;
    guess.value = wordOf(mark);
    guess.example = (!comma.isEmpty() ? comma : !point.isEmpty() ? point : either).text;
}

void ColumnSniffer::settleDates()
{
    const Piece day = firstOf(&ColumnCount::dayOnly, FieldType::Date);
    const Piece month = firstOf(&ColumnCount::monthOnly, FieldType::Date);
    const Piece either = firstOf(&ColumnCount::eitherOrder, FieldType::Date);
    model::FileGuess& guess = m_into.sniff.dates;
    DateOrder order = DateOrder::YearMonthDay;
    guess.confidence = 100;
    guess.told = m_settings.dates != DateOrder::Auto;
    if (guess.told) {
        order = m_settings.dates;
    } else if (!day.isEmpty() && !month.isEmpty()) {
        guess.confidence = 0;
        ask(u"file.dates-ambiguous"_s, either.isEmpty() ? month : either);
    } else if (!day.isEmpty() || !month.isEmpty()) {
        order = day.isEmpty() ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
    } else if (!either.isEmpty()) {
        guess.confidence = 0;
        ask(u"file.dates-ambiguous"_s, either);
    }
    m_into.layout.style.dates = order;
    guess.value = wordOf(order);
    guess.example = (!either.isEmpty() ? either : !day.isEmpty() ? day : month).text;
    if (guess.example.isEmpty()) {
        for (const FileColumn& column : m_into.layout.columns) {
            if (column.type == FieldType::Date && guess.example.isEmpty()) guess.example = column.example;
        }
    }
}

void ColumnSniffer::showColumns()
{
    const ReadStyle& style = m_into.layout.style;
    const auto shown = [&](const QString& text, FieldType type) {
        CellFault fault = CellFault::None;
        return cellValue(text.toUtf8().toStdString(), type, style, &fault).toPlainText();
    };
    for (FileColumn& column : m_into.layout.columns)
        column.shown = shown(column.example, column.type);
    model::FileSniff& sniff = m_into.sniff;
    sniff.columns = m_into.layout.columns;
    if (sniff.decimals.confidence) sniff.decimals.shown = shown(sniff.decimals.example, FieldType::Number);
    if (sniff.dates.confidence) sniff.dates.shown = shown(sniff.dates.example, FieldType::Date);
}

} // namespace

void sniffColumns(const TableSample& sample, const FileSettings& settings, SniffedFile& into)
{
    ColumnSniffer(sample, settings, into).sniff();
}

} // namespace tieout::connectors
