#include "access/views_audit.h"

#include "access/rules_policy.h"
#include "access/types_seen.h"

#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/pagination.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::access {

namespace views_audit_detail {

using design::Html;

struct ActWords {
    std::string_view act;
    std::string_view words;
    /// Of a change, what somebody saw who opened its page and made none.
    std::string_view look{};
};

constexpr std::array act_words{
    ActWords{"people.view", "Looked at the record"},
    ActWords{"people.print", "Printed the record"},
    ActWords{"people.address", "Looked at a protected address"},
    ActWords{"people.change", "Changed the record", "Looked at the record, and changed nothing"},
    ActWords{"people.change_address", "Changed a protected address",
             "Looked at the form for a new address, and changed nothing"},
    ActWords{"people.create", "Made the record", "Looked at the form for a new record"},
    ActWords{"people.import", "Made or changed the record from a list",
             "Looked at what a list would make or change"},
    ActWords{"people.nhs_number", "Looked at the NHS number, or changed it",
             "Looked at the NHS number"},
    ActWords{"people.merge", "Joined two records, or took them apart",
             "Looked at two records side by side, and changed neither"},
    ActWords{"people.declare_conflict", "Said that it is their own or a relative’s record",
             "Looked at how to say that it is their own or a relative’s record"},
    ActWords{"people.withhold", "Opened the record to named people only",
             "Looked at who can open the record, and changed nothing"},
    ActWords{"limits.lift", "Lifted a limit on the record",
             "Looked at the limits on the record, and lifted none"},
    ActWords{"people.export", "Took a list of children as a file",
             "Looked at a list of children, and took no file"},
    ActWords{"people.dispute", "Recorded that something in it is disputed",
             "Looked at what is disputed, and changed nothing"},
    ActWords{"limits.restrict", "Restricted the use of the record, or ended that",
             "Looked at whether the use of the record is restricted"},
    ActWords{"people.export_many", "Agreed to a list of many children as a file",
             "Looked at a list of many children, and took no file"},
    ActWords{"consents.view", "Looked at the consents"},
    ActWords{"consents.word", "Wrote what people agree to",
             "Looked at what people agree to, and changed nothing"},
    ActWords{"consents.record", "Recorded a consent, or its end",
             "Looked at the consents, and changed none"},
    ActWords{"shares.begin", "Shared the record",
             "Looked at what can be shared of the record, and shared nothing"},
    ActWords{"shares.end", "Ended sharing", "Looked at what is shared, and ended nothing"},
    ActWords{"shares.override", "Shared without consent",
             "Looked at how to share without consent, and shared nothing"},
    ActWords{"shares.allowed", "Looked at what was shared in their name"},
    ActWords{"retention.delete", "Deleted the record",
             "Looked at how long the record is kept, and deleted nothing"},
    ActWords{"retention.waiting", "Looked at what waits for a second person"},
    ActWords{"retention.agree", "Agreed to a deletion or the end of a hold",
             "Looked at what waits for a second person, and agreed to nothing"},
    ActWords{"cases_kept.view", "Looked at which cases are due to be removed"},
    ActWords{"cases_kept.agree", "Agreed to a removal or the end of a hold",
             "Looked at which cases are due to be removed, and agreed to nothing"},
    ActWords{"retention.hold", "Put a hold on deletion",
             "Looked at how long the record is kept, and changed nothing"},
    ActWords{"retention.end_hold", "Ended a hold on deletion",
             "Looked at a hold on deletion, and did not end it"},
    ActWords{"retention.take_back", "Took back a proposal"},
    ActWords{"records_request.view", "Looked at a request for records"},
    ActWords{"records_request.change", "Recorded a request for records, or a step of it",
             "Looked at a request for records, and changed nothing"},
    ActWords{"records_request.prepare", "Prepared an answer to a request for records",
             "Looked at all that is held, to answer a request for records"},
    ActWords{"records_request.letter", "Took an answer to a request for records"},
    ActWords{"audit.record", "Looked at who has seen the record"},
    ActWords{"purpose.give", "Gave a reason for opening the record",
             "Was asked for a reason for opening the record"},
    ActWords{"break_glass.open", "Opened the record in an emergency",
             "Looked at how to open the record in an emergency"},
    ActWords{"advice.view", "Looked at the case"},
    ActWords{"advice.print", "Printed the case, or papers of it"},
    ActWords{"advice.export", "Took a copy of the case"},
    ActWords{"advice.take_list", "Took a list away as a file",
             "Looked at a list, and took no file"},
    ActWords{"advice.file", "Opened a file of the case"},
    ActWords{"advice.change", "Changed the case", "Looked at the case, and changed nothing"},
    ActWords{"advice.create", "Opened the case", "Looked at the form for a new case"},
    ActWords{"advice.allocate", "Gave the case to a caseworker",
             "Looked at who has the case, and changed nothing"},
    ActWords{"advice.close", "Closed the case",
             "Looked at what closing the case asks for, and did not close it"},
    ActWords{"advice.reopen", "Opened the case again",
             "Looked at what opening the case again asks for, and did not open it"},
    ActWords{"advice.ask_feedback", "Made a link that asks how it went",
             "Looked at how to ask how it went, and asked nothing"},
    ActWords{"family.open", "Opened a link that they were sent"},
    ActWords{"family.view", "Read where things stand"},
    ActWords{"family.read", "Read a conversation"},
    ActWords{"family.write", "Wrote a message"},
    ActWords{"family.account", "Opened the page for the child’s own words"},
    ActWords{"family.tell", "Told us in the child’s own words"},
    ActWords{"family.open_paper", "Opened a paper that they were given"},
    ActWords{"family.paper", "Asked for a paper that must be looked at again"},
    ActWords{"family.page", "Asked for a page that their link does not open, or no longer opens"},
    ActWords{"family.ask_again", "Asked for a new link"},
    ActWords{"family.leave", "Closed the pages of their link"},
    ActWords{"feedback.view", "Opened the question how it went"},
    ActWords{"feedback.give", "Answered the question how it went"},
};

/// What was seen, where nothing was changed.
std::string look_in_words(const audit::Deed& deed, const ActWords& act)
{
    // Nothing of it was shown: the list was known, and was not taken a second time.
    if (std::find(deed.fields.begin(), deed.fields.end(), "sent_again") != deed.fields.end())
        return "Sent a list once more, which changed nothing";
    return std::string(act.look);
}

constexpr std::array relation_words{
    std::pair{Relation::own_caseload, "Works with the child"},
    std::pair{Relation::covered_caseload, "Covers for a colleague"},
    std::pair{Relation::team_caseload, "Same team"},
    std::pair{Relation::same_agency, "Outside their caseload"},
    std::pair{Relation::shared, "Shared with them"},
    std::pair{Relation::share_ended, "Sharing had ended"},
    std::pair{Relation::other_agency, "Another agency"},
};

/// The agency outside this one whose staff opened what was shared with it; empty where nobody did.
std::string outside_agency(const SeenView& view, const audit::Deed& deed)
{
    constexpr std::string_view mark = "agency:";
    if (deed.relation != key_of(Relation::shared)) return {};
    for (const auto& field : deed.fields)
        if (field.starts_with(mark)) {
            const auto name = view.agencies.find(field.substr(mark.size()));
            return name == view.agencies.end() ? "another organisation" : name->second;
        }
    return {};
}

/// Why somebody outside could read it: they had the link.
std::string_view by_whose_link(const audit::Deed& deed)
{
    return deed.role == "account"  ? "Opened by the child’s link"
           : deed.role == "school" ? "Opened by the school’s link"
                                   : "Opened by the family’s link";
}

Html who(const SeenView& view, const audit::Deed& deed)
{
    if (const auto link = who_by_link(deed); !link.empty()) return link;
    if (const auto outside = outside_agency(view, deed); !outside.empty())
        return "Somebody at " + outside;
    if (view.for_whom == SeenBy::family) {
        const auto role = role_named(deed.role);
        return (role                     ? std::string(in_words(*role))
                : deed.role == "program" ? "A program"
                                         : "A member of staff") +
               ", " + view.agency_name;
    }
    const auto name = view.names.find(deed.actor);
    if (deed.role == "program")
        return "A program, by its key" + (name == view.names.end() ? "" : ": " + name->second);
    return name == view.names.end() ? Html("Somebody who has left") : Html(name->second);
}

Html why(const audit::Deed& deed)
{
    if (deed.outcome == audit::Outcome::refused) return "Not allowed, so nothing was shown";
    if (deed.outcome == audit::Outcome::failed)
        return "It did not happen, as with a form that had "
               "mistakes";
    if (!who_by_link(deed).empty()) return by_whose_link(deed);
    std::string words;
    if (const auto relation = relation_named(deed.relation))
        for (const auto& [known, its_words] : relation_words)
            if (known == *relation) words = its_words;
    if (deed.purpose == "break_glass") return words + ": opened in an emergency";
    if (const auto scope = key_scope_named(deed.purpose)) return std::string(in_words(*scope));
    if (const auto purpose = purpose_named(deed.purpose))
        words += (words.empty() ? "" : ": ") + std::string(in_words(*purpose));
    return words;
}

Html what(const audit::Deed& deed)
{
    Html words = act_in_words(deed);
    if (deed.outcome == audit::Outcome::refused)
        words = design::render(design::Tag{.content = "Refused", .classes = "govuk-tag--red"}) +
                " " + words;
    if (deed.outcome == audit::Outcome::failed)
        words = design::render(design::Tag{.content = "Tried", .classes = "govuk-tag--grey"}) +
                " " + words;
    return words;
}

std::string unusual_in_words(const audit::Unusual& unusual)
{
    const auto records = design::counted(unusual.count, "record");
    switch (unusual.oddity) {
    case audit::Oddity::outside_caseload:
        return "Opened " + records + " outside their caseload in one day";
    case audit::Oddity::much:
        return "Opened " + records + " in one day, far more than on other days";
    case audit::Oddity::odd_hours:
        return "Opened " + records + " between 10pm and 6am";
    case audit::Oddity::likeness:
        return "Opened a record with their own surname, outside their caseload";
    case audit::Oddity::one_record:
        return "Came back to one record outside their caseload on " +
               design::counted(unusual.count, "day");
    case audit::Oddity::refusals:
        return "Tried to open " + records + " that they may not see";
    }
    return {};
}

} // namespace views_audit_detail

std::string act_in_words(const audit::Deed& deed)
{
    // The form of a change shows what is kept, so opening it is a read: nothing was changed yet.
    const auto* act = act_named(deed.act);
    const bool only_saw = deed.kind == audit::Kind::read && act && act->effect == Effect::changes;
    for (const auto& known : views_audit_detail::act_words)
        if (deed.act == known.act)
            return only_saw ? views_audit_detail::look_in_words(deed, known)
                            : std::string(known.words);
    switch (deed.kind) {
    case audit::Kind::searched:
        return "Searched";
    case audit::Kind::erased:
        return "Old entries were emptied";
    default:
        return deed.act;
    }
}

design::Html seen_view(const SeenView& view)
{
    using namespace views_audit_detail;
    Html page = design::page_heading("Who has seen this record");
    if (view.for_whom == SeenBy::family)
        page += design::paragraph("This list shows each time somebody at " + view.agency_name +
                                  " opened or changed this record. Newest first.");
    else
        page += design::paragraph("Each time somebody opened, changed or tried to open this "
                                  "record, newest first. A refusal shows nothing of the record.");
    if (view.entries.empty()) return page + design::paragraph("Nobody has opened this record.");
    design::Table table{.caption = "Who has seen this record",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{"When"}, {"Who"}, {"What"}, {"Why"}}};
    for (const auto& entry : view.entries) {
        // Families are shown what happened, not what was kept from happening.
        if (view.for_whom == SeenBy::family && entry.deed.outcome != audit::Outcome::done) continue;
        table.rows.push_back({{moment_in_words(entry.at)},
                              {who(view, entry.deed)},
                              {what(entry.deed)},
                              {why(entry.deed)}});
    }
    page += design::render_stacking(table);
    const std::string kept = view.for_whom == SeenBy::family ? "&for=family" : "";
    if (view.older_before)
        page += design::paragraph(
            design::link(view.address + "?before=" + std::to_string(*view.older_before) + kept,
                         "Older entries"));
    if (view.for_whom == SeenBy::staff)
        page += design::paragraph(design::link(view.address + "?for=family",
                                               "The list to give to the family, without names"));
    return page;
}

design::Html check_view(const CheckView& view)
{
    using namespace views_audit_detail;
    Html page = design::page_heading("Whether the audit record is whole");
    const auto& report = view.report;
    if (report.first_fault) {
        page += design::render(design::WarningText{
            .content = "Entry " + design::with_thousands(report.first_fault->sequence) +
                       " is not as it was written: " + report.first_fault->what + "."});
        page += design::paragraph("Do not rely on this entry or any after it. Keep a copy of the "
                                  "data folder as it is, and tell whoever looks after this server "
                                  "today.");
    } else {
        page += design::lead("Every entry is as it was written.");
    }
    design::SummaryList list;
    list.rows.push_back(
        {.key = {"Sound entries"}, .value = {design::with_thousands(report.entries)}});
    list.rows.push_back(
        {.key = {"Last signed"},
         .value = {view.last_signed
                       ? Html("Entry " + design::with_thousands(view.last_signed->head.sequence) +
                              " on " + moment_in_words(view.last_signed->at))
                       : Html("Not yet. It is signed every hour")}});
    return page + design::render(list);
}

design::Html unusual_view(const UnusualView& view)
{
    using namespace views_audit_detail;
    Html page = design::page_heading("Unusual use") +
                design::paragraph("From " + design::date_range(view.first_day, view.last_day) +
                                  ". Each line is a reason to ask, not a finding against anybody: "
                                  "most have an ordinary explanation.");
    if (!view.all_read)
        page += design::render(design::WarningText{
            .content = "There were too many entries to read at once, so the latest are missing."});
    if (view.earlier.empty())
        page += design::paragraph("Entries are kept whole from " + onroll::in_words(view.oldest) +
                                  ", so nothing earlier is shown.");
    design::Pagination weeks{.landmark_label = "Other weeks"};
    if (!view.earlier.empty())
        weeks.previous = design::PageLink{.href = view.earlier, .content = "Week before"};
    if (!view.later.empty())
        weeks.next = design::PageLink{.href = view.later, .content = "Week after"};
    const Html others = weeks.previous || weeks.next ? design::render(weeks) : Html{};
    if (view.rows.empty())
        return page +
               design::paragraph(view.all_read ? "Nothing stood out."
                                               : "Nothing stood out in what was read.") +
               others;
    design::Table table{.caption = "What stood out",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{"Day"}, {"Who"}, {"What stood out"}}};
    for (const auto& row : view.rows) {
        Html what = unusual_in_words(row.unusual);
        if (!row.seen_href.empty())
            what += ". " + design::link(row.seen_href, "Who has seen the record");
        table.rows.push_back({{onroll::in_words(row.unusual.day)}, {row.who}, {what}});
    }
    return page + design::render_stacking(table) + others;
}

design::Html audit_home_view(bool breaks_glass)
{
    std::vector<design::Line> lines{
        {design::link("/audit/unusual", "Unusual use"),
         "Records opened outside a caseload, at odd hours, or in great number"},
        {design::link("/audit/check", "Whether the audit record is whole"),
         "Checks every entry of your agency"}};
    if (breaks_glass)
        lines.push_back({design::link("/break-glass", "Records opened in an emergency"),
                         "What was opened, why, and the review"});
    return design::page_heading("Audit") +
           design::paragraph("To see who has opened a record, go to the record and choose “Who "
                             "has seen this record”.") +
           design::lines(lines);
}

} // namespace onroll::access
