#include "base/platform/platform.h"
#include "program.h"

#include "wording/sentences.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    tieout::platform::giveMemoryBack();
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Tieout"_s);
    QApplication::setApplicationName(u"Tieout"_s);
    QApplication::setApplicationVersion(QStringLiteral(TIEOUT_VERSION));
    QApplication::setApplicationDisplayName(u"Tieout"_s);
    tieout::Result<tieout::app::Options> options = tieout::app::optionsFrom(application.arguments());
    if (!options) {
        const tieout::wording::Sentence sentence = tieout::wording::sentenceFor(options.error());
        std::fprintf(stderr, "%s %s\n", qPrintable(sentence.what), qPrintable(sentence.fix));
        return 2;
    }
    const tieout::app::Program program(application, std::move(*options), sinceStart);
    return QApplication::exec();
}
