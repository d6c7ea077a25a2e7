# onroll_law_constants(law) turns data/law and the code sets of data/reference into "generated/law/rule_ids.h" and a source
# of library `law`. Tests run the generator itself on bad data.
function(onroll_law_constants name)
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/data/law/*.toml" "${CMAKE_SOURCE_DIR}/data/reference/*.toml")
  set(out "${CMAKE_BINARY_DIR}/generated/law")
  add_custom_command(
    OUTPUT "${out}/rule_ids.h" "${out}/provisions_data.cpp"
    COMMAND law_constants "${out}" ${files}
    DEPENDS law_constants ${files}
    COMMENT "Reading data/law")
  add_custom_target(law_constants_made DEPENDS "${out}/rule_ids.h" "${out}/provisions_data.cpp")
  target_sources(${name} PRIVATE "${out}/rule_ids.h" "${out}/provisions_data.cpp")
  set_source_files_properties("${out}/provisions_data.cpp" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  if(TARGET test_${name})
    target_compile_definitions(test_${name} PRIVATE ONROLL_LAW_CONSTANTS="$<TARGET_FILE:law_constants>")
    add_dependencies(test_${name} law_constants)
  endif()
endfunction()
