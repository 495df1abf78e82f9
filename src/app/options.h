#pragma once

#include "base/result.h"
#include "gui/shell/desk.h"

#include <QStringList>

namespace tieout::app {

/// What the command line asks of the window.
struct Options {
    QString workspace;
    gui::PracticeAddresses practice;
    QString shots;        ///< folder for pictures; empty = a normal start
    QString language;     ///< "de"; empty = as chosen in the window, else the computer's
    QString run;          ///< a sync to start at once; with `measure` the program ends when it ended
    bool measure = false; ///< print the time to the first paint and the longest stall
};

/// Errors: BadConfig "cli.usage" | "practice.address", json.*.
[[nodiscard]] Result<Options> optionsFrom(const QStringList& arguments);

} // namespace tieout::app
