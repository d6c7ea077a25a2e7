// Notes reads, searches and refusals, which have no transaction of their own. Those that come at
// the same time share one commit, so that a busy hour costs few waits for the disk.
#pragma once

#include "audit/types.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace onroll::audit {

/// Safe to share between threads. The database and the clock outlive it.
class Recorder {
public:
    Recorder(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

    /// Returns when the entry is durable; what it notes may be shown only then. Throws what stopped
    /// it: then nothing may be shown. Not inside a transaction of the same thread.
    void record(const Deed& deed);

private:
    struct Waiting;
    void write(const std::vector<Waiting*>& together);

    db::Database& database_;
    const Clock& clock_;
    std::mutex turn_;
    std::condition_variable settled_;
    std::vector<Waiting*> waiting_;
    bool writing_ = false;
};

} // namespace onroll::audit
