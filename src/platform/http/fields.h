// Named values in the order they came: query parameters, form fields, cookies; and headers, whose
// names ignore case.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::http {

struct Field {
    std::string name;
    std::string value;

    bool operator==(const Field&) const = default;
};

enum class NameCase { exact, ignored };

/// A name may come more than once; order is kept.
template <NameCase name_case>
class BasicFields {
public:
    BasicFields() = default;
    BasicFields(std::initializer_list<Field> fields) : fields_(fields) {}

    void add(std::string name, std::string value);
    /// Replaces every value of `name` by this one.
    void set(std::string name, std::string value);
    void remove(std::string_view name);

    /// The first value of `name`, or nothing where the name is absent.
    std::optional<std::string_view> find(std::string_view name) const;
    /// The first value of `name`; empty where the name is absent.
    std::string_view operator[](std::string_view name) const;
    bool contains(std::string_view name) const { return find(name).has_value(); }
    /// Every value of `name`, in order: a group of check boxes.
    std::vector<std::string_view> all(std::string_view name) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    std::size_t size() const { return fields_.size(); }
    bool empty() const { return fields_.empty(); }

private:
    std::vector<Field> fields_;
};

using Fields = BasicFields<NameCase::exact>;
using Headers = BasicFields<NameCase::ignored>;

extern template class BasicFields<NameCase::exact>;
extern template class BasicFields<NameCase::ignored>;

/// Whether two ASCII words are equal, ignoring case.
bool same_word(std::string_view one, std::string_view other);

} // namespace onroll::http
