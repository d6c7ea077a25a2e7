// Any bytes as a date in its three forms, and as each number that a school or pupil has: read or
// refused; what was read is written and read again as the same.
#include "target.h"

#include "kernel/date.h"
#include "kernel/identifiers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace written_date_fuzz {

void check(const onroll::Result<onroll::Date>& read)
{
    using namespace onroll;
    if (!read) {
        if (read.error().message.empty()) std::abort();
        return;
    }
    const auto iso_again = parse_date(iso(*read));
    const auto words_again = parse_written_date(with_weekday(*read), "The date");
    if (!iso_again || *iso_again != *read) std::abort();
    if (!words_again || *words_again != *read) std::abort();
}

template <class Number>
void check_number(std::string_view text)
{
    const auto read = Number::parse(text);
    if (!read) return;
    const auto again = Number::parse(read->text());
    if (!again || again->text() != read->text()) std::abort();
}

} // namespace written_date_fuzz

FUZZ_TARGET(written_date)
{
    using namespace onroll;
    using written_date_fuzz::check_number;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    written_date_fuzz::check(parse_date(text));
    written_date_fuzz::check(parse_written_date(text, "The date"));
    const auto day = text.substr(0, text.find('|'));
    const auto rest = text.substr(std::min(text.size(), day.size() + 1));
    const auto month = rest.substr(0, rest.find('|'));
    const auto year = rest.substr(std::min(rest.size(), month.size() + 1));
    written_date_fuzz::check(parse_typed_date(day, month, year, "The date"));
    check_number<Urn>(text);
    check_number<LaCode>(text);
    check_number<Laestab>(text);
    check_number<Upn>(text);
    return 0;
}
