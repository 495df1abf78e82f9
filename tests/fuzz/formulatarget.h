#pragma once

#include "formula/completion.h"
#include "formula/display.h"
#include "formula/evaluator.h"
#include "formula/highlight.h"
#include "formula/parser.h"
#include "formula/print.h"

namespace tieout::fuzz {

inline model::Field formulaField(QString name, QString label, QList<model::Field> parts = {})
{
    model::Field field;
    field.name = std::move(name);
    field.label = std::move(label);
    field.fields = std::move(parts);
    if (!field.fields.isEmpty()) field.type = model::FieldType::List;
    return field;
}

inline const QList<model::Field>& formulaFields()
{
    static const QList<model::Field> kFields{
        formulaField(QStringLiteral("A"), QStringLiteral("Amount [net]")),
        formulaField(QStringLiteral("A__c"), QStringLiteral("Amount [net]")),
        formulaField(QStringLiteral("T"), QStringLiteral("Text")),
        formulaField(QStringLiteral("L"), QStringLiteral("Lines"),
                     {formulaField(QStringLiteral("Q"), QStringLiteral("Quantity"))})};
    return kFields;
}

inline const model::Record& formulaRecord()
{
    static const model::Record kRecord = [] {
        model::Record line(std::make_shared<const model::Shape>(QStringList{QStringLiteral("Q")}));
        line.set(0, model::Value(Decimal(3)));
        model::Record record(std::make_shared<const model::Shape>(
            QStringList{QStringLiteral("A"), QStringLiteral("T"), QStringLiteral("L")}));
        record.set(0, model::Value(Decimal::fromScaled(12345, 2)));
        record.set(1, model::Value(QStringLiteral("Zoë 😀 2026-11-21")));
        record.set(2, model::Value(model::ValueList{model::Value(line), model::Value(line)}));
        return record;
    }();
    return kRecord;
}

inline void holdPlaces(const QList<formula::Finding>& findings, const QString& text)
{
    for (const formula::Finding& finding : findings) {
        if (finding.code.isEmpty()) qFatal("a finding without a code");
        if (finding.at.start < 0 || finding.at.length < 0 || finding.at.end() > text.size())
            qFatal("a place outside the text");
    }
}

/// A readable formula: printed and read again it is the same, the same value or error comes out of it folded
/// and traced, and errors lie inside of the text.
inline void holdFormula(const formula::Ast& ast, const QString& text)
{
    using namespace formula;
    const QString printed = print(ast);
    const auto again = parse(printed);
    if (printed.size() <= kMaxFormulaLength && (!again || !again->sameAs(ast))) qFatal("printed differently");
    const CheckScope scope{&formulaFields(), nullptr};
    holdPlaces(check(ast, scope).findings, text);
    const EmptyContext context;
    Evaluator evaluator(context);
    const Scope record{&formulaRecord()};
    const Outcome outcome = evaluator.evaluate(compile(ast), record);
    if (outcome.fault && (outcome.fault->code.isEmpty() || outcome.fault->at.end() > text.size()))
        qFatal("an error without its place");
    const std::optional<Fault> fault = outcome.fault ? std::optional(*outcome.fault) : std::nullopt;
    const model::Value value = outcome.value;
    QList<TraceStep> steps;
    evaluator.traceInto(&steps);
    const Outcome traced = evaluator.evaluate(compile(ast, Tracing::On), record);
    if (fault ? !traced.fault || !(*traced.fault == *fault) : traced.fault || !(traced.value == value))
        qFatal("tracing changed the value");
}

/// All that a formula bar does with a text at every keystroke.
inline void holdWriting(const QString& text, qint32 cursor)
{
    using namespace formula;
    qint32 end = 0;
    for (const Piece& piece : highlight(text)) {
        if (piece.at.start < end || piece.at.length <= 0) qFatal("pieces overlap");
        end = piece.at.end();
    }
    if (end > text.size()) qFatal("a piece outside the text");
    const DisplayStyle style{notationFor(u','), {&formulaFields(), nullptr}};
    const Translation shown = toDisplay(text, style);
    const Translation back = toStored(shown.text(), style);
    if (shown.forward(cursor) < 0 || shown.forward(cursor) > shown.text().size())
        qFatal("a cursor outside the text");
    const auto meant = parse(text);
    const auto returned = parse(back.text());
    const bool brief = shown.text().size() <= kMaxFormulaLength && back.text().size() <= kMaxFormulaLength;
    // Names that no field has may come back as the field that they are but for case and blanks.
    const auto plain = [](const Ast& ast) { return print(ast).simplified().remove(u' ').toCaseFolded(); };
    if (meant && brief && (!returned || plain(*returned) != plain(*meant)))
        qFatal("display lost the meaning");
    CompletionWorld world;
    world.notation = style.notation;
    world.scope = style.scope;
    const Completion completion = completeAt(shown.text(), cursor, world);
    if (completion.replace.end() > shown.text().size()) qFatal("a completion outside the text");
    static_cast<void>(signatureAt(text, cursor));
    static_cast<void>(parenthesesAt(text, cursor));
}

/// Any text as a formula: read, checked, computed, shown and completed.
inline void readFormula(const char* data, size_t size)
{
    const QString text = QString::fromUtf8(data, qsizetype(size));
    const qint32 cursor = text.isEmpty() ? 0 : qint32(uchar(data[0])) % qint32(text.size());
    const formula::Reading reading = formula::readThrough(text);
    holdPlaces(reading.findings, text);
    const formula::CheckScope scope{&formulaFields(), nullptr};
    holdPlaces(formula::checkReading(reading, scope).findings, text);
    if (reading.findings.isEmpty()) holdFormula(reading.ast, text);
    holdWriting(text, cursor);
}

} // namespace tieout::fuzz
