#include "places/calendar_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::places {

namespace calendar_words_detail {

bool says_one_of(const std::string& title, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return title.find(word) != std::string::npos;
    });
}

} // namespace calendar_words_detail

EventMeaning meaning_of(std::string_view words, long days)
{
    using calendar_words_detail::says_one_of;
    std::string title(words);
    for (auto& c : title)
        c = c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (days == 1 &&
        says_one_of(title, {"bank holiday", "public holiday", "good friday", "easter monday",
                            "may day", "boxing day", "christmas day", "new year's day"}))
        return EventMeaning::bank_holiday;
    if (says_one_of(title, {"inset", "in service", "staff training", "teacher training",
                            "training day", "non pupil", "professional development", "staff day"}))
        return EventMeaning::inset;
    if (says_one_of(title, {"half term", "mid term"})) return EventMeaning::half_term;
    const bool term = says_one_of(title, {"term"});
    if (term && days <= 3 && says_one_of(title, {"start", "begin", "first day", "open", "return"}))
        return EventMeaning::term_starts;
    if (term && days <= 3 && says_one_of(title, {"end", "finish", "last day", "close", "break up"}))
        return EventMeaning::term_ends;
    if (term && days > 14) return EventMeaning::term;
    if (says_one_of(title, {"closed", "closure", "snow", "strike", "polling"}))
        return EventMeaning::closure;
    if (says_one_of(title, {"holiday", "break", "vacation", "occasional day"}))
        return EventMeaning::holiday;
    if (!term && days > 3 && says_one_of(title, {"christmas", "easter", "summer"}))
        return EventMeaning::holiday;
    return EventMeaning::not_understood;
}

std::string title_without_area(std::string_view title)
{
    const auto colon = title.rfind(": ");
    return std::string(colon == std::string_view::npos ? title : title.substr(colon + 2));
}

void settle_holidays(TermDates& dates, std::vector<StatedClosure> holidays)
{
    if (dates.terms.empty()) {
        auto between = terms_between(std::move(holidays), dates.system);
        dates.terms = std::move(between.terms);
        dates.closures.insert(dates.closures.end(), between.closures.begin(),
                              between.closures.end());
    } else {
        for (const auto& holiday : holidays) {
            const bool in_term =
                std::any_of(dates.terms.begin(), dates.terms.end(), [&](const Term& term) {
                    return holiday.start <= term.end && holiday.end >= term.start;
                });
            if (in_term) dates.closures.push_back(holiday);
        }
    }
    std::stable_sort(dates.terms.begin(), dates.terms.end(),
                     [](const Term& a, const Term& b) { return a.start < b.start; });
    std::stable_sort(
        dates.closures.begin(), dates.closures.end(),
        [](const StatedClosure& a, const StatedClosure& b) { return a.start < b.start; });
}

} // namespace onroll::places
