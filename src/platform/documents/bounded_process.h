// Another program at work on some bytes, within limits: bytes go in, bytes come out, and it sees
// nothing else. No environment, no descriptors, an empty folder that is removed, little memory and
// time. Bytes stay in memory. docs/decisions/2026-11-25-documents-in-a-process-of-their-own.md
#pragma once

#include "kernel/result.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::documents {

struct ProcessLimits {
    std::chrono::milliseconds time{20'000};
    std::size_t memory_bytes = std::size_t{1} << 30; ///< of addresses, of which it uses a tenth
    std::size_t output_bytes = std::size_t{32} << 20;
};

/// `not_there`: no such program. `limited`: ended, by us or by a limit. `no_room`: no memory or no
/// folder to begin with.
enum class ProcessEnd { exited, not_there, limited, no_room };

struct ProcessAnswer {
    ProcessEnd end = ProcessEnd::no_room;
    int code = 0; ///< where it exited
    std::string output{};
};

/// Runs `arguments`, the first of which is the program's whole path. It reads `input` as its
/// standard input, which it may also open by name and wind back: input_path. Its own messages are
/// dropped.
ProcessAnswer run_bounded(const std::vector<std::string>& arguments, std::string_view input,
                          const ProcessLimits& limits = {});

/// What a program reads and writes that does not fit into memory.
struct FileWork {
    std::filesystem::path input{};  ///< its standard input; nothing where empty
    std::filesystem::path output{}; ///< a new file of its standard output; dropped where empty
    /// In place of a file: asked for its standard input piece by piece, nothing after the last; an
    /// error ends the program. Its output is then dropped.
    std::function<Result<std::optional<std::string_view>>()> give{};
    /// In place of a file: given its standard output piece by piece; false ends the program.
    std::function<bool(std::string_view)> take{};
    std::vector<std::string> environment{}; ///< `NAME=value`, before our own, for what must not be
                                            ///< among the arguments, which everybody may see
};

/// As run_bounded, from a file into a file. `output_bytes` does not bound it; the disk does.
ProcessAnswer run_on_files(const std::vector<std::string>& arguments, const FileWork& work,
                           const ProcessLimits& limits);

/// What a program that wants a file's name is given for the input.
inline constexpr const char* input_path = "/dev/stdin";

/// A number of turns that threads take and give back.
class Turns {
public:
    explicit Turns(int count) : free_(count) {}
    /// Whether a turn came free within `wait`; whoever took one gives it back.
    bool take(std::chrono::milliseconds wait);
    void give_back();

private:
    std::mutex mutex_;
    std::condition_variable came_free_;
    int free_;
};

} // namespace onroll::documents
