#include "casework/pages_case_frame.h"

#include "casework/store_cases.h"
#include "casework/store_levels.h"
#include "casework/views_levels.h"

#include "design/page.h"
#include "forms/asked.h"
#include "forms/comparison.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_levels_detail {

constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_reason = 2'000;

struct Typed {
    NewLevel moved;
    std::vector<Error> errors;
};

Typed read_level(const http::Form& form, Date today)
{
    Typed typed;
    const auto work = form["work"];
    typed.moved.title = std::string(form["title"]);
    typed.moved.reason = std::string(form["reason"]);
    if (work == "new") {
        if (typed.moved.title.empty())
            typed.errors.push_back(bad_input("Enter what the work is for", "title"));
    } else if (const auto place = whole_number(work)) {
        typed.moved.work = *place;
    } else {
        typed.errors.push_back(bad_input("Select a piece of work", "work"));
    }
    if (const auto level = level_named(form["level"]))
        typed.moved.level = *level;
    else
        typed.errors.push_back(bad_input("Select a level", "level"));
    const auto day = typed_date(form, "moved_on", "The date the level changed");
    if (!day)
        typed.errors.push_back(day.error());
    else if (*day > today)
        typed.errors.push_back(
            bad_input("The date the level changed must be today or in the past", "moved_on"));
    else
        typed.moved.moved_on = *day;
    if (typed.moved.reason.empty())
        typed.errors.push_back(bad_input("Enter why the level changes", "reason"));
    if (typed.moved.title.size() > longest_title)
        typed.errors.push_back(bad_input("What the work is for must be shorter", "title"));
    if (typed.moved.reason.size() > longest_reason)
        typed.errors.push_back(bad_input("The reason must be shorter", "reason"));
    return typed;
}

std::vector<Work> going_on(db::Queries& reading, const access::AgencyId& agency, const CaseId& id)
{
    auto all = work_of_case(reading, agency, id);
    std::erase_if(all, [](const Work& work) { return work.ended_on.has_value(); });
    return all;
}

http::Response show_levels(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& agency = access::actor(request).agency;
    LevelsView view{.found = found, .address = address_of(found.id)};
    {
        auto reading = store_of(request, services).read();
        view.work = work_of_case(reading, agency, found.id);
        view.moves = levels_of_case(reading, agency, found.id);
    }
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    view.may_change = may(request, services, "advice.change", found);
    view.end_start = start_of(request, view.address + "/levels", std::ssize(view.moves));
    return case_page(request, services, found, "Levels of this case", levels_view(view));
}

http::Response form_page(const http::Request& request, const Services& services, const Case& found,
                         FirstView first)
{
    const auto address = address_of(found.id);
    LevelFormView view{.form = std::move(first.form),
                       .start = start_of(request, address + "/levels/move", first.version),
                       .banner = std::move(first.banner),
                       .address = address};
    {
        auto reading = store_of(request, services).read();
        view.going_on = going_on(reading, access::actor(request).agency, found.id);
    }
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Change level", level_form_view(view), wrong);
}

http::Response show_move(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    http::Fields values;
    std::int64_t seen = 0;
    {
        auto reading = store_of(request, services).read();
        const auto works = going_on(reading, access::actor(request).agency, found.id);
        if (works.size() == 1) values.add("work", std::to_string(works.front().place));
        seen = std::ssize(levels_of_case(reading, access::actor(request).agency, found.id));
    }
    add_date(values, "moved_on", services.guard->clock().today());
    return form_page(request, services, found,
                     first_view(request, services, std::move(values), seen));
}

/// What is saved now beside what was typed.
http::Response compare(const http::Request& request, const Services& services, const CaseId& id,
                       const http::Form& form, const NewLevel& typed)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    const auto saved = find_case(reading, agency, id);
    if (!saved) return http::failure(saved.error());
    const auto moves = levels_of_case(reading, agency, id);
    const auto& last = *std::max_element(
        moves.begin(), moves.end(),
        [](const LevelMove& one, const LevelMove& other) { return one.place < other.place; });
    const auto address = address_of(id);
    const auto carried = [&](const char* name) {
        return forms::compared(name, "", std::string(form[name]), std::string(form[name]));
    };
    auto level = forms::compared("level", "Level", std::string(key_of(last.level)),
                                 std::string(key_of(typed.level)));
    level.saved_words = std::string(in_words(last.level)) + " for " + last.title;
    level.typed_words = in_words(typed.level);
    auto comparison = forms::comparison_form(
        {.action = address + "/levels/move",
         .start = {.page = address + "/levels/move",
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(moves.size())},
         .saved_by = services.name_of(agency, last.moved_by),
         .saved_when = {},
         .questions = {level, forms::compared("reason", "Why", last.reason, typed.reason),
                       carried("work"), carried("title"), carried("moved_on-day"),
                       carried("moved_on-month"), carried("moved_on-year")},
         .leave_href = address + "/levels"});
    return case_page(request, services, *saved, "Somebody else changed this case",
                     design::page_heading("Somebody else changed this case") + comparison);
}

http::Response move(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const auto today = services.guard->clock().today();
    const auto typed = read_level(form, today);
    const auto version = version_in(form);
    const auto again = [&](std::vector<Error> errors) {
        return form_page(request, services, found,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = version,
                          .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto path = save_in_case(request, services, "advice.change", found, form, {"level"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto moved =
                                           move_level(transaction, actor.agency, found.id, version,
                                                      typed.moved, actor.user);
                                       if (!moved) return moved.error();
                                       return address_of(found.id);
                                   });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return compare(request, services, found.id, form, typed.moved);
    return again({path.error()});
}

http::Response end(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"level"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto ended =
                end_work(transaction, actor.agency, found.id, version_in(form),
                         whole_number(form["work"]).value_or(0), services.guard->clock().today());
            if (!ended) return ended.error();
            return address_of(found.id) + "/levels";
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_levels_detail

void add_level_pages(http::Router& router, const Services& services)
{
    using namespace pages_levels_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/levels", guard.policy("advice.view"), page_of(show_levels));
    router.get("/advice/cases/{case}/levels/move", guard.policy("advice.change"),
               page_of(show_move));
    router.post("/advice/cases/{case}/levels/move",
                forms::taking(guard.policy("advice.change"),
                              {"work", "title", "reason", "level", "moved_on"}),
                page_of(move));
    router.post("/advice/cases/{case}/levels/end",
                forms::taking(guard.policy("advice.change"), {"work"}), page_of(end));
}

} // namespace onroll::casework
