#pragma once

#include "sandbox/xero/wire/where.h"

namespace tieout::sandbox::xero {

/// Recursive descent over one `where` text. Made, used once and dropped by WhereClause::parse.
class WhereParser final
{
  public:
    WhereParser(QStringView text, const WhereClause::Resolver& resolver, QStringView type);
    [[nodiscard]] Result<WhereClause> run();

  private:
    using Operation = WhereClause::Operation;
    using Node = WhereClause::Node;

    // Each returns the node's position, or -1 with m_message set.
    int disjunction();
    int conjunction();
    int comparison();
    int operand();
    int group();
    int negation();
    int textLiteral();
    int numberLiteral();
    int wordOperand();
    int guidLiteral();
    int momentLiteral();
    int member(QStringView path);
    int method(int owner, QStringView name);

    int add(Node node);
    int combine(Operation operation, int left, int right);
    int fault(QString message);
    bool take(QStringView symbol); ///< skips blanks, then the symbol if it is next
    bool takeWord(QStringView word);
    void skipBlanks();
    std::optional<QString> quotedText();
    std::optional<int> wholeNumber();
    QStringView name();

    QStringView m_text;
    QStringView m_type;
    const WhereClause::Resolver& m_resolver;
    WhereClause m_clause;
    QString m_message;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace tieout::sandbox::xero
