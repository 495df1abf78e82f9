# One place for flags, precompiled headers and the two shapes a target can have: library and program.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTOUIC_SEARCH_PATHS ${CMAKE_SOURCE_DIR}/ui)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
if(TIEOUT_SANITIZE) # the optimiser's second level doubles the time to build and finds nothing more
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
endif()

find_program(TIEOUT_CCACHE ccache)
if(TIEOUT_CCACHE AND NOT MSVC)
  # Paths relative to the source folder: another clone finds what this one compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${TIEOUT_CCACHE})
endif()

add_library(tieout_flags INTERFACE)
target_include_directories(tieout_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(tieout_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 TIEOUT_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(tieout_flags INTERFACE /W4 /utf-8 /permissive- /Zc:__cplusplus)
else()
  target_compile_options(tieout_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wunused -Werror=return-type -Werror=switch -Werror=unused-result)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(tieout_flags INTERFACE -fcoroutines)
    find_program(TIEOUT_LLD ld.lld)
    if(TIEOUT_LLD)
      target_link_options(tieout_flags INTERFACE -fuse-ld=lld)
    endif()
  endif()
endif()
if(TIEOUT_SANITIZE)
  target_compile_options(tieout_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_link_options(tieout_flags INTERFACE -fsanitize=address,undefined)
endif()
if(TIEOUT_FUZZ)
  target_compile_options(tieout_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
endif()

# One precompiled header for everything: Qt Core, coroutines, Result. Compiled once, reused by each target.
option(TIEOUT_PCH "Use the precompiled header (off for tools that read the compile commands)" ON)
function(_tieout_use_pch target)
  if(NOT TIEOUT_PCH)
    return()
  endif()
  if(NOT TARGET tieout_pch)
    file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "")
    add_library(tieout_pch OBJECT ${CMAKE_BINARY_DIR}/pch.cpp)
    target_link_libraries(tieout_pch PRIVATE tieout_flags Qt6::Core QCoro::Coro tl::expected)
    target_precompile_headers(tieout_pch PRIVATE
      <algorithm> <array> <chrono> <functional> <memory> <optional> <span> <string> <string_view> <utility>
      <variant> <vector> <QByteArray> <QDate> <QDateTime> <QHash> <QList> <QObject> <QString>
      <QStringList> <QTimeZone> <QUrl> <QVariant> <QCoro/QCoroTask> <tl/expected.hpp>)
    set_target_properties(tieout_pch PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  endif()
  target_precompile_headers(${target} REUSE_FROM tieout_pch)
endfunction()

# tieout_library(<name> LINK PUBLIC … PRIVATE … [GUI] [EXCEPT file…]): src/<name>/**/*.{h,cpp} as tieout_<name>.
function(tieout_library name)
  cmake_parse_arguments(arg "GUI" "" "LINK;EXCEPT" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp
       ${CMAKE_SOURCE_DIR}/src/${name}/*.h)
  foreach(except IN LISTS arg_EXCEPT)
    list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/src/${name}/${except})
  endforeach()
  file(GLOB resources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/${name}.qrc)
  add_library(tieout_${name} STATIC ${sources} ${resources} ${CMAKE_SOURCE_DIR}/cmake/empty.cpp)
  target_link_libraries(tieout_${name} PUBLIC tieout_flags ${arg_LINK})
  if(NOT arg_GUI)
    set_target_properties(tieout_${name} PROPERTIES AUTOUIC OFF)
  endif()
  _tieout_use_pch(tieout_${name})
endfunction()

# tieout_program(<name> SOURCES <folder of src> [ONLY file…] LINK … [GUI])
function(tieout_program name)
  cmake_parse_arguments(arg "GUI" "SOURCES" "ONLY;LINK" ${ARGN})
  if(arg_ONLY)
    list(TRANSFORM arg_ONLY PREPEND ${CMAKE_SOURCE_DIR}/src/${arg_SOURCES}/ OUTPUT_VARIABLE sources)
  else()
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${arg_SOURCES}/*.cpp
         ${CMAKE_SOURCE_DIR}/src/${arg_SOURCES}/*.h)
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE tieout_flags ${arg_LINK})
  if(arg_GUI)
    set_target_properties(${name} PROPERTIES WIN32_EXECUTABLE ON MACOSX_BUNDLE OFF)
  endif()
  _tieout_use_pch(${name})
endfunction()

# tieout_test(<file> LINK …): one executable per test class, run offscreen from its own temporary folder.
function(tieout_test file)
  cmake_parse_arguments(arg "" "" "LINK;LABELS" ${ARGN})
  get_filename_component(name ${file} NAME_WE)
  if(TARGET ${name}) # two libraries may test a class of the same name
    get_filename_component(folder ${file} DIRECTORY)
    get_filename_component(folder ${folder} NAME)
    string(APPEND name "-${folder}")
  endif()
  add_executable(${name} ${file})
  target_link_libraries(${name} PRIVATE tieout_flags ${arg_LINK} Qt6::Test)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE TIEOUT_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    TIEOUT_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  _tieout_use_pch(${name})
  add_test(NAME ${name} COMMAND ${name})
  set(limit 300)
  if(TIEOUT_SANITIZE) # several times slower
    set(limit 1200)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${limit}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;no_proxy=*;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0"
    LABELS "${arg_LABELS}")
endfunction()
