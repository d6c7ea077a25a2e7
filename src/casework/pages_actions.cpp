#include "casework/action_form.h"
#include "casework/attachment_upload.h"
#include "casework/colleague_names.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_same_again.h"
#include "casework/pages_work.h"
#include "casework/store_actions.h"
#include "casework/store_attachments.h"
#include "casework/views_actions.h"
#include "casework/views_attachments.h"

#include "forms/asked.h"
#include "forms/comparison.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_actions_detail {

/// What the actor chose last on this case, so that the next press needs no choice.
OnePressView one_press(const http::Request& request, const CaseId& of,
                       const std::vector<Action>& newest_first)
{
    OnePressView view{.address = address_of(of),
                      .start = start_of(request, address_of(of) + "/actions")};
    const auto& user = access::actor(request).user;
    const auto last = std::max_element(
        newest_first.begin(), newest_first.end(), [&](const Action& left, const Action& right) {
            return std::pair(left.recorded_by == user, left.recorded_at) <
                   std::pair(right.recorded_by == user, right.recorded_at);
        });
    if (last == newest_first.end()) return view;
    view.stage = last->done.stage;
    if (last->recorded_by == user) view.kind = last->done.kind;
    return view;
}

http::Response list_actions(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& agency = access::actor(request).agency;
    ActionsView view{.address = address_of(found.id),
                     .may_change = may(request, services, "advice.change", found)};
    {
        auto reading = store_of(request, services).read();
        const auto actions = actions_of(reading, agency, found.id);
        view.hours = hours_of(reading, agency, found.id);
        view.press = one_press(request, found.id, actions);
        ColleagueNames names(services, agency);
        for (const auto& action : actions)
            view.actions.push_back({action, names.of(*action.done.worker)});
    }
    return case_page(request, services, found, "Work done", actions_view(view));
}

std::vector<Professional> known_in(const http::Request& request, const Services& services,
                                   const Case& found)
{
    auto reading = store_of(request, services).read();
    return professionals_of(reading, access::actor(request).agency, found.id);
}

/// Who may have done the work: colleagues with cases, and whoever asks.
std::vector<Colleague> colleagues_of(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    auto all = services.caseworkers(actor.agency);
    if (std::none_of(all.begin(), all.end(),
                     [&](const Colleague& one) { return one.user == actor.user; }))
        all.push_back({actor.user, services.name_of(actor.agency, actor.user)});
    return all;
}

TypedAction typed_in(const http::Request& request, const Services& services, const Case& found,
                     const http::Form& form)
{
    std::vector<access::UserId> colleagues;
    for (const auto& one : colleagues_of(request, services)) colleagues.push_back(one.user);
    return read_action(form, known_in(request, services, found), colleagues,
                       services.guard->clock().today());
}

ActionFormView form_for(const http::Request& request, const Services& services, const Case& found,
                        forms::FormView form)
{
    const auto address = address_of(found.id);
    forms::Choices colleagues;
    for (const auto& one : colleagues_of(request, services))
        colleagues.emplace_back(one.user.text(), one.name);
    return {.action = address + "/actions",
            .heading = "Record work",
            .leave = address + "/actions",
            .start = start_of(request, address + "/actions/new"),
            .form = std::move(form),
            .known = known_in(request, services, found),
            .colleagues = std::move(colleagues),
            .scanning = scanning_of(request, services)};
}

http::Response show_new(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    auto fields = fields_of(
        NewAction{.on = services.guard->clock().today(), .worker = access::actor(request).user});
    fields.remove("kind");
    fields.remove("stage");
    auto first = first_view(request, services, std::move(fields));
    auto view = form_for(request, services, found, std::move(first.form));
    view.banner = std::move(first.banner);
    return case_page(request, services, found, view.heading, action_form_view(view));
}

/// A press on a button holds no day: it was done today.
http::Form with_day(const http::Form& form, Date today)
{
    auto dated = form;
    if (!form.contains("on-day"))
        for (const auto& field : fields_of(NewAction{.on = today}))
            if (field.name.starts_with("on-")) dated.fields.set(field.name, field.value);
    return dated;
}

/// Adds the professional that the form names to the case and to the action.
void add_new_professional(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& of, TypedAction& typed)
{
    if (!typed.professional) return;
    const auto& [name, role, organisation] = *typed.professional;
    typed.done.with.push_back(add_professional(transaction, agency, of, name, role, organisation));
    typed.professional.reset();
}

/// conflict where the same work was recorded on the case just before. With whom is left aside: a
/// professional who is named on the form is another one each time.
Result<void> look_for_the_same(SameAgain& same, const std::vector<Action>& actions, NewAction done,
                               const access::UserId& by, Instant now, const std::string& address)
{
    done.with.clear();
    if (!done.worker) done.worker = by;
    return same.look(
        actions, now,
        [&](const Action& action) {
            auto before = action.done;
            before.with.clear();
            return action.recorded_by == by && before == done;
        },
        [](const Action& action) { return action.recorded_at; },
        [&](const Action& action) { return address + "/actions/" + action.id.text(); });
}

http::Response asked_again(const http::Request& request, const Services& services,
                           const Case& found, const http::Form& form, const SavedBefore& before)
{
    const auto address = address_of(found.id);
    const SameAgainView view{.before = before,
                             .heading = "You recorded this work",
                             .second = "to record work of the same kind and length",
                             .show = "Show what is recorded",
                             .action = address + "/actions",
                             .start = start_of(request, address + "/actions/new"),
                             .typed = form,
                             .button = "Record it again"};
    return case_page(request, services, found, same_again_title(view), same_again_view(view));
}

http::Response record(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto form = with_day(request.form(), in_london(now).date);
    auto typed = typed_in(request, services, found, form);
    const auto again = [&](std::vector<Error> errors) {
        const auto view = form_for(request, services, found,
                                   {.values = form.fields, .errors = std::move(errors)});
        return case_page(request, services, found, view.heading, action_form_view(view), true);
    };
    if (!typed.errors.empty()) return again(std::move(typed.errors));
    const auto brought = keep_files(request, services, found);
    if (!brought.errors.empty()) return again(brought.errors);
    SameAgain same(form);
    const auto path = save_with_files(request, services, brought, [&](bool& stored) {
        return save_in_case(
            request, services, "advice.change", found, form, {"action"},
            [&](db::Transaction& transaction) -> Result<std::string> {
                if (!brings_files(form)) {
                    const auto first =
                        look_for_the_same(same, actions_of(transaction, actor.agency, found.id),
                                          typed.done, actor.user, now, address_of(found.id));
                    if (!first) return first.error();
                }
                auto one = typed;
                add_new_professional(transaction, actor.agency, found.id, one);
                const auto id =
                    record_action(transaction, actor.agency, found.id, one.done, actor.user, now);
                if (const auto added = add_rows(transaction, services, actor, found.id, brought, id,
                                                category_in(form), one.done.on, now);
                    !added)
                    return added.error();
                stored = true;
                return address_of(found.id) + "/actions";
            });
    });
    if (same.before()) return asked_again(request, services, found, form, *same.before());
    return path ? http::redirect(*path) : again({path.error()});
}

/// The action of the address, in its case, entered by the policy; or what to answer instead.
struct EnteredAction {
    Case found;
    Action action;
};
std::variant<EnteredAction, http::Response>
entered_action(const http::Request& request, const Services& services, std::string_view act)
{
    auto entered = entered_case(request, services, act);
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    auto& found = std::get<Case>(entered);
    const auto id = request.path<ActionId>("action");
    if (!id) return http::not_found();
    auto reading = store_of(request, services).read();
    auto action = find_action(reading, access::actor(request).agency, found.id, *id);
    if (!action) return http::failure(action.error());
    return EnteredAction{std::move(found), std::move(*action)};
}

http::Response show_action(const http::Request& request, const Services& services)
{
    auto entered = entered_action(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, action] = std::get<EnteredAction>(entered);
    const auto& agency = access::actor(request).agency;
    ActionView view{.address = address_of(found.id),
                    .action = action,
                    .worker = services.name_of(agency, *action.done.worker),
                    .may_change = may(request, services, "advice.change", found)};
    {
        auto reading = store_of(request, services).read();
        for (auto& professional : professionals_of(reading, agency, found.id))
            if (std::find(action.done.with.begin(), action.done.with.end(), professional.id) !=
                action.done.with.end())
                view.with.push_back(std::move(professional));
        for (auto& before : versions_before(reading, agency, action.id)) {
            auto by = services.name_of(agency, before.recorded_by);
            view.before.push_back({std::move(before), std::move(by)});
        }
        for (auto& attachment : attachments_of(reading, agency, found.id))
            if (attachment.added_to == AddedTo(action.id))
                view.attachments.push_back(std::move(attachment));
    }
    return case_page(request, services, found, std::string(in_words(action.done.kind)),
                     action_view(view));
}

ActionFormView correction_of(const http::Request& request, const Services& services,
                             const EnteredAction& entered, forms::FormView form,
                             std::int64_t version)
{
    const auto own = address_of(entered.found.id) + "/actions/" + entered.action.id.text();
    auto view = form_for(request, services, entered.found, std::move(form));
    view.action = own + "/correct";
    view.heading = "Correct what was recorded";
    view.leave = own;
    view.start = start_of(request, own + "/correct", version);
    view.is_new = false;
    return view;
}

http::Response show_correction(const http::Request& request, const Services& services)
{
    auto entered = entered_action(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& both = std::get<EnteredAction>(entered);
    auto first = first_view(request, services, fields_of(both.action.done), both.action.version);
    auto view = correction_of(request, services, both, std::move(first.form), first.version);
    view.banner = std::move(first.banner);
    return case_page(request, services, both.found, view.heading, action_form_view(view));
}

/// What is saved now beside what was typed.
design::Html comparison_of(const http::Request& request, const Services& services,
                           const EnteredAction& entered, const NewAction& typed)
{
    const auto& saved = entered.action.done;
    const auto own = address_of(entered.found.id) + "/actions/" + entered.action.id.text();
    const auto of_key = [](const char* name, const char* label, auto now, auto sent) {
        auto one =
            forms::compared(name, label, std::string(key_of(now)), std::string(key_of(sent)));
        one.saved_words = in_words(now);
        one.typed_words = in_words(sent);
        return one;
    };
    const auto of_several = [&](std::string_view name, const char* label, auto words_of) {
        forms::Compared one{.label = label};
        for (const auto& field : fields_of(saved))
            if (field.name.starts_with(name)) one.saved.add(field.name, field.value);
        for (const auto& field : fields_of(typed))
            if (field.name.starts_with(name)) one.typed.add(field.name, field.value);
        one.saved_words = words_of(saved);
        one.typed_words = words_of(typed);
        return one;
    };
    const auto topics = [](const NewAction& done) {
        std::string words;
        for (const auto topic : done.topics)
            words += (words.empty() ? "" : ", ") + std::string(in_words(topic));
        return words;
    };
    const auto people = [](const NewAction& done) {
        return done.with.empty() ? std::string() : std::to_string(done.with.size()) + " ticked";
    };
    const auto who = [&](const NewAction& done) {
        return services.name_of(access::actor(request).agency, *done.worker);
    };
    return forms::comparison_form(
        {.action = own + "/correct",
         .start = {.page = own + "/correct",
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(entered.action.version)},
         .saved_by = {},
         .saved_when = {},
         .questions = {of_key("kind", "What was done", saved.kind, typed.kind),
                       of_key("stage", "Stage", saved.stage, typed.stage),
                       of_several("worker", "Who did it", who),
                       of_several("on-", "Day",
                                  [](const NewAction& done) { return with_weekday(done.on); }),
                       forms::compared("what", "What happened", saved.what, typed.what),
                       of_several("topic", "What it was about", topics),
                       of_several("with", "Other professionals", people),
                       forms::compared("minutes", "Minutes", std::to_string(saved.took.count()),
                                       std::to_string(typed.took.count()))},
         .leave_href = own});
}

http::Response correct(const http::Request& request, const Services& services)
{
    auto entered = entered_action(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    auto& both = std::get<EnteredAction>(entered);
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto form = forms::settled(request.form());
    auto typed = typed_in(request, services, both.found, form);
    if (!typed.errors.empty()) {
        const auto view = correction_of(request, services, both,
                                        {.values = form.fields, .errors = std::move(typed.errors)},
                                        version_in(form));
        return case_page(request, services, both.found, view.heading, action_form_view(view), true);
    }
    if (!typed.done.worker) typed.done.worker = both.action.done.worker;
    const auto path =
        save_in_case(request, services, "advice.change", both.found, form, {"action"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         auto one = typed;
                         add_new_professional(transaction, actor.agency, both.found.id, one);
                         const auto corrected = correct_action(
                             transaction, actor.agency, both.found.id, both.action.id,
                             version_in(form), one.done, actor.user, now);
                         if (!corrected) return corrected.error();
                         return address_of(both.found.id) + "/actions/" + both.action.id.text();
                     });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return http::failure(path.error());
    const std::string title = "Somebody else corrected this";
    return case_page(request, services, both.found, title,
                     design::page_heading(title) +
                         comparison_of(request, services, both, typed.done));
}

} // namespace pages_actions_detail

design::Html read_hours_section(const http::Request& request, const Case& found,
                                const std::vector<Action>& actions, bool may_change,
                                db::Queries& reading)
{
    return hours_section({.hours = hours_of(reading, access::actor(request).agency, found.id),
                          .press = pages_actions_detail::one_press(request, found.id, actions),
                          .may_change = may_change});
}

void add_action_pages(http::Router& router, const Services& services)
{
    using namespace pages_actions_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/actions", guard.policy("advice.view"), page_of(list_actions));
    router.get("/advice/cases/{case}/actions/new", guard.policy("advice.change"),
               page_of(show_new));
    router.post(
        "/advice/cases/{case}/actions",
        forms::taking(guard.policy("advice.change"),
                      {"kind", "topic", "on", "took", "minutes", "stage", "worker", "what", "with",
                       "new_name", "new_role", "new_organisation", "category", "files", "again"}),
        page_of(record), {.body_limit = most_in_a_form});
    router.get("/advice/cases/{case}/actions/{action}", guard.policy("advice.view"),
               page_of(show_action));
    router.get("/advice/cases/{case}/actions/{action}/correct", guard.policy("advice.change"),
               page_of(show_correction));
    router.post(
        "/advice/cases/{case}/actions/{action}/correct",
        forms::taking(guard.policy("advice.change"),
                      {"kind", "topic", "on", "took", "minutes", "stage", "worker", "what", "with",
                       "new_name", "new_role", "new_organisation", "category", "files"}),
        page_of(correct));
}

} // namespace onroll::casework
