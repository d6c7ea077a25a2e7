// What a process that dies leaves behind: its memory holds records, keys and passwords, so nothing
// of it is written to a disk. trust.md L-09.
#pragma once

namespace onroll::log {

/// From now on this process leaves no core file, no other process of its user may read its memory,
/// and what it starts leaves none either. Throws Bug where the system refuses.
void leave_no_core();

} // namespace onroll::log
