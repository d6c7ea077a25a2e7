// Signs where each chain ends, every hour, and writes it where it can be taken elsewhere: whoever
// holds such a line can show that nothing before it was altered since. trust.md L-02.
#pragma once

#include "audit/types.h"

#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace onroll::audit {

/// Signs the heads of each database that grew, and adds their lines to the file, which only its
/// owner can read. Answers how many were signed.
std::size_t keep_heads(const std::vector<db::Database*>& databases, const crypto::Key& seed,
                       const std::filesystem::path& file, Instant now);

/// Does so in a thread of its own while it lives, first at once and then every hour; and whatever
/// else is due each hour. What fails is logged and tried again the next hour.
class HeadKeeper {
public:
    struct Settings {
        std::function<std::vector<db::Database*>()> databases;
        crypto::Key seed;
        std::filesystem::path file;
        std::function<void()> also_each_hour = [] {};
    };
    /// The databases and the clock outlive it.
    HeadKeeper(Settings settings, const Clock& clock);
    ~HeadKeeper();
    HeadKeeper(const HeadKeeper&) = delete;
    HeadKeeper& operator=(const HeadKeeper&) = delete;

    /// Has its thread do all of it once more, and returns when that is done: for whoever cannot
    /// wait for the hour.
    void do_now();

private:
    void work(const std::stop_token& stop);

    Settings settings_;
    const Clock& clock_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::condition_variable finished_;
    std::uint64_t asked_ = 0; ///< rounds that somebody waits for
    std::uint64_t done_ = 0;  ///< those of them that are over
    std::jthread thread_;
};

} // namespace onroll::audit
