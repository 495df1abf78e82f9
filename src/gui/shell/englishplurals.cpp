#include "gui/shell/englishplurals.h"

#include <QHash>

namespace tieout::gui {

QString EnglishPlurals::translate(const char*, const char* sourceText, const char*, int n) const
{
    if (n != 1) return {};
    static const QHash<QByteArray, QString> singulars = [] {
        const struct {
            const char* plural;
            const char* singular;
        } forms[] = {
            {"%n need you", "%n needs you"},
            {"%n things need you", "%n thing needs you"},
            {"%n records need you.", "%n record needs you."},
            {"Every %n hours", "Every hour"},
            {"Every %n minutes", "Every minute"},
            {"%n lines", "%n line"},
            {"%n records", "%n record"},
            {"%n invoices", "%n invoice"},
            {"%n contacts", "%n contact"},
            {"%n deals", "%n deal"},
            {"%n accounts", "%n account"},
            {"%n fields", "%n field"},
            {"%n tries", "%n try"},
            {"%n calls to read", "%n call to read"},
            {"%n calls to write", "%n call to write"},
            {"%n records written", "%n record written"},
            {"%1: sign-in ends in %n days", "%1: sign-in ends in %n day"},
            {"stay signed in until you disconnect (%n days without use)",
             "stay signed in until you disconnect (%n day without use)"},
            {"Add row and plan %n again", "Add row and plan it again"},
            {"Retry all %n with this cause", "Retry"},
        };
        QHash<QByteArray, QString> all;
        for (const auto& form : forms) all.insert(form.plural, QString::fromUtf8(form.singular));
        return all;
    }();
    return singulars.value(sourceText);
}

} // namespace tieout::gui
