#include "support/tempworkspace.h"

using namespace Qt::StringLiterals;

namespace tieout::support {

TempWorkspace::TempWorkspace()
{
    reopen();
}

TempWorkspace::~TempWorkspace() = default;

QString TempWorkspace::path() const
{
    return m_folder.filePath(u"workspace.tieout"_s);
}

void TempWorkspace::reopen()
{
    close();
    auto opened = store::Store::open(path(), store::Access::ReadWrite, store::Threading::Inline);
    if (!opened) qFatal("no workspace: %s", qPrintable(opened.error().code + u' ' + opened.error().text));
    m_store = std::move(*opened);
}

void TempWorkspace::close()
{
    m_store.reset();
}

} // namespace tieout::support
