#include "gui/connections/fielddelegate.h"

#include "gui/connections/entrytext.h"
#include "gui/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

constexpr int kRowHeight = 32;

model::FieldType typeOf(const QModelIndex& index)
{
    return model::FieldType(index.siblingAtColumn(NameColumn).data(FieldKindRole).toInt());
}

bool isBoolean(const QModelIndex& index)
{
    return typeOf(index) == model::FieldType::Boolean;
}

/// A choice in words; the value itself is what is written.
QString wordOf(const QModelIndex& index, const QString& value)
{
    if (value.isEmpty()) return value;
    if (isBoolean(index)) return value == "true"_L1 ? FieldDelegate::tr("Yes") : FieldDelegate::tr("No");
    return valueText(index.siblingAtColumn(NameColumn).data(FieldNameRole).toString(), model::Value(value),
                     QLocale());
}

} // namespace

QString hintOf(const model::Field& field, const QLocale& locale)
{
    const QString day = shownEntry(model::FieldType::Date, u"2026-11-21"_s, locale);
    switch (field.type) {
    case model::FieldType::Date:
        return FieldDelegate::tr("Date, like %1").arg(day);
    case model::FieldType::Instant:
        return FieldDelegate::tr("Date and time, like %1 09:00, in your own time zone").arg(day);
    case model::FieldType::Money:
        return FieldDelegate::tr("Amount, like %1").arg(shownEntry(field.type, u"1250.00"_s, locale));
    case model::FieldType::Number:
        return FieldDelegate::tr("Number, like %1").arg(shownEntry(field.type, u"12.5"_s, locale));
    default:
        return {};
    }
}

QWidget* FieldDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    Q_UNUSED(option)
    if (index.column() != ValueColumn) return nullptr;
    const QString name = index.siblingAtColumn(NameColumn).data(Qt::DisplayRole).toString();
    const QStringList choices = index.data(ChoicesRole).toStringList();
    if (!choices.isEmpty()) {
        auto* box = new QComboBox(parent);
        box->addItem(QString(), QString());
        for (const QString& choice : choices)
            box->addItem(wordOf(index, choice), choice);
        box->setAccessibleName(name);
        return box;
    }
    auto* line = new QLineEdit(parent);
    line->setPlaceholderText(index.data(HintRole).toString());
    line->setAccessibleName(name);
    return line;
}

void FieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        if (box->findData(value) < 0) box->addItem(value, value); // what is there is kept
        box->setCurrentIndex(box->findData(value));
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(shownEntry(typeOf(index), value, line->locale()));
    }
}

void FieldDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentData().toString(), Qt::EditRole);
    else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
        const model::FieldType type = typeOf(index);
        // Looked at and left: a value is no less exact for it.
        if (line->text() == shownEntry(type, index.data(Qt::EditRole).toString(), line->locale())) return;
        model->setData(index, keptEntry(type, line->text(), line->locale()), Qt::EditRole);
    }
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height(), kRowHeight)};
}

void FieldDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == ValueColumn && !index.data(ChoicesRole).toStringList().isEmpty())
        option->text = wordOf(index, index.data(Qt::EditRole).toString());
    else if (index.column() == ValueColumn)
        option->text = shownEntry(typeOf(index), index.data(Qt::EditRole).toString(), option->locale);
}

} // namespace tieout::gui
