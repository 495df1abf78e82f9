#include "sandbox/xero/documents/invoicebook.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kSharedTexts = 20'000;
constexpr qsizetype kSharedLength = 80;

constexpr std::pair<InvoiceStatus, std::string_view> kStatuses[] = {
    {InvoiceStatus::Draft, "DRAFT"},           {InvoiceStatus::Submitted, "SUBMITTED"},
    {InvoiceStatus::Authorised, "AUTHORISED"}, {InvoiceStatus::Paid, "PAID"},
    {InvoiceStatus::Voided, "VOIDED"},         {InvoiceStatus::Deleted, "DELETED"},
};

QLatin1StringView latin1(std::string_view text)
{
    return QLatin1StringView(text.data(), qsizetype(text.size()));
}

} // namespace

Decimal Invoice::amountDue() const
{
    // Sums of stored two-place amounts always fit.
    return total.minus(amountPaid)
        .and_then([this](const Decimal& left) { return left.minus(amountCredited); })
        .value_or(total);
}

std::string_view typeName(InvoiceType type)
{
    return type == InvoiceType::Receivable ? "ACCREC" : "ACCPAY";
}

std::string_view statusName(InvoiceStatus status)
{
    return kStatuses[size_t(status)].second;
}

std::optional<InvoiceType> typeFromName(QStringView name)
{
    if (name == "ACCREC"_L1) return InvoiceType::Receivable;
    if (name == "ACCPAY"_L1) return InvoiceType::Payable;
    return std::nullopt;
}

std::optional<InvoiceStatus> statusFromName(QStringView name)
{
    for (const auto& [status, word] : kStatuses) {
        if (name == latin1(word)) return status;
    }
    return std::nullopt;
}

int InvoiceBook::add(Invoice invoice)
{
    const int position = size();
    m_invoices.push_back(std::move(invoice));
    index(position);
    return position;
}

void InvoiceBook::replace(int position, Invoice invoice)
{
    unindex(position);
    m_invoices[size_t(position)] = std::move(invoice);
    index(position);
}

void InvoiceBook::settle(int position, const Decimal& paid, const Decimal& credited, Date lastOn, Instant now)
{
    Invoice& invoice = m_invoices[size_t(position)];
    invoice.amountPaid = paid;
    invoice.amountCredited = credited;
    invoice.updated = now;
    const bool settled = invoice.amountDue().isZero();
    if (invoice.status == InvoiceStatus::Authorised && settled) {
        invoice.status = InvoiceStatus::Paid;
        invoice.fullyPaidOn = lastOn;
    } else if (invoice.status == InvoiceStatus::Paid && !settled) {
        invoice.status = InvoiceStatus::Authorised;
        invoice.fullyPaidOn = Date();
    }
}

int InvoiceBook::receivableByNumber(const QString& number) const
{
    return number.isEmpty() ? -1 : m_receivables.value(number.toCaseFolded(), -1);
}

QList<int> InvoiceBook::allByNumber(const QString& number) const
{
    if (number.isEmpty()) return {};
    QList<int> positions = m_payables.values(number.toCaseFolded());
    if (const int receivable = receivableByNumber(number); receivable >= 0) positions.prepend(receivable);
    return positions;
}

QString InvoiceBook::nextNumber()
{
    constexpr int kDigits = 4;
    for (;;) {
        const QString number = u"INV-"_s + QString::number(++m_lastNumber).rightJustified(kDigits, u'0');
        if (receivableByNumber(number) < 0) return number;
    }
}

QString InvoiceBook::shared(const QString& text)
{
    if (text.isEmpty() || text.size() > kSharedLength) return text;
    const auto known = m_texts.constFind(text);
    if (known != m_texts.cend()) return *known;
    if (m_texts.size() < kSharedTexts) m_texts.insert(text);
    return text;
}

void InvoiceBook::index(int position)
{
    const Invoice& invoice = at(position);
    m_ids.insert(invoice.id, position);
    if (invoice.number.isEmpty()) return;
    const QString key = invoice.number.toCaseFolded();
    if (invoice.type == InvoiceType::Receivable)
        m_receivables.insert(key, position);
    else
        m_payables.insert(key, position);
}

void InvoiceBook::unindex(int position)
{
    const Invoice& invoice = at(position);
    m_ids.remove(invoice.id);
    const QString key = invoice.number.toCaseFolded();
    if (invoice.type == InvoiceType::Receivable)
        m_receivables.remove(key);
    else
        m_payables.remove(key, position);
}

} // namespace tieout::sandbox::xero
