#pragma once

#include "service/mappingbench.h"

#include <QWidget>

class QPushButton;

namespace tieout::gui {

class ElidedLabel;

/// Chooses the real record that a mapping is tried on: the one before, the next, or by name. Owned by the map
/// editor.
class SamplePicker final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SamplePicker)
  public:
    explicit SamplePicker(QWidget* parent = nullptr);

    void setChoices(QList<service::SampleChoice> choices);
    /// The one that is shown; it joins the choices.
    void setCurrent(const service::SampleChoice& choice);
    void setLoading();
    /// There is none, and why.
    void setNone(const QString& why);
    /// Pixels for the record's name.
    void setNameWidth(int pixels);

  Q_SIGNALS:
    void wanted(const QString& id);

  private:
    void step(int by);
    void chooseByName();
    void showState();

    QList<service::SampleChoice> m_choices;
    int m_current = -1;
    int m_nameWidth = 200;
    QPushButton* m_back;
    QPushButton* m_forward;
    QPushButton* m_name;
};

} // namespace tieout::gui
