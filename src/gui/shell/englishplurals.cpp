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
            {"%Ln need you", "%Ln needs you"},
            {"%Ln things need you", "%Ln thing needs you"},
            {"%Ln records need you.", "%Ln record needs you."},
            {"Every %Ln hours", "Every hour"},
            {"Every %Ln minutes", "Every minute"},
            {"%Ln lines", "%Ln line"},
            {"%Ln records", "%Ln record"},
            {"%Ln invoices", "%Ln invoice"},
            {"%Ln contacts", "%Ln contact"},
            {"%Ln deals", "%Ln deal"},
            {"%Ln accounts", "%Ln account"},
            {"%Ln fields", "%Ln field"},
            {"%Ln tries", "%Ln try"},
            {"%Ln calls to read", "%Ln call to read"},
            {"%Ln calls to write", "%Ln call to write"},
            {"%Ln records written", "%Ln record written"},
            {"%1: sign-in ends in %Ln days", "%1: sign-in ends in %Ln day"},
            {"stay signed in until you disconnect (%Ln days without use)",
             "stay signed in until you disconnect (%Ln day without use)"},
            {"Add row and plan %Ln again", "Add row and plan it again"},
            {"Retry all %Ln with this cause", "Retry"},
        };
        QHash<QByteArray, QString> all;
        for (const auto& form : forms)
            all.insert(form.plural, QString::fromUtf8(form.singular));
        return all;
    }();
    return singulars.value(sourceText);
}

} // namespace tieout::gui
