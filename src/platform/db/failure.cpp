#include "platform/db/failure.h"

#include <utility>

namespace onroll::db {

std::string_view word_for(FailureKind kind)
{
    switch (kind) {
    case FailureKind::unique:
        return "unique";
    case FailureKind::foreign_key:
        return "foreign_key";
    case FailureKind::not_null:
        return "not_null";
    case FailureKind::check:
        return "check";
    case FailureKind::busy:
        return "busy";
    case FailureKind::connection_lost:
        return "connection_lost";
    case FailureKind::commit_unknown:
        return "commit_unknown";
    case FailureKind::disk_full:
        return "disk_full";
    case FailureKind::read_only:
        return "read_only";
    case FailureKind::writes_stopped:
        return "writes_stopped";
    case FailureKind::out_of_memory:
        return "out_of_memory";
    case FailureKind::damaged:
        return "damaged";
    case FailureKind::misuse:
        return "misuse";
    case FailureKind::other:
        return "other";
    }
    return "other";
}

std::string_view words_for(FailureKind kind)
{
    switch (kind) {
    case FailureKind::busy:
        return "Somebody else is writing at the same time. Nothing was stored. Try again";
    case FailureKind::connection_lost:
        return "The database server went away. Nothing was stored. Try again when it is back";
    case FailureKind::commit_unknown:
        return "The database server went away. Check whether what was sent is stored before "
               "sending it again";
    case FailureKind::disk_full:
        return "The disk is full. Nothing was stored. Free some space and try again";
    case FailureKind::read_only:
        return "The data cannot be written to. Nothing was stored. Check the permissions of the "
               "data folder";
    case FailureKind::writes_stopped:
        return "The disk failed to keep what was written. Check the disk before trying again";
    case FailureKind::out_of_memory:
        return "There is no memory left for this. Nothing was stored. End other programs, or give "
               "this one more memory, and try again";
    case FailureKind::damaged:
        return "The database is damaged. Put the last copy back";
    default:
        return "The database refused what was asked. Nothing was stored";
    }
}

Failure::Failure(FailureKind kind, std::string statement, const std::string& what)
    : std::runtime_error(statement + ": " + std::string(word_for(kind)) + ": " + what), kind_(kind),
      statement_(std::move(statement))
{
}

bool Failure::is_constraint() const noexcept
{
    return kind_ == FailureKind::unique || kind_ == FailureKind::foreign_key ||
           kind_ == FailureKind::not_null || kind_ == FailureKind::check;
}

} // namespace onroll::db
