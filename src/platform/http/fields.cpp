#include "platform/http/fields.h"

#include <algorithm>

namespace onroll::http {

namespace fields_detail {

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

template <NameCase name_case>
bool same_name(std::string_view one, std::string_view other)
{
    if constexpr (name_case == NameCase::exact)
        return one == other;
    else
        return same_word(one, other);
}

} // namespace fields_detail

bool same_word(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, fields_detail::lower, fields_detail::lower);
}

template <NameCase name_case>
void BasicFields<name_case>::add(std::string name, std::string value)
{
    fields_.push_back({std::move(name), std::move(value)});
}

template <NameCase name_case>
void BasicFields<name_case>::set(std::string name, std::string value)
{
    remove(name);
    add(std::move(name), std::move(value));
}

template <NameCase name_case>
void BasicFields<name_case>::remove(std::string_view name)
{
    std::erase_if(fields_, [&](const Field& field) {
        return fields_detail::same_name<name_case>(field.name, name);
    });
}

template <NameCase name_case>
std::optional<std::string_view> BasicFields<name_case>::find(std::string_view name) const
{
    for (const auto& field : fields_) {
        if (fields_detail::same_name<name_case>(field.name, name)) return field.value;
    }
    return std::nullopt;
}

template <NameCase name_case>
std::string_view BasicFields<name_case>::operator[](std::string_view name) const
{
    return find(name).value_or(std::string_view{});
}

template <NameCase name_case>
std::vector<std::string_view> BasicFields<name_case>::all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& field : fields_) {
        if (fields_detail::same_name<name_case>(field.name, name)) values.push_back(field.value);
    }
    return values;
}

template class BasicFields<NameCase::exact>;
template class BasicFields<NameCase::ignored>;

} // namespace onroll::http
