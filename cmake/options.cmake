# Compiler flags shared by every target. Presets choose between them; see CMakePresets.json.
option(ONROLL_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(ONROLL_FUZZ "Show the fuzzer each comparison (clang only)" OFF)

# For our own sources alone. SQLite's, in C, is compiled in one way for all presets, so that a `./test` compiles it once (cmake/sqlite.cmake).
function(onroll_compile)
  foreach(option IN LISTS ARGN)
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:${option}>)
  endforeach()
endfunction()

add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
onroll_compile(-Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers -fno-omit-frame-pointer)
if(NOT CMAKE_UNITY_BUILD)
  # Where many files are one unit, what is private to one is in sight of the next: the preset dev says which shadow is real.
  onroll_compile(-Wshadow)
endif()
add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
if(ONROLL_SANITIZE)
  onroll_compile(-fsanitize=address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
  # Asked at each arrow, and a sixth of all compiling. A null pointer that is used stops a test anyway, and the fuzz preset asks both.
  onroll_compile(-fno-sanitize=null,alignment)
  # Asked at each call of a std::function, with a mark before each function: a twentieth of all compiling. The fuzz preset asks it.
  onroll_compile(-fno-sanitize=function)
  # What the fuzzer steers by. Comparisons as well make every test twice as slow.
  onroll_compile(-fsanitize-coverage=inline-8bit-counters,pc-table)
endif()
if(ONROLL_FUZZ)
  onroll_compile(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  onroll_compile(-fstack-protector-strong)
  add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_FORTIFY_SOURCE=2>)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # A test program of 200 MB is put together in 1 s instead of 5.
  add_link_options(-fuse-ld=lld)
  # Boost 1.74 knows the coroutines of clang only by the names they had before C++20.
  add_compile_definitions(BOOST_ASIO_HAS_CO_AWAIT=1 BOOST_ASIO_HAS_STD_COROUTINE=1)
endif()
