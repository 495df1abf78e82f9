#include "auth/practicevault.h"

#include "base/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

namespace tieout::auth {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLockWaitMs = 2000;
constexpr qint64 kLargestFile = 8 * 1024 * 1024;

Error refused(const QString& key)
{
    return vaultFault(u"vault.refused"_s,
                      u"not a practice connection, its secrets belong in the keychain: "_s + key);
}

Result<Json> load(const QString& path)
{
    QFile file(path);
    if (!file.exists()) return Json::object();
    if (!file.open(QIODevice::ReadOnly)) return fail(vaultFault(u"vault.fault"_s, file.errorString()));
    if (file.size() > kLargestFile)
        return fail(vaultFault(u"vault.fault"_s, u"the practice file is too large"_s));
    auto parsed = Json::parse(file.readAll());
    if (!parsed)
        return fail(vaultFault(u"vault.fault"_s, u"the practice file is damaged: "_s + parsed.error().text));
    if (!parsed->isObject()) return fail(vaultFault(u"vault.fault"_s, u"the practice file is damaged"_s));
    return *parsed;
}

Result<void> save(const QString& path, const Json& secrets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return fail(vaultFault(u"vault.fault"_s, file.errorString()));
    // Before the first byte: nobody else may read it at any moment.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(secrets.toBytes());
    if (!file.commit()) return fail(vaultFault(u"vault.fault"_s, file.errorString()));
    return {};
}

/// Reads, edits and writes the file as one step among all programs that share it.
Result<void> edit(const QString& path, const std::function<void(Json&)>& change)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(kLockWaitMs))
        return fail(vaultFault(u"vault.timeout"_s, u"the practice file is in use"_s));
    auto secrets = load(path);
    if (!secrets) return fail(std::move(secrets.error()));
    change(*secrets);
    return save(path, *secrets);
}

} // namespace

PracticeVault::PracticeVault(QString path, IsPracticeKey isPractice)
    : m_path(std::move(path))
    , m_isPractice(std::move(isPractice))
{
}

Task<Result<Secret>> PracticeVault::read(QString key)
{
    if (!m_isPractice(key)) co_return fail(refused(key));
    auto secrets = load(m_path);
    if (!secrets) co_return fail(std::move(secrets.error()));
    const Json& packed = (*secrets)[key];
    if (!packed.isText()) co_return fail(vaultNotFound(key));
    co_return Secret(QByteArray::fromBase64(packed.toText().toLatin1()));
}

Task<Result<void>> PracticeVault::write(QString key, Secret secret)
{
    if (!m_isPractice(key)) co_return fail(refused(key));
    if (secret.reveal().size() > kLargestSecret) co_return fail(vaultFault(u"vault.too-large"_s, key));
    co_return edit(m_path, [&key, &secret](Json& secrets) {
        secrets.set(key, Json(QString::fromLatin1(secret.reveal().toBase64())));
    });
}

Task<Result<void>> PracticeVault::remove(QString key)
{
    if (!m_isPractice(key)) co_return fail(refused(key));
    if (!QFile::exists(m_path)) co_return Result<void>{};
    co_return edit(m_path, [&key](Json& secrets) { secrets.remove(key); });
}

VaultRouter::VaultRouter(Vault& practice, Vault& real, PracticeVault::IsPracticeKey isPractice)
    : m_practice(practice)
    , m_real(real)
    , m_isPractice(std::move(isPractice))
{
}

Vault& VaultRouter::vaultOf(const QString& key)
{
    return m_isPractice(key) ? m_practice : m_real;
}

Task<Result<Secret>> VaultRouter::read(QString key)
{
    return vaultOf(key).read(key);
}

Task<Result<void>> VaultRouter::write(QString key, Secret secret)
{
    return vaultOf(key).write(key, std::move(secret));
}

Task<Result<void>> VaultRouter::remove(QString key)
{
    return vaultOf(key).remove(key);
}

} // namespace tieout::auth
