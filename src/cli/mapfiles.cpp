#include "cli/mapfiles.h"

#include "cli/inputlines.h"
#include "cli/session.h"
#include "model/flow.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStringDecoder>

namespace tieout::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 64 * 1024 * 1024;

bool isUtf8(const QByteArray& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString read = decoder(text);
    return !decoder.hasError() && !read.contains(QChar(0));
}

/// Why a file is no JSON, and where, as an editor counts: lines and characters from 1.
Error unreadable(const QString& name, const QByteArray& text, const Error& why)
{
    Error error = why;
    error.kind = ErrorKind::BadConfig;
    error.code = !isUtf8(text)                     ? u"mapping.file-encoding"_s
                 : why.code == "json.duplicate"_L1 ? u"mapping.file-twice"_s
                 : why.code == "json.depth"_L1     ? u"mapping.file-depth"_s
                 : why.code == "json.number"_L1    ? u"mapping.file-number"_s
                                                   : u"mapping.file"_s;
    const QByteArray before = text.left(why.facts.value(0).toLongLong());
    const qsizetype line = before.count('\n') + 1;
    const QString start = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1));
    error.facts = {name, QString::number(line), QString::number(start.toUcs4().size() + 1)};
    return error;
}

Result<Json> jsonFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::LocalFault, u"cli.file"_s, file.errorString(), {name});
    if (file.size() > kMostBytes)
        return fail(ErrorKind::LocalFault, u"cli.file"_s, u"the file is too large"_s, {name});
    const QByteArray text = withoutMark(file.readAll());
    auto json = Json::parse(text);
    if (!json) return fail(unreadable(name, text, json.error()));
    return json;
}

tl::unexpected<Error> badSchema(const QString& file, const QString& why)
{
    return fail(ErrorKind::BadConfig, u"mapping.schema-file"_s, why, {file, why});
}

/// Where a field named "Account.Name" belongs; its parents stand before it.
QList<model::Field>& placeOf(QList<model::Field>& top, const QStringList& names)
{
    QList<model::Field>* fields = &top;
    for (qsizetype i = 0; i + 1 < names.size(); ++i) {
        const auto found = std::find_if(fields->begin(), fields->end(),
                                        [&](const model::Field& field) { return field.name == names[i]; });
        if (found == fields->end()) return top;
        fields = &found->fields;
    }
    return *fields;
}

Result<void> addFields(QList<model::Field>& into, const Json& list, const QString& file, int depth)
{
    constexpr int kDeepest = 16;
    for (const Json& json : list.toArray()) {
        model::Field field;
        const QString path = json[u"name"].toText();
        const auto type = model::fieldTypeFromName(json[u"type"].toText(u"text"_s));
        if (path.isEmpty()) return badSchema(file, say("A field in it has no name."));
        if (!type)
            return badSchema(
                file, say("“%1” is of a kind that is not known: “%2”.").arg(path, json[u"type"].toText()));
        const QStringList names = path.split(u'.');
        field.name = names.last();
        field.label = json[u"label"].toText(field.name);
        field.type = *type;
        field.requiredOnCreate = json[u"required"].toBool();
        field.nullable = !field.requiredOnCreate;
        field.readOnly = json[u"readOnly"].toBool();
        field.maxLength = int(json[u"maxLength"].toInteger());
        field.decimals = int(json[u"decimals"].toInteger(-1));
        for (const Json& value : json[u"values"].toArray())
            field.values.append(value.toText());
        if (depth < kDeepest) {
            if (auto added = addFields(field.fields, json[u"fields"], file, depth + 1); !added) return added;
        }
        QList<model::Field>& place = placeOf(into, names);
        if (&place == &into) field.name = path; // a column with a dot in its name
        place.append(std::move(field));
    }
    return {};
}

Result<std::optional<model::ObjectSchema>> schemaFile(const QString& name)
{
    if (name.isEmpty()) return std::nullopt;
    const auto json = jsonFile(name);
    if (!json) return tl::unexpected(json.error());
    const Json& list = json->isArray() ? *json : (*json)[u"fields"];
    if (!list.isArray()) return badSchema(name, say("There is no list of fields in it."));
    model::ObjectSchema schema;
    schema.name = (*json)[u"name"].toText(u"record"_s);
    if (auto added = addFields(schema.fields, list, name, 0); !added) return tl::unexpected(added.error());
    return schema;
}

/// `file` and the table stand before the place in an error.
Result<void> addTable(QList<model::LookupTable>& tables, const Json& json, const QString& file)
{
    auto table = model::lookupFromJson(json);
    if (table) {
        tables.append(std::move(*table));
        return {};
    }
    Error error = table.error();
    QStringList place{file, json[u"name"].toText(), error.facts.value(0)};
    place.removeAll(QString());
    error.facts[0] = place.join(u", "_s);
    return fail(std::move(error));
}

Result<void> addTables(QList<model::LookupTable>& tables, const Json& json, const QString& file)
{
    const Json& list = json.isArray() ? json : json[u"lookups"];
    if (!list.isArray()) return addTable(tables, json, file);
    for (const Json& one : list.toArray()) {
        if (auto added = addTable(tables, one, file); !added) return added;
    }
    return {};
}

Result<void> addTableFiles(QList<model::LookupTable>& tables, const QString& path)
{
    if (path.isEmpty()) return {};
    QStringList files{path};
    if (QFileInfo(path).isDir()) {
        files.clear();
        for (const QString& name : QDir(path).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            files.append(QDir(path).filePath(name));
    }
    for (const QString& file : std::as_const(files)) {
        const auto json = jsonFile(file);
        if (!json) return tl::unexpected(json.error());
        if (auto added = addTables(tables, *json, file); !added) return added;
    }
    return {};
}

} // namespace

Result<MapFiles> readMapFiles(const Invocation& invocation)
{
    MapFiles files;
    const auto json = jsonFile(invocation.arguments.value(1));
    if (!json) return tl::unexpected(json.error());
    const bool within = (*json)[u"mapping"].isObject();
    files.mapping = model::mappingAsFarAsReadable(within ? (*json)[u"mapping"] : *json);
    // Tables given on the command line stand before those of a template.
    if (auto added = addTableFiles(files.lookups, invocation.options.value(u"lookups"_s)); !added)
        return tl::unexpected(added.error());
    if ((*json)[u"lookups"].isArray()) {
        if (auto added = addTables(files.lookups, *json, {}); !added) return tl::unexpected(added.error());
    }
    auto source = schemaFile(invocation.options.value(u"source-schema"_s));
    if (!source) return tl::unexpected(source.error());
    auto target = schemaFile(invocation.options.value(u"target-schema"_s));
    if (!target) return tl::unexpected(target.error());
    files.source = std::move(*source);
    files.target = std::move(*target);
    return files;
}

Result<mapping::RunContext> mapContext(const MapFiles& files, const Invocation& invocation)
{
    mapping::RunContext context;
    context.tables = std::make_shared<const mapping::LookupTables>(files.lookups);
    context.startedAt = instantFromMs(QDateTime::currentMSecsSinceEpoch());
    const auto settings = invocation.options.value(u"set"_s).split(kOptionSeparator, Qt::SkipEmptyParts);
    for (const QString& setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0) {
            const QString what = say("Write NAME=VALUE, not “%1”.").arg(setting);
            return fail(ErrorKind::BadConfig, u"cli.usage"_s, what, {what});
        }
        context.settings.insert(setting.left(equals), model::Value(setting.mid(equals + 1)));
    }
    return context;
}

} // namespace tieout::cli
