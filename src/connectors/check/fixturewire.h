#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The wire of one fixture: gives its answers in order and notes how the requests differ from the recorded
/// ones. One thread; lives on the player's stack.
class FixtureWire final : public net::Transport
{
  public:
    /// `variables` fill the templates of expected addresses.
    FixtureWire(QList<FixtureSpec::Exchange> exchanges, QHash<QString, QString> variables);

    [[nodiscard]] Task<Result<net::HttpResponse>> send(net::HttpRequest request, StopToken stop) override;
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }
    /// Recorded exchanges that nobody asked for.
    [[nodiscard]] qsizetype unused() const { return m_exchanges.size() - m_next; }

  private:
    void compare(const AskedSpec& asked, const net::HttpRequest& request);
    void complain(const QString& what, const QString& expected, const QString& found);

    QList<FixtureSpec::Exchange> m_exchanges;
    QHash<QString, QString> m_variables;
    qsizetype m_next = 0;
    QStringList m_complaints;
};

[[nodiscard]] net::HttpResponse responseOf(const AnswerSpec& answer);

} // namespace tieout::connectors
