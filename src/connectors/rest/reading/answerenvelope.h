#pragma once

#include "connectors/rest/reading/answerpath.h"
#include "connectors/rest/reading/recordreader.h"

#include <array>

namespace tieout::connectors {

/// What to look for around the records.
struct Envelope {
    enum Member : size_t { Total, PageCount, PageSize, Next, Done, More, Count };

    explicit Envelope(const AnswerLayout& layout)
        : path(answerPath(layout.records))
        , element(layout.element.toStdString())
        , isRecord(layout.isRecord)
    {
        const QString* texts[Count] = {&layout.total, &layout.pageCount, &layout.pageSize,
                                       &layout.next,  &layout.done,      &layout.more};
        for (size_t i = 0; i < Count; ++i) {
            if (texts[i]->isEmpty()) continue;
            const QStringList parts = texts[i]->split(u'.');
            for (const QString& part : parts)
                members[i].push_back(part.toStdString());
        }
    }

    AnswerPath path;
    std::array<std::vector<std::string>, Count> members;
    std::string element;
    bool isRecord = false;
};

/// The members of an envelope that may still be met below an object.
using Sought = std::array<bool, Envelope::Count>;

[[nodiscard]] model::FieldType memberType(size_t member);
void keepMember(DecodedPage& page, size_t member, const model::Value& value);

} // namespace tieout::connectors
