#include "audit/recorder.h"

#include "audit/store.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/commit_only_if.h"
#include "platform/db/reserve.h"

#include <algorithm>
#include <exception>

namespace onroll::audit {

struct Recorder::Waiting {
    const Deed* deed = nullptr;
    bool settled = false;
    std::exception_ptr trouble{};
};

void Recorder::record(const Deed& deed)
{
    Waiting mine{&deed};
    std::unique_lock lock(turn_);
    waiting_.push_back(&mine);
    settled_.wait(lock, [&] { return mine.settled || !writing_; });
    if (!mine.settled) {
        // Nobody writes, so this thread does, for all that have come.
        writing_ = true;
        std::vector<Waiting*> together;
        together.swap(waiting_);
        lock.unlock();
        write(together);
        lock.lock();
        for (auto* one : together) one->settled = true;
        writing_ = false;
        settled_.notify_all();
    }
    if (mine.trouble) std::rethrow_exception(mine.trouble);
}

void Recorder::write(const std::vector<Waiting*>& together)
{
    // The same order of agencies in every transaction, so that two servers do not wait crosswise.
    auto in_order = together;
    std::stable_sort(in_order.begin(), in_order.end(), [](const auto* one, const auto* other) {
        return one->deed->agency < other->deed->agency;
    });
    // What is read must be noted even when the disk is full, or nothing could be read.
    const db::UrgentWork urgent;
    const db::CommitAnyway whatever_became_of_them;
    const db::WorkFor first(in_order.front()->deed->agency);
    try {
        db::with_retry(database_, "note reads", [&](db::Transaction& transaction) {
            for (const auto* one : in_order) note(transaction, *one->deed, clock_.now());
        });
    } catch (...) {
        for (auto* one : together) one->trouble = std::current_exception();
    }
}

} // namespace onroll::audit
