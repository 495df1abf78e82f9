#pragma once

#include <QFont>

namespace tieout::gui {

/// Sizes of everything on the canvas at one zoom, in device-independent pixels.
struct CanvasMetrics {
    int zoom = 100; ///< percent
    int row = 28;
    int indent = 16;
    int margin = 12;
    int arrow = 14; ///< width kept for the sign of a group
    int label = 15; ///< heights of letters
    int value = 14;
    int chip = 13;
    int chipHeight = 22;
    int gap = 12; ///< between chip and target
    double port = 3;

    [[nodiscard]] static CanvasMetrics at(int zoom)
    {
        const auto scaled = [zoom](int size) { return std::max(1, (size * zoom + 50) / 100); };
        return {zoom,       scaled(28), scaled(16), scaled(12), scaled(14),        scaled(15),
                scaled(14), scaled(13), scaled(22), scaled(12), 3.0 * zoom / 100.0};
    }
    [[nodiscard]] static QFont sized(const QFont& base, int pixels, QFont::Weight weight = QFont::Normal)
    {
        QFont font = base;
        font.setPixelSize(std::max(6, pixels));
        font.setWeight(weight);
        return font;
    }
    bool operator==(const CanvasMetrics&) const = default;
};

} // namespace tieout::gui
