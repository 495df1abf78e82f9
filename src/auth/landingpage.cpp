#include "auth/landingpage.h"

namespace tieout::auth {

namespace {

struct Text {
    Landing landing;
    const char* path;
    const char* title;
    const char* sentence;
};

constexpr Text kTexts[] = {
    {Landing::Received, "/signed-in", "Tieout has your sign-in",
     "You can close this window and go back to Tieout."},
    {Landing::Denied, "/denied", "Access was not granted",
     "Nothing was connected. You can close this window and go back to Tieout."},
    {Landing::Rejected, "/rejected", "This answer does not belong to the present sign-in",
     "It was ignored. Go back to Tieout and use the link shown there."},
    {Landing::Failed, "/failed", "The sign-in did not work",
     "You can close this window and go back to Tieout, which says why."},
};

const Text& textOf(Landing landing)
{
    for (const Text& text : kTexts) {
        if (text.landing == landing) return text;
    }
    return kTexts[3];
}

} // namespace

QByteArray landingPage(Landing landing)
{
    const Text& text = textOf(landing);
    QByteArray page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>";
    page += text.title;
    page += "</title>\n<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:20vh auto;"
            "padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.3}</style>\n</head>\n<body>\n<main>\n<h1>";
    page += text.title;
    page += "</h1>\n<p>";
    page += text.sentence;
    page += "</p>\n</main>\n</body>\n</html>\n";
    return page;
}

QByteArray landingPath(Landing landing)
{
    return textOf(landing).path;
}

std::optional<Landing> landingOfPath(QByteArrayView path)
{
    for (const Text& text : kTexts) {
        if (path == QByteArrayView(text.path)) return text.landing;
    }
    return std::nullopt;
}

} // namespace tieout::auth
