#include "gui/widgets/icons.h"

#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

static void registerGuiResources()
{
    Q_INIT_RESOURCE(gui);
}

namespace tieout::gui {
namespace {

QString pathOf(const QString& name)
{
    return u":/tieout/icons/"_s + name + u".svg"_s;
}

// The drawings use currentColor, which the SVG reader does not know: it is replaced before reading.
QPixmap drawn(const QString& name, const QColor& colour, QSize pixels)
{
    const QString key = u"tieout/%1/%2/%3x%4"_s.arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize(pixels);
    pixmap = QPixmap::fromImage(reader.read());
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws one icon at the size and scale asked for. Owned by its QIcon.
class TintedEngine final : public QIconEngine
{
  public:
    TintedEngine(QString name, QColor colour)
        : m_name(std::move(name))
        , m_colour(colour)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, m_colour);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode, QIcon::State) override
    {
        return drawn(m_name, m_colour, size);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedEngine(m_name, m_colour); }

  private:
    QString m_name;
    QColor m_colour;
};

} // namespace

void registerIcons()
{
    registerGuiResources();
}

QIcon tintedIcon(const QString& name, const QColor& colour)
{
    return QIcon(new TintedEngine(name, colour));
}

void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& colour)
{
    const qreal scale = painter.device()->devicePixelRatioF();
    QPixmap pixmap = drawn(name, colour, (QSizeF(rect.size()) * scale).toSize());
    if (pixmap.isNull()) return;
    pixmap.setDevicePixelRatio(scale);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

QString systemIconName(const QString& system)
{
    return QFile::exists(pathOf(system)) ? system : u"system"_s;
}

} // namespace tieout::gui
