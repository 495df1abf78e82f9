#pragma once

#include "model/connectionform.h"

#include <QHash>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tieout::gui {

/// The lines that a connection without a browser page asks for: addresses, keys, a file or a folder. Lines
/// that another answer makes pointless are hidden; rarely needed ones are folded. Part of ConnectSteps.
class SignInForm final : public QWidget
{
    Q_OBJECT
  public:
    explicit SignInForm(QWidget* parent = nullptr);

    /// `known` fills the lines of a connection that signs in again; secrets are never shown again.
    void show(const QList<model::FormField>& fields, const QHash<QString, QString>& known);
    /// What was filled in, without secrets and hidden lines.
    [[nodiscard]] QHash<QString, QString> settings() const;
    [[nodiscard]] QHash<QString, QString> secrets() const;
    /// Label of the first line that must be filled and is not; it gets the focus. Empty: all there.
    [[nodiscard]] QString firstMissing();
    /// Unfolds what hides this line and gives it the focus.
    void reveal(const QString& name);

  Q_SIGNALS:
    void changed();

  private:
    struct Line {
        model::FormField field;
        QWidget* row = nullptr;
        QWidget* editor = nullptr;
    };
    void addLine(const model::FormField& field, const QString& known, QVBoxLayout* layout);
    [[nodiscard]] QWidget* makeEditor(const model::FormField& field, const QString& known,
                                      const QString& label);
    [[nodiscard]] QWidget* withBrowse(QLineEdit* edit, const model::FormField& field);
    [[nodiscard]] static QString textOf(const Line& line);
    [[nodiscard]] bool isAsked(const Line& line) const;
    void showAsked();

    QVBoxLayout* m_layout;
    QPushButton* m_fold = nullptr; ///< shows the folded lines; null when there are none
    QList<Line> m_lines;
    bool m_renews = false; ///< secrets that are left empty stay as they are
};

} // namespace tieout::gui
