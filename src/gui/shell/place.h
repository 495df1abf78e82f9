#pragma once

#include <QString>

namespace tieout::gui {

enum class Screen : quint8 { Overview, Connections, Syncs, Runs, Problems, Lookups };
inline constexpr int kScreens = 6;

/// Where the window is, or should go.
struct Place {
    Screen screen = Screen::Overview;
    QString id;        ///< sync, connection or lookup table; of Problems the cause
    qint64 number = 0; ///< run or problem
    QString part;      ///< a part of the screen: "new", "schedule", "preview"

    bool operator==(const Place&) const = default;
};

} // namespace tieout::gui
