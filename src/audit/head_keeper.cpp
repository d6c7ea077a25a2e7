#include "audit/head_keeper.h"

#include "audit/chain.h"
#include "audit/store.h"

#include "platform/log/log.h"

#include <chrono>
#include <exception>
#include <fstream>
#include <functional>
#include <string_view>
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

namespace head_keeper_detail {

/// What fails is logged; what comes after it goes on.
void attempt(std::string_view work, const std::function<void()>& deed)
{
    try {
        deed();
    } catch (const std::exception& trouble) {
        log::error("hourly work failed", {{"work", log::safe(work)},
                                          {"what", log::Private(std::string(trouble.what()))}});
    }
}

} // namespace head_keeper_detail

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
        head_keeper_detail::attempt("sign the heads of the audit", [this] {
            keep_heads(settings_.databases(), settings_.seed, settings_.file, clock_.now());
        });
        head_keeper_detail::attempt("what else is due each hour", settings_.also_each_hour);
        // Nobody can ask while it works: it holds the lock.
        done_ = asked_;
        finished_.notify_all();
        woken_.wait_for(lock, stop, std::chrono::hours(1), [this] { return asked_ > done_; });
    }
}

} // namespace onroll::audit
