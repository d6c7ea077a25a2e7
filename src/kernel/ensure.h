// Stops on a bug. Never reachable from what a user sends.
#pragma once

#include <stdexcept>
#include <string>

namespace onroll {

/// Thrown by ensure: the program contradicts itself.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Throws Bug with the reason why this cannot be, unless `condition` holds.
inline void ensure(bool condition, const char* why_this_cannot_be)
{
    if (!condition) throw Bug(why_this_cannot_be);
}

} // namespace onroll
