#pragma once

#include "formula/lexer.h"

#include <tl/expected.hpp>

namespace tieout::formula {

constexpr int kMaxFormulaLength = 8192; ///< characters, as in Excel
constexpr int kMaxFormulaDepth = 64;    ///< parentheses, calls and signs inside each other, as in Excel
constexpr int kMaxArguments = 255;

using Parsed = tl::expected<Ast, Finding>;

/// Reads a formula, with or without the leading "=". The finding's codes:
/// formula.empty · formula.too-long (limit) · formula.too-deep (limit) · formula.too-many-arguments (limit) ·
/// formula.unclosed-text · formula.unclosed-field · formula.bad-field (text) · formula.bad-number (text) ·
/// formula.bad-character (text) · formula.expected (found, what was expected: "value", "operator", ")").
[[nodiscard]] Parsed parse(const QString& source, Notation notation = {});

} // namespace tieout::formula
