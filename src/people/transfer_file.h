// The Common Transfer File, in which schools send pupils to one another: its pupils as the rows of
// a list of children, so that they are looked at and imported as one. Touches no store. Source:
// Department for Education, common transfer file specifications (versions 15 to 24).
#pragma once

#include "people/types_import.h"

#include "kernel/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// Whether the bytes are XML, and so no comma-separated values.
bool looks_like_xml(std::string_view bytes);

struct TransferFile {
    std::string list{};               ///< the pupils as comma-separated values, one row each
    std::vector<CellError> notes{};   ///< what must be said on the record by hand
    std::vector<std::string> other{}; ///< parts of a pupil that are not kept, each once
};
/// bad_input where it is no Common Transfer File, or holds more than is read.
Result<TransferFile> read_transfer_file(std::string_view bytes);

} // namespace onroll::people
