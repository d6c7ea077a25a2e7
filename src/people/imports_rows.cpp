#include "people/imports_rows.h"

#include "people/rules_search.h"

#include "kernel/one_line.h"

#include <vector>

namespace onroll::people {

bool holds_a_sign(std::string_view name)
{
    if (has_hidden_characters(name)) return true;
    if (name.find("\xEF\xBF\xBD") != std::string_view::npos) return true;
    if (name.find_first_of("<>{}[]|\\^~$%&*_+=@#\"") != std::string_view::npos) return true;
    for (auto at = name.find('\xC2'); at != std::string_view::npos;
         at = name.find('\xC2', at + 1)) {
        const auto sign = at + 1 < name.size() ? static_cast<unsigned char>(name[at + 1]) : 0;
        // Not ª, ´, · and º, which names in use hold.
        if (sign >= 0xA1 && sign <= 0xBF && sign != 0xAA && sign != 0xB4 && sign != 0xB7 &&
            sign != 0xBA)
            return true;
    }
    return false;
}

std::optional<std::size_t> row_of_same_child(const ListedChild& listed, RowsSoFar& before)
{
    std::vector<std::string> numbers;
    if (listed.details.upn) numbers.push_back("u" + listed.details.upn->text());
    if (listed.details.nhs_number) numbers.push_back("h" + listed.details.nhs_number->text());
    std::optional<std::size_t> same;
    for (const auto& number : numbers)
        if (const auto [there, is_first] = before.by_number.emplace(number, listed.row); !is_first)
            same = there->second;
    const auto name = folded(listed.details.name.given) + "|" + folded(listed.details.name.family) +
                      "|" + iso(*listed.details.born_on);
    const auto [there, is_first] =
        before.by_name.emplace(name, RowsSoFar::Named{listed.row, !numbers.empty()});
    if (!same && !is_first && (numbers.empty() || !there->second.has_number))
        same = there->second.row;
    return same;
}

} // namespace onroll::people
