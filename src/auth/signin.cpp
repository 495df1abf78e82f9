#include "auth/loopbacklistener.h"
#include "auth/oauth.h"
#include "auth/tokenendpoint.h"
#include "base/ids.h"
#include "net/pending.h"
#include "net/stoplistener.h"

#include <QCryptographicHash>

namespace tieout::auth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds kPatience = 120s;
constexpr std::chrono::milliseconds kLandingPatience = 2s;
constexpr int kMostRejections = 5;

QByteArray challengeOf(const QByteArray& verifier)
{
    return base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

} // namespace

class SignIn::Impl
{
  public:
    using Outcome = Result<Tokens>;

    Impl(OAuthSettings oauth, net::Transport& wire, Clock& time, Random& chance, Browser& window)
        : settings(std::move(oauth))
        , transport(wire)
        , clock(time)
        , random(chance)
        , browser(window)
    {
    }

    OAuthSettings settings;
    net::Transport& transport;
    Clock& clock;
    Random& random;
    Browser& browser;

    /// One sign-in under way: from the link to the code.
    struct Attempt {
        QByteArray verifier;
        QByteArray state;
        quint16 port = 0;
        QUrl link;
        bool browserOpened = false;
        int rejections = 0;
        std::chrono::milliseconds started{0};
        std::optional<Clock::TimerId> timer;
        std::function<void(SignInProgress)> progress;
        net::Pending<Result<QString>> code;
        net::Pending<bool> landed;
    };

    [[nodiscard]] Landing judge(Attempt& attempt, const CallbackQuery& query);
    void settle(const Attempt& attempt, Result<QString> code);
    void tick(Attempt& attempt);
    [[nodiscard]] QUrl linkOf(const Attempt& attempt) const;
    [[nodiscard]] QString redirectOf(const Attempt& attempt) const;
    [[nodiscard]] net::HttpRequest exchangeRequest(const Attempt& attempt, const QString& code) const;
    [[nodiscard]] Task<Result<QString>> waitForCode(Attempt* attempt, StopToken stop);
    [[nodiscard]] Task<> waitForLanding(Attempt* attempt, StopToken stop);
};

QString SignIn::Impl::redirectOf(const Attempt& attempt) const
{
    // "localhost", never 127.0.0.1: Xero refuses the number, and the text must equal the registered one.
    return u"http://localhost:%1%2"_s.arg(attempt.port).arg(settings.redirectPath);
}

QUrl SignIn::Impl::linkOf(const Attempt& attempt) const
{
    Form query{{u"response_type"_s, u"code"_s},
               {u"client_id"_s, settings.clientId},
               {u"redirect_uri"_s, redirectOf(attempt)},
               {u"scope"_s, settings.scopes.join(u' ')},
               {u"state"_s, QString::fromLatin1(attempt.state)},
               {u"code_challenge"_s, QString::fromLatin1(challengeOf(attempt.verifier))},
               {u"code_challenge_method"_s, u"S256"_s}};
    QStringList names = settings.extraQuery.keys();
    names.sort();
    for (const QString& name : names)
        query.append({name, settings.extraQuery[name]});
    QUrl link = settings.authorizeUrl;
    QByteArray text = link.query(QUrl::FullyEncoded).toLatin1();
    if (!text.isEmpty()) text += '&';
    link.setQuery(QString::fromLatin1(text + encodeForm(query)), QUrl::StrictMode);
    return link;
}

net::HttpRequest SignIn::Impl::exchangeRequest(const Attempt& attempt, const QString& code) const
{
    return formRequest(settings.tokenUrl,
                       {{u"grant_type"_s, u"authorization_code"_s},
                        {u"client_id"_s, settings.clientId},
                        {u"code"_s, code},
                        {u"redirect_uri"_s, redirectOf(attempt)},
                        {u"code_verifier"_s, QString::fromLatin1(attempt.verifier)}},
                       settings, settings.clientSecret);
}

/// Through the clock: the listener that asks must have answered the browser before the sign-in goes on and
/// ends it.
void SignIn::Impl::settle(const Attempt& attempt, Result<QString> code)
{
    clock.callAfter(0ms, [pending = attempt.code, code = std::move(code)] { pending.complete(code); });
}

Landing SignIn::Impl::judge(Attempt& attempt, const CallbackQuery& query)
{
    const bool isError = query.contains(u"error"_s);
    const QString state = query.value(u"state"_s);
    // A refusal without a state is taken: some servers leave it out, and it can only end the sign-in.
    if (state.toUtf8() != attempt.state && !(isError && !query.contains(u"state"_s))) {
        if (++attempt.rejections >= kMostRejections)
            settle(attempt, fail(ErrorKind::NeedsLogin, u"oauth.state"_s, u"answers with a wrong state"_s));
        return Landing::Rejected;
    }
    if (isError) {
        Error error =
            oauthError(query.value(u"error"_s), query.value(u"error_description"_s), u"oauth.denied"_s);
        const bool denied = error.code == u"oauth.denied";
        settle(attempt, fail(std::move(error)));
        return denied ? Landing::Denied : Landing::Failed;
    }
    const QString code = query.value(u"code"_s);
    if (code.isEmpty()) return Landing::Rejected;
    settle(attempt, code);
    return Landing::Received;
}

void SignIn::Impl::tick(Attempt& attempt)
{
    attempt.timer.reset();
    const auto left = std::chrono::ceil<std::chrono::seconds>(kPatience - (clock.steady() - attempt.started));
    // The screen may stop the sign-in from inside: then the attempt is gone when it returns.
    const auto code = attempt.code;
    const auto progress = attempt.progress;
    if (progress) progress({attempt.link, attempt.browserOpened, qMax(0s, left)});
    if (code.isComplete()) return;
    if (left <= 0s) {
        code.complete(fail(ErrorKind::NeedsLogin, u"oauth.timeout"_s, u"the browser did not come back"_s));
        return;
    }
    attempt.timer = clock.callAfter(1s, [this, &attempt] { tick(attempt); });
}

Task<Result<QString>> SignIn::Impl::waitForCode(Attempt* attempt, StopToken stop)
{
    attempt->started = clock.steady();
    attempt->link = linkOf(*attempt);
    attempt->browserOpened = browser.open(attempt->link) == BrowserResult::Opened;
    tick(*attempt);
    const net::StopListener listener(stop, [pending = attempt->code] {
        pending.complete(fail(ErrorKind::Cancelled, u"oauth.cancelled"_s, u"sign-in stopped"_s));
    });
    auto pending = attempt->code;
    Result<QString> code = co_await pending;
    if (attempt->timer) clock.cancel(*attempt->timer);
    attempt->timer.reset();
    co_return code;
}

/// The browser still has to fetch its last page from us: the port stays open a little.
Task<> SignIn::Impl::waitForLanding(Attempt* attempt, StopToken stop)
{
    auto landed = attempt->landed;
    const net::StopListener listener(stop, [landed] { landed.complete(false); });
    const auto timer = clock.callAfter(kLandingPatience, [landed] { landed.complete(false); });
    const bool seen = co_await landed;
    Q_UNUSED(seen)
    clock.cancel(timer);
}

SignIn::SignIn(OAuthSettings settings, net::Transport& transport, Clock& clock, Random& random,
               Browser& browser)
    : m_impl(std::make_unique<Impl>(std::move(settings), transport, clock, random, browser))
{
}

SignIn::~SignIn() = default;

Task<Result<Tokens>> SignIn::run(StopToken stop, std::function<void(SignInProgress)> progress)
{
    Impl& impl = *m_impl;
    Impl::Attempt attempt;
    attempt.verifier = base64Url(impl.random.secretBytes(32));
    attempt.state = base64Url(impl.random.secretBytes(24));
    attempt.progress = std::move(progress);
    LoopbackListener listener(impl.settings.redirectPath, [&impl, &attempt](const CallbackQuery& query) {
        return impl.judge(attempt, query);
    });
    listener.onLanded([&impl, landed = attempt.landed, code = attempt.code] {
        if (!code.isComplete()) return; // the page for a wrong answer before
        // Through the clock: the run's end takes the listener along, and with it the socket that is calling.
        impl.clock.callAfter(0ms, [landed] { landed.complete(true); });
    });
    auto port = listener.listen(impl.settings.redirectPorts);
    if (!port) co_return fail(std::move(port.error()));
    attempt.port = *port;
    Result<QString> code = co_await impl.waitForCode(&attempt, stop);
    if (!code) {
        const bool browserWaits =
            code.error().kind != ErrorKind::Cancelled && code.error().code != u"oauth.timeout";
        if (browserWaits) co_await impl.waitForLanding(&attempt, stop);
        co_return fail(std::move(code.error()));
    }
    const net::HttpRequest request = impl.exchangeRequest(attempt, *code);
    auto response = co_await impl.transport.send(request, stop);
    Result<Tokens> tokens = fail(ErrorKind::RemoteFault, u"oauth.answer"_s, QString());
    if (response) {
        tokens = readTokenAnswer(*response, impl.clock.now(), impl.settings.assumedLifetime, u"oauth.code"_s);
    } else {
        tokens = fail(std::move(response.error()));
    }
    if (tokens) tokens->clientSecret = impl.settings.clientSecret;
    co_await impl.waitForLanding(&attempt, stop);
    co_return tokens;
}

} // namespace tieout::auth
