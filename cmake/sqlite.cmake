# SQLite's amalgamation, compiled in. Debian 12's 3.40 has a WAL race that can corrupt (docs/decisions), so the
# source is the one that the npm package better-sqlite3 carries, pinned in web/package-lock.json.
set(amalgamation "${CMAKE_SOURCE_DIR}/web/node_modules/better-sqlite3/deps/sqlite3")
if(NOT EXISTS "${amalgamation}/sqlite3.c")
  message(FATAL_ERROR "Run tools/setup first: web/node_modules is not filled")
endif()
add_library(sqlite STATIC "${amalgamation}/sqlite3.c")
target_include_directories(sqlite SYSTEM PUBLIC "${amalgamation}")
# The same in every preset, by the same compiler, so that a second preset finds it compiled. Its own project runs it under sanitizers.
target_compile_options(sqlite PRIVATE -w -O2 -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
target_compile_definitions(sqlite PRIVATE
  SQLITE_THREADSAFE=2 SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_ENABLE_FTS5 SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_MAX_EXPR_DEPTH=0
  SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_SECURE_DELETE SQLITE_ENABLE_DBPAGE_VTAB)
target_link_libraries(sqlite PRIVATE Threads::Threads)
set_target_properties(sqlite PROPERTIES UNITY_BUILD OFF)
