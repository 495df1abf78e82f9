#include "sandbox/salesforce/schema/schemaparts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

/// What a file can hang on; a version's place of publishing has the same order.
QStringList placeTargets()
{
    return {u"Account"_s, u"Contact"_s,  u"Opportunity"_s, u"Case"_s,  u"Lead"_s,
            u"Quote"_s,   u"Product2"_s, u"Task"_s,        u"Event"_s, u"User"_s};
}

ObjectType document()
{
    ObjectType type = object(u"ContentDocument"_s, u"Content Documents"_s, "069",
                             {
                                 text(u"Title"_s, 255, Required | NameField),
                                 text(u"FileExtension"_s, 40, ReadOnly),
                                 text(u"FileType"_s, 20, ReadOnly),
                                 number(u"ContentSize"_s, FieldType::Integer, 9, 0, ReadOnly),
                                 reference(u"LatestPublishedVersionId"_s, u"ContentVersion"_s, {}, ReadOnly),
                                 reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
                                 typed(u"Description"_s, FieldType::TextArea, 1000),
                                 flag(u"IsArchived"_s),
                             });
    type.createable = false;
    return type;
}

ObjectType version()
{
    ObjectType type =
        object(u"ContentVersion"_s, u"Content Versions"_s, "068",
               {
                   reference(u"ContentDocumentId"_s, u"ContentDocument"_s, u"ContentVersions"_s,
                             CreateOnly | Cascades),
                   text(u"Title"_s, 255, NameField | Defaulted),
                   text(u"PathOnClient"_s, 500, Required | CreateOnly),
                   typed(u"VersionData"_s, FieldType::Base64, 0, Required | CreateOnly),
                   text(u"VersionNumber"_s, 20, ReadOnly),
                   flag(u"IsLatest"_s, ReadOnly),
                   text(u"FileExtension"_s, 40, ReadOnly),
                   text(u"FileType"_s, 20, ReadOnly),
                   number(u"ContentSize"_s, FieldType::Integer, 9, 0, ReadOnly),
                   text(u"Checksum"_s, 50, ReadOnly),
                   picklist(u"Origin"_s, {u"C"_s, u"H"_s}, Defaulted | CreateOnly | Restricted),
                   picklist(u"ContentLocation"_s, {u"S"_s, u"E"_s, u"L"_s}, Defaulted | CreateOnly),
                   polymorphic(u"FirstPublishLocationId"_s, placeTargets(), {}, CreateOnly),
                   text(u"ReasonForChange"_s, 1000),
                   typed(u"Description"_s, FieldType::TextArea, 1000),
                   reference(u"OwnerId"_s, u"User"_s, {}, Defaulted),
               });
    type.deletable = false;
    return type;
}

ObjectType link()
{
    return object(u"ContentDocumentLink"_s, u"Content Document Links"_s, "06A",
                  {
                      reference(u"ContentDocumentId"_s, u"ContentDocument"_s, u"ContentDocumentLinks"_s,
                                Required | CreateOnly | Cascades),
                      polymorphic(u"LinkedEntityId"_s, placeTargets(), u"ContentDocumentLinks"_s,
                                  Required | CreateOnly),
                      picklist(u"ShareType"_s, {u"V"_s, u"C"_s, u"I"_s}, Defaulted | Restricted),
                      picklist(u"Visibility"_s, {u"AllUsers"_s, u"InternalUsers"_s, u"SharedUsers"_s},
                               Defaulted | Restricted),
                  });
}

} // namespace

void addContentObjects(Schema& schema)
{
    for (ObjectType (*const make)() : {document, version, link})
        schema.add(make());
}

} // namespace tieout::sandbox::salesforce
