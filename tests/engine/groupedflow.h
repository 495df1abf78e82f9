#pragma once

#include "engine/syncbench.h"

namespace tieout::support {

/// ' for the quotes, ` for those inside a text.
inline QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"').replace('`', "\\\"");
}

/// One invoice for each day on which deals close, with a line for each deal.
inline void groupByDay(model::Flow& flow)
{
    flow.sourceKey = QStringLiteral("CloseDate");
    flow.sourceVersion.clear();
    flow.sourceTitle = QStringLiteral("=[CloseDate] & \" (\" & ROWS([Rows]) & \")\"");
    flow.sourceParty.clear();
    flow.skip.clear();
    flow.parents.clear();
    flow.externalKey = QStringLiteral("Reference");
    flow.mapping =
        model::mappingFromJson(
            Json::parse(
                quotes("{'from':'Opportunity','to':'Invoices','version':1,'group':{'keys':['CloseDate'],"
                       "'aggregates':[{'name':'Deals','formula':'=ROWS([Rows])'}]},'fields':["
                       "{'to':'Type','formula':'=`ACCREC`'},{'to':'Status','formula':'=`DRAFT`'},"
                       "{'to':'Contact.Name','formula':'=`Sundry customers`'},"
                       "{'to':'Date','formula':'=[CloseDate]'},{'to':'DueDate','formula':'=[CloseDate]'},"
                       "{'to':'Reference','formula':'=[CloseDate] & ` / ` & [Deals]'},"
                       "{'to':'LineItems','each':'[Rows]','fields':["
                       "{'to':'Description','formula':'=[Name]'},{'to':'Quantity','formula':'=1'},"
                       "{'to':'UnitAmount','formula':'=IF(ISBLANK([Amount]), 0, [Amount])'},"
                       "{'to':'AccountCode','formula':'=`200`'},"
                       "{'to':'TaxType','formula':'=`EXEMPTEXPORT`'}]}]}"))
                .value())
            .value();
}

} // namespace tieout::support
