#include "platform/db/commit_only_if.h"

#include <utility>

namespace onroll::db {

namespace commit_only_if_detail {

CommitOnlyIf*& of_this_thread()
{
    static thread_local CommitOnlyIf* one = nullptr;
    return one;
}

} // namespace commit_only_if_detail

CommitOnlyIf::CommitOnlyIf(std::function<void()> check)
    : check_(std::move(check)),
      before_(std::exchange(commit_only_if_detail::of_this_thread(), this))
{
}

CommitOnlyIf::~CommitOnlyIf()
{
    commit_only_if_detail::of_this_thread() = before_;
}

void CommitOnlyIf::ask()
{
    const auto* one = commit_only_if_detail::of_this_thread();
    if (!one) return;
    // What the check itself stores does not ask again.
    const CommitAnyway within;
    one->check_();
}

CommitAnyway::CommitAnyway()
    : before_(std::exchange(commit_only_if_detail::of_this_thread(), nullptr))
{
}

CommitAnyway::~CommitAnyway()
{
    commit_only_if_detail::of_this_thread() = before_;
}

} // namespace onroll::db
