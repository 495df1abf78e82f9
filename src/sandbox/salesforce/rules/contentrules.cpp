#include "sandbox/salesforce/rules/contentrules.h"

#include "sandbox/salesforce/fragment.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

/// What a record of JSON may carry; larger files come as multipart. One limit for both here: the wire of the
/// practice company ends before the service's 2 GB.
constexpr qsizetype kMostBytes = 37'500'000;

QString typeOf(const QString& extension)
{
    static const QHash<QString, QString> kTypes{
        {u"pdf"_s, u"PDF"_s}, {u"txt"_s, u"TEXT"_s},  {u"csv"_s, u"CSV"_s},     {u"png"_s, u"PNG"_s},
        {u"jpg"_s, u"JPG"_s}, {u"jpeg"_s, u"JPG"_s},  {u"docx"_s, u"WORD_X"_s}, {u"xlsx"_s, u"EXCEL_X"_s},
        {u"zip"_s, u"ZIP"_s}, {u"html"_s, u"HTML"_s},
    };
    return kTypes.value(extension, u"UNKNOWN"_s);
}

} // namespace

std::optional<RowError> ContentRules::beforeSave(int object, Draft& draft, RowNumber self) const
{
    if (self != kNoRow) return {};
    return object == kContentVersion ? checkVersion(draft) : checkLink(draft);
}

std::optional<RowError> ContentRules::checkVersion(Draft& draft) const
{
    const auto text = [&](QStringView field) {
        return fragmentText(m_organisation.draftCell(kContentVersion, draft, field));
    };
    const auto set = [&](QStringView field, std::string fragment) {
        m_organisation.setCell(kContentVersion, draft, field, std::move(fragment));
    };
    const auto decoded = QByteArray::fromBase64Encoding(text(u"VersionData").toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return RowError{u"JSON_PARSER_ERROR"_s,
                        u"Cannot deserialize instance of base64Binary from VALUE_STRING"_s,
                        {u"VersionData"_s}};
    }
    if (decoded.decoded.size() > kMostBytes) {
        return RowError{u"EXCEEDED_MAX_SIZE_REQUEST"_s,
                        u"Maximum size of request reached. Maximum size of request is 52428800 bytes"_s,
                        {}};
    }
    const QString name = text(u"PathOnClient").section(u'/', -1).section(u'\\', -1);
    const qsizetype point = name.lastIndexOf(u'.');
    const QString extension = point > 0 ? name.mid(point + 1).toLower() : QString();
    if (text(u"Title").isEmpty()) set(u"Title", textFragment(point > 0 ? name.left(point) : name));
    set(u"FileExtension", extension.isEmpty() ? std::string() : textFragment(extension));
    set(u"FileType", textFragment(typeOf(extension)));
    set(u"ContentSize", std::to_string(decoded.decoded.size()));
    const QByteArray sum = QCryptographicHash::hash(decoded.decoded, QCryptographicHash::Md5).toHex();
    set(u"Checksum", textFragment(QString::fromLatin1(sum)));
    set(u"IsLatest", boolFragment(true));
    set(u"VersionNumber", textFragment(u"1"));
    return {};
}

std::optional<RowError> ContentRules::checkLink(Draft& draft) const
{
    const ObjectType& type = m_organisation.type(kContentDocumentLink);
    const RowNumber document =
        m_organisation.draftReference(kContentDocumentLink, draft, u"ContentDocumentId");
    const Field& by = type.field(type.find(u"ContentDocumentId"));
    const Field& ends = type.field(type.find(u"LinkedEntityId"));
    const Table& links = m_organisation.table(kContentDocumentLink);
    for (RowNumber at = links.firstChild(by.slot, document); at != kNoRow;
         at = links.nextChild(by.slot, at)) {
        if (links.row(at).deleted) continue;
        bool same = true;
        for (int slot = ends.slot; slot < ends.slot + int(ends.targets.size()); ++slot)
            same = same && links.reference(at, slot) == draft.references[size_t(slot)];
        if (!same) continue;
        return RowError{u"DUPLICATE_VALUE"_s,
                        u"duplicate value found: <unknown> duplicates value on record with id: <unknown>"_s,
                        {}};
    }
    return {};
}

void ContentRules::afterSave(RowNumber version)
{
    RowNumber document = m_organisation.reference(kContentVersion, version, u"ContentDocumentId");
    const bool isNew = document == kNoRow;
    if (isNew) document = makeDocument(version);
    makeLatest(document, version);
    if (isNew) link(document, version);
}

RowNumber ContentRules::makeDocument(RowNumber version)
{
    Draft draft = m_organisation.blank(kContentDocument);
    m_organisation.setReference(kContentDocument, draft, u"OwnerId", m_organisation.user());
    const RowNumber document = m_organisation.insert(kContentDocument, draft);
    Draft made = m_organisation.edit(kContentVersion, version);
    m_organisation.setReference(kContentVersion, made, u"ContentDocumentId", document);
    m_organisation.update(kContentVersion, version, made);
    return document;
}

/// The owner sees the file, and whoever sees the record it was published to.
void ContentRules::link(RowNumber document, RowNumber version)
{
    const ObjectType& type = m_organisation.type(kContentVersion);
    const Field& place = type.field(type.find(u"FirstPublishLocationId"));
    std::vector<RowNumber> owner(size_t(place.targets.size()), kNoRow);
    owner[size_t(place.targets.indexOf(u"User"_s))] = m_organisation.user();
    linkTo(document, owner, u"I");
    std::vector<RowNumber> published;
    for (int slot = place.slot; slot < place.slot + int(place.targets.size()); ++slot)
        published.push_back(m_organisation.table(kContentVersion).reference(version, slot));
    const bool any = std::any_of(published.begin(), published.end(), [](auto row) { return row != kNoRow; });
    if (any && published != owner) linkTo(document, published, u"V");
}

void ContentRules::linkTo(RowNumber document, const std::vector<RowNumber>& ends, QStringView share)
{
    const ObjectType& type = m_organisation.type(kContentDocumentLink);
    const Field& place = type.field(type.find(u"LinkedEntityId"));
    Draft draft = m_organisation.blank(kContentDocumentLink);
    m_organisation.setReference(kContentDocumentLink, draft, u"ContentDocumentId", document);
    std::copy(ends.begin(), ends.end(), draft.references.begin() + place.slot);
    m_organisation.setCell(kContentDocumentLink, draft, u"ShareType", textFragment(share));
    m_organisation.setCell(kContentDocumentLink, draft, u"Visibility", textFragment(u"AllUsers"));
    m_organisation.insert(kContentDocumentLink, draft);
}

void ContentRules::makeLatest(RowNumber document, RowNumber version)
{
    if (m_organisation.reference(kContentDocument, document, u"LatestPublishedVersionId") == version) return;
    const ObjectType& type = m_organisation.type(kContentVersion);
    const int slot = type.field(type.find(u"ContentDocumentId")).slot;
    const Table& versions = m_organisation.table(kContentVersion);
    int count = 0;
    for (RowNumber at = versions.firstChild(slot, document); at != kNoRow;
         at = versions.nextChild(slot, at)) {
        ++count;
        if (at == version || m_organisation.cell(kContentVersion, at, u"IsLatest") != "true") continue;
        Draft earlier = m_organisation.edit(kContentVersion, at);
        m_organisation.setCell(kContentVersion, earlier, u"IsLatest", boolFragment(false));
        m_organisation.update(kContentVersion, at, earlier);
    }
    Draft latest = m_organisation.edit(kContentVersion, version);
    m_organisation.setCell(kContentVersion, latest, u"VersionNumber", textFragment(QString::number(count)));
    m_organisation.update(kContentVersion, version, latest);
    Draft draft = m_organisation.edit(kContentDocument, document);
    for (const auto* field : {u"Title", u"FileExtension", u"FileType", u"ContentSize"})
        m_organisation.setCell(kContentDocument, draft, field,
                               std::string(m_organisation.cell(kContentVersion, version, field)));
    m_organisation.setReference(kContentDocument, draft, u"LatestPublishedVersionId", version);
    m_organisation.update(kContentDocument, document, draft);
}

} // namespace tieout::sandbox::salesforce
