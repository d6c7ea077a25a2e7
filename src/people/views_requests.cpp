#include "people/views_requests.h"

#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"

namespace onroll::people {

namespace views_requests_detail {

using design::Html;

std::string page_of(const RecordsRequest& request)
{
    return "/people/" + request.person.text() + "/requests/" + request.id.text();
}

std::string due_in_words(const RecordsRequest& request)
{
    if (request.answered_on) return "Answered on " + in_words(*request.answered_on);
    const auto due = subject_request_due(request.clock);
    switch (due.clock) {
    case RequestClock::waiting_for_identity:
        return "The clock has not started: they have not shown who they are";
    case RequestClock::waiting_for_clarification:
        return "The clock stands still: they were asked what they mean";
    case RequestClock::running:
        return "Answer by " + with_weekday(*due.by);
    }
    return {};
}

Html late_tag(const RecordsRequest& request, Date today)
{
    const auto due = subject_request_due(request.clock);
    if (request.answered_on || !due.by || *due.by >= today) return {};
    return " " + render(design::Tag{.content = "Late", .classes = "govuk-tag--red"});
}

Html table_of(const std::vector<RecordsRequest>& requests, Date today, std::string caption)
{
    design::Table table{.caption = std::move(caption),
                        .head = {{"Received"}, {"Who asks"}, {"Clock"}}};
    for (const auto& request : requests)
        table.rows.push_back({{design::link(page_of(request), in_words(request.clock.received_on))},
                              {request.asked_by},
                              {Html(due_in_words(request)) + late_tag(request, today)}});
    return render_stacking(table);
}

design::SummaryRow row(std::string_view key, const std::string& value)
{
    return {.key = {key}, .value = {value}};
}

Html facts_of(const RecordsRequest& request)
{
    design::SummaryList list;
    list.rows.push_back(row("Received", in_words(request.clock.received_on)));
    list.rows.push_back(row("Who asks", request.asked_by));
    if (request.clock.identity_asked)
        list.rows.push_back(
            row("Showed who they are", request.clock.identity_shown_on
                                           ? in_words(*request.clock.identity_shown_on)
                                           : std::string("Not yet")));
    for (const auto& pause : request.clock.pauses)
        list.rows.push_back(
            row("Asked what they mean",
                in_words(pause.from) +
                    (pause.until ? ", answered " + in_words(*pause.until) : ", not answered yet")));
    if (request.clock.complexity == Complexity::complex)
        list.rows.push_back(row("Takes two months longer", request.why_complex));
    if (request.answered_on) list.rows.push_back(row("What you answered", request.outcome));
    return render(list);
}

/// What may happen next, as the clock stands.
Choices steps_for(const RecordsRequest& request)
{
    Choices steps;
    if (request.clock.identity_asked && !request.clock.identity_shown_on)
        steps.emplace_back("identity", "They showed who they are");
    const bool paused = !request.clock.pauses.empty() && !request.clock.pauses.back().until;
    steps.emplace_back(paused ? "told" : "ask",
                       paused ? "They said what they mean" : "We asked them what they mean");
    if (request.clock.complexity == Complexity::ordinary)
        steps.emplace_back("longer", "It is complex, so it takes two months longer");
    steps.emplace_back("answered", "We answered");
    return steps;
}

} // namespace views_requests_detail

design::Html open_requests_view(const OpenRequestsView& view)
{
    using namespace views_requests_detail;
    Html out = design::page_heading("Requests for records") +
               design::paragraph("Somebody may ask to see what is held about them or their child. "
                                 "You have one month, and two more where it is complex.");
    if (view.requests.empty())
        return out + design::paragraph("None waits for an answer. Record a new one from the page "
                                       "of the person it is about.");
    return out +
           design::paragraph("The list names nobody: open a request to see whose record it "
                             "asks for.") +
           table_of(view.requests, view.today, "Waiting for an answer");
}

design::Html requests_view(const RequestsView& view)
{
    using namespace views_requests_detail;
    Html out = error_summary(view.form) + view.top;
    out += view.requests.empty() ? design::paragraph("Nobody has asked to see this record.")
                                 : table_of(view.requests, view.today, "Requests so far");
    if (!view.more.empty())
        out +=
            design::section_heading("more", "More about this record") + design::bullets(view.more);
    return out + design::section_heading("new", "Record a request") +
           posting(view.action, view.start,
                   fields::text(view.form, "asked_by", "Who asks?",
                                "For example, “The child’s mother”.") +
                       fields::date(view.form, "received_on", "When was it received?") +
                       fields::radios(view.form, "identity", "Must you ask who they are?",
                                      {{"no", "No, we know them"},
                                       {"yes", "Yes, the clock starts when they show it"}}),
                   "Start the clock");
}

design::Html request_view(const RequestView& view)
{
    using namespace views_requests_detail;
    Html out = error_summary(view.form) + view.top +
               render(design::InsetText{.content = Html(due_in_words(view.request)) +
                                                   late_tag(view.request, view.today)}) +
               facts_of(view.request);
    if (view.request.answered_on) return out;
    return out + design::paragraph(design::link(view.copy, "Make the copy for the person")) +
           design::section_heading("next", "What happened next") +
           posting(
               view.action, view.start,
               fields::radios(view.form, "step", "What happened?", steps_for(view.request)) +
                   fields::date(view.form, "on", "When?", "Leave blank where it takes longer.") +
                   fields::long_text(view.form, "words", "In your words (optional)",
                                     "What you answered, or why it takes longer. The person "
                                     "is told the reason."),
               "Save");
}

} // namespace onroll::people
