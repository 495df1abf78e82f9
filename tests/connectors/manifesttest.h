#pragma once

#include "practicebench.h"

namespace tieout::support {

/// Base of a test that drives a practice system through its manifest, in memory: a new system and connector,
/// at the beginning of their time, for each function.
class ManifestTest : public QObject
{
  protected:
    /// Nothing of the function before is left.
    void startTime()
    {
        m_connector.reset();
        m_bench.reset();
        m_system.reset();
        m_clock = std::make_unique<ManualClock>();
        m_time = std::make_unique<SharedTime>(*m_clock);
        m_random = std::make_unique<SeededRandom>(5);
    }
    /// The system, made of these parts, and a bench in front of it. The connector is for the test to make.
    template<class Practice, class... Parts>
    Practice* enter(const QString& systemId, Parts&&... parts)
    {
        auto made = std::make_unique<Practice>(std::forward<Parts>(parts)...);
        Practice* system = made.get();
        m_system = std::move(made);
        m_bench = std::make_unique<PracticeBench>(systemId, *m_system, *m_clock);
        return system;
    }

    using Wanted = bool (*)(const connectors::ObjectSpec& object);
    static bool isAny(const connectors::ObjectSpec&) { return true; }
    static bool isCreatable(const connectors::ObjectSpec& object)
    {
        return object.writes.contains(connectors::Operation::Create);
    }
    /// A row for each object of a manifest, by its name in the column "object".
    static void addObjects(const QString& systemId, Wanted wanted = isAny)
    {
        QTest::addColumn<QString>("object");
        const connectors::ManifestCatalogue catalogue;
        const auto manifest = catalogue.find(systemId);
        QVERIFY(manifest);
        for (const auto& object : manifest->objects) {
            if (wanted(object)) QTest::newRow(qPrintable(object.name)) << object.name;
        }
    }

    /// Every field that the object is described with.
    [[nodiscard]] QStringList paths(const QString& object)
    {
        QStringList names;
        const auto schemas = m_bench->run(m_connector->describe({object}, {}));
        if (!schemas) return names;
        for (const model::Field& field : schemas->first().fields)
            names << field.name;
        return names;
    }
    [[nodiscard]] QList<model::Record> readAll(const QString& object)
    {
        return m_bench->readAll(*m_connector, {object, paths(object), {}, {}, {}, 0});
    }
    /// What ends a read of the object.
    [[nodiscard]] Error failureOf(const QString& object)
    {
        const auto stream = m_connector->read({object, paths(object), {}, {}, {}, 0});
        for (;;) {
            const auto page = m_bench->run(stream->next({}));
            if (!page) return page.error();
            if (!*page) return {};
        }
    }

    /// A call that fails is what became of each of its rows.
    [[nodiscard]] QList<model::RowOutcome> sendAll(const connectors::PreparedWrite& write)
    {
        using State = model::RowOutcome::State;
        const auto outcomes = m_bench->run(m_connector->send(write, {}));
        if (outcomes) return *outcomes;
        model::RowOutcome failed;
        const bool isRefused = outcomes.error().kind == ErrorKind::RowRejected;
        failed.state = isRefused ? State::Rejected : State::Uncertain;
        failed.error = outcomes.error();
        return QList<model::RowOutcome>(write.rows.size(), failed);
    }
    [[nodiscard]] model::RowOutcome send(const connectors::PreparedWrite& write)
    {
        return sendAll(write).first();
    }
    model::RowOutcome change(const QString& object, const QString& id, const Members& members)
    {
        return send(m_connector->prepare(object, connectors::Operation::Update, {changeOf(id, members)}, {}));
    }
    model::RowOutcome remove(const QString& object, const QString& id, const Members& members = {})
    {
        return send(m_connector->prepare(object, connectors::Operation::Delete, {changeOf(id, members)}, {}));
    }
    model::RowOutcome act(const QString& object, const QString& action, const QString& id,
                          const Members& members = {})
    {
        return send(m_connector->prepareAction(object, action, {changeOf(id, members)}, {}));
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<SharedTime> m_time;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<sandbox::System> m_system;
    std::unique_ptr<PracticeBench> m_bench;
    std::unique_ptr<connectors::RestConnector> m_connector;
};

} // namespace tieout::support
