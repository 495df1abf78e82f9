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
            {"%Ln rules copied", "%Ln rule copied"},
            {"%Ln tries", "%Ln try"},
            {"%Ln calls to read", "%Ln call to read"},
            {"%Ln calls to write", "%Ln call to write"},
            {"%Ln records written", "%Ln record written"},
            {"%1: sign-in ends in %Ln days", "%1: sign-in ends in %Ln day"},
            {"stay signed in until you disconnect (%Ln days without use)",
             "stay signed in until you disconnect (%Ln day without use)"},
            {"Add row and plan %Ln again", "Add row and plan it again"},
            {"Retry all %Ln with this cause", "Retry"},
            {"%Ln rows", "%Ln row"},
            {"used on %Ln lines", "used on one line"},
            {"remove %Ln rules", "remove one rule"},
            {"paste %Ln rules", "paste one rule"},
            {"%Ln suggestions", "one suggestion"},
            {"%Ln more faults.", "One more fault."},
            {"%Ln rows added", "%Ln row added"},
            {"%Ln rows removed", "%Ln row removed"},
            {"%Ln rows changed", "%Ln row changed"},
            {"Made with %Ln rows", "Made with one row"},
            {"used by %Ln syncs", "used by one sync"},
            {"Undo: %Ln rows pasted", "Undo: one row pasted"},
            {"Undo: %Ln rows taken from a file", "Undo: one row taken from a file"},
            {"Undo: %Ln rows removed", "Undo: one row removed"},
            {"%Ln records are held for a missing row: %1.", "One record is held for a missing row: %1."},
            {"%Ln records were written.", "One record was written."},
            {"%Ln records are not in the source any more.", "One record is not in the source any more."},
        };
        QHash<QByteArray, QString> all;
        for (const auto& form : forms)
            all.insert(form.plural, QString::fromUtf8(form.singular));
        return all;
    }();
    return singulars.value(sourceText);
}

} // namespace tieout::gui
