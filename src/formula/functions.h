#pragma once

#include "formula/call.h"

#include <QStringList>

#include <span>

namespace tieout::formula {

/// How the compiler treats a function that must not see all its arguments.
enum class Laziness : quint8 { Eager, If, Ifs, Switch, IfError, IfNa };

/// One function of the language.
struct FunctionInfo {
    enum Trait : quint8 {
        None = 0,
        SeesErrors = 1,      ///< gets faulted arguments instead of being skipped
        PerItem = 2,         ///< a list in place of a single value: applied to each item
        AsksContext = 4,     ///< never a constant: tables, links, settings, the clock
        Pattern = 8,         ///< runs a regular expression
        Pairs = 16,          ///< arguments behind the `least` ones come two by two
        SeesItemErrors = 32, ///< gets lists in which items failed
    };
    const char16_t* name;
    qint8 least;
    qint8 most; ///< -1 = any number
    quint8 traits;
    Laziness laziness;
    /// Types for the checker: n number, t text, b boolean, d date, l list, a anything; the result first, then
    /// each parameter, the last repeated. A result of = is the type of the first argument.
    const char* types;
    const char16_t* signature; ///< "ROUND(number, places)"
    Operand (*call)(Call&);
};

/// Null when unknown; `name` in upper case.
[[nodiscard]] const FunctionInfo* findFunction(QStringView name);
/// All names, sorted; for completion and nearest names.
[[nodiscard]] QStringList functionNames();
[[nodiscard]] bool acceptsCount(const FunctionInfo& function, int count);

// The families, each in its own file.
[[nodiscard]] std::span<const FunctionInfo> logicFunctions();
[[nodiscard]] std::span<const FunctionInfo> textFunctions();
[[nodiscard]] std::span<const FunctionInfo> searchFunctions();
[[nodiscard]] std::span<const FunctionInfo> numberFunctions();
[[nodiscard]] std::span<const FunctionInfo> totalFunctions();
[[nodiscard]] std::span<const FunctionInfo> conditionalFunctions();
[[nodiscard]] std::span<const FunctionInfo> orderFunctions();
[[nodiscard]] std::span<const FunctionInfo> dateFunctions();
[[nodiscard]] std::span<const FunctionInfo> calendarFunctions();
[[nodiscard]] std::span<const FunctionInfo> workdayFunctions();
[[nodiscard]] std::span<const FunctionInfo> listFunctions();
[[nodiscard]] std::span<const FunctionInfo> partFunctions();
[[nodiscard]] std::span<const FunctionInfo> bookFunctions();

} // namespace tieout::formula
