#include "casework/pages_case_frame.h"
#include "casework/store_cases.h"
#include "casework/store_profile.h"
#include "casework/views_profile.h"

#include "design/page.h"
#include "design/words.h"
#include "forms/asked.h"
#include "forms/comparison.h"

#include <array>
#include <utility>

namespace onroll::casework {
namespace pages_profile_detail {

struct TextQuestion {
    const char* name;
    const char* label;
    std::string NewProfile::*answer;
    std::size_t longest; ///< bytes
};
constexpr std::array text_questions{
    TextQuestion{"strengths", "Strengths", &NewProfile::strengths, 10'000},
    TextQuestion{"child_aims", "What the child wants", &NewProfile::child_aims, 10'000},
    TextQuestion{"family_aims", "What the family wants", &NewProfile::family_aims, 10'000},
    TextQuestion{"what_helps", "What helps", &NewProfile::what_helps, 10'000},
    TextQuestion{"trusted_adult", "Trusted adult at school", &NewProfile::trusted_adult, 400},
    TextQuestion{"trusted_role", "What their job is", &NewProfile::trusted_role, 400},
    TextQuestion{"needs_note", "More about these needs", &NewProfile::needs_note, 10'000}};

http::Fields fields_of(const NewProfile& told)
{
    http::Fields fields;
    for (const auto& question : text_questions) fields.add(question.name, told.*question.answer);
    fields.add("trusted_chosen_by", std::string(key_of(told.trusted_chosen_by)));
    for (const auto need : told.needs) fields.add("needs", std::string(key_of(need)));
    return fields;
}

struct Typed {
    NewProfile told;
    std::vector<Error> errors;
};

Typed read_profile(const http::Form& form)
{
    Typed typed;
    for (const auto& question : text_questions) {
        typed.told.*question.answer = std::string(form[question.name]);
        if ((typed.told.*question.answer).size() > question.longest)
            typed.errors.push_back(
                bad_input(std::string(question.label) + " must be shorter", question.name));
    }
    typed.told.trusted_chosen_by =
        chosen_by_named(form["trusted_chosen_by"]).value_or(ChosenBy::not_known);
    for (const auto key : form.all("needs"))
        if (const auto need = wider_need_named(key)) typed.told.needs.push_back(*need);
    return typed;
}

http::Response show_profile(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& agency = access::actor(request).agency;
    const auto record = child_of_case(request, services, found);
    const auto child = record ? record->child.id : found.child;
    ProfileView view{.address = address_of(found.id)};
    view.needs_href = "/people/" + child.text() + "/needs";
    if (record && !record->sen.empty()) view.sen = record->sen.back();
    {
        auto reading = store_of(request, services).read();
        view.profile = profile_of(reading, agency, found.id);
    }
    if (view.profile.saved_by) view.saved_by = services.name_of(agency, *view.profile.saved_by);
    view.may_change = may(request, services, "advice.change", found);
    return case_page(request, services, found, record, "About the child", profile_view(view));
}

http::Response form_page(const http::Request& request, const Services& services, const Case& found,
                         FirstView first)
{
    const auto address = address_of(found.id);
    ProfileFormView view{.form = std::move(first.form),
                         .start = start_of(request, address + "/profile/change", first.version),
                         .banner = std::move(first.banner),
                         .address = address};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Change what is known", profile_form_view(view),
                     wrong);
}

http::Response show_change(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto saved = [&] {
        auto reading = store_of(request, services).read();
        return profile_of(reading, access::actor(request).agency, found.id);
    }();
    return form_page(request, services, found,
                     first_view(request, services, fields_of(saved.told), saved.version));
}

std::string needs_in_words(const NewProfile& told)
{
    std::vector<std::string> words;
    for (const auto need : told.needs) words.emplace_back(in_words(need));
    return design::listed(words);
}

/// What is saved now beside what was typed.
http::Response compare(const http::Request& request, const Services& services, const Case& found,
                       const NewProfile& typed)
{
    const auto& agency = access::actor(request).agency;
    const auto saved = [&] {
        auto reading = store_of(request, services).read();
        return profile_of(reading, agency, found.id);
    }();
    std::vector<forms::Compared> questions;
    for (const auto& question : text_questions)
        questions.push_back(forms::compared(question.name, question.label,
                                            saved.told.*question.answer, typed.*question.answer));
    auto chosen = forms::compared("trusted_chosen_by", "Who named them",
                                  std::string(key_of(saved.told.trusted_chosen_by)),
                                  std::string(key_of(typed.trusted_chosen_by)));
    chosen.saved_words = in_words(saved.told.trusted_chosen_by);
    chosen.typed_words = in_words(typed.trusted_chosen_by);
    questions.push_back(std::move(chosen));
    forms::Compared needs{.label = "Wider needs",
                          .saved_words = needs_in_words(saved.told),
                          .typed_words = needs_in_words(typed)};
    for (const auto need : saved.told.needs) needs.saved.add("needs", std::string(key_of(need)));
    for (const auto need : typed.needs) needs.typed.add("needs", std::string(key_of(need)));
    questions.push_back(std::move(needs));
    const auto address = address_of(found.id);
    auto comparison = forms::comparison_form(
        {.action = address + "/profile/change",
         .start = {.page = address + "/profile/change",
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(saved.version)},
         .saved_by = saved.saved_by ? services.name_of(agency, *saved.saved_by) : std::string(),
         .saved_when = moment_in_words(saved.saved_at),
         .questions = std::move(questions),
         .leave_href = address + "/profile"});
    return case_page(request, services, found, "Somebody else changed this",
                     design::page_heading("Somebody else changed this") + comparison);
}

http::Response change(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const auto typed = read_profile(form);
    const auto version = version_in(form);
    const auto again = [&](std::vector<Error> errors) {
        return form_page(request, services, found,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = version,
                          .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto now = services.guard->clock().now();
    const auto path = save_in_case(request, services, "advice.change", found, form, {"profile"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto saved =
                                           save_profile(transaction, actor.agency, found.id,
                                                        version, typed.told, actor.user, now);
                                       if (!saved) return saved.error();
                                       return address_of(found.id) + "/profile";
                                   });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return compare(request, services, found, typed.told);
    return again({path.error()});
}

} // namespace pages_profile_detail

void add_profile_pages(http::Router& router, const Services& services)
{
    using namespace pages_profile_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/profile", guard.policy("advice.view"), page_of(show_profile));
    router.get("/advice/cases/{case}/profile/change", guard.policy("advice.change"),
               page_of(show_change));
    router.post(
        "/advice/cases/{case}/profile/change",
        forms::taking(guard.policy("advice.change"),
                      {"strengths", "child_aims", "family_aims", "what_helps", "trusted_adult",
                       "trusted_role", "trusted_chosen_by", "needs", "needs_note"}),
        page_of(change));
}

} // namespace onroll::casework
