#include "platform/json/json.h"

#include "kernel/whole_characters.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace onroll::json {

namespace json_detail {

/// The beginning of a name that came from outside, cut between characters.
std::string shortened(const std::string& name)
{
    constexpr std::size_t longest = 80;
    if (name.size() <= longest) return name;
    return std::string(whole_characters(name, longest)) + "…";
}

std::string line_and_column(std::string_view text, std::size_t byte)
{
    std::size_t line = 1, column = 1;
    for (std::size_t i = 0; i + 1 < byte && i < text.size(); ++i) {
        column = text[i] == '\n' ? 1 : column + 1;
        if (text[i] == '\n') ++line;
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Reads through the text once before a value is made, for what nlohmann's parser lets pass: of two
/// members of one name it keeps the last. Its callback would do, were it not quadratic in the
/// length of a list of objects.
class Watch : public nlohmann::json_sax<Value> {
public:
    Watch(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}
    Error error() && { return std::move(*error_); }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(Value::number_integer_t) override { return true; }
    bool number_unsigned(Value::number_unsigned_t) override { return true; }
    bool number_float(Value::number_float_t, const std::string&) override { return true; }
    bool string(std::string&) override { return true; }
    bool binary(Value::binary_t&) override { return true; }
    bool start_object(std::size_t) override
    {
        names_.emplace_back();
        return deeper();
    }
    bool end_object() override
    {
        names_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return deeper(); }
    bool end_array() override
    {
        --depth_;
        return true;
    }
    bool key(std::string& name) override
    {
        if (!names_.back().insert(name).second)
            return refuse("An object must name each member once. It has two named " +
                          shortened(name));
        if (names_.back().size() > limits_.members)
            return refuse("An object must have " + std::to_string(limits_.members) +
                          " members or fewer");
        return true;
    }
    bool parse_error(std::size_t byte, const std::string&, const Value::exception& trouble) override
    {
        constexpr int number_out_of_range = 406;
        if (trouble.id == number_out_of_range)
            return refuse("The text holds a number that is too large for JSON");
        return refuse("The text is not JSON at " + line_and_column(text_, byte));
    }

private:
    bool refuse(std::string message)
    {
        error_ = bad_input(std::move(message));
        return false;
    }
    bool deeper()
    {
        if (++depth_ <= limits_.depth) return true;
        return refuse("The JSON must be nested " + std::to_string(limits_.depth) + " deep or less");
    }

    std::string_view text_;
    const Limits& limits_;
    int depth_ = 0;
    std::vector<std::set<std::string>> names_;
    std::optional<Error> error_;
};

Error wrong(std::string_view name, std::string_view path, std::string_view what)
{
    return bad_input(std::string(name) + " must be " + std::string(what),
                     std::string(path) + "/" + std::string(name));
}

Error missing(std::string_view name, std::string_view path)
{
    return bad_input(std::string(name) + " is missing",
                     std::string(path) + "/" + std::string(name));
}

const Value* member(const Value& object, std::string_view name)
{
    if (!object.is_object()) return nullptr;
    const auto found = object.find(std::string(name));
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

template <class T>
Result<T> required(Result<std::optional<T>> found, std::string_view name, std::string_view path)
{
    if (!found) return std::move(found).error();
    if (!*found) return missing(name, path);
    return std::move(**found);
}

} // namespace json_detail

Result<Value> parse(std::string_view text, const Limits& limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorKind::too_large,
                     "The JSON must be smaller than " + std::to_string(limits.bytes >> 20) + " MB",
                     {},
                     {}};
    json_detail::Watch watch(text, limits);
    if (!Value::sax_parse(text.begin(), text.end(), &watch)) return std::move(watch).error();
    return Value::parse(text.begin(), text.end());
}

Value literal(std::string_view text)
{
    return Value::parse(text);
}

std::string print(const Value& value)
{
    return value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

std::string print_indented(const Value& value)
{
    return value.dump(2, ' ', false, Value::error_handler_t::replace);
}

Result<std::optional<std::string>> optional_text(const Value& object, std::string_view name,
                                                 std::string_view path)
{
    const auto* found = json_detail::member(object, name);
    if (!found) return std::optional<std::string>();
    if (!found->is_string()) return json_detail::wrong(name, path, "text in quotation marks");
    return std::optional(found->get<std::string>());
}

Result<std::optional<std::int64_t>> optional_integer(const Value& object, std::string_view name,
                                                     std::string_view path)
{
    const auto* found = json_detail::member(object, name);
    if (!found) return std::optional<std::int64_t>();
    const bool too_large = found->is_number_unsigned() &&
                           found->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    if (!found->is_number_integer() || too_large)
        return json_detail::wrong(name, path, "a whole number");
    return std::optional(found->get<std::int64_t>());
}

Result<std::optional<bool>> optional_boolean(const Value& object, std::string_view name,
                                             std::string_view path)
{
    const auto* found = json_detail::member(object, name);
    if (!found) return std::optional<bool>();
    if (!found->is_boolean()) return json_detail::wrong(name, path, "true or false");
    return std::optional(found->get<bool>());
}

Result<std::optional<Date>> optional_day(const Value& object, std::string_view name,
                                         std::string_view path)
{
    const auto found = optional_text(object, name, path);
    if (!found) return found.error();
    if (!*found) return std::optional<Date>();
    const auto date = parse_date(**found);
    if (!date) return json_detail::wrong(name, path, "a real date like 2026-11-23");
    return std::optional(*date);
}

Result<std::string> text(const Value& object, std::string_view name, std::string_view path)
{
    return json_detail::required(optional_text(object, name, path), name, path);
}

Result<std::int64_t> integer(const Value& object, std::string_view name, std::string_view path)
{
    return json_detail::required(optional_integer(object, name, path), name, path);
}

Result<Date> day(const Value& object, std::string_view name, std::string_view path)
{
    return json_detail::required(optional_day(object, name, path), name, path);
}

} // namespace onroll::json
