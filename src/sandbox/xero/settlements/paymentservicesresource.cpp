#include "sandbox/xero/settlements/paymentservicesresource.h"

#include "sandbox/xero/wire/rowlist.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum ServiceField : int { IdField, NameField, UrlField, TextField };

const FieldTable& serviceFields()
{
    static const FieldTable kFields{{u"PaymentServiceID", FieldKind::Guid},
                                    {u"PaymentServiceName", FieldKind::Text},
                                    {u"PaymentServiceUrl", FieldKind::Text},
                                    {u"PayNowText", FieldKind::Text}};
    return kFields;
}

void writeService(ReplyWriter& writer, const PaymentService& service)
{
    writer.guid("PaymentServiceID", service.id);
    writer.text("PaymentServiceName", service.name);
    writer.text("PaymentServiceUrl", service.url);
    writer.ascii("PaymentServiceType", "Custom");
    writer.text("PayNowText", service.payNowText);
}

Response show(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "PaymentServices", choice, [&call](ReplyWriter& writer, int position) {
        writeService(writer, call.tenant.paymentServices.at(position));
    });
}

void check(const Tenant& tenant, const PaymentService& service, QStringList& errors)
{
    if (service.name.trimmed().isEmpty()) errors << u"Payment service name must be specified."_s;
    const QUrl url(service.url, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        errors << u"Payment service Url must be a valid absolute Url."_s;
    if (service.payNowText.trimmed().isEmpty()) errors << u"Pay now text must be specified."_s;
    for (int position = 0; position < tenant.paymentServices.size(); ++position) {
        if (tenant.paymentServices.at(position).name.compare(service.name, Qt::CaseInsensitive) == 0)
            errors << u"Payment service name must be unique."_s;
    }
}

Response add(const Call& call)
{
    const auto saveOne = [&call](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        PaymentService service;
        fields.take(NameField, service.name);
        fields.take(UrlField, service.url);
        fields.take(TextField, service.payNowText);
        QStringList errors;
        check(call.tenant, service, errors);
        if (errors.isEmpty()) {
            service.id = call.guids.next();
            call.tenant.paymentServices.add(service);
        }
        writeService(answer.beginRow(), service);
        answer.endRow(errors, {});
    };
    return saveElements(call, "PaymentServices", u"PaymentService", serviceFields(), ErrorReport::Summarised,
                        saveOne);
}

Response addToTheme(const Call& call, BrandingTheme& theme)
{
    const auto saveOne = [&call, &theme](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        const RowBook<PaymentService>& services = call.tenant.paymentServices;
        const int position = services.byId(fields.guid(IdField).value_or(QUuid()));
        QStringList errors;
        if (position < 0)
            errors << u"Payment service could not be found"_s;
        else if (std::find(theme.paymentServices.begin(), theme.paymentServices.end(), position) ==
                 theme.paymentServices.end())
            theme.paymentServices.push_back(position);
        writeService(answer.beginRow(), position < 0 ? PaymentService() : services.at(position));
        answer.endRow(errors, {});
    };
    return saveElements(call, "PaymentServices", u"PaymentService", serviceFields(), ErrorReport::Summarised,
                        saveOne);
}

} // namespace

Response answerPaymentServices(const Call& call)
{
    if (call.path.size() != 1) return notFoundReply();
    if (call.request.method == "PUT") return add(call);
    if (call.request.method != "GET") return notImplementedReply();
    RowChoice choice;
    for (int position = 0; position < call.tenant.paymentServices.size(); ++position)
        choice.rows.push_back(position);
    return show(call, choice);
}

Response answerThemePaymentServices(const Call& call)
{
    const QUuid id = parseGuid(call.path[1]);
    const auto theme = std::find_if(call.tenant.themes.begin(), call.tenant.themes.end(),
                                    [&id](const BrandingTheme& candidate) { return candidate.id == id; });
    if (theme == call.tenant.themes.end()) return notFoundReply();
    if (call.request.method == "POST") return addToTheme(call, *theme);
    if (call.request.method != "GET") return notImplementedReply();
    RowChoice choice;
    choice.rows = theme->paymentServices;
    return show(call, choice);
}

} // namespace tieout::sandbox::xero
