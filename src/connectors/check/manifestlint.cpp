#include "connectors/check/manifestlint.h"

#include "connectors/rest/reading/answerpath.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using Level = Finding::Level;

namespace {

bool covers(const QList<int>& wide, const QList<int>& narrow)
{
    if (wide.isEmpty()) return true;
    if (narrow.isEmpty()) return false;
    return std::all_of(narrow.begin(), narrow.end(), [&](int status) { return wide.contains(status); });
}

bool covers(const QStringList& wide, const QStringList& narrow)
{
    if (wide.isEmpty()) return true;
    if (narrow.isEmpty()) return false;
    return std::all_of(narrow.begin(), narrow.end(),
                       [&](const QString& code) { return wide.contains(code); });
}

/// True when everything that fits `later` fits `earlier` before it.
bool shadows(const ErrorRule& earlier, const ErrorRule& later)
{
    using Scope = ErrorRule::Scope;
    if ((earlier.scope == Scope::Row) != (later.scope == Scope::Row)) return false;
    if (earlier.scope == Scope::Elements && later.scope != Scope::Elements) return false;
    const bool sameText = earlier.text.pattern().isEmpty() || earlier.text.pattern() == later.text.pattern();
    const bool sameHeader =
        earlier.header.isEmpty() ||
        (earlier.header == later.header && (earlier.headerText.pattern().isEmpty() ||
                                            earlier.headerText.pattern() == later.headerText.pattern()));
    const bool sameCall = earlier.on == CallKind::Any || earlier.on == later.on;
    return sameText && sameHeader && sameCall && covers(earlier.statuses, later.statuses) &&
           covers(earlier.codes, later.codes);
}

bool isBoundedMatch(const QString& url)
{
    return url.startsWith(u"https://") || url.startsWith(u'{');
}

/// Lives on the stack of lintOf.
class Lint final
{
  public:
    explicit Lint(const Manifest& manifest)
        : m_manifest(manifest)
    {
    }

    QList<Finding> run()
    {
        settings();
        errors();
        if (m_manifest.limits.isEmpty())
            say(Level::Missing, u"$.limits"_s,
                u"no limits are given: the system will turn calls away when there are many"_s);
        for (const ObjectSpec& object : m_manifest.objects)
            one(object);
        fixtures();
        for (const ReasonSpec& reason : m_manifest.reasons) {
            for (const QString& object : reason.objects) {
                if (!m_used.contains(reason.advice + u' ' + object))
                    say(Level::Advice, u"$.because"_s,
                        u"nothing is advised about \"%1\" of %2"_s.arg(reason.advice, object));
            }
        }
        return m_findings;
    }

  private:
    void say(Level level, const QString& path, const QString& text)
    {
        m_findings.append({level, path, {}, text});
    }

    /// Advice that a written reason of the manifest answers.
    void advise(const QString& about, const ObjectSpec& object, const QString& path, const QString& text)
    {
        const bool isAnswered =
            std::any_of(m_manifest.reasons.begin(), m_manifest.reasons.end(), [&](const ReasonSpec& reason) {
                return reason.advice == about && reason.objects.contains(object.name);
            });
        if (isAnswered)
            m_used.insert(about + u' ' + object.name);
        else
            say(Level::Advice, path, text);
    }

    void settings()
    {
        static const QRegularExpression secret(u"secret|password|token|api.?key|application.?key"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        for (qsizetype i = 0; i < m_manifest.settings.size(); ++i) {
            const SettingSpec& setting = m_manifest.settings.at(i);
            const QString path = u"$.settings[%1]"_s.arg(i);
            const bool isSecret = setting.kind == SettingSpec::Kind::Secret;
            if (!isSecret && secret.match(setting.name).hasMatch())
                say(Level::Missing, path,
                    u"\"%1\" sounds like a secret: kind \"secret\" keeps it in the keychain"_s.arg(
                        setting.name));
            if (isSecret && !setting.fallback.isEmpty())
                say(Level::Fault, path, u"a secret has no default"_s);
            if (setting.kind == SettingSpec::Kind::Address && setting.fallback.startsWith(u"http://"))
                say(Level::Missing, path, u"keys and ledger data would travel in the open: use https"_s);
        }
    }

    void errors()
    {
        const QList<ErrorRule>& rules = m_manifest.errors;
        bool tellsSignIn = false;
        for (qsizetype i = 0; i < rules.size(); ++i) {
            tellsSignIn = tellsSignIn || rules.at(i).kind == ErrorKind::NeedsLogin;
            for (qsizetype earlier = 0; earlier < i; ++earlier) {
                if (!shadows(rules.at(earlier), rules.at(i))) continue;
                say(Level::Missing, u"$.errors[%1]"_s.arg(i),
                    u"this rule is never reached: rule %1 (%2) fits everything that it fits"_s
                        .arg(earlier + 1)
                        .arg(rules.at(earlier).code));
                break;
            }
        }
        const bool asksSignIn = m_manifest.auth.kind != AuthSpec::Kind::None;
        if (asksSignIn && !tellsSignIn)
            say(Level::Advice, u"$.errors"_s,
                u"no rule of kind needs-login: only the status 401 tells that the sign-in is over"_s);
        if (m_manifest.errorBody.messages.isEmpty())
            say(Level::Missing, u"$.errorBody"_s,
                u"no member holds a message: people see the system's answers as raw text"_s);
    }

    void one(const ObjectSpec& object)
    {
        const QString path = u"$.objects."_s + object.name;
        if (object.read) read(object, *object.read, path + u".read"_s);
        if (!object.read && object.writes.isEmpty() && object.actions.isEmpty())
            say(Level::Missing, path, u"%1 can be neither read nor written"_s.arg(object.label));
        constexpr std::pair<Operation, QStringView> kNames[] = {{Operation::Create, u"create"},
                                                                {Operation::Update, u"update"},
                                                                {Operation::Upsert, u"upsert"},
                                                                {Operation::Delete, u"delete"}};
        for (const auto& [operation, name] : kNames) {
            const auto write = object.writes.constFind(operation);
            if (write != object.writes.cend())
                this->write(object, operation, *write, path + u".write."_s + name.toString());
        }
        if (object.writes.contains(Operation::Update) && object.version.field.isEmpty())
            say(Level::Missing, path,
                u"no version: what other people change between two runs may be overwritten unseen"_s);
        if (object.link.isEmpty() && object.read && object.read->per.object.isEmpty())
            advise(u"link"_s, object, path, u"no link opens a record in the system's own site"_s);
        const AuthSpec& auth = m_manifest.auth;
        for (const QString& what :
             {object.read ? u"read"_s : QString(), object.writes.isEmpty() ? QString() : u"write"_s}) {
            const QString operation = object.name + u'.' + what;
            if (!what.isEmpty() && !auth.scopesByOperation.isEmpty() &&
                !auth.scopesByOperation.contains(operation))
                say(Level::Missing, u"$.auth.scopes.operations"_s,
                    u"no scope for \"%1\": the sign-in will not ask for this permission"_s.arg(operation));
            for (const QString& scope : auth.scopesByOperation.value(operation))
                if (!auth.scopeWords.contains(scope))
                    say(Level::Missing, u"$.auth.scopes.words"_s,
                        u"no words for \"%1\": a person cannot see what is asked"_s.arg(scope));
        }
    }

    void read(const ObjectSpec& object, const ReadSpec& spec, const QString& path)
    {
        const QString fault = answerPathFault(spec.records);
        if (!fault.isEmpty()) say(Level::Fault, path + u".records"_s, fault);
        if (!isBoundedMatch(spec.request.url))
            say(Level::Missing, path + u".request.url"_s,
                u"the address does not begin with a setting: the practice company cannot take its place"_s);
        if (!spec.isRecord && spec.cursor.field.isEmpty() && !spec.per.isSet())
            advise(u"cursor"_s, object, path, u"no cursor: each run reads all %1"_s.arg(object.labelPlural));
        if (!spec.cursor.field.isEmpty() && spec.cursor.overlap == 0)
            advise(u"overlap"_s, object, path + u".cursor"_s,
                   u"no overlap: a record saved while a page was made may be missed"_s);
        const CursorSpec& cursor = spec.cursor;
        const bool isSent = !cursor.header.isEmpty() || !cursor.put.isEmpty() ||
                            spec.select == ReadSpec::Select::Soql || mentionsSince(spec.request);
        if (!cursor.field.isEmpty() && !isSent)
            say(Level::Missing, path + u".cursor"_s,
                u"the cursor is nowhere in the request: header, put or {since} is missing"_s);
        if (spec.deletes.strategy == DeletesSpec::Strategy::None && !spec.isRecord)
            advise(u"deletes"_s, object, path, u"no deletes: records deleted there stay here"_s);
        const FindSpec& find = spec.find;
        if (object.canFind() && object.identity.externalKey.isEmpty())
            say(Level::Fault, path + u".find"_s, u"there is no identity.externalKey to find by"_s);
        if (find.strategy == FindSpec::Strategy::Where && find.quote == Quoting::None &&
            find.search.isEmpty())
            say(Level::Missing, path + u".find"_s,
                u"a key with a quote in it breaks the filter: say how quotes are written"_s);
        if (spec.request.verb != net::Verb::Get && spec.request.body.isNull())
            say(Level::Fault, path + u".request"_s,
                u"a read by %1 needs a body"_s.arg(QString::fromLatin1(net::verbName(spec.request.verb))));
    }

    [[nodiscard]] static bool mentionsSince(const RequestSpec& request)
    {
        const Pairs all = request.query + request.headers + request.bodyValues;
        return std::any_of(all.begin(), all.end(),
                           [](const auto& pair) { return pair.second.contains(u"{since}"); });
    }

    void write(const ObjectSpec& object, Operation operation, const WriteSpec& spec, const QString& path)
    {
        using Mode = WriteSpec::Idempotency;
        if (!spec.request.body.isNull())
            say(Level::Fault, path + u".request.body"_s, u"the body of a write stands under \"body\""_s);
        const QString fault = answerPathFault(spec.result.rows);
        if (!fault.isEmpty()) say(Level::Fault, path + u".result.rows"_s, fault);
        if (operation == Operation::Create) {
            if (spec.idempotency == Mode::None && !spec.lookupBefore)
                say(Level::Missing, path,
                    u"a create whose answer is lost and that is sent again makes a second record: give an "
                    u"idempotency key or before: lookup"_s);
            if (!object.canFind())
                say(Level::Missing, path,
                    u"an unclear end cannot be looked up: read.find and identity.externalKey are missing"_s);
            if (spec.result.holds == WriteSpec::Holds::Nothing)
                say(Level::Missing, path + u".result"_s,
                    u"the answer does not tell the new record's id: it must be looked up each time"_s);
        }
        const bool judges = spec.result.holds == WriteSpec::Holds::List && spec.rows > 1;
        if (judges && spec.result.statusField.isEmpty() && spec.result.failedFlag.isEmpty() &&
            spec.result.errors.isEmpty())
            say(Level::Missing, path + u".result"_s,
                u"nothing tells a refused row of a batch from a written one"_s);
        if (spec.result.id.isEmpty() && operation == Operation::Create &&
            spec.result.holds != WriteSpec::Holds::Nothing)
            say(Level::Fault, path + u".result.id"_s, u"missing: a create must learn the new id"_s);
    }

    /// What the exchange of a read looks like, whatever the object: its fields are the practice company's
    /// test.
    [[nodiscard]] static QStringList readManner(const ReadSpec& read)
    {
        const auto flag = [](bool is) { return QString::number(int(is)); };
        return {QString::number(int(read.request.verb)),
                QString::number(int(read.page.strategy)),
                read.page.put,
                read.page.done + read.page.more + read.page.next + read.page.total + read.page.pageCount,
                flag(read.isRecord),
                flag(!read.element.isEmpty()),
                flag(!read.nameAs.isEmpty()),
                flag(read.records.contains(u'[')),
                read.cursor.header,
                flag(read.cursor.field.isEmpty()),
                flag(read.cursor.put.isEmpty()),
                QString::number(int(read.select)),
                flag(read.per.setting.isEmpty()),
                QString::number(int(read.deletes.strategy == DeletesSpec::Strategy::Tombstone))};
    }

    [[nodiscard]] static QStringList makeManner(const WriteSpec& write)
    {
        return {QString::number(int(write.request.verb)),
                QString::number(int(write.body.shape)),
                QString::number(int(write.body.wrap.isEmpty())),
                QString::number(int(write.result.holds)),
                QString::number(int(write.result.match)),
                write.result.errors + write.result.statusField + write.result.failedFlag,
                QString::number(int(write.idempotency)),
                QString::number(int(write.rows > 1))};
    }

    /// True when a fixture plays the operation with an object for which `isLike` holds.
    template<class IsLike>
    [[nodiscard]] bool isPlayed(const QString& operation, IsLike isLike) const
    {
        return std::any_of(m_manifest.fixtures.begin(), m_manifest.fixtures.end(), [&](const auto& fixture) {
            const ObjectSpec* other = m_manifest.object(fixture.object);
            return other && fixture.operation == operation && isLike(*other);
        });
    }

    [[nodiscard]] bool isReadLikeAPlayedOne(const ObjectSpec& object) const
    {
        return isPlayed(u"read"_s, [&](const ObjectSpec& other) {
            return other.read && readManner(*other.read) == readManner(*object.read);
        });
    }

    [[nodiscard]] bool isMadeLikeAPlayedOne(const ObjectSpec& object) const
    {
        const WriteSpec& create = *object.writes.constFind(Operation::Create);
        return isPlayed(u"create"_s, [&](const ObjectSpec& other) {
            const auto made = other.writes.constFind(Operation::Create);
            return made != other.writes.cend() && makeManner(*made) == makeManner(create);
        });
    }

    void fixtures()
    {
        const auto hasAny = [&](const QString& operation) {
            return std::any_of(m_manifest.fixtures.begin(), m_manifest.fixtures.end(),
                               [&](const auto& fixture) { return fixture.operation == operation; });
        };
        for (const ObjectSpec& object : m_manifest.objects) {
            const QString path = u"$.objects."_s + object.name;
            if (object.read && !object.discover && !isReadLikeAPlayedOne(object))
                say(Level::Advice, path + u".read"_s,
                    u"no fixture reads %1, nor an object that is read in the same way"_s.arg(
                        object.labelPlural));
            for (const auto& [operation, name] :
                 {std::pair<Operation, QString>{Operation::Create, u"create-job"_s},
                  {Operation::Update, u"update-job"_s},
                  {Operation::Upsert, u"upsert-job"_s}}) {
                const auto write = object.writes.constFind(operation);
                if (write == object.writes.cend() || !write->job || hasAny(name)) continue;
                say(Level::Missing, path + u".write"_s, u"no fixture plays a job (%1)"_s.arg(name));
            }
            if (object.writes.contains(Operation::Create) && !isMadeLikeAPlayedOne(object))
                say(Level::Advice, path + u".write.create"_s,
                    u"no fixture creates %1, nor an object that is created in the same way"_s.arg(
                        object.labelPlural));
        }
    }

    const Manifest& m_manifest;
    QList<Finding> m_findings;
    QSet<QString> m_used; ///< reasons that answered an advice
};

} // namespace

QList<Finding> lintOf(const Manifest& manifest)
{
    return Lint(manifest).run();
}

} // namespace tieout::connectors
