// What tells the rows of a list of children apart, and whether a name can be one. Pure.
#pragma once

#include "people/types_import.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::people {

/// Signs that no name holds: hidden ones, of money, of rights and the like, and what is left of a
/// letter that was read in another encoding than it was written in ("Ã©"). All are two bytes, C2 A1
/// to C2 BF.
bool holds_a_sign(std::string_view name);

/// The rows of a list so far, by what tells children apart.
struct RowsSoFar {
    std::map<std::string, std::size_t> by_number{};
    struct Named {
        std::size_t row = 0;
        bool has_number = false;
    };
    std::map<std::string, Named> by_name{};
};

/// The row that states the same child: with the same number, or with the same name and date of
/// birth where one of the two has no number. Two of one name with a number each are two children.
std::optional<std::size_t> row_of_same_child(const ListedChild& listed, RowsSoFar& before);

} // namespace onroll::people
