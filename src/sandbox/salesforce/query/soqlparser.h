#pragma once

#include "sandbox/salesforce/query/soql.h"

namespace tieout::sandbox::salesforce {

/// Recursive descent over one query. Made, used once and dropped by parseSoql.
class SoqlParser final
{
  public:
    SoqlParser(const QString& text, Date today)
        : m_text(text)
        , m_today(today)
    {
    }
    [[nodiscard]] SoqlResult<SoqlQuery> run();

  private:
    // Each returns false with m_fault set.
    bool query(SoqlQuery& into, int level);
    bool items(SoqlQuery& into, int level);
    bool item(SoqlItem& into, int level);
    bool typeOf(SoqlItem& into);
    bool itemAlias(SoqlItem& into);
    /// A path, or a function of one. COUNT() leaves the path empty.
    bool term(SoqlPath& into, SoqlFunction& function);
    bool groups(SoqlQuery& into);
    bool tail(SoqlQuery& into);
    bool orders(SoqlQuery& into);
    bool condition(SoqlCondition& into);
    bool conditionTerm(SoqlCondition& into);
    bool comparison(SoqlCondition& into);
    bool comparisonOperator(SoqlOperator& into);
    bool list(SoqlCondition& into);
    bool literal(SoqlLiteral& into);
    bool quoted(SoqlLiteral& into);
    bool numeric(SoqlLiteral& into);
    bool wordLiteral(SoqlLiteral& into);
    bool path(SoqlPath& into);
    bool wholeNumber(int& into);

    void skipBlanks();
    [[nodiscard]] QString peekWord();
    bool takeWord(QStringView word);
    bool takeSymbol(QStringView symbol);
    bool expectWord(QStringView word);
    bool expectSymbol(QStringView symbol);
    bool unexpected();
    bool fail(const QString& sentence);

    const QString& m_text;
    Date m_today;
    qsizetype m_at = 0;
    int m_depth = 0;
    SoqlFault m_fault;
};

} // namespace tieout::sandbox::salesforce
