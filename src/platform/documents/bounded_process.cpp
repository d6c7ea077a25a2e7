#include "platform/documents/bounded_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace onroll::documents {

namespace bounded_process_detail {

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    bool valid() const { return number_ >= 0; }

private:
    int number_;
};

/// An empty folder of this program's own, where a library may look for a home and find nothing.
class Scratch {
public:
    Scratch()
    {
        std::error_code trouble;
        auto pattern =
            (std::filesystem::temp_directory_path(trouble) / "onroll-work-XXXXXX").string();
        if (!trouble && ::mkdtemp(pattern.data())) path_ = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

bool write_all(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor, 0, SEEK_SET) == 0;
}

std::optional<std::string> read_all(int descriptor)
{
    struct stat about {};
    if (::fstat(descriptor, &about) != 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto got =
            ::pread(descriptor, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        have += static_cast<std::size_t>(got);
    }
    return bytes;
}

/// As the C library takes them; of those that name one variable the first counts.
std::vector<char*> pointers_to(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts the program: the input comes in, the output goes out, everything else is closed. The
/// error number where it could not be started.
int start(pid_t& child, const std::vector<std::string>& arguments, int input, int output,
          const std::string& folder, std::vector<std::string> environment = {})
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&how);
    ::posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    ::posix_spawn_file_actions_addchdir_np(&files, folder.c_str());
    sigset_t all, none;
    ::sigfillset(&all);
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&how, &all);
    ::posix_spawnattr_setsigmask(&how, &none);
    ::posix_spawnattr_setpgroup(&how, 0);
    ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                         POSIX_SPAWN_SETSIGMASK);

    for (const char* name : {"HOME=", "XDG_CACHE_HOME=", "TMPDIR="})
        environment.push_back(name + folder);
    environment.push_back("LANG=C.UTF-8");
    auto words = arguments;
    const auto words_given = pointers_to(words), set = pointers_to(environment);
    const int trouble =
        ::posix_spawn(&child, words.front().c_str(), &files, &how, words_given.data(), set.data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&how);
    return trouble;
}

void limit(pid_t child, const ProcessLimits& limits, rlim_t output_bytes)
{
    const auto seconds = std::max<rlim_t>(1, static_cast<rlim_t>(limits.time.count() / 1000));
    const std::array<std::pair<int, rlim_t>, 5> all{{{RLIMIT_AS, limits.memory_bytes},
                                                     {RLIMIT_CPU, seconds},
                                                     {RLIMIT_FSIZE, output_bytes},
                                                     {RLIMIT_NOFILE, 64},
                                                     {RLIMIT_CORE, 0}}};
    for (const auto& [what, most] : all) {
        const rlimit both{most, most};
        ::prlimit(child, static_cast<__rlimit_resource>(what), &both, nullptr);
    }
}

int milliseconds_until(std::chrono::steady_clock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<long>(0, left.count()));
}

/// Gives what comes through a pipe to `take`. False where it did not come, or was not taken, to its
/// end.
bool drain(int from, const std::function<bool(std::string_view)>& take,
           std::chrono::steady_clock::time_point deadline)
{
    std::string piece(65'536, '\0');
    for (;;) {
        pollfd one{from, POLLIN, 0};
        const int ready = ::poll(&one, 1, milliseconds_until(deadline));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        const auto got = ::read(from, piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (got == 0) return true;
        if (!take({piece.data(), static_cast<std::size_t>(got)})) return false;
    }
}

enum class Poured { to_the_end, not_wanted, failed };

/// Gives a program what `give` has, until there is no more or it reads no more.
Poured pour(int to, const std::function<Result<std::optional<std::string_view>>()>& give,
            std::chrono::steady_clock::time_point deadline)
{
    for (;;) {
        const auto piece = give();
        if (!piece) return Poured::failed;
        if (!*piece) return Poured::to_the_end;
        for (auto left = **piece; !left.empty();) {
            pollfd one{to, POLLOUT, 0};
            const int ready = ::poll(&one, 1, milliseconds_until(deadline));
            if (ready < 0 && errno == EINTR) continue;
            if (ready <= 0) return Poured::failed;
            // A program that has ended must not end us.
            const auto sent = ::send(to, left.data(), left.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (sent < 0) return Poured::not_wanted;
            left.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
}

/// The exit code; nothing where it was ended, by us or by a limit.
std::optional<int> wait_for(pid_t child, std::chrono::milliseconds time)
{
    bool ended = false;
    // The C library's pidfd_open() cannot be linked from C++ in Debian 12.
    const Descriptor watch(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    if (watch.valid()) {
        const auto deadline = std::chrono::steady_clock::now() + time;
        for (;;) {
            pollfd one{watch.number(), POLLIN, 0};
            const int ready = ::poll(&one, 1, milliseconds_until(deadline));
            if (ready < 0 && errno == EINTR) continue;
            ended = ready > 0;
            break;
        }
    }
    if (!ended) ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!ended || !WIFEXITED(status)) return std::nullopt;
    return WEXITSTATUS(status);
}

ProcessAnswer not_started(int trouble)
{
    return {trouble == ENOENT ? ProcessEnd::not_there : ProcessEnd::no_room, trouble};
}

ProcessAnswer run_into_pieces(const std::vector<std::string>& arguments, const FileWork& work,
                              const ProcessLimits& limits, int input, const std::string& folder)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {ProcessEnd::no_room};
    const Descriptor from(ends[0]);
    std::optional<Descriptor> to(std::in_place, ends[1]);
    const auto deadline = std::chrono::steady_clock::now() + limits.time;
    pid_t child = 0;
    if (const int trouble = start(child, arguments, input, to->number(), folder, work.environment))
        return not_started(trouble);
    to.reset(); // else the pipe has no end
    limit(child, limits, RLIM_INFINITY);
    const bool taken = drain(from.number(), work.take, deadline);
    if (!taken) ::kill(-child, SIGKILL);
    const auto code = wait_for(child, std::chrono::milliseconds(milliseconds_until(deadline)));
    if (!taken || !code) return {ProcessEnd::limited};
    return {ProcessEnd::exited, *code};
}

ProcessAnswer run_from_pieces(const std::vector<std::string>& arguments, const FileWork& work,
                              const ProcessLimits& limits, int output, const std::string& folder)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return {ProcessEnd::no_room};
    std::optional<Descriptor> to(std::in_place, ends[0]);
    std::optional<Descriptor> from(std::in_place, ends[1]);
    const auto deadline = std::chrono::steady_clock::now() + limits.time;
    pid_t child = 0;
    if (const int trouble =
            start(child, arguments, from->number(), output, folder, work.environment))
        return not_started(trouble);
    from.reset(); // else nobody notices that the program has ended
    limit(child, limits, RLIM_INFINITY);
    const auto poured = pour(to->number(), work.give, deadline);
    // Before the program sees an end: half of what it was to have must not look like all of it.
    if (poured == Poured::failed) ::kill(-child, SIGKILL);
    to.reset();
    const auto code = wait_for(child, std::chrono::milliseconds(milliseconds_until(deadline)));
    if (poured == Poured::failed || !code) return {ProcessEnd::limited};
    return {ProcessEnd::exited, *code};
}

} // namespace bounded_process_detail

ProcessAnswer run_bounded(const std::vector<std::string>& arguments, std::string_view input,
                          const ProcessLimits& limits)
{
    using namespace bounded_process_detail;
    const Scratch scratch;
    const Descriptor in(::memfd_create("input", MFD_CLOEXEC));
    const Descriptor out(::memfd_create("output", MFD_CLOEXEC));
    if (scratch.path().empty() || !in.valid() || !out.valid() || !write_all(in.number(), input))
        return {ProcessEnd::no_room};
    pid_t child = 0;
    if (const int trouble = start(child, arguments, in.number(), out.number(), scratch.path()))
        return not_started(trouble);
    limit(child, limits, limits.output_bytes);
    const auto code = wait_for(child, limits.time);
    if (!code) return {ProcessEnd::limited};
    auto output = read_all(out.number());
    if (!output) return {ProcessEnd::no_room};
    return {ProcessEnd::exited, *code, *std::move(output)};
}

ProcessAnswer run_on_files(const std::vector<std::string>& arguments, const FileWork& work,
                           const ProcessLimits& limits)
{
    using namespace bounded_process_detail;
    const Scratch scratch;
    const Descriptor in(
        ::open(work.input.empty() ? "/dev/null" : work.input.c_str(), O_RDONLY | O_CLOEXEC));
    if (work.take && in.valid() && !scratch.path().empty())
        return run_into_pieces(arguments, work, limits, in.number(), scratch.path());
    const Descriptor out(
        work.output.empty()
            ? ::open("/dev/null", O_WRONLY | O_CLOEXEC)
            : ::open(work.output.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (scratch.path().empty() || !in.valid() || !out.valid()) return {ProcessEnd::no_room};
    if (work.give) return run_from_pieces(arguments, work, limits, out.number(), scratch.path());
    pid_t child = 0;
    if (const int trouble =
            start(child, arguments, in.number(), out.number(), scratch.path(), work.environment))
        return not_started(trouble);
    limit(child, limits, RLIM_INFINITY);
    const auto code = wait_for(child, limits.time);
    if (!code) return {ProcessEnd::limited};
    return {ProcessEnd::exited, *code};
}

bool Turns::take(std::chrono::milliseconds wait)
{
    std::unique_lock lock(mutex_);
    if (!came_free_.wait_for(lock, wait, [this] { return free_ > 0; })) return false;
    --free_;
    return true;
}

void Turns::give_back()
{
    {
        const std::lock_guard lock(mutex_);
        ++free_;
    }
    came_free_.notify_one();
}

} // namespace onroll::documents
