#include "check/words.h"

#include "embedded/check_files.h"
#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::check {

namespace words_detail {

constexpr std::string_view english = "en";

Error on_line(std::size_t line, const std::string& what)
{
    return bad_input("Line " + std::to_string(line) + " of the words: " + what);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string filled_in(std::string text, std::initializer_list<Filled> filled)
{
    for (const auto& [place, value] : filled) {
        const auto mark = "{" + std::string(place) + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.replace(at, mark.size(), value);
            at += value.size();
        }
    }
    return text;
}

constexpr std::string_view weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};
constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

} // namespace words_detail

Result<Words> Words::parse(std::string code, std::string_view texts)
{
    Words words;
    words.code_ = std::move(code);
    if (auto added = words.add(texts); !added) return added.error();
    return words;
}

Result<void> Words::add(std::string_view texts)
{
    using namespace words_detail;
    std::string* last = nullptr;
    std::size_t number = 0;
    while (!texts.empty()) {
        ++number;
        const auto end = texts.find('\n');
        auto line = texts.substr(0, end);
        texts.remove_prefix(end == std::string_view::npos ? texts.size() : end + 1);
        if (line.starts_with("#")) continue;
        if (line.starts_with("  ")) {
            if (!last) return on_line(number, "there is no text above that it could go on with");
            *last += "\n" + std::string(trimmed(line));
            continue;
        }
        if (trimmed(line).empty()) {
            last = nullptr;
            continue;
        }
        const auto equals = line.find(" =");
        if (equals == std::string_view::npos)
            return on_line(number, "write it as key = text, or begin it with two spaces");
        auto key = std::string(trimmed(line.substr(0, equals)));
        const auto [at, fresh] = texts_.emplace(key, std::string(trimmed(line.substr(equals + 2))));
        if (!fresh) return on_line(number, "the key " + key + " is there twice");
        last = &at->second;
    }
    return {};
}

Result<void> Words::put(std::string_view texts)
{
    auto fresh = parse(code_, texts);
    if (!fresh) return fresh.error();
    for (auto& [key, text] : fresh->texts_) texts_.insert_or_assign(key, std::move(text));
    return {};
}

bool Words::right_to_left() const
{
    const auto* direction = find("language.direction");
    return direction && *direction == "rtl";
}

const std::string* Words::find(std::string_view key) const
{
    const auto found = texts_.find(key);
    return found == texts_.end() ? nullptr : &found->second;
}

std::string Words::operator()(std::string_view key, std::initializer_list<Filled> filled) const
{
    if (const auto* text = find(key)) return words_detail::filled_in(*text, filled);
    if (other_) return (*other_)(key, filled);
    throw Bug("no language has the words " + std::string(key));
}

std::string Words::counted(std::string_view key, std::int64_t number,
                           std::initializer_list<Filled> filled) const
{
    const auto* text = find(std::string(key) + "#" + std::string(plural_form(code_, number)));
    if (!text) text = find(std::string(key) + "#other");
    if (!text && other_) return other_->counted(key, number, filled);
    if (!text) throw Bug("no language counts with the words " + std::string(key));
    return words_detail::filled_in(words_detail::filled_in(*text, filled),
                                   {{"number", std::to_string(number)}});
}

std::string Words::day(Date day) const
{
    using namespace words_detail;
    const auto weekday = "weekday." + std::string(weekdays[iso_weekday(day) - 1]);
    return (*this)("date.with_weekday", {{"weekday", (*this)(weekday)}, {"date", date(day)}});
}

std::string Words::date(Date day) const
{
    using namespace words_detail;
    return (*this)("date.plain",
                   {{"day", std::to_string(day_of(day))},
                    {"month", (*this)("month." + std::string(months[month_of(day) - 1]))},
                    {"year", std::to_string(year_of(day))}});
}

std::string Words::short_date(Date day) const
{
    using namespace words_detail;
    return (*this)("grid.date",
                   {{"day", std::to_string(day_of(day))},
                    {"month", (*this)("grid." + std::string(months[month_of(day) - 1]))}});
}

std::string Words::short_weekday(unsigned iso_weekday) const
{
    return (*this)("grid." + std::string(words_detail::weekdays[iso_weekday - 1]));
}

std::string Words::listed(const std::vector<std::string>& items) const
{
    if (items.empty()) return {};
    if (items.size() == 1) return items.front();
    std::string first = items.front();
    for (std::size_t i = 1; i + 1 < items.size(); ++i)
        first = (*this)("list.more", {{"first", first}, {"next", items[i]}});
    return (*this)("list.last", {{"first", first}, {"last", items.back()}});
}

std::vector<std::string> Words::keys() const
{
    std::vector<std::string> all;
    for (const auto& [key, text] : texts_) all.push_back(key);
    return all;
}

std::string_view plural_form(std::string_view language, std::int64_t number)
{
    const auto ten = number % 10, hundred = number % 100;
    const auto is = [&](std::initializer_list<std::string_view> codes) {
        return std::find(codes.begin(), codes.end(), language) != codes.end();
    };
    if (is({"zh", "ja", "ko", "vi", "th", "yue"})) return "other";
    if (is({"fr", "pt", "bn", "gu", "hi", "fa", "pa"})) return number <= 1 ? "one" : "other";
    if (language == "cy") {
        constexpr std::string_view welsh[] = {"zero", "one", "two", "few"};
        return number < 4 ? welsh[number] : number == 6 ? "many" : "other";
    }
    if (is({"pl"}))
        return number == 1                                              ? "one"
               : ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? "few"
                                                                        : "many";
    if (is({"uk", "ru"}))
        return ten == 1 && hundred != 11                                ? "one"
               : ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? "few"
                                                                        : "many";
    if (language == "ro")
        return number == 1                                      ? "one"
               : number == 0 || (hundred >= 1 && hundred <= 19) ? "few"
                                                                : "other";
    if (language == "ar")
        return number == 0                      ? "zero"
               : number == 1                    ? "one"
               : number == 2                    ? "two"
               : hundred >= 3 && hundred <= 10  ? "few"
               : hundred >= 11 && hundred <= 99 ? "many"
                                                : "other";
    return number == 1 ? "one" : "other";
}

Languages::Languages()
{
    for (const auto& file : embedded::check_files()) {
        const std::string_view name = file.name;
        if (!name.starts_with("content/") || !name.ends_with(".txt")) continue;
        const auto rest = name.substr(8);
        const auto code = std::string(rest.substr(0, rest.find('/')));
        const auto added = add(code, file.bytes);
        ensure(added.has_value(), "the words that are built in can be read");
    }
}

Result<void> Languages::add(const std::string& code, std::string_view texts)
{
    if (const auto found = languages_.find(code); found != languages_.end())
        return found->second.add(texts);
    auto words = Words::parse(code, texts);
    if (!words) return words.error();
    languages_.emplace(code, std::move(*words));
    let_all_fall_back_on_english();
    return {};
}

Result<void> Languages::put(const std::string& code, std::string_view texts)
{
    const auto found = languages_.find(code);
    return found != languages_.end() ? found->second.put(texts) : add(code, texts);
}

void Languages::let_all_fall_back_on_english()
{
    const auto english = languages_.find(words_detail::english);
    if (english == languages_.end()) return;
    for (auto& [code, language] : languages_)
        if (code != words_detail::english) language.fall_back_on(english->second);
}

const Words& Languages::find(std::string_view code) const
{
    const auto found = languages_.find(code);
    return found != languages_.end() ? found->second
                                     : languages_.find(words_detail::english)->second;
}

std::vector<const Words*> Languages::all() const
{
    std::vector<const Words*> all{&find(words_detail::english)};
    for (const auto& [code, words] : languages_)
        if (code != words_detail::english) all.push_back(&words);
    return all;
}

} // namespace onroll::check
