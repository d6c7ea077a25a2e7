// The dates that lie ahead as a calendar file (RFC 5545). Titles are neutral: a telephone shows
// them to whoever looks at it. Pure.
#pragma once

#include "check/answer.h"
#include "check/words.h"

#include <string>

namespace onroll::check {

/// `marks` makes the entries' identifiers differ from any other file's.
std::string calendar_file(const Words& words, const Answered& answered, std::string_view marks);

} // namespace onroll::check
