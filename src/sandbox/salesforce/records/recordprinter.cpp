#include "sandbox/salesforce/query/queryplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

RecordPrinter::RecordPrinter(const Organisation& organisation, int object, const QByteArray& servicePath)
    : m_organisation(&organisation)
    , m_object(object)
    , m_servicePath(servicePath)
{
    const QByteArray name = organisation.type(object).name.toUtf8();
    m_head = R"({"attributes":{"type":")" + name + R"(","url":")" + servicePath + "/sobjects/" + name + '/';
}

SoqlResult<void> RecordPrinter::add(const SoqlItem& item, const SoqlQuery& query)
{
    if (item.children) return addChildren(item);
    if (item.typeOf) return addTypeOf(item, query);
    if (item.function == SoqlFunction::Fields) return addFields(item, query);
    QStringList parts = item.path.parts;
    const ObjectType& type = m_organisation->type(m_object);
    const bool namesObject = parts.first().compare(query.alias, Qt::CaseInsensitive) == 0 ||
                             parts.first().compare(type.name, Qt::CaseInsensitive) == 0;
    if (parts.size() > 1 && namesObject && type.findRelationship(parts.first()) < 0) parts.removeFirst();
    // Checked whole first: the limit on parents and the messages are there.
    if (auto column = Column::find(*m_organisation, m_object, item.path, query); !column)
        return tl::unexpected(column.error());
    const bool renamed = !item.alias.isEmpty() && parts.size() == 1;
    if (!renamed) return addPath(parts, item.path, query);
    if (item.function == SoqlFunction::None) {
        return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, item.path.at,
                                            u"only aggregate expressions use field aliasing"_s));
    }
    addField(type.find(parts.first()), item.alias);
    return {};
}

void RecordPrinter::addField(int field, const QString& alias)
{
    const ObjectType& type = m_organisation->type(m_object);
    Node node;
    node.name = alias.isEmpty() ? type.field(field).name : alias;
    node.key = ",\"" + node.name.toUtf8() + "\":";
    node.source = FieldSource(m_organisation->schema(), m_object, type.field(field));
    m_nodes.push_back(std::move(node));
}

SoqlResult<void> RecordPrinter::addPath(const QStringList& parts, const SoqlPath& path,
                                        const SoqlQuery& query)
{
    const ObjectType& type = m_organisation->type(m_object);
    if (parts.size() == 1) {
        const int field = type.find(parts.first());
        for (const Node& node : m_nodes) {
            if (!node.parent && !node.children && node.variants.empty() &&
                node.name == type.field(field).name) {
                return tl::unexpected(SoqlFault::at(u"INVALID_FIELD"_s, query.text, path.at,
                                                    u"duplicate field selected: "_s + node.name));
            }
        }
        addField(field);
        return {};
    }
    const Field& via = type.field(type.findRelationship(parts.first()));
    if (via.storage == Storage::Polymorphic) {
        addAspect(via, parts.last());
        return {};
    }
    for (const Node& node : m_nodes) {
        if (node.parent && node.name == via.relationshipName)
            return node.parent->addPath(parts.mid(1), path, query);
    }
    Node node;
    node.name = via.relationshipName;
    node.key = ",\"" + node.name.toUtf8() + "\":";
    node.source = FieldSource(m_organisation->schema(), m_object, via);
    node.parent = std::make_shared<RecordPrinter>(*m_organisation, node.source.target, m_servicePath);
    m_nodes.push_back(node);
    return node.parent->addPath(parts.mid(1), path, query);
}

SoqlResult<void> RecordPrinter::addChildren(const SoqlItem& item)
{
    auto plan = QueryPlan::compileChild(*m_organisation, m_object, *item.children, m_servicePath);
    if (!plan) return tl::unexpected(plan.error());
    if (plan->countsOnly() || item.children->aggregates()) {
        return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, item.children->text, item.children->from.at,
                                            u"Nested query does not support aggregate functions"_s));
    }
    Node node;
    for (const ChildRelationship& child : m_organisation->type(m_object).children) {
        if (child.name.compare(item.children->from.parts.last(), Qt::CaseInsensitive) == 0)
            node.name = child.name;
    }
    node.key = ",\"" + node.name.toUtf8() + "\":";
    node.children = std::make_shared<QueryPlan>(std::move(*plan));
    m_nodes.push_back(std::move(node));
    return {};
}

SoqlResult<void> RecordPrinter::addFields(const SoqlItem& item, const SoqlQuery& query)
{
    const QString which = item.path.parts.first().toUpper();
    const auto refuse = [&](const QString& sentence) {
        return tl::unexpected(SoqlFault::at(u"MALFORMED_QUERY"_s, query.text, item.path.at, sentence));
    };
    const bool all = which == u"ALL";
    if (!all && which != u"STANDARD" && which != u"CUSTOM")
        return refuse(u"FIELDS() takes ALL, STANDARD or CUSTOM"_s);
    if (which != u"STANDARD" && (query.limit < 0 || query.limit > 200))
        return refuse(u"The SOQL FIELDS function must have a LIMIT of at most 200"_s);
    const ObjectType& type = m_organisation->type(m_object);
    for (int field = 0; field < int(type.fields.size()); ++field) {
        const Field& one = type.field(field);
        if (one.hidden || one.absent || (!all && one.custom != (which == u"CUSTOM"))) continue;
        addField(field);
    }
    return {};
}

RecordPrinter::Node RecordPrinter::polymorphicNode(const Field& via) const
{
    Node node;
    node.name = via.relationshipName;
    node.key = ",\"" + node.name.toUtf8() + "\":";
    node.source = FieldSource(m_organisation->schema(), m_object, via);
    for (const int target : node.source.targets) {
        node.variants.push_back(
            target < 0 ? nullptr : std::make_shared<RecordPrinter>(*m_organisation, target, m_servicePath));
    }
    return node;
}

void RecordPrinter::addAspect(const Field& via, const QString& member)
{
    auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const Node& node) {
        return !node.variants.empty() && node.name == via.relationshipName;
    });
    if (found == m_nodes.end()) found = m_nodes.insert(m_nodes.end(), polymorphicNode(via));
    for (const auto& variant : found->variants) {
        if (variant) variant->addOwnAspect(member);
    }
}

bool RecordPrinter::addOwnAspect(const QString& member)
{
    const ObjectType& type = m_organisation->type(m_object);
    // The service shows a record of which only this is asked as one of the object "Name".
    m_head.replace(R"("type":")" + type.name.toUtf8(), R"("type":"Name)");
    if (member.compare(u"Type", Qt::CaseInsensitive) == 0) {
        Node constant;
        constant.key = ",\"Type\":";
        constant.constant = '"' + type.name.toUtf8() + '"';
        m_nodes.push_back(std::move(constant));
        return true;
    }
    const bool id = member.compare(u"Id", Qt::CaseInsensitive) == 0;
    if (!id && member.compare(u"Name", Qt::CaseInsensitive) != 0) return false;
    const int field = id ? type.find(u"Id") : type.nameField();
    if (field >= 0) addField(field, id ? u"Id"_s : u"Name"_s);
    return true;
}

SoqlResult<void> RecordPrinter::addTypeOf(const SoqlItem& item, const SoqlQuery& query)
{
    const ObjectType& type = m_organisation->type(m_object);
    const int via = type.findRelationship(item.path.parts.last());
    if (via < 0 || type.field(via).storage != Storage::Polymorphic)
        return tl::unexpected(noSuchRelationship(query, item.path, item.path.parts.last()));
    Node node = polymorphicNode(type.field(via));
    for (size_t i = 0; i < node.variants.size(); ++i) {
        if (!node.variants[i]) continue;
        const QString object = m_organisation->type(node.source.targets[i]).name;
        for (const SoqlTypeOf::Case& branch : item.typeOf->cases) {
            if (!branch.object.isEmpty() && branch.object.compare(object, Qt::CaseInsensitive) != 0) continue;
            for (const SoqlPath& path : branch.fields) {
                if (branch.object.isEmpty()) {
                    if (!node.variants[i]->addOwnAspect(path.parts.join(u'.')))
                        return tl::unexpected(noSuchColumn(query, path, path.parts.last(), u"Name"_s));
                    continue;
                }
                SoqlItem field;
                field.path = path;
                if (auto added = node.variants[i]->add(field, query); !added) return added;
            }
            break;
        }
    }
    m_nodes.push_back(std::move(node));
    return {};
}

void RecordPrinter::print(QByteArray& out, RowNumber row, Deleted deleted, ChildPages* pages) const
{
    out.append(m_head);
    const qsizetype at = out.size();
    out.resize(at + 18);
    m_organisation->table(m_object).row(row).id.writeTo(out.data() + at);
    out.append("\"}", 2);
    for (const Node& node : m_nodes) {
        out.append(node.key);
        if (node.parent) {
            const RowNumber parent = follow(*m_organisation, node.source, row);
            if (parent == kNoRow)
                out.append("null", 4);
            else
                node.parent->print(out, parent, deleted);
        } else if (node.children) {
            printChildren(out, node, row, deleted, pages);
        } else if (!node.variants.empty()) {
            printVariant(out, node, row, deleted);
        } else if (!node.constant.isEmpty()) {
            out.append(node.constant);
        } else if (node.source.type == FieldType::Base64) {
            printAddress(out, node, row);
        } else {
            appendValue(out, *m_organisation, node.source, row);
        }
    }
    out.append('}');
}

/// Bytes are not shown: where they are is.
void RecordPrinter::printAddress(QByteArray& out, const Node& node, RowNumber row) const
{
    const QByteArray id = m_organisation->table(m_object).row(row).id.toString().toLatin1();
    out.append('"' + m_servicePath + "/sobjects/" + m_organisation->type(m_object).name.toUtf8() + '/' + id +
               '/' + node.name.toUtf8() + '"');
}

void RecordPrinter::printChildren(QByteArray& out, const Node& node, RowNumber row, Deleted deleted,
                                  ChildPages* pages) const
{
    const std::vector<RowNumber> rows = node.children->runUnder(row, deleted);
    if (rows.empty()) {
        out.append("null", 4);
        return;
    }
    size_t shown = rows.size();
    out.append("{\"totalSize\":" + QByteArray::number(qulonglong(rows.size())));
    if (pages && rows.size() > pages->pageSize()) {
        shown = pages->pageSize();
        out.append(",\"done\":false,\"nextRecordsUrl\":\"" + pages->keep(node.children, rows) +
                   "\",\"records\":[");
    } else {
        out.append(",\"done\":true,\"records\":[");
    }
    for (size_t i = 0; i < shown; ++i) {
        node.children->print(out, rows[i], deleted, pages);
        out.append(',');
    }
    out.back() = ']';
    out.append('}');
}

void RecordPrinter::printVariant(QByteArray& out, const Node& node, RowNumber row, Deleted deleted) const
{
    const Table& table = m_organisation->table(m_object);
    for (size_t i = 0; i < node.variants.size(); ++i) {
        const RowNumber target = table.reference(row, node.source.slot + int(i));
        if (target == kNoRow || !node.variants[i]) continue;
        node.variants[i]->print(out, target, deleted);
        return;
    }
    out.append("null", 4);
}

int RecordPrinter::childRows(RowNumber row) const
{
    int count = 0;
    for (const Node& node : m_nodes) {
        if (node.children) count += int(node.children->runUnder(row, Deleted::Hidden).size());
    }
    return count;
}

} // namespace tieout::sandbox::salesforce
