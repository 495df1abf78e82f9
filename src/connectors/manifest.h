#pragma once

#include "base/json.h"
#include "connectors/connector.h"
#include "connectors/fileparts.h"
#include "connectors/objectparts.h"
#include "connectors/writeparts.h"

#include <QMap>
#include <QSet>

namespace tieout::connectors {

/// An object of a system: what it holds, how it is recognised, read and written.
struct ObjectSpec {
    QString name;
    QString label;
    QString labelPlural;
    QList<model::Field> fields;        ///< empty when discovered
    QHash<QString, QString> wraps;     ///< field → member: an id that travels as {"ContactID": id}
    QHash<QString, FoldedField> folds; ///< field → its place inside a list of records
    QHash<QString, LiftedField> lifts; ///< field → where it is read
    QSet<QString> addressOnly;         ///< fields that go into the address of a write
    std::optional<DiscoverSpec> discover;
    IdentitySpec identity;
    std::optional<ReadSpec> read;
    QMap<Operation, WriteSpec> writes;
    QMap<QString, WriteSpec> actions;
    VersionSpec version;
    std::optional<FilesSpec> files; ///< that hang on its records
    QString link;                   ///< template over {shortCode}, {instanceUrl}, {id}

    [[nodiscard]] model::ObjectSchema schema() const; ///< of a manifest-described object
    [[nodiscard]] bool canFind() const { return read && read->find.strategy != FindSpec::Strategy::None; }
};

/// Where reference() finds what checks need.
struct ReferenceSpec {
    struct Part {
        QString object;               ///< empty = the system has none
        QHash<QString, QString> take; ///< our name → their path
        QString activeField;
        QStringList activeValues;
        bool optional = false; ///< an organisation may keep it from us
        Pairs classes;         ///< of tax rates: account class → the flag that allows it
    };
    Part organisation;
    Part taxRates;
    Part accounts;
    Part currencies;
};

/// What must be sent, as far as a fixture says.
struct AskedSpec {
    QString verb;
    QString url;
    Pairs query;
    Pairs headers;
    Json body;
    bool hasBody = false;
};

struct AnswerSpec {
    int status = 200;
    Pairs headers;
    QByteArray body;
    QString message; ///< of a row error
    QString code;
};

/// A recorded exchange that a rule or an operation is tested with.
struct FixtureSpec {
    QString name;
    QString operation; ///< "request-error" | "row-error" | "read" | "create" | …
    QString object;
    QString action;
    QString on; ///< "read" | "write"
    AnswerSpec answer;
    struct Given {
        QHash<QString, QString> settings;
        QString tenantId;
        QString since;
        QStringList paths;
        QStringList ids;
        QStringList keys;
        AttachedFile file;
        QByteArray content; ///< of the file
        Json rows;
    } given;
    struct Exchange {
        AskedSpec asked;
        AnswerSpec answer;
    };
    QList<Exchange> exchanges; ///< of an operation
    QString expectCode;
    QString expectKind;
    QStringList expectFacts;
    Json expect; ///< records, deleted, cursor, outcomes, files, organisations
};

/// Why a manifest does without something that the linter advises.
struct ReasonSpec {
    QString advice; ///< "cursor" | "deletes" | "link" | "overlap"
    QStringList objects;
    QString reason;
};

/// A REST system as data. Parsed once, shared, never changed; any thread.
struct Manifest {
    QString id;      ///< "xero"
    QString version; ///< of the manifest
    QString minApp;
    QString title; ///< "Xero"
    QList<SettingSpec> settings;
    Pairs headers; ///< on every request to an object
    QString requestIdHeader;
    InstantFormat instants = InstantFormat::IsoMilliseconds; ///< of a body
    AuthSpec auth;
    QList<AuthSpec> otherAuth;
    QList<LimitSpec> limits;
    ErrorBodySpec errorBody;
    QList<ErrorRule> errors; ///< ordered: the first that fits decides
    ReferenceSpec reference;
    JobsSpec jobs;
    QList<ObjectSpec> objects;
    QList<FixtureSpec> fixtures;
    QList<ReasonSpec> reasons;

    [[nodiscard]] const ObjectSpec* object(QStringView name) const; ///< null when unknown
    [[nodiscard]] const SettingSpec* setting(QStringView name) const;
    [[nodiscard]] net::RateLimits rateLimits() const;
    /// The way a connection signs in: the one its setting "auth" names, or the first.
    [[nodiscard]] const AuthSpec& authOf(const model::Connection& connection) const;
};

/// Error: BadConfig "manifest.syntax" (facts: the file's name or id, then each fault as "$.path: what").
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray& bytes, const QString& name);

/// Settings that lead every base address of a system to the practice company.
[[nodiscard]] QHash<QString, QString> practiceSettings(const Manifest& manifest, const QUrl& base);

} // namespace tieout::connectors
