#include "gui/widgets/theme.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

// Widgets are told apart by type and by the dynamic property "kind"; colours are names in braces.
constexpr QStringView kFrame = uR"(
QToolTip { background: {panel}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }
QMainWindow, QDialog, QMessageBox { background: {background}; }
tieout--gui--Card, QFrame[kind="card"] { background: {panel}; border: 1px solid {line}; border-radius: 8px; }
QFrame[kind="soft"] { background: {row}; border: 1px solid {line}; border-radius: 8px; }
QFrame[kind="accent"] { background: {accentSoft}; border: 1px solid {accent}; border-radius: 8px; }
QFrame[kind="nav"] { background: {panel}; border: 0; border-right: 1px solid {line}; }
QFrame[kind="status"] { background: {panel}; border: 0; border-top: 1px solid {line}; }
QFrame[kind="banner-bad"] { background: {badSoft}; border: 1px solid {bad}; border-radius: 8px; }
QFrame[kind="banner-ok"] { background: {okSoft}; border: 1px solid {ok}; border-radius: 8px; }
QFrame[kind="line"] { background: {line}; border: 0; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: 20px; font-weight: 700; }
QLabel[kind="heading"] { font-size: 17px; font-weight: 700; }
QLabel[kind="lead"] { font-size: 16px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="figure"] { font-size: 21px; font-weight: 700; }
QLabel[kind="muted"] { color: {muted}; }
QLabel[kind="small"] { color: {muted}; font-size: 13px; }
QLabel[kind="legend-accent"] { color: {accent}; font-size: 13px; }
QLabel[kind="legend-warn"] { color: {warn}; font-size: 13px; }
QLabel[kind="fx"] { color: {muted}; font-style: italic; font-weight: 700; padding-top: 3px; }
QLabel[kind="caption"] { color: {muted}; font-size: 13px; font-weight: 600; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
)";

constexpr QStringView kButtons = uR"(
QPushButton { background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover { border-color: {muted}; }
QPushButton:pressed { background: {row}; }
QPushButton:disabled { color: {muted}; background: {background}; }
QPushButton:focus { border: 2px solid {accent}; padding: 5px 11px; }
QPushButton[kind="primary"] { background: {accent}; border-color: {accent}; color: {onAccent}; font-weight: 600; }
QPushButton[kind="primary"]:hover { border-color: {text}; }
QPushButton[kind="primary"]:disabled { background: {line}; border-color: {line}; color: {muted}; }
QPushButton[kind="primary"]:focus { border: 2px solid {text}; }
QPushButton[kind="small"], QPushButton[kind="chip"] { padding: 2px 9px; font-size: 13px; }
QPushButton[kind="small"]:focus, QPushButton[kind="chip"]:focus { padding: 1px 8px; }
QPushButton[kind="chip"]:checked { background: {accentSoft}; color: {accent}; border-color: {accent}; font-weight: 600; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: {accent}; padding: 1px 0; text-decoration: underline; text-align: left; }
QPushButton[kind="link"]:focus { border: 1px solid {accent}; }
QPushButton[kind="link"]:disabled { color: {muted}; text-decoration: none; background: transparent; }
QPushButton[kind="back"] { padding: 3px 10px; font-size: 16px; }
QPushButton[kind="back"]:focus { padding: 2px 9px; }
QPushButton[kind="fold"] { background: transparent; border: 1px solid transparent; color: {muted}; padding: 2px 4px; text-align: left; }
QPushButton[kind="fold"]:focus { border: 1px solid {accent}; }
QPushButton[kind="choice"] { text-align: left; padding: 12px 14px; border-radius: 8px; }
QPushButton[kind="choice"]:checked { background: {accentSoft}; border: 2px solid {accent}; padding: 11px 13px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: {row}; }
QToolButton:focus { border: 1px solid {accent}; }
QToolButton[kind="button"] { background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 6px 12px; }
QToolButton[kind="button"]:hover { border-color: {muted}; }
QToolButton[kind="button"]:disabled { color: {muted}; background: {background}; }
QToolButton[kind="button"]:focus { border: 2px solid {accent}; padding: 5px 11px; }
QToolButton[kind="button"][popupMode="1"] { padding-right: 26px; }
QToolButton[kind="button"][popupMode="1"]:focus { padding-right: 25px; }
QToolButton[kind="button"]::menu-button { width: 20px; border: 0; border-left: 1px solid {line}; }
QToolButton[kind="button"]::menu-arrow { image: url(:/tieout/icons/chevron-{mode}.svg); width: 10px; height: 10px; }
QToolButton[kind="button"]::menu-indicator { image: none; width: 0; }
QToolButton[kind="small"] { color: {muted}; font-size: 13px; padding: 1px 4px; }
QToolButton[kind="small"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="toggle"]:checked { background: {accentSoft}; color: {accent}; border-color: {accent}; font-weight: 600; }
)";

constexpr QStringView kFields = uR"(
QLineEdit, QComboBox, QSpinBox, QTimeEdit, QPlainTextEdit { background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 5px 8px; selection-background-color: {accent}; selection-color: {onAccent}; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QTimeEdit:focus, QPlainTextEdit:focus { border: 2px solid {accent}; padding: 4px 7px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QTimeEdit:disabled { color: {muted}; background: {background}; }
QPlainTextEdit[kind="technical"] { font-family: "Noto Sans Mono", Menlo, Consolas, monospace; font-size: 13px; background: {row}; }
QPlainTextEdit[kind="formula"], QPlainTextEdit[kind="formula"]:focus { border: 0; padding: 0; background: transparent; }
QPlainTextEdit[kind="cell"], QPlainTextEdit[kind="cell"]:focus { border: 2px solid {accent}; border-radius: 0; padding: 0; }
QPlainTextEdit[kind="framed-formula"] { padding: 3px 6px; }
QPlainTextEdit[kind="framed-formula"]:focus { padding: 2px 5px; }
QLineEdit[kind="search"] { padding: 3px 8px; font-size: 13px; }
QLineEdit[kind="search"]:focus { padding: 2px 7px; }
QTextBrowser[kind="paper"] { background: #ffffff; color: #111111; border: 1px solid {line}; border-radius: 8px; padding: 12px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(:/tieout/icons/chevron-{mode}.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: {panel}; color: {text}; border: 1px solid {line}; selection-background-color: {accentSoft}; selection-color: {text}; outline: 0; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: 0; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 4px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid {accent}; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid {muted}; border-radius: 4px; background: {panel}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/tieout/icons/tick-{mode}.svg); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 8px; background: {panel}; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid {accent}; background: {panel}; }
QRadioButton:disabled { color: {muted}; }
QProgressBar { background: {line}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
)";

constexpr QStringView kLists = uR"(
QTableView, QListView { background: {panel}; border: 0; outline: 0; selection-background-color: {selection}; selection-color: {text}; }
QTableView[kind="framed"], QListView[kind="framed"] { border: 1px solid {line}; border-radius: 8px; }
QListView::item { padding: 5px 8px; border-radius: 4px; }
QListView::item:selected { background: {accentSoft}; color: {text}; }
QHeaderView { background: {row}; border: 0; border-top-left-radius: 7px; border-top-right-radius: 7px; }
QHeaderView::section { background: transparent; color: {muted}; font-size: 13px; font-weight: 600; border: 0; border-bottom: 1px solid {line}; padding: 7px 12px; }
QTableCornerButton::section { background: {row}; border: 0; }
QMenu { background: {panel}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: {accentSoft}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: {line}; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: 0; width: 0; height: 0; }
)";

} // namespace

QString styleSheetOf(Look look)
{
    const Tokens& t = tokens(look);
    const std::pair<QString, QColor> colours[] = {{u"{background}"_s, t.background},
                                                  {u"{panel}"_s, t.panel},
                                                  {u"{line}"_s, t.line},
                                                  {u"{text}"_s, t.text},
                                                  {u"{muted}"_s, t.muted},
                                                  {u"{accent}"_s, t.accent},
                                                  {u"{accentSoft}"_s, t.accentSoft},
                                                  {u"{onAccent}"_s, t.onAccent},
                                                  {u"{ok}"_s, t.ok},
                                                  {u"{okSoft}"_s, t.okSoft},
                                                  {u"{warn}"_s, t.warn},
                                                  {u"{warnSoft}"_s, t.warnSoft},
                                                  {u"{bad}"_s, t.bad},
                                                  {u"{badSoft}"_s, t.badSoft},
                                                  {u"{row}"_s, t.row},
                                                  {u"{selection}"_s, t.selection}};
    QString sheet;
    for (const QStringView part : {kFrame, kButtons, kFields, kLists})
        sheet += part;
    for (const auto& [name, colour] : colours)
        sheet.replace(name, colour.name());
    sheet.replace(u"{mode}"_s, look == Look::Light ? u"dark"_s : u"light"_s);
    return sheet;
}

} // namespace tieout::gui
