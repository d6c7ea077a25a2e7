// One process per SQLite file: a lock that the kernel lets go when the process ends, however it
// ends. Internal to platform/db.
#pragma once

#include "kernel/result.h"

#include <filesystem>

namespace onroll::db {

class LockFile {
public:
    /// Takes the lock, or says (conflict) which process has it and what to do.
    static Result<LockFile> take(const std::filesystem::path& path);

    LockFile(LockFile&& other) noexcept;
    LockFile& operator=(LockFile&& other) noexcept;
    ~LockFile();

    /// Whether the last holder ended without note_clean_stop: killed, crashed, or the power went.
    bool was_left_in_use() const { return was_left_in_use_; }
    /// Says for the next holder that all was closed in order.
    void note_clean_stop() noexcept;

private:
    LockFile(int descriptor, bool was_left_in_use)
        : descriptor_(descriptor), was_left_in_use_(was_left_in_use)
    {
    }
    int descriptor_ = -1;
    bool was_left_in_use_ = false;
};

} // namespace onroll::db
