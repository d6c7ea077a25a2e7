// The file that keeps room on a disk, and whether it was given up. Internal to platform/db.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>

namespace onroll::db {

/// Safe to share between threads. Keeps nothing until keep() is called.
class ReserveFile {
public:
    /// Makes the file, its room taken on the disk. False where there is no room.
    bool keep(std::filesystem::path file, std::uint64_t bytes);
    /// The disk is full: removes the file.
    void give_up() noexcept;
    /// Whether ordinary work may go on: the room is kept, or there was enough to keep it again.
    bool lets_work_go_on();

private:
    bool make() const;

    std::mutex turn_;
    std::filesystem::path file_;
    std::uint64_t bytes_ = 0;
    bool given_up_ = false;
};

} // namespace onroll::db
