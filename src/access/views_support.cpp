#include "access/views_support.h"

#include "access/views_fields.h"

#include "design/components/notification_banner.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/components/textarea.h"
#include "platform/clock/clock.h"

namespace onroll::access {

namespace views_support_detail {

using design::element;
using design::Html;
using design::paragraph;

std::string state_of(const Support& support, Support::Moment now)
{
    if (support.ended_at) return "Taken back on " + moment_in_words(*support.ended_at);
    if (now < support.ends_at) return "Until " + moment_in_words(support.ends_at);
    return "Ended on " + moment_in_words(support.ends_at);
}

Html take_back(const SupportView& view, const Support& support)
{
    if (!support.runs(view.now)) return {};
    return staff_form(*view.actor, "/staff/support/" + support.user.text() + "/end",
                      "/staff/support",
                      element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                              "Take it back", design::visually_hidden(" from " + support.name)));
}

Html all_given(const SupportView& view)
{
    if (view.all.empty()) return paragraph("Nobody from support may look, and nobody has yet.");
    design::Table table{.caption = "Who may look, and who could before",
                        .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = "Who"},
                  {.content = "What for"},
                  {.content = "Given by"},
                  {.content = "How long"},
                  {.content = "Take back"}};
    for (const auto& support : view.all) {
        const auto by = view.names.find(support.given_by);
        table.rows.push_back(
            {{.content = support.name + ", " + support.email},
             {.content = support.reason},
             {.content =
                  by == view.names.end() ? std::string("Somebody who has left") : by->second},
             {.content = state_of(support, view.now)},
             {.content = take_back(view, support)}});
    }
    return design::render_stacking(table);
}

Html hours_asked(const SupportView& view)
{
    design::Radios radios{.name = "hours",
                          .fieldset =
                              design::Fieldset{.legend = {.content = "For how long?",
                                                          .classes = "govuk-fieldset__legend--s"}},
                          .error = design::error_message(error_at(view.errors, "hours"))};
    for (const auto hours : support_hours)
        radios.items.push_back(
            {.value = std::to_string(hours),
             .content = hours == 1 ? std::string("1 hour") : std::to_string(hours) + " hours"});
    radios.value = view.hours;
    return render(radios);
}

Html reason_asked(const SupportView& view)
{
    design::Textarea reason{.name = "reason"};
    reason.label = {.content = "What are they to look at?", .classes = "govuk-label--s"};
    reason.hint = design::Hint{.content = "Name no child and no family"};
    reason.error = design::error_message(error_at(view.errors, "reason"));
    reason.value = view.reason;
    reason.rows = 2;
    return render(reason);
}

} // namespace views_support_detail

design::Html support_view(const SupportView& view)
{
    using namespace views_support_detail;
    const Html said =
        view.said.empty()
            ? Html{}
            : render(design::NotificationBanner{.heading = view.said, .success = true});
    return error_summary_of(view.errors) + said +
           design::page_heading("Support access", view.actor->agency_name) +
           paragraph(
               "People who look after the server cannot see your organisation’s pages. If one of "
               "them is to help, you can let them look at your staff, your settings and "
               "whether your audit record is whole, for some hours. They change nothing, "
               "and open no record of anybody.") +
           all_given(view) +
           staff_form(*view.actor, "/staff/support", "/staff/support",
                      element("h2", {{"class", "govuk-heading-m"}}, "Let somebody look") +
                          fields::text("name", "Name", view.name, view.errors) +
                          fields::email(view.email, view.errors, "Email address") +
                          hours_asked(view) + reason_asked(view) + fields::button("Let them look"));
}

} // namespace onroll::access
