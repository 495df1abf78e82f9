#pragma once

#include "base/task.h"

#include <QString>

namespace tieout::gui {
struct Desk;
class MainWindow;
class Theme;
} // namespace tieout::gui

namespace tieout::app {

/// Takes a picture of every screen at two sizes, light and dark, driving the real pages and waiting for what
/// they ask. Gives the number of pictures written. The references outlive the task.
[[nodiscard]] Task<int> takeShots(gui::MainWindow& window, gui::Theme& theme, const gui::Desk& desk,
                                  QString folder);

} // namespace tieout::app
