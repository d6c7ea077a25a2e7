#include "audit/head_keeper.h"

#include "audit/chain.h"
#include "audit/store.h"

#include "platform/log/log.h"

#include <chrono>
#include <exception>
#include <fstream>
#include <system_error>
#include <utility>

namespace onroll::audit {

std::size_t keep_heads(const std::vector<db::Database*>& databases, const crypto::Key& seed,
                       const std::filesystem::path& file, Instant now)
{
    std::size_t count = 0;
    for (auto* database : databases) {
        const auto heads = sign_heads(*database, seed, now);
        if (heads.empty()) continue;
        const bool is_new = !std::filesystem::exists(file);
        std::ofstream out(file, std::ios::app);
        for (const auto& head : heads) out << line_of(head) << "\n";
        out.flush();
        if (!out) log::warning("signed heads could not be written");
        std::error_code ignored;
        if (is_new)
            std::filesystem::permissions(
                file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                ignored);
        count += heads.size();
    }
    return count;
}

HeadKeeper::HeadKeeper(Settings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock),
      thread_([this](const std::stop_token& stop) { work(stop); })
{
}

HeadKeeper::~HeadKeeper()
{
    thread_.request_stop();
    woken_.notify_all();
}

void HeadKeeper::do_now()
{
    std::unique_lock lock(mutex_);
    const auto round = ++asked_;
    woken_.notify_all();
    finished_.wait(lock, [&] { return done_ >= round; });
}

void HeadKeeper::work(const std::stop_token& stop)
{
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        try {
            keep_heads(settings_.databases(), settings_.seed, settings_.file, clock_.now());
            settings_.also_each_hour();
        } catch (const std::exception& trouble) {
            log::error("the hourly work on the audit failed",
                       {{"what", log::Private(std::string(trouble.what()))}});
        }
        // Nobody can ask while it works: it holds the lock.
        done_ = asked_;
        finished_.notify_all();
        woken_.wait_for(lock, stop, std::chrono::hours(1), [this] { return asked_ > done_; });
    }
}

} // namespace onroll::audit
