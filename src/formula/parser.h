#pragma once

#include "formula/lexer.h"

#include <tl/expected.hpp>

namespace tieout::formula {

constexpr int kMaxFormulaLength = 8192; ///< characters, as in Excel
constexpr int kMaxFormulaDepth = 64;    ///< parentheses, calls and signs inside each other, as in Excel
constexpr int kMaxArguments = 255;
constexpr int kMaxFindings = 20; ///< of one text; more would not be read

using Parsed = tl::expected<Ast, Finding>;

/// Reads a formula, with or without the leading "=". The finding is the first one; its codes:
/// formula.empty · formula.too-long (limit) · formula.too-deep (limit) · formula.too-many-arguments (limit) ·
/// formula.unclosed-text · formula.unclosed-field · formula.bad-field (text) · formula.bad-number (text) ·
/// formula.bad-character (text) · formula.expected (found, what was expected: "value", "operator", ")").
[[nodiscard]] Parsed parse(const QString& source, Notation notation = {});

/// All that can be said of a text: the findings in reading order, and a tree with holes (NodeKind::Missing)
/// where nothing could be understood, so that the rest can still be checked. Without findings it is the
/// formula.
struct Reading {
    Ast ast;
    QList<Finding> findings;
};
[[nodiscard]] Reading readThrough(const QString& source, Notation notation = {});

} // namespace tieout::formula
