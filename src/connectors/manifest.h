#pragma once

#include "base/json.h"
#include "connectors/connector.h"
#include "connectors/objectparts.h"

#include <QMap>

namespace tieout::connectors {

/// An object of a system: what it holds, how it is recognised, read and written.
struct ObjectSpec {
    QString name;
    QString label;
    QString labelPlural;
    QList<model::Field> fields;        ///< empty when discovered
    QHash<QString, QString> wraps;     ///< field → member: an id that travels as {"ContactID": id}
    QHash<QString, FoldedField> folds; ///< field → its place inside a list of records
    std::optional<DiscoverSpec> discover;
    IdentitySpec identity;
    std::optional<ReadSpec> read;
    QMap<Operation, WriteSpec> writes;
    QString versionField;
    QString link; ///< template over {shortCode}, {instanceUrl}, {id}

    [[nodiscard]] model::ObjectSchema schema() const; ///< of a manifest-described object
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

/// A recorded exchange that a rule or an operation is tested with.
struct FixtureSpec {
    QString name;
    QString operation; ///< "request-error" | "row-error"
    QString on;        ///< "read" | "write"
    int status = 200;
    Pairs headers;
    QByteArray body;
    QString message; ///< of a row error
    QString expectCode;
    QString expectKind;
    QStringList expectFacts;
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
    AuthSpec auth;
    QList<LimitSpec> limits;
    ErrorBodySpec errorBody;
    QList<ErrorRule> errors; ///< ordered: the first that fits decides
    ReferenceSpec reference;
    QList<ObjectSpec> objects;
    QList<FixtureSpec> fixtures;

    [[nodiscard]] const ObjectSpec* object(QStringView name) const; ///< null when unknown
    [[nodiscard]] const SettingSpec* setting(QStringView name) const;
    [[nodiscard]] net::RateLimits rateLimits() const;
};

/// Error: BadConfig "manifest.syntax" (facts: the file's name or id, then each fault as "$.path: what").
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray& bytes, const QString& name);

/// Settings that lead every base address of a system to the practice company.
[[nodiscard]] QHash<QString, QString> practiceSettings(const Manifest& manifest, const QUrl& base);

} // namespace tieout::connectors
