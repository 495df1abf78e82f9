#include "engine/flowlane.h"

#include "engine/match/matchkeys.h"
#include "engine/plan/ledger.h"
#include "mapping/differences.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using connectors::Operation;
using model::Outcome;

namespace {

/// New records of a run whose fields are kept for the Runs page.
constexpr qint64 kMostDetailed = 2000;

Error held(ErrorKind kind, const QString& code, const QStringList& facts, const QString& text)
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.facts = facts;
    error.text = text;
    return error;
}

WriteLane::Settings laneSettings(const model::Flow& flow, const QString& connection, Operation operation)
{
    WriteLane::Settings settings;
    settings.flow = flow.id;
    settings.connection = connection;
    settings.object = flow.to.object;
    settings.operation = operation;
    return settings;
}

} // namespace

FlowLane::FlowLane(model::Flow flow, Role role, RunParts parts, model::ObjectSchema target,
                   connectors::ReferenceData reference, Listener listener)
    : m_flow(std::move(flow))
    , m_role(role)
    , m_parts(parts)
    , m_check(std::move(target), std::move(reference))
    , m_listener(std::move(listener))
    , m_evaluator(parts.context)
    , m_creates(laneSettings(m_flow, parts.targetConnection, Operation::Create), parts.target, parts.store,
                parts.clock, parts.book, parts.stop,
                [this](const QList<Ending>& endings) {
                    for (const auto& ending : endings) {
                        if (ending.index)
                            for (const auto& key : ending.index->keys)
                                m_claims.remove(key);
                        if (ending.link && ending.link->targetVersion > m_newestWritten)
                            m_newestWritten = ending.link->targetVersion;
                    }
                    if (m_listener) m_listener(endings);
                })
    , m_updates(laneSettings(m_flow, parts.targetConnection, Operation::Update), parts.target, parts.store,
                parts.clock, parts.book, parts.stop, m_listener)
{
}

Result<void> FlowLane::compile()
{
    auto mapping = mapping::CompiledMapping::compile(m_flow.mapping);
    if (!mapping) return tl::unexpected(mapping.error());
    m_mapping.emplace(std::move(*mapping));
    for (const auto& rule : m_flow.skip) {
        auto program = formula::compileText(rule.formula);
        if (!program) return tl::unexpected(program.error());
        m_skip.push_back(std::move(*program));
    }
    const std::pair<const QString*, std::optional<formula::Program>*> texts[] = {
        {&m_flow.sourceTitle, &m_title}, {&m_flow.sourceParty, &m_party}};
    for (const auto& [source, place] : texts) {
        if (source->isEmpty()) continue;
        auto program = formula::compileText(*source);
        if (!program) return tl::unexpected(program.error());
        place->emplace(std::move(*program));
    }
    return {};
}

const model::SkipRule* FlowLane::skippedBy(const model::Record& record) const
{
    formula::Scope scope;
    scope.record = &record;
    for (size_t i = 0; i < m_skip.size(); ++i) {
        // A rule that cannot be told leaves nothing out: mapping will say what is wrong.
        const auto answer = m_evaluator.evaluate(m_skip[i], scope);
        if (const bool* yes = answer.value.boolean(); yes && *yes && !answer.fault)
            return &m_flow.skip[qsizetype(i)];
    }
    return nullptr;
}

QString FlowLane::textOf(const std::optional<formula::Program>& program, const model::Record& record) const
{
    if (!program) return {};
    formula::Scope scope;
    scope.record = &record;
    const auto answer = m_evaluator.evaluate(*program, scope);
    return answer.fault ? QString() : answer.value.toPlainText();
}

Ending FlowLane::ending(const Subject& subject, Outcome outcome, std::optional<Error> error) const
{
    Ending ending;
    ending.flow = m_flow.id;
    ending.parent = m_role == Role::Parent;
    ending.sourceId = subject.sourceId;
    ending.sourceVersion = subject.sourceVersion;
    ending.page = subject.page;
    ending.hadProblem = subject.hadProblem;
    ending.outcome = outcome;
    ending.error = std::move(error);
    ending.targetObject = m_flow.to.object;
    if (subject.link) {
        ending.targetId = subject.link->targetId;
        ending.targetNumber = subject.link->targetNumber;
    }
    if (outcome == Outcome::Unchanged || outcome == Outcome::Skipped) return ending;
    ending.title = textOf(m_title, subject.record);
    if (ending.title.isEmpty()) ending.title = subject.sourceId;
    ending.party = textOf(m_party, subject.record);
    ending.sourceLink = m_parts.source.link(m_flow.from.object, subject.sourceId);
    return ending;
}

Ending FlowLane::refusal(const Subject& subject, Outcome outcome, const Error& error) const
{
    auto refused = ending(subject, outcome, error);
    fillMoney(refused, m_mapping->map(subject.record, m_parts.context).target);
    return refused;
}

std::optional<FlowLane::Draft> FlowLane::draftOf(const Subject& subject, QList<Ending>& endings) const
{
    auto mapped = m_mapping->map(subject.record, m_parts.context);
    if (!mapped.errors.isEmpty()) {
        endings += refusal(subject, Outcome::Held, mapping::toError(mapped.errors.first()));
        return {};
    }
    Draft draft;
    draft.subject = subject;
    draft.target = std::move(mapped.target);
    draft.hash = model::contentHash(model::Value(draft.target));
    if (subject.link && subject.link->sourceHash == draft.hash) {
        auto same = ending(subject, Outcome::Unchanged, {});
        if (subject.link->sourceVersion != subject.sourceVersion) {
            same.link = subject.link;
            same.link->sourceVersion = subject.sourceVersion;
        }
        endings += same;
        return {};
    }
    draft.externalKey = firstValue(draft.target, m_flow.externalKey).toPlainText();
    return draft;
}

Task<Result<void>> FlowLane::plan(QList<Subject> subjects)
{
    QList<Draft> drafts;
    QList<Ending> endings;
    bool unlinked = false;
    for (const auto& subject : subjects) {
        auto draft = draftOf(subject, endings);
        if (!draft) continue;
        if (!subject.link) {
            draft->keys = matchKeys(draft->target, m_flow.match);
            unlinked = true;
        }
        drafts += std::move(*draft);
    }
    if (unlinked && !m_indexRead && !m_flow.match.isEmpty()) {
        const Result<void> read = co_await readIndex();
        if (!read) co_return read;
    }
    const Result<void> decided = co_await decide(drafts, endings);
    co_return decided;
}

QList<store::TargetIndexRow> FlowLane::indexRows(const QList<model::Record>& records) const
{
    QList<store::TargetIndexRow> rows;
    for (const auto& record : records) {
        const auto target = m_parts.target.toTarget(m_flow.to.object, record);
        const auto& name = target.record.value(u"Name");
        store::TargetIndexRow row;
        row.id = target.id;
        row.externalKey = target.externalKey;
        row.version = target.version;
        row.usable = target.usable;
        row.title = name.isBlank() ? target.number : name.toPlainText();
        row.keys = matchKeys(target.record, m_flow.match);
        row.keys.removeAll(QString());
        rows += row;
    }
    return rows;
}

Task<Result<void>> FlowLane::readIndex()
{
    const QString connection = m_parts.targetConnection, object = m_flow.to.object;
    const QString name = u"match:"_s + object;
    std::function<Result<QString>(store::Database&)> get = [=](store::Database& database) {
        return store::CursorRepository(database).get(name, connection, object);
    };
    const Result<QString> cursor = co_await m_parts.store.read<QString>(get);
    if (!cursor) co_return tl::unexpected(cursor.error());

    connectors::ReadRequest request;
    request.object = object;
    request.paths = m_parts.target.targetPaths(object);
    request.since = *cursor;
    const auto pages = m_parts.target.read(request);
    while (true) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(m_parts.stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) break;
        const auto rows = indexRows((*page)->records);
        const QString reached = (*page)->cursor;
        std::function<Result<bool>(store::Database&)> keep = [=](store::Database& database) -> Result<bool> {
            if (auto done = store::TargetIndexRepository(database).save(connection, object, rows); !done)
                return tl::unexpected(done.error());
            if (reached.isEmpty()) return true;
            if (auto done = store::CursorRepository(database).set(name, connection, object, reached); !done)
                return tl::unexpected(done.error());
            return true;
        };
        const Result<bool> kept = co_await m_parts.store.write<bool>(keep);
        if (!kept) co_return tl::unexpected(kept.error());
    }
    m_indexRead = true;
    co_return Result<void>();
}

Task<Result<FlowLane::Candidates>> FlowLane::readCandidates(QStringList keys)
{
    keys.removeAll(QString());
    if (keys.isEmpty()) co_return Candidates();
    const QString connection = m_parts.targetConnection, object = m_flow.to.object, flow = m_flow.id;
    std::function<Result<Candidates>(store::Database&)> look =
        [=](store::Database& database) -> Result<Candidates> {
        auto rows = store::TargetIndexRepository(database).byKeys(connection, object, keys);
        if (!rows) return tl::unexpected(rows.error());
        QStringList ids;
        for (const auto& hits : *rows)
            for (const auto& hit : hits)
                ids += hit.id;
        auto links = store::LinkRepository(database).byTarget(flow, ids);
        if (!links) return tl::unexpected(links.error());
        Candidates found;
        found.index = std::move(*rows);
        for (const auto& link : *links)
            found.owners.insert(link.targetId, link.sourceId);
        return found;
    };
    Result<Candidates> found = co_await m_parts.store.read<Candidates>(look);
    co_return found;
}

MatchResult FlowLane::matchOf(const Draft& draft, const Candidates& candidates) const
{
    if (draft.subject.link) return {};
    const auto& own = draft.subject.sourceId;
    auto match = decideMatch(draft.keys, m_flow.match, candidates.index, candidates.owners, own);
    if (match.kind != MatchResult::Kind::None) return match;
    for (const auto& key : draft.keys) {
        const auto claimed = key.isEmpty() ? m_claims.cend() : m_claims.constFind(key);
        if (claimed == m_claims.cend() || *claimed == own) continue;
        match.kind = MatchResult::Kind::Ask;
        match.why = held(ErrorKind::Conflict, u"match.taken"_s, {key.section(QChar(0x1f), 1), *claimed},
                         u"another record of this run claims the same target"_s);
        break;
    }
    return match;
}

Task<Result<void>> FlowLane::decide(QList<Draft> drafts, QList<Ending> endings)
{
    QStringList keys;
    for (const auto& draft : drafts)
        keys += draft.keys;
    Result<Candidates> candidates = co_await readCandidates(keys);
    if (!candidates) co_return tl::unexpected(candidates.error());
    for (const auto& draft : drafts) {
        const auto match = matchOf(draft, *candidates);
        if (match.kind == MatchResult::Kind::One)
            candidates->owners.insert(match.row.id, draft.subject.sourceId);
        const Result<void> placed = co_await place(draft, match, endings);
        if (!placed) co_return placed;
    }
    if (m_toCompare.size() >= m_parts.target.batchSize(m_flow.to.object, Operation::Update)) {
        const Result<void> compared = co_await compareUpdates();
        if (!compared) co_return compared;
    }
    const Result<void> kept = co_await m_parts.book.record(endings, std::nullopt);
    if (kept && m_listener) m_listener(endings);
    co_return kept;
}

Task<Result<void>> FlowLane::place(Draft draft, MatchResult match, QList<Ending>& endings)
{
    if (match.kind == MatchResult::Kind::Ask) {
        endings += refusal(draft.subject, Outcome::Held, match.why);
        co_return Result<void>();
    }
    if (match.kind == MatchResult::Kind::One) {
        model::Link link;
        link.flow = m_flow.id;
        link.sourceId = draft.subject.sourceId;
        link.targetId = match.row.id;
        link.targetNumber = m_role == Role::Main ? match.row.title : QString();
        link.targetVersion = match.row.version;
        link.linkedAt = m_parts.clock.now();
        draft.subject.link = link;
        if (m_role == Role::Parent) {
            // A found contact is used as it is: keeping it up to date is a sync of its own.
            link.sourceVersion = draft.subject.sourceVersion;
            auto found = ending(draft.subject, Outcome::Unchanged, {});
            found.link = link;
            endings += found;
            co_return Result<void>();
        }
    }
    if (draft.subject.link) {
        m_toCompare += std::move(draft);
        co_return Result<void>();
    }
    auto write = plannedWrite(draft, Operation::Create, endings);
    if (!write || !underCeiling(write->ending)) co_return Result<void>();
    for (const auto& key : draft.keys)
        if (!key.isEmpty()) m_claims.insert(key, draft.subject.sourceId);
    // Field by field for as many as a person would look at; a bulk load keeps its totals.
    if (m_plannedWrites <= kMostDetailed)
        write->ending.changes = mapping::differences(model::Record(), draft.target);
    if (m_parts.book.preview()) {
        write->ending.outcome = Outcome::Created;
        endings += write->ending;
        co_return Result<void>();
    }
    co_await m_creates.add(*write);
    co_return Result<void>();
}

std::optional<PlannedWrite> FlowLane::plannedWrite(const Draft& draft, Operation operation,
                                                   QList<Ending>& endings)
{
    if (const auto refused = m_check.check(draft.target, operation)) {
        endings += refusal(draft.subject, Outcome::Held, *refused);
        return {};
    }
    PlannedWrite write;
    write.ending = ending(draft.subject, Outcome::Created, {});
    write.ending.link = draft.subject.link;
    fillMoney(write.ending, draft.target);
    if (write.ending.amount && write.ending.amount->isNegative()) {
        auto end = write.ending;
        end.outcome = Outcome::Held;
        end.link.reset();
        end.error = held(ErrorKind::RowRejected, u"check.negative-total"_s,
                         {write.ending.amount->toString(), write.ending.currency}, u"total below zero"_s);
        endings += end;
        return {};
    }
    write.row.key = draft.externalKey.isEmpty() ? draft.subject.sourceId : draft.externalKey;
    write.row.target = draft.target;
    if (draft.subject.link) write.row.targetId = draft.subject.link->targetId;
    write.contentHash = draft.hash;
    write.indexKeys = draft.keys;
    write.indexKeys.removeAll(QString());
    return write;
}

void FlowLane::fillMoney(Ending& ending, const model::Record& target) const
{
    if (m_flow.totalField.isEmpty()) return;
    ending.currency = firstValue(target, m_flow.currencyField).toPlainText();
    if (ending.currency.isEmpty()) ending.currency = m_check.reference().organisation.baseCurrency;
    if (const auto totals = ledgerTotals(target, m_check.reference().taxRates)) ending.amount = totals->total;
}

bool FlowLane::underCeiling(const Ending& ending)
{
    if (m_ceiling) return false;
    const auto& rules = m_flow.rules;
    auto money = m_plannedMoney.value(ending.currency);
    if (ending.amount) money = money.plus(*ending.amount).value_or(money);
    const auto most = Decimal::parse(QStringView(rules.maxAmount));
    const bool tooMany = rules.maxRecords > 0 && m_plannedWrites >= rules.maxRecords;
    const bool tooMuch = !rules.maxAmount.isEmpty() && most && money > *most;
    // A preview shows all of it; it is the run that stops and asks.
    if ((tooMany || tooMuch) && !m_parts.book.preview()) {
        m_ceiling =
            held(ErrorKind::BadConfig, u"run.ceiling"_s,
                 {tooMany ? QString::number(rules.maxRecords) : rules.maxAmount + u' ' + ending.currency},
                 u"more writes than the sync's ceiling allows"_s);
        return false;
    }
    ++m_plannedWrites;
    m_plannedMoney.insert(ending.currency, money);
    return true;
}

std::optional<Error> FlowLane::refusesUpdate(const Draft& draft, const connectors::TargetRecord& now) const
{
    const QString number = now.number.isEmpty() ? draft.subject.link->targetNumber : now.number;
    if (!now.usable)
        return held(ErrorKind::Conflict, u"target.not-editable"_s, {number, now.state},
                    u"paid, voided, deleted or archived"_s);
    const auto& seen = draft.subject.link->targetVersion;
    const bool edited = !seen.isEmpty() && now.version != seen && draft.subject.link->sourceHash != 0;
    if (edited && m_flow.rules.onConflict != "source"_L1)
        return held(ErrorKind::Conflict, u"target.edited"_s, {number},
                    u"changed on both sides since the last write"_s);
    return {};
}

Task<Result<FlowLane::Present>> FlowLane::readPresent(QStringList ids)
{
    connectors::ReadRequest request;
    request.object = m_flow.to.object;
    request.paths = m_parts.target.targetPaths(m_flow.to.object);
    request.ids = std::move(ids);
    Present present;
    const auto pages = m_parts.target.read(request);
    while (true) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(m_parts.stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) break;
        for (const auto& record : (*page)->records) {
            const auto target = m_parts.target.toTarget(m_flow.to.object, record);
            present.insert(target.id, target);
        }
    }
    co_return present;
}

std::optional<PlannedWrite> FlowLane::comparedWrite(const Draft& draft, const Present& present,
                                                    QList<Ending>& endings)
{
    const auto now = present.constFind(draft.subject.link->targetId);
    std::optional<Error> refused;
    if (now == present.cend())
        refused = held(ErrorKind::Conflict, u"target.gone"_s, {draft.subject.link->targetNumber},
                       u"the linked record is not there any more"_s);
    else
        refused = refusesUpdate(draft, *now);
    if (refused) {
        endings += refusal(draft.subject, Outcome::Held, *refused);
        return {};
    }
    auto changes = mapping::differences(now->record, draft.target);
    if (changes.isEmpty()) {
        auto same = ending(draft.subject, Outcome::Unchanged, {});
        same.link = draft.subject.link;
        same.link->sourceHash = draft.hash;
        same.link->sourceVersion = draft.subject.sourceVersion;
        same.link->targetVersion = now->version;
        same.link->targetNumber = now->number;
        endings += same;
        return {};
    }
    auto write = plannedWrite(draft, Operation::Update, endings);
    if (!write || !underCeiling(write->ending)) return {};
    write->ending.outcome = Outcome::Updated;
    write->ending.changes = std::move(changes);
    write->ending.targetNumber = now->number;
    write->ending.link->targetVersion = now->version;
    return write;
}

Task<Result<void>> FlowLane::compareUpdates()
{
    QList<Draft> drafts;
    drafts.swap(m_toCompare);
    const int batch = m_parts.target.batchSize(m_flow.to.object, Operation::Update);
    QList<Ending> endings;
    for (qsizetype at = 0; at < drafts.size(); at += batch) {
        const auto group = drafts.mid(at, batch);
        QStringList ids;
        for (const auto& draft : group)
            ids += draft.subject.link->targetId;
        const Result<Present> present = co_await readPresent(ids);
        if (!present) co_return tl::unexpected(present.error());
        for (const auto& draft : group) {
            const auto write = comparedWrite(draft, *present, endings);
            if (!write) continue;
            if (m_parts.book.preview())
                endings += write->ending;
            else
                co_await m_updates.add(*write);
        }
    }
    const Result<void> kept = co_await m_parts.book.record(endings, std::nullopt);
    co_return kept;
}

Task<Result<void>> FlowLane::settle()
{
    if (!m_toCompare.isEmpty()) {
        const Result<void> compared = co_await compareUpdates();
        if (!compared) co_return compared;
    }
    co_await m_creates.flush();
    co_await m_updates.flush();
    co_await m_creates.settle();
    co_await m_updates.settle();
    if (m_newestWritten.isEmpty() || !m_indexRead) co_return Result<void>();
    // What this run wrote is in the index already: the next match reading starts behind it.
    const QString connection = m_parts.targetConnection, object = m_flow.to.object, newest = m_newestWritten;
    std::function<Result<bool>(store::Database&)> keep = [=](store::Database& database) -> Result<bool> {
        auto done = store::CursorRepository(database).set(u"match:"_s + object, connection, object, newest);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> kept = co_await m_parts.store.write<bool>(keep);
    if (!kept) co_return tl::unexpected(kept.error());
    co_return Result<void>();
}

std::optional<Error> FlowLane::fault() const
{
    if (m_creates.fault()) return m_creates.fault();
    if (m_ceiling) return m_ceiling;
    return m_updates.fault();
}

} // namespace tieout::engine
