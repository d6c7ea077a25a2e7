#include "platform/json/json.h"

#include <set>
#include <utility>
#include <vector>

namespace onroll::json {

namespace json_detail {

struct TooDeep {
    int depth;
};
struct TooManyMembers {
    std::size_t limit;
};
struct NamedTwice {
    std::string name;
};

/// nlohmann's callback sees each event; it keeps only the last of two members of one name, so they
/// are counted here.
class Watch {
public:
    explicit Watch(const Limits& limits) : limits_(limits) {}
    bool operator()(int depth, Value::parse_event_t event, Value& parsed)
    {
        if (depth > limits_.depth) throw TooDeep{limits_.depth};
        if (event == Value::parse_event_t::object_start) names_.emplace_back();
        if (event == Value::parse_event_t::object_end) names_.pop_back();
        if (event == Value::parse_event_t::key) {
            const auto& name = parsed.get_ref<const std::string&>();
            if (!names_.back().insert(name).second) throw NamedTwice{name};
            if (names_.back().size() > limits_.members) throw TooManyMembers{limits_.members};
        }
        return true;
    }

private:
    Limits limits_;
    std::vector<std::set<std::string>> names_;
};

/// The beginning of a name that came from outside, cut between characters.
std::string shortened(const std::string& name)
{
    constexpr std::size_t longest = 80;
    if (name.size() <= longest) return name;
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end) + "…";
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
    try {
        return Value::parse(text.begin(), text.end(), json_detail::Watch(limits));
    } catch (const Value::parse_error& trouble) {
        return bad_input("The text is not JSON at " +
                         json_detail::line_and_column(text, trouble.byte));
    } catch (const Value::exception&) {
        return bad_input("The text holds a number that is too large for JSON");
    } catch (const json_detail::TooDeep& deep) {
        return bad_input("The JSON must be nested " + std::to_string(deep.depth) + " deep or less");
    } catch (const json_detail::TooManyMembers& many) {
        return bad_input("An object must have " + std::to_string(many.limit) + " members or fewer");
    } catch (const json_detail::NamedTwice& twice) {
        return bad_input("An object must name each member once. It has two named " +
                         json_detail::shortened(twice.name));
    }
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
