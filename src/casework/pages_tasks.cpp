#include "casework/pages_case_frame.h"

#include "casework/rules_spoken_hours.h"
#include "casework/store_tasks.h"
#include "casework/views_tasks.h"

#include "design/page.h"
#include "forms/asked.h"
#include "forms/comparison.h"
#include "platform/clock/clock.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_tasks_detail {

constexpr std::size_t longest_title = 300;
constexpr std::size_t longest_words = 200;

struct TypedTask {
    NewTask told;
    TaskState state = TaskState::open;
    std::string why;
    std::vector<Error> errors;
};

/// The time of day, which stands only beside a day.
void read_due_time(const http::Form& form, TypedTask& typed)
{
    if (form["due_at"].empty()) return;
    typed.told.due_at = time_as_said(form["due_at"]);
    if (!typed.told.due_at)
        typed.errors.push_back(bad_input("Enter the time as 1pm, 9:30am or 13:30", "due_at"));
    else if (form["due_on-day"].empty())
        typed.errors.push_back(bad_input("Enter the day, too, or leave the time out", "due_on"));
}

TypedTask read_task(const http::Form& form, const std::vector<Colleague>& colleagues)
{
    TypedTask typed;
    typed.told.title = std::string(form["title"]);
    typed.told.waiting_for = std::string(form["waiting_for"]);
    typed.why = std::string(form["why"]);
    if (typed.told.title.empty())
        typed.errors.push_back(bad_input("Enter what is to be done", "title"));
    if (typed.told.title.size() > longest_title)
        typed.errors.push_back(bad_input("What is to be done must be shorter", "title"));
    for (const auto* name : {"waiting_for", "why"})
        if (form[name].size() > longest_words)
            typed.errors.push_back(bad_input("This must be shorter", name));
    if (!form["due_on-day"].empty() || !form["due_on-month"].empty() ||
        !form["due_on-year"].empty()) {
        const auto day = typed_date(form, "due_on", "The day");
        if (day)
            typed.told.due_on = *day;
        else
            typed.errors.push_back(day.error());
    }
    read_due_time(form, typed);
    for (const auto& colleague : colleagues)
        if (colleague.user.text() == form["owner"]) typed.told.owner = colleague.user;
    const auto state = task_state_named(form["state"]);
    const bool waits = !typed.told.waiting_for.empty();
    typed.state = state.value_or(TaskState::open);
    // Only closing its case ends a task.
    if (typed.state == TaskState::ended)
        typed.errors.push_back(bad_input("Select where it stands", "state"));
    if (typed.state == TaskState::open && waits) typed.state = TaskState::waiting;
    if (typed.state == TaskState::waiting && !waits)
        typed.errors.push_back(bad_input("Enter who has to act first", "waiting_for"));
    return typed;
}

http::Fields fields_of(const Task& task)
{
    http::Fields fields;
    fields.add("title", task.told.title);
    add_date(fields, "due_on", task.told.due_on);
    fields.add("due_at", task.told.due_at ? time_in_words(*task.told.due_at) : std::string());
    fields.add("owner", task.told.owner ? task.told.owner->text() : std::string());
    fields.add("waiting_for", task.told.waiting_for);
    fields.add("state", std::string(key_of(task.state)));
    return fields;
}

forms::Choices owners_of(const http::Request& request, const Services& services)
{
    forms::Choices owners;
    for (const auto& colleague : services.caseworkers(access::actor(request).agency))
        owners.emplace_back(colleague.user.text(), colleague.name);
    return owners;
}

http::Response new_form(const http::Request& request, const Services& services, const Case& found,
                        FirstView first)
{
    const auto address = address_of(found.id);
    TaskFormView view{.action = address + "/tasks/new",
                      .leave = address + "/dates",
                      .is_new = true,
                      .form = std::move(first.form),
                      .start = start_of(request, address + "/tasks/new"),
                      .banner = std::move(first.banner),
                      .owners = owners_of(request, services),
                      .before = {},
                      .name_of = {}};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Add a task", task_form_view(view), wrong);
}

http::Response show_new(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    return new_form(request, services, found, first_view(request, services, {}));
}

http::Response add(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    auto typed = read_task(form, services.caseworkers(actor.agency));
    const auto again = [&](std::vector<Error> errors) {
        return new_form(
            request, services, found,
            {.form = {.values = form.fields, .errors = std::move(errors)}, .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    typed.told.case_id = found.id;
    const auto path = save_in_case(request, services, "advice.change", found, form, {"task"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       add_task(transaction, actor.agency, typed.told, actor.user,
                                                services.guard->clock().now());
                                       return address_of(found.id) + "/dates";
                                   });
    return path ? http::redirect(*path) : again({path.error()});
}

/// The task of the address, on the case that was entered; nothing where it is another's.
std::optional<Task> task_in(const http::Request& request, const Services& services,
                            const Case& found)
{
    const auto id = request.path<TaskId>("task");
    if (!id) return std::nullopt;
    auto reading = store_of(request, services).read();
    auto task = find_task(reading, access::actor(request).agency, *id);
    if (!task || task->told.case_id != found.id) return std::nullopt;
    return std::move(*task);
}

http::Response change_form(const http::Request& request, const Services& services,
                           const Case& found, const Task& task, FirstView first)
{
    const auto& agency = access::actor(request).agency;
    const auto path = address_of(found.id) + "/tasks/" + task.id.text();
    TaskFormView view{
        .action = path,
        .leave = address_of(found.id) + "/dates",
        .is_new = false,
        .form = std::move(first.form),
        .start = start_of(request, path, first.version),
        .banner = std::move(first.banner),
        .owners = owners_of(request, services),
        .before = {},
        .name_of = [&](const access::UserId& user) { return services.name_of(agency, user); }};
    {
        auto reading = store_of(request, services).read();
        view.before = task_history(reading, agency, task.id);
    }
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Change a task", task_form_view(view), wrong);
}

http::Response show_change(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto task = task_in(request, services, found);
    if (!task) return http::not_found();
    return change_form(request, services, found, *task,
                       first_view(request, services, fields_of(*task), task->version));
}

/// What is saved now beside what was typed.
http::Response compare(const http::Request& request, const Services& services, const Case& found,
                       const Task& saved, const http::Form& form)
{
    const auto path = address_of(found.id) + "/tasks/" + saved.id.text();
    const auto now = fields_of(saved);
    const auto one = [&](const char* name, const char* label) {
        return forms::compared(name, label, std::string(now[name]), std::string(form[name]));
    };
    auto state = one("state", "Where it stands");
    state.saved_words = in_words(saved.state);
    state.typed_words = in_words(task_state_named(form["state"]).value_or(TaskState::open));
    auto owner = one("owner", "Whose task it is");
    const auto name_of = [&](std::string_view user) -> std::string {
        const auto id = access::UserId::parse(user);
        return id ? services.name_of(access::actor(request).agency, *id)
                  : "The caseworker of the case";
    };
    owner.saved_words = name_of(now["owner"]);
    owner.typed_words = name_of(form["owner"]);
    forms::Compared due{.label = "By when",
                        .saved = {},
                        .typed = {},
                        .saved_words =
                            saved.told.due_on ? with_weekday(*saved.told.due_on) : std::string(),
                        .typed_words = {}};
    for (const auto* name : {"due_on-day", "due_on-month", "due_on-year"}) {
        due.saved.add(name, std::string(now[name]));
        due.typed.add(name, std::string(form[name]));
    }
    if (const auto day = typed_date(form, "due_on", "The day"))
        due.typed_words = with_weekday(*day);
    auto comparison = forms::comparison_form(
        {.action = path,
         .start = {.page = path,
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(saved.version)},
         .saved_by = {},
         .saved_when = {},
         .questions = {one("title", "What is to be done"), due, one("due_at", "At what time"),
                       owner, one("waiting_for", "Who has to act first"), state},
         .leave_href = address_of(found.id) + "/dates"});
    return case_page(request, services, found, "Somebody else changed this task",
                     design::page_heading("Somebody else changed this task") + comparison);
}

http::Response change(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto task = task_in(request, services, found);
    if (!task) return http::not_found();
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const auto typed = read_task(form, services.caseworkers(actor.agency));
    const auto again = [&](std::vector<Error> errors) {
        return change_form(request, services, found, *task,
                           {.form = {.values = form.fields, .errors = std::move(errors)},
                            .version = version_in(form),
                            .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const TaskChange to{.title = typed.told.title,
                        .due_on = std::optional(typed.told.due_on),
                        .owner = std::optional(typed.told.owner),
                        .state = typed.state,
                        .waiting_for = typed.told.waiting_for,
                        .why = typed.why,
                        .due_at = std::optional(typed.told.due_at)};
    const auto path = save_in_case(request, services, "advice.change", found, form, {"task"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto changed = change_task(
                                           transaction, actor.agency, task->id, version_in(form),
                                           to, actor.user, services.guard->clock().now());
                                       if (!changed) return changed.error();
                                       return address_of(found.id) + "/dates";
                                   });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return compare(request, services, found, *task, form);
    return again({path.error()});
}

http::Response mark_done(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto task = task_in(request, services, found);
    if (!task) return http::not_found();
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto version = whole_number(form["task_version"]).value_or(0);
    const bool from_today = form["from"] == "today";
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"task"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto done =
                change_task(transaction, actor.agency, task->id, version,
                            {.state = TaskState::done}, actor.user, services.guard->clock().now());
            if (!done) return done.error();
            return from_today ? std::string("/advice") : address_of(found.id) + "/dates";
        });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return http::redirect(address_of(found.id) + "/tasks/" + task->id.text());
    return http::failure(path.error());
}

} // namespace pages_tasks_detail

void add_task_pages(http::Router& router, const Services& services)
{
    using namespace pages_tasks_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    const std::string tasks = "/advice/cases/{case}/tasks";
    router.get(tasks + "/new", guard.policy("advice.change"), page_of(show_new));
    router.post(tasks + "/new",
                forms::taking(guard.policy("advice.change"),
                              {"title", "due_on", "due_at", "owner", "waiting_for"}),
                page_of(add));
    router.get(tasks + "/{task}", guard.policy("advice.change"), page_of(show_change));
    router.post(tasks + "/{task}",
                forms::taking(guard.policy("advice.change"), {"title", "due_on", "due_at", "owner",
                                                              "waiting_for", "state", "why"}),
                page_of(change));
    router.post(tasks + "/{task}/done",
                forms::taking(guard.policy("advice.change"), {"task_version", "from"}),
                page_of(mark_done));
}

} // namespace onroll::casework
