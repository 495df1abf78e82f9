#include "auth/keychainvault.h"

#include "auth/secretparts.h"
#include "net/pending.h"

#ifdef TIEOUT_KEYCHAIN
#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif
#endif

namespace tieout::auth {

using namespace Qt::StringLiterals;

namespace {

// The numbers of QKeychain::Error, here so that the mapping is the same (and tested) in every build.
enum KeychainCode {
    kEntryNotFound = 1,
    kAccessDeniedByUser = 3,
    kAccessDenied = 4,
    kNoBackend = 5,
    kNotImplemented = 6,
    kOther = 7,
};

#ifdef Q_OS_WIN
constexpr qsizetype kEntryLimit = kLargestEntry;
#else
constexpr qsizetype kEntryLimit = kLargestSecret;
#endif

QString entryKey(const QString& key)
{
    return key.startsWith(u"tieout/") ? key : u"tieout/"_s + key;
}

} // namespace

Error keychainError(int error, const QString& key, const QString& text)
{
    switch (error) {
    case kEntryNotFound:
        return vaultNotFound(key);
    case kAccessDeniedByUser:
        return vaultFault(u"vault.locked"_s, text);
    case kAccessDenied:
        return vaultFault(u"vault.refused"_s, text);
    case kNoBackend:
    case kNotImplemented:
    case kOther: // what a missing Secret Service most often comes as
        return vaultFault(u"vault.missing-service"_s, text);
    default:
        return vaultFault(u"vault.fault"_s, text);
    }
}

#ifdef TIEOUT_KEYCHAIN

static_assert(kEntryNotFound == int(QKeychain::EntryNotFound) &&
              kAccessDeniedByUser == int(QKeychain::AccessDeniedByUser));
static_assert(kAccessDenied == int(QKeychain::AccessDenied) &&
              kNoBackend == int(QKeychain::NoBackendAvailable));
static_assert(kNotImplemented == int(QKeychain::NotImplemented) && kOther == int(QKeychain::OtherError));

namespace {

using Bytes = Result<QByteArray>;

/// Runs one job; it deletes itself when it ends, which may be long after we stopped waiting.
template<class Job>
Task<Bytes> runJob(Job* job, Clock* clock, std::chrono::milliseconds patience)
{
    const net::Pending<Bytes> answer;
    const QString key = job->key();
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, key](QKeychain::Job* done) {
        if (done->error() != QKeychain::NoError) {
            answer.complete(fail(keychainError(int(done->error()), key, done->errorString())));
            return;
        }
        auto* const reading = qobject_cast<QKeychain::ReadPasswordJob*>(done);
        answer.complete(reading ? reading->binaryData() : QByteArray());
    });
    const auto timer = clock->callAfter(patience, [answer] {
        answer.complete(fail(vaultFault(u"vault.timeout"_s, u"the keychain does not answer"_s)));
    });
    job->start();
    Bytes bytes = co_await answer;
    clock->cancel(timer);
    co_return bytes;
}

struct Keychain {
    Clock* clock;
    std::chrono::milliseconds patience;

    template<class Job>
    [[nodiscard]] static Job* makeJob(const QString& key)
    {
        auto* const job = new Job(u"Tieout"_s);
        job->setKey(key);
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        return job;
    }
    [[nodiscard]] Task<Bytes> read(const QString& key) const
    {
        return runJob(makeJob<QKeychain::ReadPasswordJob>(key), clock, patience);
    }
    [[nodiscard]] Task<Bytes> write(const QString& key, const QByteArray& bytes) const
    {
        auto* const job = makeJob<QKeychain::WritePasswordJob>(key);
        job->setBinaryData(bytes);
        return runJob(job, clock, patience);
    }
    [[nodiscard]] Task<Bytes> remove(const QString& key) const
    {
        return runJob(makeJob<QKeychain::DeletePasswordJob>(key), clock, patience);
    }
};

/// A locked Secret Service says "not found" of everything, and asks for its password on the first access. It
/// takes a new entry only when it is open, so that tells the two apart.
Task<Error> whyNotFound(Keychain keychain, Error notFound)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    co_return notFound;
#else
    const Bytes taken = co_await keychain.write(u"tieout/open"_s, QByteArray("1"));
    if (taken) co_return notFound;
    const QString& code = taken.error().code;
    if (code == u"vault.timeout" || code == u"vault.missing-service") co_return taken.error();
    co_return vaultFault(u"vault.locked"_s, taken.error().text);
#endif
}

Task<> removeParts(Keychain keychain, QString key, PartsHead head)
{
    for (int i = 0; i < head.count; ++i) {
        // What cannot be removed is a fragment that no head names any more.
        const Bytes ignored = co_await keychain.remove(partKey(key, head.generation, i));
        Q_UNUSED(ignored)
    }
}

} // namespace

KeychainVault::KeychainVault(Clock& clock, std::chrono::milliseconds patience)
    : m_clock(clock)
    , m_patience(patience)
{
}

bool KeychainVault::isBuiltIn()
{
    return true;
}

Task<Result<Secret>> KeychainVault::read(QString key)
{
    const Keychain keychain{&m_clock, m_patience};
    const QString entry = entryKey(key);
    Bytes head = co_await keychain.read(entry);
    if (!head && head.error().code == u"vault.not-found") {
        const Error why = co_await whyNotFound(keychain, head.error());
        co_return tl::unexpected(why);
    }
    if (!head) co_return fail(std::move(head.error()));
    const auto inParts = readHead(*head);
    if (!inParts) co_return Secret(std::move(*head));
    QList<QByteArray> parts;
    for (int i = 0; i < inParts->count; ++i) {
        Bytes part = co_await keychain.read(partKey(entry, inParts->generation, i));
        if (!part) co_return fail(std::move(part.error()));
        parts.append(*part);
    }
    auto joined = joinSecret(*inParts, parts);
    if (!joined) co_return fail(std::move(joined.error()));
    co_return Secret(std::move(*joined));
}

Task<Result<void>> KeychainVault::write(QString key, Secret secret)
{
    if (secret.reveal().size() > kLargestSecret) co_return fail(vaultFault(u"vault.too-large"_s, key));
    const Keychain keychain{&m_clock, m_patience};
    const QString entry = entryKey(key);
    const SecretParts split = splitSecret(secret.reveal(), kEntryLimit);
    std::optional<PartsHead> before;
    if (kEntryLimit < kLargestSecret) {
        const Bytes old = co_await keychain.read(entry);
        if (old) before = readHead(*old);
    }
    for (int i = 0; i < split.parts.size(); ++i) {
        Bytes written = co_await keychain.write(partKey(entry, split.generation, i), split.parts[i]);
        if (!written) co_return fail(std::move(written.error()));
    }
    Bytes written = co_await keychain.write(entry, split.head);
    if (!written) co_return fail(std::move(written.error()));
    if (before && before->generation != split.generation) co_await removeParts(keychain, entry, *before);
    co_return Result<void>{};
}

Task<Result<void>> KeychainVault::remove(QString key)
{
    const Keychain keychain{&m_clock, m_patience};
    const QString entry = entryKey(key);
    std::optional<PartsHead> before;
    if (kEntryLimit < kLargestSecret) {
        const Bytes old = co_await keychain.read(entry);
        if (old) before = readHead(*old);
    }
    Bytes removed = co_await keychain.remove(entry);
    if (before) co_await removeParts(keychain, entry, *before);
    if (!removed && removed.error().code != u"vault.not-found") co_return fail(std::move(removed.error()));
    co_return Result<void>{};
}

#else

KeychainVault::KeychainVault(Clock& clock, std::chrono::milliseconds patience)
    : m_clock(clock)
    , m_patience(patience)
{
}

bool KeychainVault::isBuiltIn()
{
    return false;
}

Task<Result<Secret>> KeychainVault::read(QString key)
{
    co_return fail(keychainError(kNoBackend, key, u"built without QtKeychain"_s));
}

Task<Result<void>> KeychainVault::write(QString key, Secret)
{
    co_return fail(keychainError(kNoBackend, key, u"built without QtKeychain"_s));
}

Task<Result<void>> KeychainVault::remove(QString key)
{
    co_return fail(keychainError(kNoBackend, key, u"built without QtKeychain"_s));
}

#endif

} // namespace tieout::auth
