#include "formula/functions.h"

namespace tieout::formula {

namespace {

using Table = QHash<QString, const FunctionInfo*>;

Table everyFunction()
{
    Table table;
    for (const auto family :
         {logicFunctions(), textFunctions(), searchFunctions(), partFunctions(), numberFunctions(),
          totalFunctions(), conditionalFunctions(), orderFunctions(), dateFunctions(), calendarFunctions(),
          workdayFunctions(), listFunctions(), bookFunctions()}) {
        for (const FunctionInfo& function : family)
            table.insert(QString::fromUtf16(function.name), &function);
    }
    return table;
}

const Table& table()
{
    static const Table kTable = everyFunction();
    return kTable;
}

} // namespace

const FunctionInfo* findFunction(QStringView name)
{
    return table().value(name.toString());
}

QStringList functionNames()
{
    QStringList names = table().keys();
    names.sort();
    return names;
}

bool acceptsCount(const FunctionInfo& function, int count)
{
    if (function.traits & FunctionInfo::Pairs && (count - function.least) % 2 != 0) return false;
    return count >= function.least && (function.most < 0 || count <= function.most);
}

} // namespace tieout::formula
