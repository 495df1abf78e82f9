#include "sandbox/pages.h"

#include "sandbox/reply.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

namespace {

constexpr auto kStyle = R"(
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f3f5f8;color:#17202c}
.band{height:6px;background:var(--accent)}
main{max-width:26rem;margin:8vh auto;padding:2rem;background:#fff;border-radius:12px;box-shadow:0 2px 16px #0002}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 .5rem}
p{margin:.5rem 0 1rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input[type=text],input[type=password]{width:100%;padding:.6rem .7rem;font:inherit;color:inherit;background:transparent;
border:1px solid #7a8797;border-radius:6px}
fieldset{border:0;padding:0;margin:1rem 0}legend{font-weight:600;padding:0}
fieldset label{font-weight:400;display:flex;gap:.6rem;border:1px solid #7a8797;border-radius:6px;padding:.6rem .7rem;margin:.5rem 0}
small{display:block;color:#566273}
ul{padding-left:1.2rem}
.row{display:flex;gap:.75rem;margin-top:1.5rem}
button{flex:1;font:inherit;font-weight:600;padding:.65rem 1rem;border-radius:6px;border:1px solid #7a8797;background:transparent;
color:inherit;cursor:pointer}
button.main{background:#17202c;border-color:#17202c;color:#fff}
:focus-visible{outline:3px solid #2f7de1;outline-offset:2px}
.note{font-size:.875rem;color:#566273;border-top:1px solid #d6dce4;margin:1.5rem 0 0;padding-top:1rem}
@media(prefers-color-scheme:dark){body{background:#11161d;color:#e8edf3}main{background:#1b222c;box-shadow:none}
small,.note{color:#a8b4c3}.note{border-color:#364252}button.main{background:#e8edf3;border-color:#e8edf3;color:#11161d}}
)";

QString shell(const QString& title, const QString& accent, const QString& content)
{
    return u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>"_s +
           title.toHtmlEscaped() + u"</title><style>:root{--accent:"_s + accent + u"}"_s +
           QString::fromLatin1(kStyle) + u"</style></head><body><div class=\"band\"></div><main>"_s +
           content +
           u"<p class=\"note\">This is the practice company: a simulation on your own computer. "
           "Nothing here reaches a real account.</p></main></body></html>\n"_s;
}

QString form(const SignInPage& page, const QString& content)
{
    QString text = u"<form method=\"post\" action=\""_s + page.action.toHtmlEscaped() + u"\">"_s;
    for (const auto& [name, value] : page.hidden) {
        text += u"<input type=\"hidden\" name=\""_s + name.toHtmlEscaped() + u"\" value=\""_s +
                value.toHtmlEscaped() + u"\">"_s;
    }
    return text + content + u"</form>"_s;
}

QString organisationChoice(const SignInPage& page)
{
    if (page.organisations.isEmpty()) return {};
    QString text = u"<fieldset><legend>"_s + page.organisationLabel.toHtmlEscaped() + u"</legend>"_s;
    bool first = true;
    for (const PageChoice& choice : page.organisations) {
        text += u"<label><input type=\"radio\" name=\"organisation\" value=\""_s +
                choice.value.toHtmlEscaped() + (first ? u"\" checked required>"_s : u"\">"_s) + u"<span>"_s +
                choice.label.toHtmlEscaped();
        if (!choice.hint.isEmpty()) text += u"<small>"_s + choice.hint.toHtmlEscaped() + u"</small>"_s;
        text += u"</span></label>"_s;
        first = false;
    }
    return text + u"</fieldset>"_s;
}

QString accentOf(const SignInPage& page)
{
    return page.accent.isEmpty() ? u"#2f7de1"_s : page.accent.toHtmlEscaped();
}

} // namespace

QByteArray signInPage(const SignInPage& page)
{
    const QString title = u"Sign in to "_s + page.system + u" (practice)"_s;
    const QString fields =
        u"<label for=\"username\">User name</label>"
        "<input id=\"username\" name=\"username\" type=\"text\" autocomplete=\"username\" value=\""_s +
        page.userName.toHtmlEscaped() +
        u"\"><label for=\"password\">Password</label>"
        "<input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"off\" value=\"practice\">"
        "<small>Any password will do.</small><div class=\"row\">"
        "<button class=\"main\" name=\"step\" value=\"consent\" autofocus>Sign in</button>"
        "<button name=\"decision\" value=\"deny\">Cancel</button></div>"_s;
    return shell(title, accentOf(page), u"<h1>"_s + title.toHtmlEscaped() + u"</h1>"_s + form(page, fields))
        .toUtf8();
}

QByteArray consentPage(const SignInPage& page)
{
    const QString title = u"Allow Tieout to use "_s + page.system + u"?"_s;
    QString content = u"<h1>"_s + title.toHtmlEscaped() + u"</h1>"_s;
    QString fields = organisationChoice(page);
    if (!page.permissions.isEmpty()) {
        fields += u"<p>It asks to:</p><ul>"_s;
        for (const QString& permission : page.permissions)
            fields += u"<li>"_s + permission.toHtmlEscaped() + u"</li>"_s;
        fields += u"</ul>"_s;
    }
    fields += u"<div class=\"row\"><button class=\"main\" name=\"decision\" value=\"allow\" autofocus>Allow "
              u"access</button>"
              "<button name=\"decision\" value=\"deny\">Deny</button></div>"_s;
    return shell(title, accentOf(page), content + form(page, fields)).toUtf8();
}

QByteArray messagePage(const QString& system, const QString& title, const QString& text)
{
    const QString content =
        u"<h1>"_s + title.toHtmlEscaped() + u"</h1><p>"_s + text.toHtmlEscaped() + u"</p>"_s;
    return shell(system + u" (practice)"_s, u"#b3261e"_s, content).toUtf8();
}

Response htmlResponse(int status, QByteArray body)
{
    Response response = pageReply(status, std::move(body));
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

Response redirectResponse(const QByteArray& location)
{
    Response response;
    response.status = 302;
    response.headers = {{"Location", location}, {"Cache-Control", "no-store"}};
    return response;
}

QByteArray withParameters(const QString& uri, const QList<std::pair<QString, QString>>& parameters)
{
    QByteArray out = uri.toUtf8();
    char separator = out.contains('?') ? '&' : '?';
    for (const auto& [name, value] : parameters) {
        if (value.isEmpty()) continue;
        out += separator + QByteArray(name.toUtf8()) + '=' + value.toUtf8().toPercentEncoding();
        separator = '&';
    }
    return out;
}

} // namespace tieout::sandbox
