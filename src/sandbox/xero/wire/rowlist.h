#pragma once

#include "sandbox/xero/wire/batch.h"
#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/fields.h"
#include "sandbox/xero/wire/listquery.h"

#include <span>

namespace tieout::sandbox::xero {

/// A member that `where` and `order` may name.
template<class Row>
struct Column {
    QStringView name;
    WhereType type;
    WhereValue (*value)(const Tenant& tenant, const Row& row);
};

[[nodiscard]] inline WhereValue whereText(const QString& text)
{
    return text.isEmpty() ? WhereValue() : WhereValue(text);
}
[[nodiscard]] inline WhereValue whereWord(std::string_view word)
{
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

/// The rows of a list call in their order, and the page they are on.
struct RowChoice {
    std::vector<int> rows;
    std::optional<Pagination> pagination;
    bool paged = false;
};

struct ListHabits {
    QStringView type; ///< in messages: "Payment"
    bool pages = true;
    bool alwaysPaged = false;
    bool tellsPages = true; ///< the answer has "pagination"
    bool filters = true;    ///< takes `where`
};

/// The columns by name; a row is looked at only when `keep` says so.
template<class Row, class Keep>
[[nodiscard]] tl::expected<RowChoice, Response> chooseRows(const Call& call, int size, const auto& rowAt,
                                                           std::span<const Column<Row>> columns,
                                                           const ListHabits& habits, const Keep& keep)
{
    const auto resolve = [columns](QStringView path) {
        for (size_t index = 0; index < columns.size(); ++index) {
            if (path.compare(columns[index].name, Qt::CaseInsensitive) == 0)
                return WhereProperty{int(index), columns[index].type};
        }
        return WhereProperty{};
    };
    auto query = ListQuery::read(call.request, resolve, habits.type);
    if (!query) return tl::unexpected(query.error());
    query->paged = habits.alwaysPaged || (habits.pages && query->paged);
    if (!query->paged && size > call.tenant.organisation.unpagedLimit)
        return tl::unexpected(tooManyRowsReply());
    if (!habits.filters) query->where.reset();
    RowChoice choice;
    for (int position = 0; position < size; ++position) {
        const Row& row = rowAt(position);
        if (query->modifiedSince && row.updated < *query->modifiedSince) continue;
        if (!keep(row)) continue;
        if (query->where) {
            const Result<bool> matches = query->where->matches(
                [&](int property) { return columns[size_t(property)].value(call.tenant, row); });
            if (!matches) return tl::unexpected(badExpressionReply(matches.error().text));
            if (!*matches) continue;
        }
        choice.rows.push_back(position);
    }
    cutPage(choice.rows, *query, [&](int left, int right) {
        const Row& first = rowAt(left);
        const Row& second = rowAt(right);
        for (const OrderKey& key : query->order) {
            const auto value = columns[size_t(key.property)].value;
            const int compared = compareValues(value(call.tenant, first), value(call.tenant, second));
            if (compared != 0) return key.descending ? compared > 0 : compared < 0;
        }
        if (query->order.empty() && first.updated != second.updated) return first.updated < second.updated;
        return query->order.empty() && !query->paged ? left < right : first.id < second.id;
    });
    choice.paged = query->paged;
    if (query->paged && habits.tellsPages) choice.pagination = query->pagination;
    return choice;
}

/// A successful answer with `write(writer, position)` between the braces of each row.
template<class Write>
[[nodiscard]] Response rowsReply(const Call& call, std::string_view array, const RowChoice& choice,
                                 const Write& write)
{
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, choice.pagination});
    writer.beginArray(array);
    for (const int position : choice.rows) {
        writer.beginObject();
        write(writer, position);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

/// The elements of a write, read by `table` before the first is saved. `save(fields, reader, answer)` writes
/// one row.
template<class Save>
[[nodiscard]] Response saveElements(const Call& call, std::string_view array, QStringView element,
                                    const FieldTable& table, ErrorReport report, const Save& save)
{
    const QString name = QString::fromLatin1(array.data(), qsizetype(array.size()));
    const auto elements = readElements(call.request.body, name, element);
    if (!elements) return elements.error();
    ValueReader reader;
    std::vector<Fields> all;
    all.reserve(size_t(elements->size()));
    for (const Json& json : *elements)
        all.push_back(Fields::read(json, table, reader));
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    BatchAnswer answer(report);
    for (const Fields& fields : all) {
        save(fields, reader, answer);
        if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    }
    return answer.finish(array, {call.guids.next(), call.now, std::nullopt});
}

} // namespace tieout::sandbox::xero
