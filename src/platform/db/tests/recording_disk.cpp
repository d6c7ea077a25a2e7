#include "platform/db/tests/recording_disk.h"

#include "kernel/ensure.h"

#include <sqlite3.h>

#include <algorithm>
#include <mutex>

namespace onroll::db::tests {

/// The VFS that stands in front of the real one. Files keep their real bytes behind our own head.
struct Recorder {
    static inline RecordingDisk* disk = nullptr;
    static inline sqlite3_vfs* real = nullptr;
    static inline sqlite3_vfs ours{};
    static inline std::mutex turn;

    struct File {
        sqlite3_file head;
        const char* name; ///< SQLite's own, alive while the file is open; null for temporary files
        bool is_new;      ///< a log just made: SQLite's first sync of it is also one of its folder
        sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };

    static File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
    static sqlite3_file* inner(sqlite3_file* file) { return of(file)->inner(); }

    static std::string last_part(const char* name)
    {
        const std::string whole(name);
        return whole.substr(whole.find_last_of('/') + 1);
    }

    static void note(const char* name, DiskEvent::Kind kind, std::int64_t at, std::string bytes)
    {
        const std::lock_guard only(turn);
        if (disk && name) disk->events_.push_back({kind, last_part(name), at, std::move(bytes)});
    }

    static int close(sqlite3_file* file)
    {
        const int code = inner(file)->pMethods->xClose(inner(file));
        file->pMethods = nullptr;
        return code;
    }
    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
    {
        note(of(file)->name, DiskEvent::Kind::write, at,
             std::string(static_cast<const char*>(bytes), std::size_t(count)));
        return inner(file)->pMethods->xWrite(inner(file), bytes, count, at);
    }
    static int cut(sqlite3_file* file, sqlite3_int64 length)
    {
        note(of(file)->name, DiskEvent::Kind::cut, length, {});
        return inner(file)->pMethods->xTruncate(inner(file), length);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        note(of(file)->name, DiskEvent::Kind::sync, of(file)->is_new, {});
        of(file)->is_new = false;
        return inner(file)->pMethods->xSync(inner(file), flags);
    }

    /// Every method passes on what it is given, but those that change what is kept.
    static const sqlite3_io_methods* methods()
    {
        static const sqlite3_io_methods all{
            2, // no memory mapping of the file itself
            close,
            [](sqlite3_file* f, void* into, int count, sqlite3_int64 at) {
                return inner(f)->pMethods->xRead(inner(f), into, count, at);
            },
            write,
            cut,
            sync,
            [](sqlite3_file* f, sqlite3_int64* size) {
                return inner(f)->pMethods->xFileSize(inner(f), size);
            },
            [](sqlite3_file* f, int kind) { return inner(f)->pMethods->xLock(inner(f), kind); },
            [](sqlite3_file* f, int kind) { return inner(f)->pMethods->xUnlock(inner(f), kind); },
            [](sqlite3_file* f, int* held) {
                return inner(f)->pMethods->xCheckReservedLock(inner(f), held);
            },
            [](sqlite3_file* f, int what, void* with) {
                return inner(f)->pMethods->xFileControl(inner(f), what, with);
            },
            [](sqlite3_file* f) { return inner(f)->pMethods->xSectorSize(inner(f)); },
            [](sqlite3_file* f) { return inner(f)->pMethods->xDeviceCharacteristics(inner(f)); },
            [](sqlite3_file* f, int page, int size, int extend, void volatile** into) {
                return inner(f)->pMethods->xShmMap(inner(f), page, size, extend, into);
            },
            [](sqlite3_file* f, int at, int count, int flags) {
                return inner(f)->pMethods->xShmLock(inner(f), at, count, flags);
            },
            [](sqlite3_file* f) { inner(f)->pMethods->xShmBarrier(inner(f)); },
            [](sqlite3_file* f, int remove) {
                return inner(f)->pMethods->xShmUnmap(inner(f), remove);
            },
            nullptr,
            nullptr};
        return &all;
    }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given)
    {
        constexpr int logs = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
        int exists = 0;
        if (name) real->xAccess(real, name, SQLITE_ACCESS_EXISTS, &exists);
        of(file)->name = name;
        of(file)->is_new = !exists && (flags & logs) && (flags & SQLITE_OPEN_CREATE);
        const int code = real->xOpen(real, name, inner(file), flags, given);
        file->pMethods = inner(file)->pMethods ? methods() : nullptr;
        return code;
    }
    static int remove(sqlite3_vfs*, const char* name, int sync_folder)
    {
        note(name, DiskEvent::Kind::remove, sync_folder, {});
        return real->xDelete(real, name, sync_folder);
    }
};

RecordingDisk::RecordingDisk()
{
    ensure(Recorder::disk == nullptr, "one recording disk at a time");
    Recorder::real = sqlite3_vfs_find(nullptr);
    Recorder::ours = *Recorder::real;
    Recorder::ours.zName = "recording";
    Recorder::ours.szOsFile += int(sizeof(Recorder::File));
    Recorder::ours.xOpen = Recorder::open;
    Recorder::ours.xDelete = Recorder::remove;
    Recorder::disk = this;
    sqlite3_vfs_register(&Recorder::ours, 1);
}

RecordingDisk::~RecordingDisk()
{
    sqlite3_vfs_unregister(&Recorder::ours);
    sqlite3_vfs_register(Recorder::real, 1);
    Recorder::disk = nullptr;
}

void RecordingDisk::say(std::int64_t what)
{
    const std::lock_guard only(Recorder::turn);
    events_.push_back({DiskEvent::Kind::said, {}, what, {}});
}

void keep(const DiskEvent& event, Files& files)
{
    if (event.kind == DiskEvent::Kind::remove) files.erase(event.file);
    if (event.kind == DiskEvent::Kind::cut) files[event.file].resize(std::size_t(event.at));
    if (event.kind != DiskEvent::Kind::write) return;
    auto& held = files[event.file];
    const auto at = std::size_t(event.at);
    if (held.size() < at + event.bytes.size()) held.resize(at + event.bytes.size());
    std::copy(event.bytes.begin(), event.bytes.end(), held.begin() + std::ptrdiff_t(at));
}

void keep_in_part(const DiskEvent& event, Files& files, std::int64_t piece,
                  const std::function<bool()>& keeps)
{
    if (event.kind != DiskEvent::Kind::write) {
        if (keeps()) keep(event, files);
        return;
    }
    // Cut where the disk's own pieces end, not where the write began.
    const auto end = event.at + std::int64_t(event.bytes.size());
    for (auto from = event.at; from < end;) {
        const auto until = std::min(end, (from / piece + 1) * piece);
        if (keeps())
            keep({DiskEvent::Kind::write, event.file, from,
                  event.bytes.substr(std::size_t(from - event.at), std::size_t(until - from))},
                 files);
        from = until;
    }
}

} // namespace onroll::db::tests
