#pragma once

#include "model/schema.h"

#include <QLocale>
#include <QStyledItemDelegate>

namespace tieout::gui {

/// Where a field of a record keeps its parts in the form's tree.
enum FieldColumn { NameColumn, ValueColumn };
enum FieldRole {
    FieldNameRole = Qt::UserRole + 1, ///< API name
    FieldKindRole,                    ///< int(model::FieldType)
    ListLineRole,                     ///< bool: one line of a list
    ChoicesRole,                      ///< QStringList: the values that are allowed
    HintRole,                         ///< how a value is written
};

/// What a field's value may be, as a hint in its empty editor.
[[nodiscard]] QString hintOf(const model::Field& field, const QLocale& locale);

/// Edits the values of a record: choices from a list, anything else as text with a hint. Dates and times are
/// shown and taken as the reader writes them and kept as ISO. Only the column of values is edited. Part of
/// EntryDialog.
class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace tieout::gui
