#include "service/templatecatalogue.h"

#include <QDir>
#include <QFile>

// Resources of a static library are registered by hand, from outside any namespace.
static void registerTemplates()
{
    Q_INIT_RESOURCE(service);
}

namespace tieout::service {

TemplateCatalogue::TemplateCatalogue()
{
    registerTemplates();
    const QDir folder(QStringLiteral(":/templates"));
    const auto names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const auto& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto json = Json::parse(file.readAll());
        if (!json) {
            m_faults += json.error();
            continue;
        }
        auto flowTemplate = model::flowTemplateFromJson(*json);
        if (flowTemplate)
            m_templates += std::move(*flowTemplate);
        else
            m_faults += flowTemplate.error();
    }
}

const model::FlowTemplate* TemplateCatalogue::find(const QString& id) const
{
    for (const auto& each : m_templates)
        if (each.flow.templateId == id) return &each;
    return nullptr;
}

} // namespace tieout::service
