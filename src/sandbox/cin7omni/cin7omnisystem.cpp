#include "sandbox/cin7omni/cin7omnisystem.h"

#include "sandbox/cin7/pace.h"
#include "sandbox/cin7/wire.h"
#include "sandbox/cin7omni/desk.h"
#include "sandbox/cin7omni/fill.h"
#include "sandbox/cin7omni/listing.h"
#include "sandbox/madebooks.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

using namespace cin7omni;

namespace {

constexpr cin7::PaceRule kPace[] = {
    {3, std::chrono::seconds(1)}, {60, std::chrono::seconds(60)}, {5000, std::chrono::hours(24), true}};
constexpr qsizetype kMostRows = 1000;

struct KeyHolder {
    const char* user;
    const char* key;
    bool onlyReads;
};

constexpr KeyHolder kHolders[] = {{"PracticeAU", "practice-cin7-omni-key", false},
                                  {"PracticeReadOnly", "practice-cin7-omni-reader", true}};

QString rightOf(const QByteArray& method)
{
    if (method == "POST") return u"Create"_s;
    if (method == "PUT") return u"Update"_s;
    return method == "DELETE" ? u"Delete"_s : u"Read"_s;
}

QChar verbOf(const QByteArray& method)
{
    return method == "PUT" ? u'U' : QChar(QLatin1Char(method.isEmpty() ? '?' : method.front()));
}

std::optional<Kind> kindOf(QStringView path)
{
    for (int i = 0; i < kKindCount; ++i) {
        if (path.compare(factsOf(Kind(i)).path, Qt::CaseInsensitive) == 0) return Kind(i);
    }
    return {};
}

Json verdictRow(qsizetype index, const Verdict& verdict)
{
    Json errors = Json::array();
    for (const QString& error : verdict.errors)
        errors.append(Json(error));
    return Json::object({{u"index"_s, Json(qint64(index))},
                         {u"success"_s, Json(verdict.errors.isEmpty())},
                         {u"id"_s, verdict.errors.isEmpty() ? Json(verdict.id) : Json(0)},
                         {u"code"_s, Json(verdict.code)},
                         {u"errors"_s, errors}});
}

} // namespace

/// The parts behind Cin7OmniSystem and the way a call takes through them.
class Cin7OmniSystem::Impl
{
  public:
    Impl(const PracticeClock& practiceClock, const business::Business& business, qint64 customers)
        : clock(practiceClock)
        , filled(&filledBooks, business, customers, practiceClock.now())
    {
    }

    [[nodiscard]] Books& books() { return filled.get(); }
    [[nodiscard]] Response answer(const Request& request);
    [[nodiscard]] Response resource(const Request& request, Kind kind, const QStringList& path);
    [[nodiscard]] Response write(const Request& request, Kind kind);
    [[nodiscard]] Response tooMany(int seconds) const;
    [[nodiscard]] const KeyHolder* holderOf(const Request& request) const;

    const PracticeClock& clock;
    MadeBooks<Books> filled;
    cin7::Pace pace;
    Modes modes;
    bool revoked = false;
};

const KeyHolder* Cin7OmniSystem::Impl::holderOf(const Request& request) const
{
    const QByteArray header = headerValue(request.headers, "Authorization").trimmed();
    if (revoked || !header.left(6).toLower().startsWith("basic ")) return nullptr;
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const auto found =
        std::find_if(std::begin(kHolders), std::end(kHolders), [&pair](const KeyHolder& holder) {
            return pair == QByteArray(holder.user) + ':' + holder.key;
        });
    return found == std::end(kHolders) ? nullptr : found;
}

// In this order: who it is, the pace, what there is, what the connection may do.
Response Cin7OmniSystem::Impl::answer(const Request& request)
{
    const KeyHolder* holder = holderOf(request);
    if (!holder) return textReply(401, "Unauthorized");
    if (const auto wait = pace.admit(holder->user, kPace, clock.now())) return tooMany(*wait);
    const QStringList path = request.segments();
    const bool isApi = path.value(0).compare(u"api", Qt::CaseInsensitive) == 0 && path.value(1) == u"v1";
    const auto kind = isApi ? kindOf(path.value(2)) : std::nullopt;
    if (!kind || path.size() > 4)
        return jsonReply(404, Json::object({{u"message"_s, u"No HTTP resource was found."_s}}));
    const QString right = rightOf(request.method);
    if ((holder->onlyReads && right != u"Read") || modes.denied.contains(factsOf(*kind).path + u'.' + right))
        return textReply(modes.deniedStatus, "The API connection has no permission for this endpoint");
    if (!factsOf(*kind).verbs.contains(verbOf(request.method))) {
        return jsonReply(
            405,
            Json::object({{u"message"_s, u"The requested resource does not support http method '%1'."_s.arg(
                                             QString::fromLatin1(request.method))}}));
    }
    return resource(request, *kind, path.sliced(3));
}

Response Cin7OmniSystem::Impl::resource(const Request& request, Kind kind, const QStringList& path)
{
    if (request.method == "POST" || request.method == "PUT") return write(request, kind);
    bool isNumber = false;
    const qint64 id = path.value(0).toLongLong(&isNumber);
    if (request.method == "DELETE") {
        const Verdict verdict = Desk(books(), modes, clock.now()).remove(kind, isNumber ? id : 0);
        return jsonReply(verdict.errors.isEmpty() ? 200 : 404, verdictRow(0, verdict));
    }
    if (path.isEmpty()) return listReply(books(), kind, request);
    const Json* row = isNumber ? books().find(kind, id) : nullptr;
    return row ? jsonReply(200, books().show(kind, *row))
               : jsonReply(404, Json::object({{u"message"_s, u"The record was not found."_s}}));
}

Response Cin7OmniSystem::Impl::write(const Request& request, Kind kind)
{
    const auto body = Json::parse(request.body);
    if (!body || !body->isArray() || body->size() > kMostRows) {
        return jsonReply(400,
                         Json::object({{u"message"_s, u"The request body must be a list of records."_s}}));
    }
    Desk desk(books(), modes, clock.now());
    Json::Array verdicts;
    for (qsizetype i = 0; i < body->size(); ++i) {
        const Json& sent = body->at(i);
        verdicts.append(
            verdictRow(i, request.method == "POST" ? desk.create(kind, sent) : desk.change(kind, sent)));
    }
    if (modes.shuffleResults) std::reverse(verdicts.begin(), verdicts.end());
    return jsonReply(200, Json(std::move(verdicts)));
}

Response Cin7OmniSystem::Impl::tooMany(int seconds) const
{
    Response response = textReply(429, "API calls quota exceeded! maximum admitted 3 per Second, "
                                       "60 per Minute, 5000 per Day.");
    if (modes.retryAfter) response.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return response;
}

Cin7OmniSystem::Cin7OmniSystem(const PracticeClock& clock, const business::Business& business,
                               qint64 customers)
    : m_impl(std::make_unique<Impl>(clock, business, customers))
{
}

Cin7OmniSystem::~Cin7OmniSystem() = default;

QString Cin7OmniSystem::name() const
{
    return u"cin7omni"_s;
}

Response Cin7OmniSystem::handle(const Request& request)
{
    return m_impl->answer(request);
}

Json Cin7OmniSystem::state(QStringView object) const
{
    const auto kind = kindOf(object);
    if (!kind) return {};
    Json rows = Json::array();
    for (const cin7::Shelf::Entry& entry : m_impl->books().shelf(*kind).entries())
        rows.append(m_impl->books().show(*kind, entry.row));
    return rows;
}

void Cin7OmniSystem::snapshot()
{
    m_impl->filled.keep();
}

void Cin7OmniSystem::reset()
{
    m_impl->filled.restore();
    m_impl->pace.clear();
    m_impl->modes = {};
    m_impl->revoked = false;
}

void Cin7OmniSystem::setBaseUrl(const QByteArray&)
{
    // Nothing in its answers is an address.
}

void Cin7OmniSystem::setLimitsEnabled(bool enabled)
{
    m_impl->pace.setEnabled(enabled);
}

void Cin7OmniSystem::revokeSignIns()
{
    m_impl->revoked = true;
}

void Cin7OmniSystem::setModes(const Modes& modes)
{
    m_impl->modes = modes;
}

Modes Cin7OmniSystem::modes() const
{
    return m_impl->modes;
}

} // namespace tieout::sandbox
