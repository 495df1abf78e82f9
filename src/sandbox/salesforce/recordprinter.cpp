#include "sandbox/salesforce/queryplan.h"

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
    QStringList parts = item.path.parts;
    const ObjectType& type = m_organisation->type(m_object);
    const bool namesObject = parts.first().compare(query.alias, Qt::CaseInsensitive) == 0 ||
                             parts.first().compare(type.name, Qt::CaseInsensitive) == 0;
    if (parts.size() > 1 && namesObject && type.findRelationship(parts.first()) < 0) parts.removeFirst();
    // Checked whole first: the limit on parents and the messages are there.
    if (auto column = Column::find(*m_organisation, m_object, item.path, query); !column)
        return tl::unexpected(column.error());
    return addPath(parts, item.path, query);
}

void RecordPrinter::addField(int field)
{
    const ObjectType& type = m_organisation->type(m_object);
    Node node;
    node.name = type.field(field).name;
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
            if (!node.parent && !node.children && node.name == type.field(field).name) {
                return tl::unexpected(SoqlFault::at(u"INVALID_FIELD"_s, query.text, path.at,
                                                    u"duplicate field selected: "_s + node.name));
            }
        }
        addField(field);
        return {};
    }
    const Field& via = type.field(type.findRelationship(parts.first()));
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

void RecordPrinter::print(QByteArray& out, RowNumber row, Deleted deleted) const
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
            const std::vector<RowNumber> rows = node.children->runUnder(row, deleted);
            if (rows.empty()) {
                out.append("null", 4);
                continue;
            }
            out.append("{\"totalSize\":" + QByteArray::number(qulonglong(rows.size())) +
                       ",\"done\":true,\"records\":[");
            for (const RowNumber child : rows) {
                node.children->print(out, child, deleted);
                out.append(',');
            }
            out.back() = ']';
            out.append('}');
        } else {
            appendValue(out, *m_organisation, node.source, row);
        }
    }
    out.append('}');
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
