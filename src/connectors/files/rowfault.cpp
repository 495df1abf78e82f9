#include "connectors/files/rowfault.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(CellFault fault)
{
    switch (fault) {
    case CellFault::Number:
        return u"file.number"_s;
    case CellFault::NumberTooLong:
        return u"file.number-too-long"_s;
    case CellFault::Date:
        return u"file.date"_s;
    case CellFault::DateImpossible:
        return u"file.date-impossible"_s;
    case CellFault::Boolean:
        return u"file.boolean"_s;
    case CellFault::Encoding:
        return u"file.encoding-mixed"_s;
    case CellFault::Formula:
        return u"file.formula-error"_s;
    case CellFault::Serial:
        return u"file.serial-date"_s;
    case CellFault::None:
        break;
    }
    return {};
}

} // namespace

Error errorOf(CellFault fault, const CellPlace& place, const QString& written)
{
    constexpr qsizetype kShown = 120;
    const QString shown = written.size() > kShown ? written.left(kShown) + u'…' : written;
    const QString column = place.label.isEmpty() ? QString::number(place.column + 1) : place.label;
    const QString text =
        u"%1 line %2 column %3: %4"_s.arg(place.file).arg(place.line).arg(place.column + 1).arg(shown);
    return errorOf(ErrorKind::RowRejected, codeOf(fault), text,
                   {place.file, QString::number(place.line), column, shown});
}

} // namespace tieout::connectors
