#pragma once

#include "sandbox/calllog.h"
#include "sandbox/cin7core/cin7coresystem.h"
#include "sandbox/cin7omni/cin7omnisystem.h"
#include "sandbox/companyclock.h"
#include "sandbox/faults.h"
#include "sandbox/harvest/harvestsystem.h"
#include "sandbox/salesforce/salesforcesystem.h"
#include "sandbox/tray/traysystem.h"
#include "sandbox/xero/xerosystem.h"

namespace tieout::sandbox {

struct PracticeSettings {
    quint64 seed = 1;
    qint64 deals = 200;                         ///< made up from the seed
    qint64 customers = business::kSmallCompany; ///< of the systems that do not grow with the deals
    QString loadFile;                           ///< NDJSON of deals to load as well; empty: none
    bool history = false;        ///< the ledger holds a year of past business and more organisations
    bool limits = true;          ///< rate limits are on
    std::optional<Instant> time; ///< the clock stands there and moves only when told; nothing: real time
};

/// The practice company: its systems, its clock and its chance, the faults that are on and the log of calls.
/// Pure: requests in, responses out. Single-threaded; owned by the program, a test or a simulation.
class PracticeCompany final
{
  public:
    /// Error: BadConfig "practice.load" whose facts are the faults of the file, line by line.
    [[nodiscard]] static Result<std::unique_ptr<PracticeCompany>> open(const PracticeSettings& settings);
    ~PracticeCompany();
    Q_DISABLE_COPY_MOVE(PracticeCompany)

    /// In the order of their ports: "xero", "salesforce", … , "control".
    [[nodiscard]] static const QStringList& systemNames();
    /// A request to a system, or to "control" for the endpoints under /_practice.
    [[nodiscard]] Response handle(const QString& system, const Request& request, int callsInProgress = 1);
    void setBaseUrl(const QString& system, const QByteArray& url);

    [[nodiscard]] CompanyClock& clock() { return m_clock; }
    [[nodiscard]] Faults& faults() { return m_faults; }
    [[nodiscard]] CallLog& calls() { return m_calls; }
    [[nodiscard]] XeroSystem& xero() { return m_xero; }
    [[nodiscard]] SalesforceSystem& salesforce() { return m_salesforce; }
    [[nodiscard]] HarvestSystem& harvest() { return m_harvest; }
    [[nodiscard]] TraySystem& tray() { return m_tray; }
    [[nodiscard]] Cin7OmniSystem& cin7omni() { return m_cin7omni; }
    [[nodiscard]] Cin7CoreSystem& cin7core() { return m_cin7core; }

    void setLimitsEnabled(bool enabled);
    /// Back to how it was opened: data, clock, faults, log. Sign-ins are the systems' own affair.
    void reset();
    /// From here on, `reset` returns to the present data.
    void snapshot();
    /// Adds or changes opportunities, as a save of this moment. Error: RowRejected "practice.deal".
    [[nodiscard]] Result<qint64> takeDeals(const QByteArray& body);

  private:
    class Control;

    explicit PracticeCompany(const PracticeSettings& settings);
    [[nodiscard]] Result<void> fill();
    void seedXeroContacts(qint64 deals);
    [[nodiscard]] System* system(const QString& name);
    /// "Date" as the servers send it: clients take the time from there.
    [[nodiscard]] const QByteArray& dateHeader();
    [[nodiscard]] Response underFault(const FaultRule& rule, System& system, const Request& request);

    PracticeSettings m_settings;
    CompanyClock m_clock;
    SeededRandom m_random;
    SeededRandom m_chance; // for faults: they must not shift the systems' ids
    business::Business m_business;
    XeroSystem m_xero;
    SalesforceSystem m_salesforce;
    HarvestSystem m_harvest;
    TraySystem m_tray;
    Cin7OmniSystem m_cin7omni;
    Cin7CoreSystem m_cin7core;
    std::vector<System*> m_systems; // every one above, in the order of their ports
    Faults m_faults;
    CallLog m_calls;
    qint64 m_dateSecond = -1;
    QByteArray m_date;
    std::unique_ptr<Control> m_control;
};

} // namespace tieout::sandbox
