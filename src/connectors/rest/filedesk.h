#pragma once

#include "connectors/rest/restsession.h"

namespace tieout::connectors {

/// The files that hang on the records of one object: listed, fetched, added. Files are held in memory, each
/// within the manifest's bound. Engine thread; lives for one call of the connector.
class FileDesk final
{
  public:
    FileDesk(std::shared_ptr<RestSession> session, const ObjectSpec& object);

    [[nodiscard]] Task<Result<QList<AttachedFile>>> list(QString record, StopToken stop);
    [[nodiscard]] Task<Result<QByteArray>> fetch(QString record, AttachedFile file, StopToken stop);
    /// Nothing is added twice: one of this name and size that is there is the answer.
    [[nodiscard]] Task<Result<AttachedFile>> attach(QString record, AttachedFile file, QByteArray bytes,
                                                    StopToken stop);

  private:
    [[nodiscard]] Result<net::HttpRequest> request(const RequestSpec& spec, const QString& record,
                                                   const AttachedFile& file) const;
    [[nodiscard]] Result<net::HttpRequest> upload(const QString& record, const AttachedFile& file,
                                                  const QByteArray& bytes) const;
    [[nodiscard]] tl::unexpected<Error> none() const;
    [[nodiscard]] tl::unexpected<Error> tooLarge(const AttachedFile& file, qint64 bytes) const;
    [[nodiscard]] Task<Result<std::optional<AttachedFile>>> present(QString record, AttachedFile file,
                                                                    StopToken stop);

    std::shared_ptr<RestSession> m_session;
    const ObjectSpec& m_object;
};

/// A name that any system takes: letters, digits, points and dashes; what else is in it becomes "_".
[[nodiscard]] QString plainFileName(const QString& name);

} // namespace tieout::connectors
