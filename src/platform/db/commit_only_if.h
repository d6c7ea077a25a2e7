// A last look before something is stored: what let the work begin may have ended meanwhile.
#pragma once

#include <functional>

namespace onroll::db {

/// Each transaction of this thread asks `check` right before its commit while this lives. Where
/// `check` throws, nothing is stored. It may read any database; it sees nothing of the transaction.
class CommitOnlyIf {
public:
    explicit CommitOnlyIf(std::function<void()> check);
    ~CommitOnlyIf();
    CommitOnlyIf(const CommitOnlyIf&) = delete;
    CommitOnlyIf& operator=(const CommitOnlyIf&) = delete;

    /// Asks the one that lives in this thread; nothing where none does.
    static void ask();

private:
    std::function<void()> check_;
    CommitOnlyIf* before_;
};

/// What this thread stores while this lives asks nobody: what was seen or refused is noted whatever
/// became of whoever asked.
class CommitAnyway {
public:
    CommitAnyway();
    ~CommitAnyway();
    CommitAnyway(const CommitAnyway&) = delete;
    CommitAnyway& operator=(const CommitAnyway&) = delete;

private:
    CommitOnlyIf* before_;
};

} // namespace onroll::db
