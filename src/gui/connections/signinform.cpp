#include "gui/connections/signinform.h"

#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

using Kind = model::FormField::Kind;

SignInForm::SignInForm(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(10);
}

void SignInForm::show(const QList<model::FormField>& fields, const QHash<QString, QString>& known)
{
    m_renews = !known.isEmpty();
    m_lines.clear();
    m_fold = nullptr;
    clearLayout(m_layout);
    for (const model::FormField& field : fields)
        if (!field.advanced) addLine(field, known.value(field.name), m_layout);
    const bool anyAdvanced = std::any_of(fields.cbegin(), fields.cend(),
                                         [](const model::FormField& field) { return field.advanced; });
    if (anyAdvanced) {
        auto* fold = makeButton(u"link"_s, tr("More settings"));
        auto* folded = new QWidget;
        auto* layout = new QVBoxLayout(folded);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(10);
        for (const model::FormField& field : fields)
            if (field.advanced) addLine(field, known.value(field.name), layout);
        fold->setCheckable(true);
        folded->hide();
        connect(fold, &QPushButton::toggled, folded, &QWidget::setVisible);
        m_fold = fold;
        m_layout->addWidget(fold, 0, Qt::AlignLeft);
        m_layout->addWidget(folded);
    }
    showAsked();
}

void SignInForm::addLine(const model::FormField& field, const QString& known, QVBoxLayout* layout)
{
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    const QString label = translatedLabel(field.label);
    auto* caption = makeLabel(u"small"_s, field.optional ? tr("%1 (optional)").arg(label) : label);
    QWidget* editor = makeEditor(field, known, label);
    caption->setBuddy(editor);
    column->addWidget(caption);
    auto* edit = qobject_cast<QLineEdit*>(editor);
    const bool browses = edit && (field.kind == Kind::File || field.kind == Kind::Folder);
    column->addWidget(browses ? withBrowse(edit, field) : editor);
    if (!field.hint.isEmpty()) column->addWidget(makeParagraph(u"small"_s, translatedLabel(field.hint)));
    layout->addWidget(row);
    m_lines.append({field, row, editor});
}

QWidget* SignInForm::makeEditor(const model::FormField& field, const QString& known, const QString& label)
{
    if (field.kind == Kind::Choice) {
        auto* box = new QComboBox;
        for (const auto& option : field.options)
            box->addItem(translatedLabel(option.label.isEmpty() ? option.value : option.label), option.value);
        box->setCurrentIndex(std::max(0, box->findData(known.isEmpty() ? field.fallback : known)));
        box->setAccessibleName(label);
        connect(box, &QComboBox::currentIndexChanged, this, &SignInForm::showAsked);
        connect(box, &QComboBox::currentIndexChanged, this, &SignInForm::changed);
        return box;
    }
    auto* edit = new QLineEdit;
    edit->setAccessibleName(label);
    edit->setPlaceholderText(field.fallback);
    if (field.kind == Kind::Secret) {
        edit->setEchoMode(QLineEdit::Password);
        if (m_renews) edit->setPlaceholderText(tr("unchanged"));
    } else {
        edit->setText(known);
    }
    connect(edit, &QLineEdit::textChanged, this, &SignInForm::changed);
    return edit;
}

QWidget* SignInForm::withBrowse(QLineEdit* edit, const model::FormField& field)
{
    auto* holder = new QWidget;
    auto* line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    auto* browse = makeButton(u"small"_s, tr("Choose…"));
    browse->setAccessibleName(tr("Choose %1").arg(edit->accessibleName()));
    line->addWidget(edit, 1);
    line->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, [this, edit, kind = field.kind] {
        auto* dialog = new QFileDialog(this, edit->accessibleName(), edit->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(kind == Kind::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return holder;
}

QString SignInForm::textOf(const Line& line)
{
    if (const auto* box = qobject_cast<QComboBox*>(line.editor)) return box->currentData().toString();
    const auto* edit = qobject_cast<QLineEdit*>(line.editor);
    return line.field.kind == Kind::Secret ? edit->text() : edit->text().trimmed();
}

bool SignInForm::isAsked(const Line& line) const
{
    if (line.field.dependsOn.isEmpty()) return true;
    for (const Line& other : m_lines)
        if (other.field.name == line.field.dependsOn)
            return line.field.dependsValues.contains(textOf(other)) && isAsked(other);
    return true;
}

void SignInForm::showAsked()
{
    for (const Line& line : m_lines)
        line.row->setVisible(isAsked(line));
}

void SignInForm::reveal(const QString& name)
{
    for (const Line& line : m_lines) {
        if (line.field.name != name || !isAsked(line)) continue;
        if (line.field.advanced && m_fold) m_fold->setChecked(true);
        line.editor->setFocus(Qt::OtherFocusReason);
        QWidget* above = parentWidget();
        while (above && !qobject_cast<QScrollArea*>(above))
            above = above->parentWidget();
        if (auto* scroll = qobject_cast<QScrollArea*>(above)) scroll->ensureWidgetVisible(line.editor);
        return;
    }
}

QHash<QString, QString> SignInForm::settings() const
{
    QHash<QString, QString> settings;
    for (const Line& line : m_lines)
        if (line.field.kind != Kind::Secret && isAsked(line) && !textOf(line).isEmpty())
            settings.insert(line.field.name, textOf(line));
    return settings;
}

QHash<QString, QString> SignInForm::secrets() const
{
    QHash<QString, QString> secrets;
    for (const Line& line : m_lines)
        if (line.field.kind == Kind::Secret && isAsked(line) && !textOf(line).isEmpty())
            secrets.insert(line.field.name, textOf(line));
    return secrets;
}

QString SignInForm::firstMissing()
{
    for (const Line& line : m_lines) {
        const bool kept = m_renews && line.field.kind == Kind::Secret;
        const bool needed = isAsked(line) && !line.field.optional && line.field.fallback.isEmpty() && !kept;
        if (!needed || !textOf(line).isEmpty()) continue;
        line.editor->setFocus();
        return translatedLabel(line.field.label);
    }
    return {};
}

} // namespace tieout::gui
