#include "sandbox/xero/contacts/contactgroupsresource.h"

#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kMostGroups = 100;

const FieldTable& groupFields()
{
    static const FieldTable kFields{
        {u"ContactGroupID", FieldKind::Guid}, {u"Name", FieldKind::Text}, {u"Status", FieldKind::Text}};
    return kFields;
}

constexpr Column<ContactGroup> kColumns[] = {
    {u"ContactGroupID", WhereType::Guid,
     [](const Tenant&, const ContactGroup& row) { return WhereValue(row.id); }},
    {u"Name", WhereType::Text, [](const Tenant&, const ContactGroup& row) { return whereText(row.name); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const ContactGroup& row) { return whereWord(row.deleted ? "DELETED" : "ACTIVE"); }},
};

void writeGroup(ReplyWriter& writer, const Tenant& tenant, const ContactGroup& group, RowDetail detail)
{
    writer.guid("ContactGroupID", group.id);
    writer.text("Name", group.name);
    writer.ascii("Status", group.deleted ? "DELETED" : "ACTIVE");
    writer.beginArray("Contacts");
    for (const int contact : group.contacts) {
        if (detail == RowDetail::Head) break;
        writer.beginObject();
        writeContactStub(writer, tenant.contacts.at(contact));
        writer.endObject();
    }
    writer.endArray();
    writer.flag("HasValidationErrors", false);
}

void check(const RowBook<ContactGroup>& groups, const ContactGroup& group, int position, QStringList& errors)
{
    if (group.name.isEmpty()) errors << u"Contact Group name must be specified."_s;
    int active = 0;
    for (int index = 0; index < groups.size(); ++index) {
        const ContactGroup& other = groups.at(index);
        if (other.deleted || index == position) continue;
        ++active;
        if (other.name.compare(group.name, Qt::CaseInsensitive) == 0)
            errors << u"A Contact Group already exists with this name"_s;
    }
    if (position < 0 && active >= kMostGroups)
        errors << u"You\u2019ve reached the limit of 100 contact groups."_s;
}

void leave(Tenant& tenant, int group, int contact)
{
    std::erase(tenant.groups.edit(group).contacts, contact);
    QList<int>& groups = tenant.groupsOf[contact];
    groups.removeOne(group);
    if (groups.isEmpty()) tenant.groupsOf.remove(contact);
}

void leaveAll(Tenant& tenant, int group)
{
    const std::vector<int> members = tenant.groups.at(group).contacts;
    for (const int contact : members)
        leave(tenant, group, contact);
}

Response save(const Call& call, int forced)
{
    Tenant& tenant = call.tenant;
    const auto saveOne = [&](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        QStringList errors;
        ContactGroup group = forced < 0 ? ContactGroup() : tenant.groups.at(forced);
        fields.take(1, group.name);
        group.name = group.name.trimmed();
        const QString status = fields.text(2).value_or(u"ACTIVE"_s);
        if (status != "ACTIVE"_L1 && status != "DELETED"_L1)
            errors << u"Contact Group status must be valid."_s;
        check(tenant.groups, group, forced, errors);
        if (errors.isEmpty()) {
            group.updated = call.now;
            if (forced < 0) {
                group.id = call.guids.next();
                group.created = call.now;
                tenant.groups.add(group);
            } else {
                group.deleted = status == "DELETED"_L1;
                tenant.groups.edit(forced) = group;
                if (group.deleted) leaveAll(tenant, forced);
            }
        }
        writeGroup(answer.beginRow(), tenant, group, RowDetail::Head);
        answer.endRow(errors, {});
    };
    return saveElements(call, "ContactGroups", u"ContactGroup", groupFields(), ErrorReport::Summarised,
                        saveOne);
}

Response addMembers(const Call& call, int group)
{
    static const FieldTable kFields{{u"ContactID", FieldKind::Guid}};
    Tenant& tenant = call.tenant;
    const auto addOne = [&](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        QStringList errors;
        const int contact = tenant.contacts.byId(fields.guid(0).value_or(QUuid()));
        if (contact < 0) {
            errors << u"The Contact with the specified ContactID could not be found"_s;
        } else if (!tenant.groupsOf.value(contact).contains(group)) {
            tenant.groups.edit(group).contacts.push_back(contact);
            tenant.groupsOf[contact].append(group);
        }
        ReplyWriter& writer = answer.beginRow();
        if (contact < 0)
            writer.guid("ContactID", fields.guid(0).value_or(QUuid()));
        else
            writeContactStub(writer, tenant.contacts.at(contact));
        answer.endRow(errors, {});
    };
    return saveElements(call, "Contacts", u"Contact", kFields, ErrorReport::Summarised, addOne);
}

Response answerMembers(const Call& call, int group)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 3) {
        if (method == "PUT") return addMembers(call, group);
        if (method != "DELETE") return notImplementedReply();
        leaveAll(call.tenant, group);
        return emptyReply(204);
    }
    if (method != "DELETE") return notImplementedReply();
    const int contact = call.tenant.contacts.byId(parseGuid(call.path[3]));
    if (contact < 0 || !call.tenant.groupsOf.value(contact).contains(group)) return notFoundReply();
    leave(call.tenant, group, contact);
    return emptyReply(204);
}

Response list(const Call& call)
{
    const RowBook<ContactGroup>& groups = call.tenant.groups;
    const auto choice = chooseRows<ContactGroup>(
        call, groups.size(), [&groups](int at) -> const ContactGroup& { return groups.at(at); },
        std::span(kColumns), {.type = u"ContactGroup", .pages = false},
        [](const ContactGroup& row) { return !row.deleted; });
    if (!choice) return choice.error();
    return rowsReply(call, "ContactGroups", *choice, [&call](ReplyWriter& writer, int position) {
        writeGroup(writer, call.tenant, call.tenant.groups.at(position), RowDetail::Head);
    });
}

} // namespace

Response answerContactGroups(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        return method == "PUT" ? save(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.groups.byId(parseGuid(call.path[1]));
    if (position < 0 || call.tenant.groups.at(position).deleted) return notFoundReply();
    if (call.path.size() > 2) {
        const bool members = call.path[2].compare("Contacts"_L1, Qt::CaseInsensitive) == 0;
        return members && call.path.size() <= 4 ? answerMembers(call, position) : notFoundReply();
    }
    if (method == "POST") return save(call, position);
    if (method != "GET") return notImplementedReply();
    return rowsReply(call, "ContactGroups", {{position}, std::nullopt}, [&call](ReplyWriter& writer, int at) {
        writeGroup(writer, call.tenant, call.tenant.groups.at(at), RowDetail::Whole);
    });
}

} // namespace tieout::sandbox::xero
