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
    /// Nothing is added twice: this content under this name that is there is the answer.
    [[nodiscard]] Task<Result<Attached>> attach(QString record, AttachedFile file, QByteArray bytes,
                                                SameName sameName, StopToken stop);

  private:
    [[nodiscard]] Result<net::HttpRequest> request(const RequestSpec& spec, const QString& record,
                                                   const AttachedFile& file) const;
    [[nodiscard]] Result<net::HttpRequest> upload(const QString& record, const AttachedFile& file,
                                                  const QByteArray& bytes) const;
    [[nodiscard]] tl::unexpected<Error> none() const;
    [[nodiscard]] tl::unexpected<Error> tooLarge(const AttachedFile& file, qint64 bytes) const;
    /// Without a usable name or size: what is wrong.
    [[nodiscard]] Result<void> isUsable(const AttachedFile& file) const;
    /// What hangs on the record under the name of a file.
    struct Present {
        std::optional<AttachedFile> same; ///< the file itself
        bool nameTaken = false;
    };
    enum class Compare : quint8 { Size, Content };
    [[nodiscard]] Task<Result<Present>> present(QString record, AttachedFile file, QByteArray bytes,
                                                Compare by, StopToken stop);
    [[nodiscard]] Task<Result<void>> send(QString record, AttachedFile file, QByteArray bytes,
                                          StopToken stop);
    [[nodiscard]] Task<Result<Attached>> verdict(Result<void> sent, QString record, AttachedFile file,
                                                 QByteArray bytes, StopToken stop);

    std::shared_ptr<RestSession> m_session;
    const ObjectSpec& m_object;
};

} // namespace tieout::connectors
