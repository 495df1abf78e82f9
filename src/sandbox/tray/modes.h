#pragma once

namespace tieout::sandbox::tray {

/// What differs between accounts, and the bad answers of an export.
struct Modes {
    bool legacySchema = false;    ///< viewer.workflows and their logs are there
    bool malformedExport = false; ///< exportedProjectJson is cut
    bool largeExport = false;     ///< exportedProjectJson has several megabytes
    bool partialErrors = false;   ///< GraphQL answers data and errors at once
};

} // namespace tieout::sandbox::tray
