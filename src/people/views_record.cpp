#include "people/views_record.h"

#include "people/rules_contact.h"
#include "people/views_record_parts.h"

#include "design/components/notification_banner.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::people {

namespace views_record_detail {

using design::element;
using design::Html;
using namespace record_parts;

std::string born(const Person& person, Date today)
{
    if (!person.born_on) return "Date of birth not known";
    auto words = "Born " + in_words(*person.born_on);
    if (person.died_on) return words + ", died " + in_words(*person.died_on);
    return words + ", aged " + std::to_string(age_on(*person.born_on, today));
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
    for (const auto& place : view.record.schools) {
        const auto name = view.school_name(place.school);
        const auto when = days(place.from, place.until);
        auto item = design::link("/schools/" + place.school.text(), name) +
                    Html(". " + std::string(in_words(place.kind)) + ". " + when);
        if (items.size() < view.school_pages.size())
            item += element(
                "span", {{"class", "onr-noprint"}}, Html(" "),
                design::link(view.school_pages[items.size()],
                             Html("Change") + design::visually_hidden(" " + name + ", " + when)));
        items.push_back(std::move(item));
    }
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

} // namespace onroll::people
