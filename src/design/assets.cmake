# Builds the style sheet, script and icon from web/ and embeds them as embedded::web_files(); adds the components and charts to the library.
file(GLOB design_components CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/components/*.cpp")
file(GLOB design_charts CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/chart/*.cpp")
target_sources(design PRIVATE ${design_components} ${design_charts})

find_program(NODE_EXECUTABLE NAMES node nodejs REQUIRED)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS
  "${CMAKE_SOURCE_DIR}/web/styles/*" "${CMAKE_SOURCE_DIR}/web/scripts/*" "${CMAKE_SOURCE_DIR}/web/images/*")
set(web_out "${CMAKE_BINARY_DIR}/generated/web")
set(web_files "")
foreach(name onroll.css mirrored.css onroll.js mark.svg)
  list(APPEND web_files "${web_out}/${name}" "${web_out}/${name}.br" "${web_out}/${name}.gz")
endforeach()
add_custom_command(
  OUTPUT ${web_files}
  COMMAND "${NODE_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/web/build.js" "${web_out}"
  DEPENDS "${CMAKE_SOURCE_DIR}/web/build.js" "${CMAKE_SOURCE_DIR}/web/package-lock.json" ${web_sources}
  COMMENT "Building styles and scripts")
onroll_embed(design web_files "${web_out}" ${web_files})
