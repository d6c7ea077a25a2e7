#include "people/views_data_protection.h"

#include "people/views_rows.h"
#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::people {

namespace views_data_protection_detail {

using design::Html;

Html tag(std::string_view words, std::string_view colour)
{
    return render(design::Tag{.content = words, .classes = "govuk-tag--" + std::string(colour)});
}

Html late()
{
    return " " + tag("Late", "red");
}

std::string page_of(const Complaint& complaint)
{
    return "/data-protection/complaints/" + complaint.id.text();
}

std::string page_of(const Breach& breach)
{
    return "/data-protection/breaches/" + breach.id.text();
}

Html state_of(const Complaint& complaint, Date today)
{
    if (complaint.answered_on) return "Answered on " + in_words(*complaint.answered_on);
    if (complaint.acknowledged_on)
        return "Acknowledged on " + in_words(*complaint.acknowledged_on) + ". Answer without delay";
    const auto by = acknowledge_by(complaint.received_on);
    return "Acknowledge by " + with_weekday(by) + (by < today ? late() : Html{});
}

Html state_of(const Breach& breach, Instant now)
{
    if (breach.closed_on) return "Closed on " + in_words(*breach.closed_on);
    if (breach.reported_on) return "Reported on " + in_words(*breach.reported_on);
    if (!breach.not_reported.empty()) return "Not to be reported";
    const auto by = report_by(breach.aware_at);
    return "Report by " + moment_in_words(by) + (by < now ? late() : Html{});
}

/// The page that is about nothing else says by its heading what the table holds.
constexpr const char* said_by_the_heading = "govuk-visually-hidden";

Html table_of(const std::vector<Complaint>& complaints, Date today,
              std::string caption_classes = {})
{
    design::Table table{.caption = "Complaints",
                        .caption_classes = std::move(caption_classes),
                        .head = {{"Received"}, {"From"}, {"Clock"}}};
    for (const auto& one : complaints)
        table.rows.push_back({{design::link(page_of(one), in_words(one.received_on))},
                              {one.came_from},
                              {state_of(one, today)}});
    return render_stacking(table);
}

Html table_of(const std::vector<Breach>& breaches, Instant now, std::string caption_classes = {})
{
    design::Table table{.caption = "Breaches",
                        .caption_classes = std::move(caption_classes),
                        .head = {{"Known since"}, {"What"}, {"Clock"}}};
    for (const auto& one : breaches)
        table.rows.push_back({{design::link(page_of(one), moment_in_words(one.aware_at))},
                              {one.what},
                              {state_of(one, now)}});
    return render_stacking(table);
}

std::string shown_fields(const std::vector<std::string>& fields)
{
    std::string words;
    for (auto field : fields) {
        // What leads to another row is no name of a field.
        if (field.find(':') != std::string::npos) continue;
        std::replace(field.begin(), field.end(), '_', ' ');
        words += (words.empty() ? "" : ", ") + field;
    }
    return words;
}

constexpr std::size_t most_shown = 100;

Html affected_table(const BreachView& view)
{
    if (view.affected.empty())
        return design::paragraph("The audit record names no record that was opened in that time.");
    design::Table table{
        .caption = design::counted(static_cast<std::int64_t>(view.affected.size()), "record"),
        .head = {{"Record"}, {"When"}, {"Who"}, {"What was done"}}};
    for (const auto& one : view.affected) {
        if (table.rows.size() == most_shown) break;
        std::string who, what;
        for (const auto& actor : one.actors)
            who += (who.empty() ? "" : ", ") + view.staff_name(actor);
        for (const auto& act : one.acts)
            what += (what.empty() ? "" : "; ") + view.act_in_words(act);
        if (const auto shown = shown_fields(one.fields); !shown.empty())
            what += ". Shown or changed: " + shown;
        table.rows.push_back({{design::link("/audit/records/" + one.record_kind + "/" + one.record,
                                            "Who has seen it")},
                              {moment_in_words(one.first) +
                               (one.first == one.last ? "" : " to " + moment_in_words(one.last))},
                              {who},
                              {what}});
    }
    Html out = render_stacking(table);
    if (view.affected.size() > most_shown)
        out += design::paragraph("These are the " + std::to_string(most_shown) +
                                 " that were touched most often. The download has them all.");
    return out;
}

Html facts_of(const BreachView& view)
{
    const auto& breach = view.breach;
    design::SummaryList list;
    add_row(list, "What happened", breach.what);
    add_row(list, "Known since", moment_in_words(breach.aware_at));
    add_row(list, "Whose account",
            breach.whose_account ? view.staff_name(breach.whose_account->text())
                                 : std::string("Everybody’s"));
    add_row(list, "Days looked at", design::date_range(breach.from, breach.until));
    add_row(list, "Information Commissioner",
            breach.reported_on            ? "Told on " + in_words(*breach.reported_on)
            : breach.not_reported.empty() ? std::string("Not decided yet")
                                          : "Not told. " + breach.not_reported);
    add_row(list, "People affected",
            breach.told_on            ? "Told on " + in_words(*breach.told_on)
            : breach.not_told.empty() ? std::string("Not decided yet")
                                      : "Not told. " + breach.not_told);
    add_row(list, "What was learned", breach.learned);
    return render(list);
}

} // namespace views_data_protection_detail

using namespace views_data_protection_detail;

design::Html protection_home_view(const ProtectionHomeView& view)
{
    Html out = design::page_heading("Data protection");
    if (!view.has_contact)
        out += render(design::InsetText{
            .content = "Your privacy notices name nobody whom people may ask. " +
                       design::link("/data-protection/notice", "Say whom people may ask")});
    out += design::section_heading("waiting", "What waits");
    out += design::bullets({design::link("/people/requests", "Requests for records") +
                                Html(": " + std::to_string(view.open_requests) + " open"),
                            design::link("/data-protection/overrides", "Sharing without consent") +
                                Html(": " + std::to_string(view.overrides) + " to review" +
                                     (view.late_overrides == 0
                                          ? std::string()
                                          : ", " + std::to_string(view.late_overrides) + " late")),
                            design::link("/data-protection/erasures", "Requests to erase") +
                                Html(": " + std::to_string(view.open_erasures) + " open"),
                            design::link("/data-protection/complaints", "Complaints") +
                                Html(": " + std::to_string(view.complaints.size()) + " open"),
                            design::link("/data-protection/breaches", "Breaches") +
                                Html(": " + std::to_string(view.breaches.size()) + " open")});
    if (!view.complaints.empty()) out += table_of(view.complaints, view.today);
    if (!view.breaches.empty()) out += table_of(view.breaches, view.now);
    out += design::section_heading("restricted", "Records whose use is restricted");
    if (view.restricted.empty()) out += design::paragraph("None. Restrict one from its own page.");
    std::vector<Html> links;
    for (const auto& one : view.restricted)
        links.push_back(design::link("/people/" + one.person.text() + "/restriction",
                                     "Since " + in_words(in_london(one.begun_at).date)) +
                        Html(". " + std::string(in_words(one.ground))));
    if (!links.empty()) out += design::bullets(links);
    out += design::section_heading("more", "What we keep and say");
    return out +
           design::bullets(
               {design::link("/data-protection/processing", "Records of processing"),
                design::link("/data-protection/assessment", "Assessment of risks"),
                design::link("/people/retention", "How long records are kept"),
                design::link("/people/limits", "Limits on records"),
                design::link("/wordings", "The words people agree to"),
                design::link(view.notice, "Our privacy notice, as it is published"),
                design::link("/data-protection/notice", "Whom our privacy notices say to ask"),
                design::link("/audit", "Audit")});
}

design::Html complaints_view(const ComplaintsView& view)
{
    Html out = error_summary(view.form) + design::page_heading("Complaints") +
               design::paragraph("Somebody may complain about how you handle what is known of "
                                 "them. Acknowledge it within 30 days, look into it, and answer "
                                 "without delay.");
    out += view.complaints.empty() ? design::paragraph("Nobody has complained.")
                                   : table_of(view.complaints, view.today, said_by_the_heading);
    return out + design::section_heading("new", "Record a complaint") +
           posting("/data-protection/complaints", view.start,
                   fields::text(view.form, "came_from", "Who complains?",
                                "For example, “The father of a child”.") +
                       fields::date(view.form, "received_on", "When was it received?") +
                       fields::long_text(view.form, "about", "What is it about?"),
                   "Start the clock");
}

design::Html complaint_view(const ComplaintView& view)
{
    const auto& complaint = view.complaint;
    design::SummaryList list;
    add_row(list, "From", complaint.came_from);
    add_row(list, "Received", in_words(complaint.received_on));
    add_row(list, "About", complaint.about);
    if (complaint.acknowledged_on)
        add_row(list, "Acknowledged", in_words(*complaint.acknowledged_on));
    add_row(list, "Looked into", complaint.progress);
    add_row(list, "What you answered", complaint.outcome);
    Html out = error_summary(view.form) + design::page_heading("A complaint") +
               render(design::InsetText{.content = state_of(complaint, view.today)}) + render(list);
    if (complaint.answered_on) return out;
    Choices steps;
    if (!complaint.acknowledged_on) steps.emplace_back("acknowledged", "We acknowledged it");
    steps.emplace_back("progress", "We looked into something");
    steps.emplace_back("answered", "We answered");
    return out + design::section_heading("next", "What happened next") +
           posting("/data-protection/complaints/" + complaint.id.text(), view.start,
                   fields::radios(view.form, "step", "What happened?", steps) +
                       fields::date(view.form, "on", "When?",
                                    "Leave blank where you looked into something.") +
                       fields::long_text(view.form, "words", "In your words (optional)",
                                         "What you looked into, or what you answered. Tell them "
                                         "they can go to the Information Commissioner."),
                   "Save");
}

design::Html breaches_view(const BreachesView& view)
{
    Html out = error_summary(view.form) + design::page_heading("Breaches") +
               design::paragraph("Personal data was lost, or somebody saw it who must not. You "
                                 "have 72 hours to tell the Information Commissioner, unless "
                                 "nobody is likely to be harmed.");
    out += view.breaches.empty() ? design::paragraph("No breach is recorded.")
                                 : table_of(view.breaches, view.now, said_by_the_heading);
    return out + design::section_heading("new", "Record a breach") +
           posting(
               "/data-protection/breaches", view.start,
               fields::long_text(view.form, "what", "What happened?", "Do not name anybody here.") +
                   fields::date(view.form, "aware_on", "When did you know?") +
                   fields::text(view.form, "aware_at", "At what time?",
                                "For example, 14:05. Leave blank for the start of the day.",
                                "govuk-input--width-5") +
                   fields::select(view.form, "account", "Whose account was used?", view.accounts) +
                   fields::date(view.form, "from", "First day to look at",
                                "The audit record of these days tells whose records were opened.") +
                   fields::date(view.form, "until", "Last day to look at"),
               "Start the clock");
}

design::Html breach_view(const BreachView& view)
{
    const auto& breach = view.breach;
    Html out = error_summary(view.form) + design::page_heading("A breach") +
               render(design::InsetText{.content = state_of(breach, view.now)}) + facts_of(view);
    if (!breach.closed_on) {
        Choices steps{{"report", "We decided about the Information Commissioner"},
                      {"tell", "We decided about the people affected"},
                      {"close", "It is over"}};
        out += design::section_heading("next", "What happened next") +
               posting("/data-protection/breaches/" + breach.id.text(), view.start,
                       fields::radios(view.form, "step", "What happened?", steps) +
                           fields::date(view.form, "on", "When were they told?",
                                        "Leave blank where they are not told.") +
                           fields::long_text(view.form, "words",
                                             "Why not, or what was learned (optional)"),
                       "Save");
    }
    out += design::section_heading("affected", "Who was affected, and what was seen");
    if (!view.all_read)
        out += design::paragraph("There was more in that time than is read at once. Choose fewer "
                                 "days.");
    out += affected_table(view);
    if (!view.affected.empty())
        out += design::paragraph(
            design::link("/data-protection/breaches/" + breach.id.text() + "/records.csv",
                         "Download the list (CSV)"));
    return out;
}

design::Html notice_contact_view(const NoticeContactView& view)
{
    return error_summary(view.form) + design::page_heading("Whom to ask") +
           design::paragraph(Html("Your privacy notices are open to all. They say whom to ask, "
                                  "and how. ") +
                             design::link(view.notice, "See your notice")) +
           posting("/data-protection/notice", view.start,
                   fields::text(view.form, "officer", "Whom should people ask?",
                                "A post, not a name: “The data protection officer”.") +
                       fields::text(view.form, "email", "Email (optional)") +
                       fields::text(view.form, "telephone", "Telephone (optional)") +
                       fields::text(view.form, "post", "Post (optional)"),
                   "Save and publish");
}

} // namespace onroll::people
