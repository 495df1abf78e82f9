# libxlsxwriter: vcpkg brings a CMake package, Debian and Homebrew a pkg-config file. Gives Xlsxwriter::Xlsxwriter.

find_package(unofficial-libxlsxwriter CONFIG QUIET)
if(TARGET unofficial::libxlsxwriter::libxlsxwriter)
  set(Xlsxwriter_LIBRARY unofficial::libxlsxwriter::libxlsxwriter)
  set(Xlsxwriter_INCLUDE_DIR "from package")
else()
  find_path(Xlsxwriter_INCLUDE_DIR xlsxwriter.h)
  find_library(Xlsxwriter_LIBRARY NAMES xlsxwriter libxlsxwriter)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Xlsxwriter REQUIRED_VARS Xlsxwriter_LIBRARY Xlsxwriter_INCLUDE_DIR)

if(Xlsxwriter_FOUND AND NOT TARGET Xlsxwriter::Xlsxwriter)
  add_library(Xlsxwriter::Xlsxwriter INTERFACE IMPORTED)
  target_link_libraries(Xlsxwriter::Xlsxwriter INTERFACE ${Xlsxwriter_LIBRARY})
  if(NOT TARGET ${Xlsxwriter_LIBRARY})
    target_include_directories(Xlsxwriter::Xlsxwriter SYSTEM INTERFACE ${Xlsxwriter_INCLUDE_DIR})
  endif()
endif()
