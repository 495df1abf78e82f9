#include "sandbox/cin7core/books.h"

#include "sandbox/cin7/wire.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

QString Books::newGuid()
{
    static const QUuid kSpace(u"{3b7ad1c0-6c1e-4a53-8a0f-51f7a9c24d10}"_s);
    return QUuid::createUuidV5(kSpace, QString::number(++m_lastGuid)).toString(QUuid::WithoutBraces);
}

QString Books::newNumber(const QString& series)
{
    return series + u'-' + QString::number(++m_series[series]).rightJustified(5, u'0');
}

Decimal Books::taxPercent(const QString& rule) const
{
    const Json* tax = shelf(Kind::Tax).findBy(u"Name", rule);
    return tax ? (*tax)[u"TaxPercent"].toDecimal() : Decimal();
}

QString stampOf(Instant instant)
{
    return formatInstant(instant).chopped(1);
}

} // namespace tieout::sandbox::cin7core
