// A disk under SQLite that remembers, in order, what was written, cut and made durable, so that a
// test can say what a power cut would have left. One at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace onroll::db::tests {

/// One thing that happened to a file, or that the test said (`said`).
struct DiskEvent {
    enum class Kind { write, cut, sync, remove, said };
    Kind kind = Kind::said;
    std::string file; ///< the last part of its name
    /// write: offset; cut: new length; said: what was said; sync and remove: not 0 where the folder
    /// was made durable with it.
    std::int64_t at = 0;
    std::string bytes = {}; ///< write
};

/// What files hold, by name.
using Files = std::map<std::string, std::string>;

/// Used by every SQLite file that is opened while it lives.
class RecordingDisk {
public:
    RecordingDisk();
    ~RecordingDisk();
    RecordingDisk(const RecordingDisk&) = delete;
    RecordingDisk& operator=(const RecordingDisk&) = delete;

    /// Puts a mark of the test's own among the events.
    void say(std::int64_t what);
    const std::vector<DiskEvent>& events() const { return events_; }

private:
    friend struct Recorder;
    std::vector<DiskEvent> events_;
};

/// Does to `files` what an event did; with `pieces`, only those pieces of a write of `piece` bytes
/// that it keeps, as a disk that lost power in the middle.
void keep(const DiskEvent& event, Files& files);
void keep_in_part(const DiskEvent& event, Files& files, std::int64_t piece,
                  const std::function<bool()>& keeps);

} // namespace onroll::db::tests
