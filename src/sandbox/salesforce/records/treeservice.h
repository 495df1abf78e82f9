#pragma once

#include "sandbox/message.h"
#include "sandbox/salesforce/records/recordwriter.h"

#include <QSet>

namespace tieout::sandbox::salesforce {

/// POST /composite/tree/X: rows with their children, all created or none. Owned by the system.
class TreeService final
{
  public:
    explicit TreeService(Organisation& organisation)
        : m_organisation(organisation)
        , m_writer(organisation)
    {
    }

    [[nodiscard]] Response create(const Request& request, const QString& objectName);

  private:
    /// What one call has come to so far.
    struct Growth {
        Json results = Json::array();
        Json errors = Json::array();
        QSet<QString> references;
        QSet<int> objects;
        qsizetype rows = 0;
    };

    /// `link` names the reference to the parent and its id; empty at the top.
    void grow(Growth& growth, int object, const Json& records, const std::pair<QString, QString>& link,
              int depth);
    void growOne(Growth& growth, int object, const Json& record, const std::pair<QString, QString>& link,
                 int depth);
    [[nodiscard]] const ChildRelationship* childNamed(int object, const QString& name) const;

    Organisation& m_organisation;
    RecordWriter m_writer;
};

} // namespace tieout::sandbox::salesforce
