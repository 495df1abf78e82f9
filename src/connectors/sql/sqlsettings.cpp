#include "connectors/sql/sqlsettings.h"

#include "connectors/sql/sqlform.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

using Texts = QHash<QString, QString>;

constexpr qsizetype kLongestSetting = 4000;

QString labelOf(const QString& name)
{
    const QList<model::FormField> form = sqlForm();
    for (const model::FormField& field : form)
        if (field.name == name) return field.label;
    return name;
}

tl::unexpected<Error> missing(const QString& name)
{
    return fail(ErrorKind::BadConfig, u"sql.setting-missing"_s, u"empty setting "_s + name, {labelOf(name)});
}

tl::unexpected<Error> wrong(const QString& name, const QString& value)
{
    return fail(ErrorKind::BadConfig, u"sql.setting"_s, u"setting "_s + name,
                {labelOf(name), value.left(80)});
}

template<class Number>
Result<Number> numberOf(const Texts& texts, const QString& name, Number fallback, Number least, Number most)
{
    const QString text = texts.value(name).trimmed();
    if (text.isEmpty()) return fallback;
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < qint64(least) || value > qint64(most)) return wrong(name, text);
    return Number(value);
}

template<class Enum>
Result<Enum> wordOf(const Texts& texts, const QString& name, const QHash<QString, Enum>& words, Enum fallback)
{
    const QString text = texts.value(name).trimmed();
    if (text.isEmpty()) return fallback;
    const auto known = words.constFind(text);
    if (known == words.cend()) return wrong(name, text);
    return *known;
}

Result<void> readLimits(const Texts& texts, SqlSettings& settings)
{
    const auto connect = numberOf<int>(texts, u"connectSeconds"_s, 15, 1, 300);
    if (!connect) return fail(connect.error());
    const auto query = numberOf<int>(texts, u"querySeconds"_s, 60, 1, 3600);
    if (!query) return fail(query.error());
    const auto lock = numberOf<int>(texts, u"lockSeconds"_s, 10, 1, 600);
    if (!lock) return fail(lock.error());
    const auto overlap = numberOf<qint64>(texts, u"overlap"_s, 300, 0, 31'536'000);
    if (!overlap) return fail(overlap.error());
    const auto page = numberOf<int>(texts, u"pageRows"_s, 1000, 1, 20'000);
    if (!page) return fail(page.error());
    const auto batch = numberOf<int>(texts, u"batchRows"_s, 1000, 1, 10'000);
    if (!batch) return fail(batch.error());
    settings.connectLimit = std::chrono::seconds(*connect);
    settings.queryLimit = std::chrono::seconds(*query);
    settings.lockLimit = std::chrono::seconds(*lock);
    settings.overlap = *overlap;
    settings.pageRows = *page;
    settings.batchRows = *batch;
    return {};
}

Result<void> readTables(const Texts& texts, SqlSettings& settings)
{
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        if (!it.key().startsWith(u"table."_s)) continue;
        const qsizetype dot = it.key().lastIndexOf(u'.');
        if (dot <= 6) continue;
        TableChoice& choice = settings.tables[it.key().mid(6, dot - 6)];
        const QString what = it.key().mid(dot + 1);
        if (what == u"key")
            choice.key = it.value().split(u'\n', Qt::SkipEmptyParts);
        else if (what == u"change")
            choice.change = it.value();
        else if (what == u"externalKey")
            choice.externalKey = it.value();
        else if (what == u"onExisting" && it.value() == u"update")
            choice.onExisting = OnExisting::Update;
        else if (what == u"onExisting" && !it.value().isEmpty() && it.value() != u"refuse")
            return wrong(it.key(), it.value());
    }
    return {};
}

/// Driver options are lists with semicolons: a value must not be able to add one of its own.
Result<void> checkTexts(const Texts& texts)
{
    static const QRegularExpression password(u"(?:^|;)\\s*(?:pwd|password)\\s*="_s,
                                             QRegularExpression::CaseInsensitiveOption);
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        const bool list = it.key() == u"connectionString";
        if (it.value().size() > kLongestSetting) return wrong(it.key(), it.value());
        for (const QChar c : it.value()) {
            const bool table = it.key().startsWith(u"table."_s);
            if (c.isNull() || (c.unicode() < 0x20 && !table)) return wrong(it.key(), it.value());
        }
        if (list && password.match(it.value()).hasMatch())
            return fail(ErrorKind::BadConfig, u"sql.password-in-settings"_s, u"password in the clear"_s,
                        {labelOf(it.key())});
    }
    static const QRegularExpression unsafe(u"[;'\"{}=\\\\]"_s);
    static const QRegularExpression unsafeFile(u"[;'\"]"_s);
    for (const QString& name : {u"host"_s, u"odbcDriver"_s, u"odbcSource"_s}) {
        if (texts.value(name).contains(unsafe)) return wrong(name, texts.value(name));
    }
    if (texts.value(u"certificate"_s).contains(unsafeFile))
        return wrong(u"certificate"_s, texts.value(u"certificate"_s));
    return {};
}

Result<void> checkPlace(const SqlSettings& settings)
{
    // The driver encrypts but has no switch for checking whom it talks to: better no promise than a false
    // one.
    if (settings.kind == SqlKind::MySql && settings.tls == SqlTls::Verify)
        return fail(ErrorKind::BadConfig, u"sql.tls-unchecked"_s, u"no certificate check with MySQL"_s,
                    {labelOf(u"tls"_s)});
    switch (settings.kind) {
    case SqlKind::Postgres:
    case SqlKind::MySql:
        if (settings.host.isEmpty()) return missing(u"host"_s);
        if (settings.database.isEmpty()) return missing(u"database"_s);
        if (settings.user.isEmpty()) return missing(u"user"_s);
        return {};
    case SqlKind::Sqlite:
        if (settings.file.isEmpty()) return missing(u"file"_s);
        return {};
    case SqlKind::Odbc:
        if (settings.odbcDriver.isEmpty() && settings.odbcSource.isEmpty() &&
            settings.connectionString.isEmpty())
            return missing(u"odbcSource"_s);
        return {};
    }
    return {};
}

} // namespace

bool SqlSettings::local() const
{
    const QString name = host.toLower();
    return kind == SqlKind::Sqlite || name.startsWith(u'/') || name == u"localhost" || name == u"::1" ||
           name.startsWith(u"127."_s);
}

bool SqlSettings::encrypted() const
{
    if (kind == SqlKind::Sqlite || host.startsWith(u'/')) return false;
    if (tls == SqlTls::Automatic) return kind != SqlKind::Odbc && !local();
    return tls != SqlTls::Off;
}

QString tableSetting(const QString& object, const QString& choice)
{
    return u"table."_s + object + u'.' + choice;
}

Result<SqlSettings> sqlSettings(const model::Connection& connection)
{
    const Texts& texts = connection.settings;
    SqlSettings settings;
    if (auto safe = checkTexts(texts); !safe) return fail(safe.error());
    const auto kind = wordOf<SqlKind>(texts, u"kind"_s,
                                      {{u"postgresql"_s, SqlKind::Postgres},
                                       {u"mysql"_s, SqlKind::MySql},
                                       {u"sqlite"_s, SqlKind::Sqlite},
                                       {u"odbc"_s, SqlKind::Odbc}},
                                      SqlKind::Postgres);
    if (!kind) return fail(kind.error());
    const auto tls = wordOf<SqlTls>(texts, u"tls"_s,
                                    {{u"automatic"_s, SqlTls::Automatic},
                                     {u"require"_s, SqlTls::Require},
                                     {u"verify"_s, SqlTls::Verify},
                                     {u"off"_s, SqlTls::Off}},
                                    SqlTls::Automatic);
    if (!tls) return fail(tls.error());
    const auto port = numberOf<int>(texts, u"port"_s, 0, 0, 65'535);
    if (!port) return fail(port.error());
    settings.kind = *kind;
    settings.tls = *tls;
    settings.port = *port;
    settings.host = texts.value(u"host"_s).trimmed();
    settings.database = texts.value(u"database"_s);
    settings.user = texts.value(u"user"_s);
    settings.certificate = texts.value(u"certificate"_s);
    settings.file = texts.value(u"file"_s);
    settings.odbcDriver = texts.value(u"odbcDriver"_s).trimmed();
    settings.odbcSource = texts.value(u"odbcSource"_s).trimmed();
    settings.connectionString = texts.value(u"connectionString"_s).trimmed();
    settings.localZone = texts.value(u"localZone"_s).trimmed().toUtf8();
    settings.readOnly = texts.value(u"access"_s) == u"read";
    if (!settings.localZone.isEmpty() && !QTimeZone(settings.localZone).isValid())
        return wrong(u"localZone"_s, QString::fromUtf8(settings.localZone));
    if (auto read = readLimits(texts, settings); !read) return fail(read.error());
    if (auto read = readTables(texts, settings); !read) return fail(read.error());
    if (auto checked = checkPlace(settings); !checked) return fail(checked.error());
    return settings;
}

} // namespace tieout::connectors
