# Translations: lrelease at build, the .qm files inside the library as :/tieout/translations, and the target `translations`,
# which brings translations/*.ts up to date with the sources (./dev translations).

find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

# tieout_translations(<target>): every language of translations/.
function(tieout_translations target)
  file(GLOB languages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/tieout_*.ts)
  set(folder ${CMAKE_BINARY_DIR}/translations)
  file(MAKE_DIRECTORY ${folder})
  set_source_files_properties(${languages} PROPERTIES OUTPUT_LOCATION ${folder})
  qt6_add_translation(compiled ${languages} OPTIONS -silent)
  set(listed "<RCC><qresource prefix=\"/tieout/translations\">\n")
  foreach(file IN LISTS compiled)
    get_filename_component(name ${file} NAME)
    string(APPEND listed "<file>${name}</file>\n")
  endforeach()
  file(CONFIGURE OUTPUT ${folder}/translations.qrc CONTENT "${listed}</qresource></RCC>\n" @ONLY)
  set(source ${folder}/qrc_translations.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND Qt6::rcc --name translations ${folder}/translations.qrc --output ${source}
    DEPENDS ${folder}/translations.qrc ${compiled} VERBATIM)
  set_source_files_properties(${source} PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${source})

  add_custom_target(translations
    COMMAND ${CMAKE_COMMAND} -DLUPDATE=$<TARGET_FILE:Qt6::lupdate> -DSOURCE=${CMAKE_SOURCE_DIR} -DWORK=${folder}
            -P ${CMAKE_SOURCE_DIR}/cmake/UpdateTranslations.cmake
    VERBATIM)
endfunction()
