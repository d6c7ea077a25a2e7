# onroll_part(places DEPENDS kernel platform_csv LINK PkgConfig::ICAL)
#   makes the library `places` from src/places/*.cpp, with src/places/sql/*.sql and src/places/content/** embedded, and the
#   program `test_places` from src/places/tests/*_test.cpp. A nested folder is named with an underscore: platform_db.
include(CMakeParseArguments)

function(onroll_part name)
  cmake_parse_arguments(PART "" "" "DEPENDS;LINK" ${ARGN})
  string(REPLACE "platform_" "platform/" folder "${name}")
  set(root "${CMAKE_SOURCE_DIR}/src/${folder}")
  file(GLOB sources CONFIGURE_DEPENDS "${root}/*.cpp")
  file(GLOB embedded LIST_DIRECTORIES false CONFIGURE_DEPENDS "${root}/sql/*.sql" "${root}/content/*/*" "${root}/content/*/*/*")
  if(sources OR embedded)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} "${CMAKE_SOURCE_DIR}/src" "${CMAKE_BINARY_DIR}/generated")
  target_link_libraries(${name} ${scope} ${PART_DEPENDS} ${PART_LINK})
  if(embedded)
    onroll_embed(${name} "${name}_files" "${root}" ${embedded})
  endif()

  file(GLOB tests CONFIGURE_DEPENDS "${root}/tests/*.cpp")
  if(tests)
    add_executable(test_${name} ${tests} $<TARGET_OBJECTS:test_main>)
    target_include_directories(test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_link_libraries(test_${name} PRIVATE ${name} test_helpers doctest::doctest rapidcheck)
    target_compile_definitions(test_${name} PRIVATE ONROLL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    if(name STREQUAL platform_db OR platform_db IN_LIST PART_DEPENDS)
      target_link_libraries(test_${name} PRIVATE test_database)
    endif()
    if(name STREQUAL access OR access IN_LIST PART_DEPENDS)
      onroll_cheap_passwords(test_${name})
    endif()
    if(ONROLL_SANITIZE)
      # The fuzzer steers by the parts, not by their tests.
      target_compile_options(test_${name} PRIVATE -fno-sanitize-coverage=inline-8bit-counters,pc-table)
    endif()
    set_property(GLOBAL APPEND PROPERTY ONROLL_TESTS test_${name})
  endif()
endfunction()

# Gives a test program passwords that are quickly worked out: tests/helpers/cheap_passwords.cpp.
function(onroll_cheap_passwords program)
  target_sources(${program} PRIVATE $<TARGET_OBJECTS:cheap_passwords>)
  target_link_options(${program} PRIVATE -Wl,--wrap=crypto_pwhash_argon2id_str -Wl,--wrap=crypto_pwhash_argon2id_str_needs_rehash)
endfunction()

# onroll_embed(places places_files ROOT FILES...) makes "generated/embedded/places_files.h" declaring
# std::span<const onroll::EmbeddedFile> onroll::embedded::places_files(), names relative to ROOT.
function(onroll_embed target set root)
  set(out "${CMAKE_BINARY_DIR}/generated/embedded/${set}")
  add_custom_command(
    OUTPUT "${out}.cpp" "${out}.h"
    COMMAND embed_files "${set}" "${out}" "${root}" ${ARGN}
    DEPENDS embed_files ${ARGN}
    COMMENT "Embedding ${set}")
  target_sources(${target} PRIVATE "${out}.cpp" "${out}.h")
  set_source_files_properties("${out}.cpp" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# Turns data/reference/bank_holidays_one_off.csv into rows that kernel/bank_holidays.cpp includes.
function(onroll_one_off_bank_holidays)
  set(csv "${CMAKE_SOURCE_DIR}/data/reference/bank_holidays_one_off.csv")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${csv}")
  file(STRINGS "${csv}" lines)
  list(POP_FRONT lines)
  set(rows "")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "^([0-9]+)-0?([0-9]+)-0?([0-9]+),(added|removed),([^,]+),[^,]+$")
      message(FATAL_ERROR "${csv}: each row needs a date, a change, a name and a source: ${line}")
    endif()
    string(APPEND rows "{${CMAKE_MATCH_1}, ${CMAKE_MATCH_2}, ${CMAKE_MATCH_3}, Change::${CMAKE_MATCH_4}, \"${CMAKE_MATCH_5}\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/reference/bank_holidays_one_off.inc" CONTENT "${rows}" @ONLY)
endfunction()
