// Room that is kept on the disk of a SQLite database for the hour when it is full. Then the reserve
// is given up, so that what must still be written can be: the notes of what is read, and signing
// out. Everything else is refused until there is room to keep the reserve again. trust.md R-06.
#pragma once

#include "platform/db/database.h"

#include "kernel/result.h"

#include <cstdint>

namespace onroll::db {

/// While one lives, what this thread writes may use the room that the reserve left.
class UrgentWork {
public:
    UrgentWork();
    ~UrgentWork();
    UrgentWork(const UrgentWork&) = delete;
    UrgentWork& operator=(const UrgentWork&) = delete;
    static bool is_done_here();

private:
    bool before_;
};

inline constexpr std::uint64_t usual_reserve = std::uint64_t{8} << 20;

/// Keeps so many bytes in a file beside the database, from now on. unavailable where there is no
/// room for it. Nothing to do on PostgreSQL, whose disk is its own server's.
Result<void> keep_reserve(Database& database, std::uint64_t bytes = usual_reserve);

} // namespace onroll::db
