#pragma once

#include "gui/mapping/canvas/canvascontent.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace tieout::mapping {
class MappingDraft;
}

namespace tieout::gui {

class CanvasCommands;
class CanvasGestures;
class CanvasHint;
class CanvasScene;
class TreePane;
class WirePane;
struct Spot;

/// The map as a picture: the source's tree, the wires with their chips, the target's tree. Turns drags,
/// clicks and keys into edits of the draft; the editor answers each change with new content. Main thread.
class MappingCanvas final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingCanvas)
  public:
    enum class Show : quint8 { All, Unmapped, Required, Problems };

    explicit MappingCanvas(QWidget* parent = nullptr);
    ~MappingCanvas() override;

    /// Edits go here; borrowed. Null = nothing can be edited.
    void setDraft(mapping::MappingDraft* draft);
    /// Null while the content is read-only.
    [[nodiscard]] mapping::MappingDraft* editable() const;
    /// Scroll places, open groups and the current fields stay.
    void setContent(std::shared_ptr<const CanvasContent> content);

    [[nodiscard]] QString currentTarget() const;
    /// Brings it into sight. Empty = none.
    void setCurrentTarget(const QString& key);
    [[nodiscard]] QString currentSource() const;
    void setCurrentSource(const QString& key);

    void setShow(Show show);
    void setSearch(Side side, const QString& text);
    [[nodiscard]] int zoom() const;
    void setZoom(int percent); ///< 50 to 200

    /// Starts a wire at a field; the next click, Enter or action on the other side ends it.
    void pickUp(Side side, const QString& key);
    [[nodiscard]] QString pickedUp() const; ///< key; empty = none
    /// Draws the wire as a drop does: asks when the target is taken, pairs groups, makes `each`.
    void connectFields(const QString& source, const QString& target);
    void letGo();

    [[nodiscard]] TreePane* pane(Side side) const;
    [[nodiscard]] WirePane* wires() const { return m_wires; }
    /// A sentence over the canvas until the next one; empty takes it away.
    void setHint(const QString& text, bool isRefusal = false);
    [[nodiscard]] QString hint() const;
    /// What clicking, Enter or a screen reader's press does with a row.
    void press(const Spot& spot);
    /// Makes a row the one that keys act on and brings it into sight.
    void select(const Spot& spot);
    /// Opens groups, lifts searches and filters, scrolls.
    void reveal(Side side, const QString& key);
    [[nodiscard]] CanvasCommands& commands() const { return *m_commands; }
    [[nodiscard]] CanvasGestures& gestures() const { return *m_gestures; }
    /// Something in the scene changed: paint again, tell screen readers.
    void follow();

  Q_SIGNALS:
    void currentTargetChanged(const QString& key);
    void formulaWanted(const QString& target);
    void noteWanted(const QString& target);
    void listOptionsWanted(const QString& list);
    /// Rows → documents; asked from the row of the target's title.
    void groupingWanted();
    /// Pair the members by name. Both empty = the whole trees.
    void groupPairWanted(const QString& sourceGroup, const QString& targetGroup);
    void zoomChanged(int percent);
    /// The searches and the filter were lifted to bring a hidden field into sight.
    void everythingShown();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    void connectPane(TreePane* pane);
    void connectWires();
    void offer(const Spot& spot);
    void dropLostTarget();
    void placePanes();
    void placeHint();
    void select(const Spot& spot, Qt::KeyboardModifiers modifiers);
    void mark(const Spot& spot, Qt::KeyboardModifiers modifiers);
    void openRow(const Spot& spot);
    bool zoomByKey(QKeyEvent* event);
    bool actByKey(QKeyEvent* event);
    [[nodiscard]] Spot focusedSpot() const;
    void goAlongWire(Side to);

    std::unique_ptr<CanvasScene> m_scene;
    QPointer<mapping::MappingDraft> m_draft;
    QMetaObject::Connection m_edits; ///< of the draft
    TreePane* m_source = nullptr;
    TreePane* m_target = nullptr;
    WirePane* m_wires = nullptr;
    CanvasHint* m_hint = nullptr;
    CanvasGestures* m_gestures = nullptr;
    CanvasCommands* m_commands = nullptr;
};

} // namespace tieout::gui
