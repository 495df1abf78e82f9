#pragma once

#include "connectors/rest/describereader.h"
#include "connectors/rest/restsession.h"

#include <QSet>

namespace tieout::connectors {

/// The schemas of one connection: from the manifest, kept from an earlier describe, or described when first
/// needed. Engine thread; shared by the connector and its reads.
class SchemaBook final
{
  public:
    explicit SchemaBook(std::shared_ptr<RestSession> session);
    Q_DISABLE_COPY_MOVE(SchemaBook)

    void adopt(const QList<model::ObjectSchema>& schemas);
    /// With the manifest's relations nested. Error: BadConfig "connector.unknown-object" (facts: name).
    [[nodiscard]] Task<Result<model::ObjectSchema>> schema(QString object, StopToken stop);
    /// A schema that has every path of a read, if need be by describing the objects on the way.
    [[nodiscard]] Task<Result<model::ObjectSchema>> covering(QString object, QStringList paths,
                                                             StopToken stop);
    /// True when the schema came from adopt(): a refused field may then be the schema's fault.
    [[nodiscard]] bool isAdopted(const QString& object) const { return m_adopted.contains(object); }
    void forget(const QString& object);

  private:
    [[nodiscard]] Task<Result<void>> describe(QString root, QString object, StopToken stop);
    [[nodiscard]] Task<Result<model::ObjectSchema>> compose(QString object, QStringList relations,
                                                            StopToken stop);

    std::shared_ptr<RestSession> m_session;
    QHash<QString, model::ObjectSchema> m_adopted;
    QHash<QString, DescribedObject> m_described;
    QSet<QString> m_absent; ///< objects that the organisation does not have
};

} // namespace tieout::connectors
