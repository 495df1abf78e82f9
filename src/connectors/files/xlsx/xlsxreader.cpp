#include "connectors/files/xlsx/xlsxreader.h"

#include "base/ids.h"
#include "connectors/files/xlsx/sheetnumber.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;
using model::Value;

namespace {

constexpr int kMostColumns = 16'384;
constexpr qint64 kMostRows = 1'048'576;

/// Column of "AB12" from 0, -1 when it is none.
int columnOf(QStringView reference)
{
    int column = 0;
    int letters = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z') break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (++letters > 3) return -1;
    }
    return column >= 1 && column <= kMostColumns ? column - 1 : -1;
}

} // namespace

XlsxReader::XlsxReader(std::unique_ptr<XlsxBook> book, XlsxBook::Sheet sheet, ReadStyle style)
    : m_book(std::move(book))
    , m_sheet(std::move(sheet))
    , m_style(style)
{
}

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(std::unique_ptr<QIODevice> device, QString name,
                                                     const QString& sheet, ReadStyle style, XlsxLimits limits)
{
    Result<std::unique_ptr<XlsxBook>> book = XlsxBook::open(std::move(device), std::move(name), limits);
    if (!book) return tl::unexpected(book.error());
    const Result<XlsxBook::Sheet> chosen = (*book)->sheet(sheet);
    if (!chosen) return tl::unexpected(chosen.error());
    std::unique_ptr<XlsxReader> reader(new XlsxReader(std::move(*book), *chosen, style));
    Result<std::unique_ptr<QIODevice>> part = reader->m_book->package().part(chosen->part);
    if (!part) return tl::unexpected(part.error());
    reader->m_xml = std::make_unique<XmlWalk>(reader->m_book->package(), std::move(*part));
    return reader;
}

tl::unexpected<Error> XlsxReader::fault(const QString& code, const QString& text, QStringList more) const
{
    return fail(ErrorKind::RowRejected, code, text,
                QStringList{m_book->package().name(), QString::number(m_line)} + more);
}

Result<void> XlsxReader::beginRow()
{
    const QStringView number = m_xml->attribute("r"_L1);
    const qint64 line = number.isEmpty() ? m_line + 1 : number.toLongLong();
    if (line <= m_line || line > kMostRows) return m_book->package().broken(u"rows out of order"_s);
    m_line = line;
    m_column = -1;
    m_cells.clear();
    return {};
}

Result<bool> XlsxReader::next()
{
    while (!m_atEnd) {
        const auto token = m_xml->next();
        if (token == QXmlStreamReader::Invalid) return m_xml->refused();
        if (token == QXmlStreamReader::EndDocument) break;
        if (token == QXmlStreamReader::EndElement && m_xml->name() == "sheetData"_L1) break;
        if (token != QXmlStreamReader::StartElement || m_xml->name() != "row"_L1) continue;
        if (Result<void> begun = beginRow(); !begun) return tl::unexpected(begun.error());
        if (Result<void> read = readCells(); !read) return tl::unexpected(read.error());
        if (!m_cells.empty()) return true;
    }
    m_atEnd = true;
    m_cells.clear();
    return false;
}

Result<void> XlsxReader::readCells()
{
    for (;;) {
        const auto token = m_xml->next();
        if (token == QXmlStreamReader::Invalid) return m_xml->refused();
        if (token == QXmlStreamReader::EndDocument)
            return m_book->package().broken(u"a row without its end"_s);
        if (token == QXmlStreamReader::EndElement && m_xml->name() == "row"_L1) return {};
        if (token != QXmlStreamReader::StartElement || m_xml->name() != "c"_L1) continue;
        if (Result<void> read = readCell(); !read) return read;
    }
}

Result<void> XlsxReader::beginCell(Cell& cell)
{
    const QStringView reference = m_xml->attribute("r"_L1);
    cell.column = reference.isEmpty() ? m_column + 1 : columnOf(reference);
    if (cell.column <= m_column || cell.column >= kMostColumns)
        return fault(u"file.too-wide"_s, u"cells out of order or too many"_s,
                     {QString::number(kMostColumns)});
    m_column = cell.column;
    const QStringView type = m_xml->attribute("t"_L1);
    m_isShared = type == "s"_L1;
    m_hasValue = m_hasFormula = false;
    if (m_isShared || type == "str"_L1 || type == "inlineStr"_L1 || type == "d"_L1) cell.kind = Kind::Text;
    if (type == "b"_L1) cell.kind = Kind::Boolean;
    if (type == "e"_L1) cell.kind = Kind::Error;
    const QStringView style = m_xml->attribute("s"_L1);
    if (!style.isEmpty()) cell.look = m_book->look(style.toLongLong());
    return {};
}

Result<void> XlsxReader::readCell()
{
    Cell cell;
    if (Result<void> begun = beginCell(cell); !begun) return begun;
    bool inText = false;
    bool inPhonetic = false;
    for (;;) {
        const auto token = m_xml->next();
        if (token == QXmlStreamReader::Invalid) return m_xml->refused();
        if (token == QXmlStreamReader::EndDocument)
            return m_book->package().broken(u"a cell without its end"_s);
        if (token == QXmlStreamReader::Characters) {
            if (inText) cell.text += m_xml->text();
            if (cell.text.size() > m_book->package().limits().cellCharacters)
                return fault(u"file.cell-too-long"_s, u"cell too long"_s,
                             {QString::number(cell.column + 1),
                              QString::number(m_book->package().limits().cellCharacters)});
            continue;
        }
        const QStringView name = m_xml->name();
        if (token == QXmlStreamReader::StartElement) {
            if (name == "rPh"_L1) inPhonetic = true;
            if (name == "f"_L1) m_hasFormula = true;
            if (name == "v"_L1) m_hasValue = true;
            inText = name == "v"_L1 || (name == "t"_L1 && !inPhonetic);
        } else if (token == QXmlStreamReader::EndElement) {
            inText = false;
            if (name == "rPh"_L1) inPhonetic = false;
            if (name == "c"_L1) return finishCell(cell);
        }
    }
}

Result<void> XlsxReader::finishCell(Cell& cell)
{
    if (m_hasFormula && !m_hasValue) {
        // Made by a program that leaves the computing to Excel: there is no value to read.
        cell.kind = Kind::Error;
        cell.text = u"(formula)"_s;
    }
    if (m_isShared) {
        bool isNumber = false;
        const qlonglong index = cell.text.toLongLong(&isNumber);
        const auto text = isNumber ? m_book->strings().at(index) : std::nullopt;
        if (!text) return m_book->package().broken(u"a text that is not there, row %1"_s.arg(m_line));
        cell.text = *text;
    } else if (cell.kind == Kind::Text) {
        cell.text = unescapedText(std::move(cell.text));
    }
    if (!cell.text.isEmpty()) m_cells.push_back(std::move(cell));
    return {};
}

const XlsxReader::Cell* XlsxReader::find(int column) const
{
    // Full rows have the cell at its own place.
    if (column >= 0 && size_t(column) < m_cells.size() && m_cells[size_t(column)].column == column)
        return &m_cells[size_t(column)];
    const auto it = std::lower_bound(m_cells.begin(), m_cells.end(), column,
                                     [](const Cell& cell, int wanted) { return cell.column < wanted; });
    return it != m_cells.end() && it->column == column ? &*it : nullptr;
}

Value XlsxReader::numberCell(const Cell& cell, FieldType type, CellFault* fault) const
{
    const QByteArray digits = cell.text.trimmed().toLatin1();
    const auto number = storedNumber({digits.constData(), size_t(digits.size())});
    if (!number) {
        *fault = type == FieldType::Text ? CellFault::None : CellFault::NumberTooLong;
        return cell.text;
    }
    const bool isDate = cell.look == CellLook::Date || cell.look == CellLook::DateTime;
    if (isDate && type != FieldType::Number && type != FieldType::Money) {
        const auto day = serialDay(*number, m_book->from1904());
        if (!day) {
            *fault = CellFault::Serial;
            return cell.text;
        }
        if (type == FieldType::Date) return day->day;
        const Instant instant = instantFromMs(Date(1970, 1, 1).daysTo(day->day) * 86'400'000LL + day->ms);
        if (type == FieldType::Instant) return instant;
        return day->ms == 0 ? formatDate(day->day)
                            : formatInstantSeconds(instant).replace(u'T', u' ').chopped(1);
    }
    switch (type) {
    case FieldType::Number:
    case FieldType::Money:
        return *number;
    case FieldType::Date:
    case FieldType::Instant:
        *fault = CellFault::Date;
        return number->toString();
    case FieldType::Boolean:
        if (*number == Decimal(0) || *number == Decimal(1)) return *number == Decimal(1);
        *fault = CellFault::Boolean;
        return number->toString();
    default:
        return number->toString();
    }
}

Value XlsxReader::cell(int column, FieldType type, CellFault* fault) const
{
    const Cell* cell = find(column);
    if (!cell) return {};
    switch (cell->kind) {
    case Kind::Error:
        *fault = CellFault::Formula;
        return cell->text;
    case Kind::Boolean: {
        const bool value = cell->text == u"1" || cell->text == u"true";
        if (type == FieldType::Boolean) return value;
        const QString text = value ? u"TRUE"_s : u"FALSE"_s;
        if (type != FieldType::Text) *fault = type == FieldType::Date ? CellFault::Date : CellFault::Number;
        return text;
    }
    case Kind::Number:
        return numberCell(*cell, type, fault);
    case Kind::Text:
        break;
    }
    if (type == FieldType::Text) return cell->text;
    return cellValue(cell->text.toUtf8().toStdString(), type, m_style, fault);
}

QString XlsxReader::text(int column) const
{
    CellFault fault = CellFault::None;
    return cell(column, FieldType::Text, &fault).toPlainText();
}

bool XlsxReader::isBlank(int column) const
{
    const Cell* cell = find(column);
    return !cell || (cell->kind == Kind::Text && cell->text.trimmed().isEmpty());
}

FieldType XlsxReader::ownType(int column) const
{
    const Cell* cell = find(column);
    if (!cell || cell->kind == Kind::Text || cell->kind == Kind::Error) return FieldType::Text;
    if (cell->kind == Kind::Boolean) return FieldType::Boolean;
    if (cell->look == CellLook::Plain || cell->look == CellLook::Time) return FieldType::Number;
    const bool hasTime = cell->text.contains(u'.');
    return hasTime ? FieldType::Instant : FieldType::Date;
}

quint64 XlsxReader::contentHash() const
{
    quint64 hash = 0;
    for (const Cell& cell : m_cells) {
        const QByteArray text =
            QByteArray::number(cell.column) + ':' + char('0' + int(cell.look)) + cell.text.toUtf8();
        hash = tieout::contentHash(text, hash);
    }
    return hash;
}

} // namespace tieout::connectors
