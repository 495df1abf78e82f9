#pragma once

#include "sandbox/message.h"

namespace tieout::sandbox {

/// One line of a choice: an organisation, a user.
struct PageChoice {
    QString value;
    QString label;
    QString hint; ///< smaller second line; may be empty
};

/// What the sign-in and consent pages of an emulated system show. The forms POST to `action`; every `hidden`
/// pair travels along, so a page needs no session.
struct SignInPage {
    QString system; ///< "Xero", "Salesforce"
    QString accent; ///< colour of the band and the main button, "#13b5ea"
    QString action; ///< path the forms post to
    QList<std::pair<QString, QString>> hidden;
    QString userName;                ///< filled in on the sign-in page
    QString organisationLabel;       ///< "Choose an organisation"
    QList<PageChoice> organisations; ///< none: the consent page offers no choice
    QStringList permissions;         ///< sentences: "Read and write invoices"
};

/// First page. The form sends `username`, `password` (anything goes) and `step=consent`; Cancel sends
/// `decision=deny`.
[[nodiscard]] QByteArray signInPage(const SignInPage& page);
/// Second page. The form sends `organisation` and `decision=allow` or `decision=deny`.
[[nodiscard]] QByteArray consentPage(const SignInPage& page);
/// A page that ends the matter, such as a redirect address that is not registered.
[[nodiscard]] QByteArray messagePage(const QString& system, const QString& title, const QString& text);

[[nodiscard]] Response htmlResponse(int status, QByteArray body);
/// 302 to `location`.
[[nodiscard]] Response redirectResponse(const QByteArray& location);
/// `uri` with the parameters added, each value percent-encoded; pairs with an empty value are left out.
[[nodiscard]] QByteArray withParameters(const QString& uri,
                                        const QList<std::pair<QString, QString>>& parameters);

} // namespace tieout::sandbox
