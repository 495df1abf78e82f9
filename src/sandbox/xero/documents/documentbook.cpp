#include "sandbox/xero/documents/documentbook.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

int DocumentBook::add(Document document)
{
    const int position = size();
    m_documents.push_back(std::move(document));
    index(position);
    return position;
}

void DocumentBook::replace(int position, Document document)
{
    unindex(position);
    m_documents[size_t(position)] = std::move(document);
    index(position);
}

void DocumentBook::settle(int position, const Decimal& applied, const Decimal& refunded, Date lastOn,
                          Instant now)
{
    Document& document = m_documents[size_t(position)];
    document.applied = applied;
    document.refunded = refunded;
    document.updated = now;
    const bool used = document.remaining().isZero();
    if (document.status == DocumentStatus::Authorised && used) {
        document.status = DocumentStatus::Paid;
        document.fullyPaidOn = lastOn;
    } else if (document.status == DocumentStatus::Paid && !used) {
        document.status = DocumentStatus::Authorised;
        document.fullyPaidOn = Date();
    }
}

int DocumentBook::byNumber(const QString& number) const
{
    return number.isEmpty() ? -1 : m_numbers.value(number.toCaseFolded(), -1);
}

QString DocumentBook::nextNumber(QStringView prefix)
{
    constexpr int kDigits = 4;
    for (;;) {
        const QString number =
            prefix.toString() + QString::number(++m_lastNumber).rightJustified(kDigits, u'0');
        if (byNumber(number) < 0) return number;
    }
}

bool DocumentBook::hasOwnNumber(const Document& document)
{
    return !document.number.isEmpty() && document.type != "ACCPAYCREDIT"_L1;
}

void DocumentBook::index(int position)
{
    const Document& document = at(position);
    m_ids.insert(document.id, position);
    if (hasOwnNumber(document)) m_numbers.insert(document.number.toCaseFolded(), position);
}

void DocumentBook::unindex(int position)
{
    const Document& document = at(position);
    m_ids.remove(document.id);
    if (hasOwnNumber(document)) m_numbers.remove(document.number.toCaseFolded());
}

} // namespace tieout::sandbox::xero
