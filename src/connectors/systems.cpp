#include "connectors/systems.h"

#include "connectors/files/fileform.h"
#include "connectors/files/filesettings.h"
#include "connectors/marked.h"
#include "connectors/rest/signin/signinsettings.h"
#include "connectors/sql/sqlform.h"
#include "connectors/sql/sqlsettings.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

SystemCard localCard(const QString& id, const QString& title, const QString& asks,
                     const QList<model::FormField>& fields)
{
    SystemCard card;
    card.id = id;
    card.title = title;
    card.asks = {asks};
    model::SignInWay way;
    way.fields = fields;
    card.ways = {way};
    card.writes = true;
    return card;
}

bool writesAnything(const Manifest& manifest)
{
    return std::any_of(manifest.objects.cbegin(), manifest.objects.cend(), [](const ObjectSpec& object) {
        return !object.writes.isEmpty() || !object.actions.isEmpty();
    });
}

} // namespace

bool canWrite(const ManifestCatalogue& manifests, const model::Connection& connection)
{
    if (connection.system == kFileSystem) {
        const Result<FileSettings> settings = FileSettings::from(connection.settings);
        return !settings || !settings->isFolder;
    }
    if (connection.system == kSqlSystem) {
        const Result<SqlSettings> settings = sqlSettings(connection);
        return !settings || !settings->readOnly;
    }
    const auto manifest = manifests.find(connection.system);
    return manifest && writesAnything(*manifest);
}

bool isLocalSystem(const QString& system)
{
    return system == kSqlSystem || system == kFileSystem;
}

QList<SystemCard> systemCards(const ManifestCatalogue& manifests)
{
    QList<SystemCard> cards;
    const auto ids = manifests.systems();
    for (const auto& id : ids) {
        const auto manifest = manifests.find(id);
        SystemCard card;
        card.id = id;
        card.title = manifest->title;
        card.asks = manifest->auth.asks;
        card.renewAfterDays = manifest->auth.renewAfterDays;
        card.ways = signInWays(*manifest);
        card.writes = writesAnything(*manifest);
        cards += card;
    }
    cards += localCard(kSqlSystem, marked("Database"), marked("read and write tables"), sqlForm());
    cards += localCard(kFileSystem, marked("CSV and Excel files"),
                       marked("read and write files in one folder"), fileForm());
    return cards;
}

} // namespace tieout::connectors
