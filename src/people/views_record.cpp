#include "people/views_record.h"

#include "people/rules_contact.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/notification_banner.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::people {

namespace views_record_detail {

using design::element;
using design::Html;

std::string page_of(const Person& person)
{
    return "/people/" + person.id.text();
}

std::string days(const std::optional<Date>& from, const std::optional<Date>& until)
{
    if (from && until) return in_words(*from) + " to " + in_words(*until);
    if (from) return "Since " + in_words(*from);
    if (until) return "Until " + in_words(*until);
    return "Dates not known";
}

std::string born(const Person& person, Date today)
{
    if (!person.born_on) return "Date of birth not known";
    auto words = "Born " + in_words(*person.born_on);
    if (person.died_on) return words + ", died " + in_words(*person.died_on);
    return words + ", aged " + std::to_string(age_on(*person.born_on, today));
}

design::SummaryRow row(std::string_view key, const Html& value)
{
    return {.key = {key}, .value = {value}};
}

void add(design::SummaryList& list, std::string_view key, std::string_view value)
{
    if (!value.empty()) list.rows.push_back(row(key, value));
}

/// A number or an address. Where there is something to know first, it stands behind that.
void add_reach(design::SummaryList& list, const ContactLine& line, const SafeContact& safe,
               ContactPermission permission)
{
    const auto warnings = contact_warnings(safe, permission);
    const std::string way(in_words(line.channel));
    if (warnings.empty()) {
        add(list, way, line.value);
        return;
    }
    if (permission == ContactPermission::not_permitted) {
        add(list, way, "Held back: this person must not be contacted.");
        return;
    }
    std::vector<Html> first;
    for (const auto& warning : warnings) first.emplace_back(warning);
    list.rows.push_back(
        {.key = {.content = way},
         .value = {.content = render(design::Details{
                       .summary = Html("Read this first, then use it") +
                                  design::visually_hidden(": " + way),
                       .content = design::bullets(first) + design::paragraph(line.value)})}});
}

/// A link that changes a part of the record, where the reader may.
Html change_link(bool may, const std::string& href, std::string_view words)
{
    return may ? element("p", {{"class", "govuk-body onr-noprint"}}, design::link(href, words))
               : Html{};
}

Html details_list(const Person& person)
{
    design::SummaryList list;
    add(list, "Name", full_name(person.name));
    std::string others;
    for (const auto& name : person.other_names)
        others += (others.empty() ? "" : ", ") + called({name.given, name.family, ""}) + " (" +
                  std::string(in_words(name.kind)) + ")";
    add(list, "Other names", others);
    add(list, "Date of birth", person.born_on ? in_words(*person.born_on) : "Not known");
    if (person.died_on) add(list, "Died", in_words(*person.died_on));
    add(list, "Sex", in_words(person.sex));
    add(list, "Pronouns", person.pronouns);
    if (person.upn) add(list, "UPN", person.upn->text());
    add(list, "NHS number", person.nhs_number ? "Held. Not shown here" : "");
    add(list, "Language",
        person.language + (person.needs_interpreter ? ", needs an interpreter" : ""));
    add(list, "Access needs", person.access_needs);
    return render(list);
}

Html addresses_table(const ChildView& view)
{
    if (view.record.addresses.empty()) return design::paragraph("No address is recorded.");
    design::Table table{.caption = "Where the child lives and lived",
                        .head = {{"Address"}, {"When"}}};
    for (const auto& address : view.record.addresses) {
        auto shown = Html(shown_address(address.where));
        for (const auto& [id, button] : view.reveal)
            if (id == address.id && view.may_reveal)
                shown += element(
                    "form",
                    {{"method", "post"}, {"action", button.action}, {"class", "onr-noprint"}},
                    button.start,
                    element("button", {{"class", "onr-link-button"}, {"type", "submit"}},
                            "Show the protected address",
                            design::visually_hidden(" (this is noted)")));
        if (!view.break_glass.empty() && std::holds_alternative<ProtectedAddress>(address.where))
            shown += element("p", {{"class", "govuk-body onr-noprint"}},
                             design::link(view.break_glass, "Open it in an emergency"));
        table.rows.push_back(
            {{shown},
             {was_corrected(address) ? "Never: corrected on " + in_words(*address.from)
                                     : days(address.from, address.until)}});
    }
    return render(table);
}

Html households_list(const ChildView& view)
{
    std::vector<Html> items;
    for (const auto& household : view.households) {
        std::vector<std::string> names;
        for (const auto& member : household.members)
            if (!member.until && member.person != view.record.child.id)
                names.push_back(member.name);
        if (!names.empty()) items.emplace_back(household.name + ": with " + design::listed(names));
    }
    return items.empty() ? design::paragraph("No household is recorded.") : design::bullets(items);
}

/// Leads to the comparison, and says nothing of the other record, which is asked about there.
Html alike_notice(const Person& person, const std::vector<PersonId>& alike)
{
    if (alike.empty()) return {};
    std::vector<Html> links;
    for (const auto& other : alike)
        links.push_back(design::link(
            page_of(person) + "/compare/" + other.text(),
            alike.size() == 1 ? std::string("Compare the two records")
                              : "Compare with record " + std::to_string(links.size() + 1) + " of " +
                                    std::to_string(alike.size())));
    return element(
        "div", {{"class", "onr-noprint"}},
        render(design::InsetText{
            .content = design::paragraph(alike.size() == 1 ? "This person may be on record twice."
                                                           : "This person may be on record several "
                                                             "times.") +
                       design::bullets(links)}));
}

Html family_table(const ChildView& view)
{
    if (view.record.family.empty()) return design::paragraph("No adult is recorded yet.");
    design::Table table{
        .caption = "Adults",
        .head = {{"Name"}, {"Tie"}, {"Parental responsibility"}, {"Lives with"}, {"Contact"}}};
    for (const auto& member : view.record.family)
        table.rows.push_back(
            {{design::link(page_of(view.record.child) + "/family/" + member.adult.id.text(),
                           called(member.adult.name))},
             {in_words(member.tie.bond)},
             {in_words(member.tie.responsibility)},
             {in_words(member.tie.care)},
             {in_words(member.tie.contact)}});
    return render_stacking(table);
}

Html orders_list(const ChildView& view)
{
    std::vector<Html> items;
    for (const auto& order : view.record.orders) {
        auto words = std::string(in_words(order.kind)) + ". " + days(order.made_on, order.ends_on) +
                     ". " +
                     (order.document.empty() ? "Document not seen" : "Document: " + order.document);
        for (const auto& member : view.record.family)
            if (order.concerns == member.adult.id)
                words += ". Concerns " + called(member.adult.name);
        items.emplace_back(words);
    }
    return items.empty() ? design::paragraph("No court order is recorded.")
                         : design::bullets(items);
}

Html schools_list(const ChildView& view)
{
    std::vector<Html> items;
    for (const auto& place : view.record.schools)
        items.push_back(
            design::link("/schools/" + place.school.text(), view.school_name(place.school)) +
            Html(". " + std::string(in_words(place.kind)) + ". " + days(place.from, place.until)));
    return items.empty() ? design::paragraph("No school is recorded.") : design::bullets(items);
}

Html sen_list(const ChildView& view)
{
    std::vector<Html> items;
    for (auto statement = view.record.sen.rbegin(); statement != view.record.sen.rend();
         ++statement)
        items.emplace_back("From " + in_words(statement->from) + ": " +
                           std::string(in_words(statement->status)) +
                           (statement->need.empty() ? "" : ". " + statement->need) +
                           (statement->note.empty() ? "" : ". " + statement->note));
    return items.empty() ? design::paragraph("Not asked yet.") : design::bullets(items);
}

Html care_list(const ChildView& view)
{
    std::vector<Html> items;
    for (auto one = view.record.care.rbegin(); one != view.record.care.rend(); ++one)
        items.emplace_back(days(one->from, one->until) + ": " + said_of(*one));
    return items.empty() ? design::paragraph("Not asked yet.") : design::bullets(items);
}

std::string_view tag_of(RightAnswer answer)
{
    return answer == RightAnswer::yes  ? "govuk-tag--green"
           : answer == RightAnswer::no ? "govuk-tag--red"
                                       : "govuk-tag--yellow";
}

std::string_view word_of(RightAnswer answer)
{
    return answer == RightAnswer::yes ? "Yes" : answer == RightAnswer::no ? "No" : "Ask first";
}

} // namespace views_record_detail

using namespace views_record_detail;

Html identity_bar(std::string_view heading, const Person& person,
                  const std::vector<std::string>& alerts, Date today)
{
    Html bar =
        design::page_heading(heading) +
        element("p", {{"class", "govuk-heading-m govuk-!-margin-bottom-1"}}, called(person.name)) +
        design::paragraph(born(person, today));
    if (alerts.empty()) return bar;
    std::vector<Html> items;
    for (const auto& alert : alerts) items.emplace_back(alert);
    return bar + render(design::NotificationBanner{
                     .content = element("h3", {{"class", "govuk-notification-banner__heading"}},
                                        "Read this first") +
                                design::bullets(items),
                     .title = "Alert",
                     .title_id = "record-alert"});
}

Html child_view(const ChildView& view)
{
    const auto& child = view.record.child;
    const auto page = page_of(child);
    Html out;
    if (view.saved) out += render(design::NotificationBanner{.heading = "Saved", .success = true});
    out += identity_bar("A child’s record", child, view.alerts, view.today);
    if (!view.record.joined.empty())
        out += design::paragraph(
            std::to_string(view.record.joined.size()) +
            (view.record.joined.size() == 1 ? " other record is" : " other records are") +
            " shown as part of this one. See the history to part them.");
    out += alike_notice(child, view.alike) + details_list(child);
    out += change_link(view.may_change, page + "/edit", "Change details");
    out += change_link(view.may_change, page + "/names", "Other names");
    out += change_link(view.may_see_number, page + "/nhs-number", "See or change the NHS number");
    out += design::section_heading("family", "Family") + family_table(view);
    if (!view.record.siblings.empty()) {
        std::vector<Html> links;
        for (const auto& sibling : view.record.siblings)
            links.push_back(design::link(page_of(sibling), called(sibling.name)));
        out += element("h3", {{"class", "govuk-heading-s"}}, "Brothers and sisters") +
               design::bullets(links);
    }
    out += change_link(view.may_change, page + "/family", "Add an adult");
    out += design::section_heading("orders", "Court orders") + orders_list(view);
    out += change_link(view.may_change, page + "/orders", "Add a court order");
    out += design::section_heading("care", "Care by a council") + care_list(view);
    out += change_link(view.may_change, page + "/care",
                       "State whether a council looks after the child");
    out += design::section_heading("home", "Home") + addresses_table(view);
    out += change_link(view.may_move, page + "/move", "Record a move");
    out +=
        element("h3", {{"class", "govuk-heading-s"}}, "Who lives together") + households_list(view);
    out += change_link(true, page + "/household", "See who lives together, now and before");
    out += design::section_heading("schools", "Schools") + schools_list(view);
    out += change_link(view.may_change, page + "/schools", "Add a school");
    out += design::section_heading("needs", "Special educational needs") + sen_list(view);
    out += change_link(view.may_change, page + "/needs", "State what is known now");
    std::vector<Html> more{design::link(page + "/consents", "Consents and sharing"),
                           design::link(page + "/history", "History and merged records")};
    if (view.may_see_audit)
        more.push_back(
            design::link("/audit/records/person/" + child.id.text(), "Who has seen this record"));
    if (view.may_keep) more.push_back(design::link(page + "/keep", "How long it is kept"));
    if (view.may_copy) more.push_back(design::link(page + "/copy", "A copy for the person"));
    if (view.may_ask_requests)
        more.push_back(design::link(page + "/requests", "Requests to see this record"));
    if (view.may_dispute) more.push_back(design::link(page + "/disputes", "What is disputed"));
    if (view.may_restrict) more.push_back(design::link(page + "/restriction", "Restrict its use"));
    if (view.may_change) {
        more.push_back(design::link(page + "/groups", "What else the record belongs to"));
        more.push_back(design::link(page + "/death", "Record a death"));
    }
    if (view.may_withhold)
        more.push_back(design::link(page + "/withhold", "Open to named people only"));
    if (view.may_declare)
        more.push_back(design::link(page + "/own", "This is my own or a relative’s record"));
    out += design::section_heading("more", "More") + design::bullets(more);
    return out;
}

Html adult_view(const AdultView& view)
{
    Html out = identity_bar("An adult’s record", view.adult, view.warnings, view.today);
    out += alike_notice(view.adult, view.alike) + details_list(view.adult);
    design::SummaryList contact;
    for (const auto& line : view.contacts) add_reach(contact, line, view.safe, view.contact);
    const auto* home = present_home(view.addresses, view.today);
    if (home) add(contact, "Home", shown_address(home->where));
    if (!contact.rows.empty())
        out += design::section_heading("contact", "Contact") + render(contact);
    std::vector<Html> children;
    for (const auto& [child, tie] : view.children)
        children.push_back(
            design::link(page_of(child) + "/family/" + view.adult.id.text(), called(child.name)) +
            Html(". " + std::string(in_words(tie.bond))));
    if (!children.empty())
        out += design::section_heading("children", "Children") + design::bullets(children);
    out += change_link(view.may_change, page_of(view.adult) + "/edit", "Change details");
    out += change_link(view.may_move, page_of(view.adult) + "/move", "Record a move");
    out += change_link(view.may_change, page_of(view.adult) + "/names", "Other names");
    out += change_link(view.may_change, page_of(view.adult) + "/death", "Record a death");
    out += change_link(view.may_declare, page_of(view.adult) + "/own",
                       "This is my own or a relative’s record");
    out += change_link(true, page_of(view.adult) + "/history", "History and merged records");
    if (!view.more.empty())
        out += design::section_heading("more", "More") + design::bullets(view.more);
    return out;
}

Html rights_view(const RightsView& view)
{
    const auto name = called(view.member.adult.name);
    Html out = identity_bar("An adult of the child", view.child, view.alerts, view.today);
    out += element("h2", {{"class", "govuk-heading-m"}}, name);
    design::SummaryList contact;
    add(contact, "Tie", in_words(view.member.tie.bond));
    add(contact, "Parental responsibility", in_words(view.member.tie.responsibility));
    add(contact, "Child lives with them", in_words(view.member.tie.care));
    add(contact, "Contact", in_words(view.member.tie.contact));
    for (const auto& line : view.member.contacts)
        add_reach(contact, line, view.member.safe, view.member.tie.contact);
    out += render(contact);
    out += change_link(view.may_change,
                       page_of(view.child) + "/family/" + view.member.adult.id.text() + "/edit",
                       "Change the tie and how to make contact");
    design::Table table{.caption = "What " + name + " may be told and asked",
                        .head = {{"Question"}, {"Answer"}, {"Why"}}};
    const auto answer = [&](std::string_view question, const Right& right) {
        table.rows.push_back(
            {{question},
             {render(design::Tag{.content = word_of(right.answer),
                                 .classes = std::string(tag_of(right.answer))})},
             {Html(right.reason) + design::void_element("br") +
              element("span", {{"class", "govuk-hint govuk-!-font-size-16"}}, right.source)}});
    };
    answer("Is a parent for the school", view.rights.parent_in_education_law);
    answer("Must be told of an exclusion", view.rights.exclusion_notice);
    answer("May ask for the school record", view.rights.education_record);
    answer("May be told where the child lives", view.rights.where_child_lives);
    answer("May be contacted about the child", view.rights.may_be_contacted);
    answer("May give consent and agree", view.rights.may_decide);
    out += render_stacking(table);
    if (view.copy) {
        design::SummaryList copy;
        add(copy, "Child", view.copy->child);
        add(copy, "Home", view.copy->home);
        std::string schools;
        for (const auto& place : view.copy->schools)
            schools += (schools.empty() ? "" : "; ") + view.school_name(place.school);
        if (view.copy->schools_withheld)
            schools += std::string(schools.empty() ? "" : "; ") + "the present school is withheld";
        add(copy, "Schools", schools);
        out += design::section_heading("copy", "What a letter to them may say") + render(copy);
    }
    return out;
}

Html revealed_view(const Person& person, const Address& address,
                   const std::vector<std::string>& alerts, Date today)
{
    return identity_bar("A protected address", person, alerts, today) +
           render(design::WarningText{
               .content = "This address is protected. Do not say it, copy it or print it. It is "
                          "noted that you have seen it."}) +
           element("p", {{"class", "govuk-body-l onr-noprint"}}, shown_address(address)) +
           design::paragraph(design::link(page_of(person), "Back to the record"));
}

Html history_view(const HistoryView& view)
{
    Html out = identity_bar("History of a record", view.person, view.alerts, view.today);
    out += element("h2", {{"class", "govuk-heading-m"}}, "Merged records");
    if (view.merges.empty()) out += design::paragraph("None.");
    const auto button_in = [](const std::vector<std::pair<MergeId, PostButton>>& buttons,
                              const MergeId& id, std::string_view words) {
        for (const auto& [merge, button] : buttons)
            if (merge == id)
                return element(
                    "form", {{"method", "post"}, {"action", button.action}}, button.start,
                    render(design::Button{.content = words, .classes = "govuk-button--secondary"}));
        return Html{};
    };
    for (const auto& merge : view.merges) {
        const auto state = merge.undone_at
                               ? (merge.made_at ? "Parted again." : "Found to be two people.")
                           : merge.made_at ? "Joined."
                                           : "Waiting for a second person to agree.";
        out += design::paragraph(
            Html("Proposed by " + view.staff_name(merge.proposed_by) + " on " +
                 in_words(in_london(merge.proposed_at).date) + ". " + state + " ") +
            design::link("/people/" + merge.kept.text() + "/compare/" + merge.joined.text(),
                         "Compare the two"));
        out += button_in(view.agree, merge.id, "Agree: they are one person");
        out += button_in(view.undo, merge.id, "Part these records");
    }
    out += design::section_heading("changes", "Earlier values");
    if (view.changes.empty()) return out + design::paragraph("Nothing has been changed.");
    design::Table table{.caption = "What was changed, newest first",
                        .head = {{"When"}, {"Who"}, {"Field"}, {"Before"}, {"After"}, {"Note"}}};
    for (const auto& change : view.changes) {
        auto field = change.field;
        std::replace(field.begin(), field.end(), '_', ' ');
        table.rows.push_back({{in_table(in_london(change.changed_at).date)},
                              {view.staff_name(change.changed_by)},
                              {field},
                              {change.before.empty() ? "blank" : change.before},
                              {change.after.empty() ? "blank" : change.after},
                              {change.note}});
    }
    return out + render_stacking(table);
}

} // namespace onroll::people
