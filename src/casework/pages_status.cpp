#include "casework/family_reach.h"
#include "casework/outgoing_check.h"
#include "casework/pages_case_frame.h"
#include "casework/read_dates.h"
#include "casework/store_status.h"
#include "casework/views_messages.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_status_detail {

constexpr std::size_t most_days_offered = 6;

/// What must happen from today on, with its day, the next first.
std::vector<std::pair<std::string, std::string>> days_ahead(const DatesView& dates)
{
    std::vector<std::pair<std::string, std::string>> days;
    for (const auto& date : dates.answers.dated) {
        if (!date.due || *date.due < dates.today || date.permission) continue;
        const auto value = iso(*date.due);
        const bool is_there = std::any_of(days.begin(), days.end(),
                                          [&](const auto& day) { return day.first == value; });
        if (!is_there && days.size() < most_days_offered)
            days.emplace_back(value, with_weekday(*date.due) + ": " + date.who + " " + date.does);
    }
    return days;
}

http::Response status_page(const http::Request& request, const Services& services,
                           const Case& found, forms::FormView form)
{
    const auto& agency = access::actor(request).agency;
    StatusView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        view.said = statuses_of_case(reading, agency, found.id);
    }
    view.days_in_law = days_ahead(read_dates(request, services, found));
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    view.start = start_of(request, view.address + "/status");
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "What the family is told of where things stand",
                     status_view(view), wrong);
}

http::Response show_status(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return status_page(request, services, std::get<Case>(entered),
                       first_view(request, services, {}).form);
}

/// What any of the family who may read it must not have.
Result<OutgoingAnswer> found_in(const http::Request& request, const Services& services,
                                const Case& found, std::string_view words)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    std::vector<people::PersonId> readers;
    for (const auto& one : writable_family(reading, agency, found, services.guard->clock().now()))
        readers.push_back(one.person);
    const auto kept = words_to_keep_from_all(reading, agency, found, readers,
                                             {services.safe, services.school_name},
                                             services.guard->clock().today());
    if (!kept) return kept.error();
    return check_outgoing_text(words, *kept);
}

/// The day that was chosen from those in law, or typed; none where neither was given. bad_input for
/// both, and for a day that is not, or no longer, among those offered.
Result<std::optional<Date>>
day_given(const http::Form& form, const std::vector<std::pair<std::string, std::string>>& offered)
{
    const auto chosen = form["law_day"];
    const bool typed = !form["next_on-day"].empty() || !form["next_on-month"].empty() ||
                       !form["next_on-year"].empty();
    if (chosen.empty() || chosen == "other") {
        if (!typed) return std::optional<Date>();
        const auto day = typed_date(form, "next_on", "The day");
        if (!day) return day.error();
        return std::optional(*day);
    }
    if (typed)
        return bad_input("Give one day: select “Another day, or none” to use the day that you "
                         "typed, or empty its boxes to use the one that you selected",
                         "next_on");
    const auto in_law = parse_date(chosen);
    const bool is_offered = std::any_of(offered.begin(), offered.end(),
                                        [&](const auto& one) { return one.first == chosen; });
    if (!in_law || !is_offered)
        return bad_input(
            "Select one of these days. The one that you selected is not, or no longer, "
            "a day in law of this case",
            offered.empty() ? "next_on" : "law_day");
    return std::optional(*in_law);
}

http::Response say(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& form = request.form();
    NextStep next{.words = std::string(form["words"])};
    forms::Errors errors;
    if (next.words.empty()) errors.push_back(bad_input("Enter what comes next", "words"));
    if (next.words.size() > 2000) errors.push_back(bad_input("Say it in fewer words", "words"));
    const auto day = day_given(form, days_ahead(read_dates(request, services, found)));
    if (day)
        next.on = *day;
    else
        errors.push_back(day.error());
    const auto answer = found_in(request, services, found, next.words);
    if (!answer) return http::failure(answer.error());
    for (const auto& sentence : sentences_of(*answer))
        errors.push_back(bad_input("Take this out. " + sentence, "words"));
    if (!errors.empty())
        return status_page(request, services, found,
                           {.values = form.fields, .errors = std::move(errors)});
    const auto& actor = access::actor(request);
    const auto path = save_in_case(request, services, "advice.change", found, form, {"status"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       say_status(transaction, actor.agency, found.id, next,
                                                  actor.user, services.guard->clock().now());
                                       return address_of(found.id) + "/status";
                                   });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_status_detail

void add_status_pages(http::Router& router, const Services& services)
{
    using namespace pages_status_detail;
    router.get(
        "/advice/cases/{case}/status", services.guard->policy("advice.view"),
        [&services](const http::Request& request) { return show_status(request, services); });
    router.post(
        "/advice/cases/{case}/status",
        forms::taking(services.guard->policy("advice.change"), {"words", "law_day", "next_on"}),
        [&services](const http::Request& request) { return say(request, services); });
}

} // namespace onroll::casework
