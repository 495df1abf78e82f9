#include "connectors/manifestobjects.h"
#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// Finds what only the whole manifest shows. Lives on the stack of checkManifest.
class Checks final
{
  public:
    Checks(const Manifest& manifest, QStringList& faults)
        : m_manifest(manifest)
        , m_faults(faults)
    {
    }

    void run()
    {
        for (const auto& [name, value] : m_manifest.headers)
            text(u"connector.headers."_s + name, value, {u"tenantId"_s, u"shortCode"_s});
        auth(m_manifest.auth, u"auth"_s);
        for (qsizetype i = 0; i < m_manifest.otherAuth.size(); ++i)
            auth(m_manifest.otherAuth.at(i), u"otherAuth[%1]"_s.arg(i));
        jobs();
        for (const ReasonSpec& reason : m_manifest.reasons) {
            for (const QString& name : reason.objects) {
                if (!m_manifest.object(name)) fault(u"because"_s, u"no object \"%1\""_s.arg(name));
            }
        }
        for (const ObjectSpec& object : m_manifest.objects)
            one(object);
    }

  private:
    void fault(const QString& where, const QString& what) { m_faults << u"$."_s + where + u": "_s + what; }

    /// Every variable of a template is a setting that is no secret, or one of `more`.
    void text(const QString& where, const QString& value, const QStringList& more)
    {
        for (const QString& name : templateVariables(value)) {
            const SettingSpec* setting = m_manifest.setting(name);
            const bool isMore = std::any_of(more.begin(), more.end(), [&](const QString& known) {
                return known == name || (known.endsWith(u'.') && name.startsWith(known));
            });
            if (setting && setting->kind == SettingSpec::Kind::Secret)
                fault(where, u"the secret {%1} may stand in auth only"_s.arg(name));
            else if (!setting && !isMore)
                fault(where, u"unknown variable {%1}"_s.arg(name));
        }
    }

    void secretText(const QString& where, const QString& value)
    {
        for (const QString& name : templateVariables(value)) {
            if (!m_manifest.setting(name)) fault(where, u"unknown variable {%1}"_s.arg(name));
        }
    }

    void request(const QString& where, const RequestSpec& spec, const QStringList& more)
    {
        text(where + u".url"_s, spec.url, more);
        for (const auto& [name, value] : spec.query)
            text(where + u".query."_s + name, value, more);
        for (const auto& [name, value] : spec.headers)
            text(where + u".headers."_s + name, value, more);
        for (const auto& [name, value] : spec.bodyValues)
            text(where + u".bodyValues."_s + name, value, more);
    }

    void auth(const AuthSpec& spec, const QString& where)
    {
        text(where + u".authorizeUrl"_s, spec.authorizeUrl, {});
        text(where + u".tokenUrl"_s, spec.tokenUrl, {});
        text(where + u".revokeUrl"_s, spec.revokeUrl, {});
        request(where + u".tenants.request"_s, spec.tenants.request, {u"tenantId"_s});
        request(where + u".tenants.leave.request"_s, spec.tenants.leave, {u"tenantId"_s, u"leaveId"_s});
        for (auto it = spec.tenants.take.cbegin(); it != spec.tenants.take.cend(); ++it)
            text(where + u".tenants.select.take."_s + it.key(), it.value(), {});
        secretText(where + u".user"_s, spec.user);
        secretText(where + u".password"_s, spec.password);
        secretText(where + u".token"_s, spec.token);
        for (const auto& [name, value] : spec.headers)
            secretText(where + u".headers."_s + name, value);
        if (spec.isOAuth() && !m_manifest.setting(u"clientId"))
            fault(where, u"an OAuth sign-in needs a setting \"clientId\""_s);
        if (spec.kind == AuthSpec::Kind::OAuthSecret && !m_manifest.setting(u"clientSecret"))
            fault(where, u"this sign-in needs a secret setting \"clientSecret\""_s);
    }

    void jobs()
    {
        const QStringList place{u"tenantId"_s, u"shortCode"_s, u"job"_s};
        const auto all = [&](const QString& where, std::initializer_list<const RequestSpec*> specs) {
            for (const RequestSpec* spec : specs)
                request(where, *spec, place);
        };
        if (const auto& ingest = m_manifest.jobs.ingest)
            all(QStringLiteral("jobs.ingest"),
                {&ingest->open, &ingest->upload, &ingest->close, &ingest->abort, &ingest->state.request,
                 &ingest->written, &ingest->refused, &ingest->unsent});
        if (const auto& query = m_manifest.jobs.query)
            all(QStringLiteral("jobs.query"), {&query->open, &query->state.request, &query->results});
    }

    void jobOf(const ObjectSpec& object, const WriteSpec& write, const QString& where)
    {
        if (!write.job) return;
        if (!m_manifest.jobs.ingest) fault(where, u"the manifest has no jobs.ingest"_s);
        const bool isKnown =
            write.job->key == object.identity.remoteId || write.job->key == object.identity.externalKey;
        if (!isKnown) fault(where + u".key"_s, u"the remote id or the external key belongs here"_s);
    }

    void one(const ObjectSpec& object)
    {
        const QString where = u"objects."_s + object.name;
        const QStringList place{u"tenantId"_s, u"shortCode"_s};
        if (object.discover)
            request(where + u".discover.request"_s, object.discover->request,
                    place + QStringList{u"object"_s});
        if (object.read) read(object, *object.read, where + u".read"_s, place);
        const QStringList row{u"id"_s, u"ids"_s, u"key"_s, u"version"_s, u"row."_s};
        for (const WriteSpec& write : object.writes) {
            request(where + u".write.request"_s, write.request, place + row);
            jobOf(object, write, where + u".write.job"_s);
        }
        for (const WriteSpec& write : object.actions)
            request(where + u".write.actions.request"_s, write.request, place + row);
        if (object.files) files(*object.files, where + u".files"_s, place);
        text(where + u".link.urlTemplate"_s, object.link, place + QStringList{u"id"_s});
        if (!object.discover) paths(object, where);
    }

    void read(const ObjectSpec& object, const ReadSpec& spec, const QString& where, QStringList place)
    {
        place << u"since"_s << u"now"_s;
        if (!spec.per.object.isEmpty()) place << u"parent."_s;
        if (!spec.per.setting.isEmpty()) place << u"each"_s;
        request(where + u".request"_s, spec.request, place);
        if (spec.one) request(where + u".one.request"_s, spec.one->request, place + QStringList{u"id"_s});
        request(where + u".deletes.request"_s, spec.deletes.request, place);
        text(where + u".cursor.as"_s, spec.cursor.as, {u"since"_s, u"now"_s});
        text(where + u".ids.as"_s, spec.ids.as, {u"ids"_s});
        text(where + u".find.as"_s, spec.find.as, {u"field"_s, u"key"_s});
        if (!spec.per.setting.isEmpty() && !m_manifest.setting(spec.per.setting))
            fault(where + u".per.setting"_s, u"no setting \"%1\""_s.arg(spec.per.setting));
        if (spec.job && (!m_manifest.jobs.query || spec.select != ReadSpec::Select::Soql))
            fault(where + u".job"_s, u"a job needs jobs.query and a select language"_s);
        if (!spec.per.object.isEmpty()) parent(object, spec, where + u".per.object"_s);
        for (const auto& [name, code] : {std::pair<QString, QString>{u"fieldGoneOn"_s, spec.fieldGoneOn},
                                         {u"page.restartOn"_s, spec.page.restartOn}}) {
            if (!code.isEmpty() && !hasCode(code))
                fault(where + u'.' + name, u"no error rule has the code \"%1\""_s.arg(code));
        }
    }

    void files(const FilesSpec& spec, const QString& where, const QStringList& place)
    {
        if (spec.list) request(where + u".list"_s, spec.list->request, place + QStringList{u"id"_s});
        if (spec.fetch) request(where + u".fetch"_s, *spec.fetch, place + QStringList{u"id"_s, u"file"_s});
        if (spec.attach)
            request(where + u".attach"_s, spec.attach->request, place + QStringList{u"id"_s, u"name"_s});
    }

    void parent(const ObjectSpec& object, const ReadSpec& spec, const QString& where)
    {
        const ObjectSpec* at = m_manifest.object(spec.per.object);
        if (!at || !at->read) return fault(where, u"no readable object \"%1\""_s.arg(spec.per.object));
        for (int depth = 0; at && at->read; ++depth) {
            if (at->name == object.name || depth > kDeepestParent)
                return fault(where, u"the parents go round in a circle"_s);
            at = m_manifest.object(at->read->per.object);
        }
    }

    [[nodiscard]] bool hasCode(const QString& code) const
    {
        return std::any_of(m_manifest.errors.begin(), m_manifest.errors.end(),
                           [&](const ErrorRule& rule) { return rule.code == code; });
    }

    /// Paths that a manifest-described object names must be among its fields.
    void paths(const ObjectSpec& object, const QString& where)
    {
        const model::ObjectSchema schema = object.schema();
        const IdentitySpec& identity = object.identity;
        QStringList names{identity.remoteId, identity.number, identity.externalKey, identity.usableField,
                          object.version.field};
        names += identity.compare;
        if (object.read) {
            const ReadSpec& read = *object.read;
            names << read.cursor.field << read.cursor.tie << read.page.key << read.deletes.field
                  << read.nameAs;
            for (const auto& [field, from] : read.inherit + read.per.take)
                names << field;
        }
        for (const auto& rule : identity.match)
            names += rule.fields;
        for (QString name : std::as_const(names)) {
            if (!name.isEmpty() && !schema.find(name.remove(u"[]"_s)))
                fault(where, u"no field \"%1\""_s.arg(name));
        }
    }

    static constexpr int kDeepestParent = 3;
    const Manifest& m_manifest;
    QStringList& m_faults;
};

} // namespace

void checkManifest(const Manifest& manifest, QStringList& faults)
{
    Checks(manifest, faults).run();
}

} // namespace tieout::connectors
