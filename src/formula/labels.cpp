#include "formula/display.h"

#include "formula/fieldpath.h"
#include "formula/nearest.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Field;

namespace {

constexpr QChar kArrow = u'›';

bool sameWords(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Is this name or label taken by another of the siblings?
bool taken(const QString& words, const Field& owner, const QList<Field>& siblings)
{
    return std::any_of(siblings.begin(), siblings.end(), [&](const Field& other) {
        return &other != &owner && other.name != owner.name &&
               (sameWords(other.label.simplified(), words) || sameWords(other.name, words));
    });
}

/// Signs that would end the name or begin another are preceded by '.
QString escaped(const QString& name)
{
    QString text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool sign = c == u'[' || c == u']' || c == kArrow || (i == 0 && (c == u'.' || c == u'#'));
        const bool mark = c == u'\'' && (i + 1 == name.size() || isFieldSign(name[i + 1]));
        if (sign || mark) text += u'\'';
        text += c;
    }
    return text;
}

/// The parts between arrows as they are written; one blank on each side belongs to the arrow.
QStringList displayedParts(QStringView inside)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (inside[i] == u'\'' && i + 1 < inside.size() && isFieldSign(inside[i + 1])) {
            parts.last() += inside.mid(i++, 2);
        } else if (inside[i] == kArrow) {
            if (parts.last().endsWith(u' ')) parts.last().chop(1);
            parts.append(QString());
            if (i + 1 < inside.size() && inside[i + 1] == u' ') ++i;
        } else {
            parts.last() += inside[i];
        }
    }
    return parts;
}

/// A part without its marks.
QString unescaped(const QString& part)
{
    QString words;
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] == u'\'' && i + 1 < part.size() && isFieldSign(part[i + 1])) ++i;
        words += part[i];
    }
    return words;
}

/// A name as it stands in the stored form: all its signs marked.
QString escapedFully(const QString& name)
{
    return fieldPathText({FieldPath::What::Field, 0, {name}});
}

const Field* onlyOne(const QList<Field>& fields, const std::function<bool(const Field&)>& fits)
{
    const Field* found = nullptr;
    for (const Field& field : fields) {
        if (!fits(field)) continue;
        if (found) return nullptr;
        found = &field;
    }
    return found;
}

/// The field that these words mean: its name on screen first, then its API name, then either in another case.
const Field* meant(const QString& words, const QList<Field>& fields)
{
    // Looking for a name on screen goes through all siblings, so only those that may be it are asked.
    const auto shown = [&](const Field& field) {
        const QString label = field.label.simplified();
        const bool near =
            label.isEmpty() || words.startsWith(label, Qt::CaseInsensitive) || sameWords(field.name, words);
        return near ? displayedName(field, fields) : QString();
    };
    for (const Field& field : fields) {
        if (shown(field) == words) return &field;
    }
    for (const Field& field : fields) {
        if (field.name == words) return &field;
    }
    if (const Field* field = onlyOne(fields, [&](const Field& f) { return sameWords(shown(f), words); }))
        return field;
    return onlyOne(fields, [&](const Field& f) { return sameWords(f.name, words); });
}

const CheckScope* scopeOut(const CheckScope& scope, int up)
{
    const CheckScope* out = &scope;
    for (int i = 0; i < up && out; ++i)
        out = out->outer;
    return out;
}

/// A part that no field shows, read in API manner: "Account.Name". Empty when it is not several names.
QStringList apiNames(const QString& part)
{
    const auto path = fieldPathFromText(part);
    const bool several =
        path && path->what == FieldPath::What::Field && path->up == 0 && path->names.size() > 1;
    return several ? path->names : QStringList();
}

} // namespace

QString displayedName(const Field& field, const QList<Field>& siblings)
{
    const QString label = field.label.simplified();
    if (label.isEmpty()) return field.name;
    if (!taken(label, field, siblings)) return label;
    const QString both = label + u" ("_s + field.name + u')';
    return taken(both, field, siblings) ? field.name : both;
}

QString displayedPath(const FieldPath& path, const CheckScope& scope)
{
    if (path.what != FieldPath::What::Field) return fieldPathText(path);
    const CheckScope* reached = scopeOut(scope, path.up);
    const QList<Field>* fields = reached ? reached->fields : nullptr;
    QStringList parts;
    for (const QString& name : path.names) {
        const Field* field =
            fields ? onlyOne(*fields, [&](const Field& f) { return f.name == name; }) : nullptr;
        parts.append(field ? escaped(displayedName(*field, *fields)) : escapedFully(name));
        fields = field ? &field->fields : nullptr;
    }
    return QString(path.up * 2, u'.') + parts.join(u" › "_s);
}

std::optional<ResolvedPath> resolveDisplayedPath(QStringView inside, const CheckScope& scope)
{
    ResolvedPath resolved;
    QStringView rest = inside.trimmed();
    while (rest.startsWith(QStringView(u".."))) {
        rest = rest.mid(2);
        ++resolved.path.up;
    }
    if (rest == u"#" || rest == u"." || (rest.isEmpty() && resolved.path.up > 0)) {
        resolved.path.what = rest == u"#" ? FieldPath::What::LineNumber : FieldPath::What::Self;
        return resolved;
    }
    const CheckScope* reached = scopeOut(scope, resolved.path.up);
    const QList<Field>* fields = reached ? reached->fields : nullptr;
    QStringList open = displayedParts(rest);
    while (!open.isEmpty()) {
        const QString part = open.takeFirst();
        const QString words = unescaped(part);
        if (words.isEmpty()) return std::nullopt;
        const Field* field = fields ? meant(words.simplified(), *fields) : nullptr;
        const QStringList names = field ? QStringList() : apiNames(part);
        if (!names.isEmpty()) {
            QStringList inner;
            for (const QString& name : names)
                inner.append(escapedFully(name));
            open = inner + open;
            continue;
        }
        if (!field && fields && !fields->isEmpty() && resolved.unknown < 0) {
            resolved.unknown = int(resolved.path.names.size());
            QStringList known;
            for (const Field& candidate : *fields)
                known.append(candidate.label.isEmpty() ? candidate.name : candidate.label.simplified());
            resolved.nearest = nearestName(words, known);
        }
        resolved.path.names.append(field ? field->name : words);
        fields = field ? &field->fields : nullptr;
    }
    return resolved;
}

} // namespace tieout::formula
