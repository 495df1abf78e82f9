#include "sandbox/xero/access/practicesigner.h"

#include "base/ids.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr size_t kLimbs = 64; // 2048 bits in 32-bit words, least significant first
using Number = std::array<quint32, kLimbs>;

constexpr char kModulus[] =
    "d362816dddde2a3cd33b737a826612f04bf510f391f0a4810b85e485eb2d3ec355e806ff28a5a465fd9983d9e45e9471"
    "8f4fdfcd942bd2d2959d216acb70b694d7317862492d6631047b159e4083021012ddc2e3a938aa5e7723d3c66bd21bab"
    "c447ef9a9c9a83fb4e447a606effcfaa8ab5d603c3803209b103638c3f6515502883ecdffb29608daa580f2a7bfc4dcb"
    "2431f023d68c9d7915c35167c05be1da8847eddd56ad064e11754499c3c085a8c02cb0227aabcada4c15fe7c595dbfbe"
    "cd49a6fd8c2304e3a0452ea5f2d3d6ec3a807f50c7e96a1917d0333b2ec196a2db64bc58f59b9a55b6c52b52341b05cf"
    "022d3f3d4174dfee5b19b340905218e1";
constexpr char kExponent[] =
    "0c3e994138382189b6f1ab69860aac1fabc2b519ead2fdf074aeab935f515660a1c6083bb90ac94858258f97ec4cd73b"
    "f1c17e750dd771059e41851946d20f5d754eaa0ac572e207c65aebe0681bbe9f983c2cc91bb90ad36082dc8652a20fd4"
    "c610a5ae36d2938117e24b1571709382ad38c5be1f91ba344a02e87e0c010ab8283b8dbfe44c3b5e172b659891042b4e"
    "3cfba1bc57016f6fe207479f129f74040d4ff6a4b18f2bc23477e5139109a51877827047a86846820453d7bd43001385"
    "b61bc34a5a7f984da930a93f6af14758c6082712a5b04cf241aa5bf02f7a5ffeb891056acd9d33ffb057496274773121"
    "7938be7a1da37fb0303d9c1eef59f72d";

constexpr char kHeader[] = R"({"alg":"RS256","kid":"tieout-practice","typ":"JWT"})";
// DigestInfo of SHA-256 (RFC 8017, section 9.2, note 1).
constexpr char kDigestInfo[] = "3031300d060960864801650304020105000420";

Number numberOf(const QByteArray& bigEndian)
{
    Number number{};
    const qsizetype size = bigEndian.size();
    for (qsizetype index = 0; index < size; ++index)
        number[size_t(index) / 4] |= quint32(quint8(bigEndian[size - 1 - index])) << (index % 4 * 8);
    return number;
}

QByteArray bytesOf(const Number& number)
{
    QByteArray bytes(qsizetype(kLimbs * 4), '\0');
    for (size_t index = 0; index < kLimbs * 4; ++index)
        bytes[qsizetype(kLimbs * 4 - 1 - index)] = char(number[index / 4] >> (index % 4 * 8));
    return bytes;
}

bool isLess(const Number& left, const Number& right)
{
    for (size_t index = kLimbs; index-- > 0;) {
        if (left[index] != right[index]) return left[index] < right[index];
    }
    return false;
}

void subtract(Number& from, const Number& what)
{
    qint64 borrow = 0;
    for (size_t index = 0; index < kLimbs; ++index) {
        const qint64 word = qint64(from[index]) - what[index] + borrow;
        from[index] = quint32(word);
        borrow = word < 0 ? -1 : 0;
    }
}

/// Arithmetic modulo the practice key in Montgomery form.
class Modulus final
{
  public:
    Modulus()
        : m_n(numberOf(QByteArray::fromHex(kModulus)))
    {
        quint32 inverse = 1;
        for (int step = 0; step < 5; ++step)
            inverse *= 2 - m_n[0] * inverse;
        m_negativeInverse = 0 - inverse;
        // R² by doubling 1 as often as R² has bits.
        m_rSquared[0] = 1;
        for (size_t bit = 0; bit < 2 * 32 * kLimbs; ++bit)
            twice(m_rSquared);
    }

    [[nodiscard]] Number power(const Number& base, const Number& exponent) const
    {
        Number one{};
        one[0] = 1;
        const Number montgomeryBase = product(base, m_rSquared);
        Number result = product(one, m_rSquared);
        for (size_t bit = 32 * kLimbs; bit-- > 0;) {
            result = product(result, result);
            if ((exponent[bit / 32] >> (bit % 32)) & 1) result = product(result, montgomeryBase);
        }
        return product(result, one);
    }

  private:
    void twice(Number& number) const
    {
        quint32 carry = 0;
        for (quint32& word : number) {
            const quint32 next = word >> 31;
            word = (word << 1) | carry;
            carry = next;
        }
        if (carry || !isLess(number, m_n)) subtract(number, m_n);
    }

    [[nodiscard]] Number product(const Number& left, const Number& right) const
    {
        std::array<quint32, kLimbs + 2> sum{};
        for (size_t i = 0; i < kLimbs; ++i) {
            addProduct(sum, left[i], right);
            addProduct(sum, sum[0] * m_negativeInverse, m_n);
            std::copy(sum.begin() + 1, sum.end(), sum.begin());
            sum[kLimbs + 1] = 0;
        }
        Number result;
        std::copy_n(sum.begin(), kLimbs, result.begin());
        if (sum[kLimbs] || !isLess(result, m_n)) subtract(result, m_n);
        return result;
    }

    static void addProduct(std::array<quint32, kLimbs + 2>& sum, quint32 factor, const Number& number)
    {
        quint64 carry = 0;
        for (size_t index = 0; index < kLimbs; ++index) {
            carry += quint64(factor) * number[index] + sum[index];
            sum[index] = quint32(carry);
            carry >>= 32;
        }
        carry += sum[kLimbs];
        sum[kLimbs] = quint32(carry);
        sum[kLimbs + 1] += quint32(carry >> 32);
    }

    Number m_n;
    Number m_rSquared{};
    quint32 m_negativeInverse = 0;
};

QByteArray signature(const QByteArray& text)
{
    static const Modulus modulus;
    const QByteArray digest =
        QByteArray::fromHex(kDigestInfo) + QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    QByteArray block("\x00\x01", 2);
    block.append(qsizetype(kLimbs * 4) - 3 - digest.size(), '\xff');
    block.append('\0').append(digest);
    return bytesOf(modulus.power(numberOf(block), numberOf(QByteArray::fromHex(kExponent))));
}

} // namespace

QByteArray PracticeSigner::sign(const QByteArray& payloadJson)
{
    const QByteArray text = base64Url(QByteArray(kHeader)) + '.' + base64Url(payloadJson);
    return text + '.' + base64Url(signature(text));
}

QByteArray PracticeSigner::verified(const QByteArray& token)
{
    const qsizetype end = token.lastIndexOf('.');
    const qsizetype middle = token.indexOf('.');
    if (middle <= 0 || end <= middle) return {};
    if (base64Url(signature(token.first(end))) != token.sliced(end + 1)) return {};
    return QByteArray::fromBase64(token.sliced(middle + 1, end - middle - 1), QByteArray::Base64UrlEncoding);
}

QByteArray PracticeSigner::keySet()
{
    return R"({"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"tieout-practice","e":"AQAB","n":")" +
           base64Url(QByteArray::fromHex(kModulus)) + R"("}]})";
}

} // namespace tieout::sandbox::xero
