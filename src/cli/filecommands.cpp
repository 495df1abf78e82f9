#include "cli/filecommands.h"

#include "cli/output.h"
#include "model/attachedfile.h"
#include "model/errorjson.h"
#include "service/localfile.h"
#include "wording/sentences.h"

namespace tieout::cli {

using namespace Qt::StringLiterals;
using model::AttachedFile;

namespace {

/// What the command line names.
struct RecordPlace {
    QString connection;
    QString object;
    QString record;
};

RecordPlace placeOf(const Session& session)
{
    const auto& words = session.invocation.arguments;
    return {words.value(0), words.value(1), words.value(2)};
}

Json fileJson(const AttachedFile& file)
{
    Json json = Json::object({{u"id"_s, file.id}, {u"name"_s, file.name}});
    if (!file.contentType.isEmpty()) json.set(u"type"_s, file.contentType);
    if (file.bytes >= 0) json.set(u"bytes"_s, file.bytes);
    return json;
}

/// By id, else by name, which must be the name of one only.
Result<AttachedFile> fileNamed(const QList<AttachedFile>& files, const QString& wanted)
{
    QList<AttachedFile> named;
    for (const auto& file : files) {
        if (file.id == wanted) return file;
        if (file.name.compare(wanted, Qt::CaseInsensitive) == 0) named += file;
    }
    if (named.isEmpty())
        return fail(ErrorKind::BadConfig, u"save.no-such-file"_s, u"no file of this name"_s, {wanted});
    if (named.size() > 1)
        return fail(ErrorKind::BadConfig, u"save.several-files"_s, u"several files of this name"_s,
                    {wanted, QString::number(named.size())});
    return named.first();
}

Task<int> list(Session session)
{
    const RecordPlace place = placeOf(session);
    const Result<QList<AttachedFile>> files =
        co_await session.bench.files(place.connection, place.object, place.record);
    if (!files) co_return refuse(files.error(), session);
    Json json = Json::array();
    Table table({say("File"), say("Type"), say("Bytes"), say("Id")}, {2});
    for (const auto& file : *files) {
        json.append(fileJson(file));
        table.add(
            {file.name, file.contentType, file.bytes < 0 ? QString() : QString::number(file.bytes), file.id});
    }
    session.invocation.json ? printJson(json) : print(table.toText());
    co_return kAllGood;
}

Task<int> save(Session session)
{
    const RecordPlace place = placeOf(session);
    const auto& options = session.invocation.options;
    const Result<QList<AttachedFile>> files =
        co_await session.bench.files(place.connection, place.object, place.record);
    if (!files) co_return refuse(files.error(), session);
    const Result<AttachedFile> file = fileNamed(*files, options.value(u"save"_s));
    if (!file) co_return refuse(file.error(), session);
    const auto existing = options.contains(u"replace"_s) ? service::OnDisk::Overwrite : service::OnDisk::Keep;
    const AttachedFile& wanted = *file;
    const QString to = options.value(u"to"_s);
    const Result<QString> saved =
        co_await session.bench.saveFile(place.connection, place.object, place.record, wanted, to, existing);
    if (!saved) co_return refuse(saved.error(), session);
    Json json = fileJson(wanted);
    json.set(u"saved"_s, *saved);
    session.invocation.json ? printJson(json) : print(say("Saved as %1").arg(*saved) + u'\n');
    co_return kAllGood;
}

QString verdictText(const model::FileReport& report)
{
    using How = model::Attached::How;
    const QString name = report.attached.file.name;
    switch (report.attached.how) {
    case How::Added:
        return say("Added as %1").arg(name);
    case How::Replaced:
        return say("Replaced %1").arg(name);
    case How::WasThere:
        break;
    }
    return say("%1 hangs there already, with the same content").arg(name);
}

Json verdictJson(const model::FileReport& report)
{
    static const QStringList kHow{u"added"_s, u"replaced"_s, u"was-there"_s};
    using State = model::RowOutcome::State;
    const bool written = report.outcome.state == State::Written;
    Json json = written ? fileJson(report.attached.file) : Json::object();
    json.set(u"written"_s, written);
    if (written) json.set(u"how"_s, kHow.at(int(report.attached.how)));
    if (report.outcome.state == State::Uncertain) json.set(u"uncertain"_s, true);
    if (!written) json.set(u"error"_s, model::toJson(report.outcome.error));
    if (!written) json.set(u"message"_s, wording::sentenceFor(report.outcome.error).what);
    json.set(u"run"_s, report.run.id);
    return json;
}

QString refusalText(const model::RowOutcome& outcome)
{
    QStringList lines{outcome.state == model::RowOutcome::State::Uncertain
                          ? say("Not known; look in the system before adding it again")
                          : say("Not added")};
    const auto sentence = wording::sentenceFor(outcome.error);
    for (const auto& part : {sentence.what, sentence.why, sentence.fix})
        if (!part.isEmpty()) lines += u"   "_s + part;
    return lines.join(u'\n');
}

Task<int> add(Session session)
{
    const RecordPlace place = placeOf(session);
    const auto& options = session.invocation.options;
    model::FileEntry entry;
    entry.object = place.object;
    entry.record = place.record;
    entry.title = place.record;
    if (options.contains(u"replace"_s)) entry.sameName = model::SameName::Replace;
    const QString path = options.value(u"add"_s);
    const Result<model::FileReport> report = co_await session.bench.addFile(place.connection, entry, path);
    if (!report) co_return refuse(report.error(), session);
    const bool written = report->outcome.state == model::RowOutcome::State::Written;
    if (session.invocation.json)
        printJson(verdictJson(*report));
    else
        print((written ? verdictText(*report) : refusalText(report->outcome)) + u'\n');
    if (report->run.fault) co_return refuse(*report->run.fault, session);
    co_return written ? int(kAllGood) : int(kRecordsNeedAttention);
}

} // namespace

Task<int> recordFiles(Session session)
{
    const auto& options = session.invocation.options;
    const bool saves = options.contains(u"save"_s), adds = options.contains(u"add"_s);
    if ((saves && adds) || saves != options.contains(u"to"_s))
        co_return refuseWords(
            say("Files: tieoutctl files CONNECTION OBJECT ID [--save NAME --to PLACE | --add FILE]"));
    int code = kAllGood;
    if (saves)
        code = co_await save(session);
    else if (adds)
        code = co_await add(session);
    else
        code = co_await list(session);
    co_return code;
}

} // namespace tieout::cli
