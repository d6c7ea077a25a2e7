#include "people/views_received.h"

#include "people/rules_received.h"
#include "people/views_consents.h"

#include "design/components/inset_text.h"
#include "design/components/notification_banner.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/page.h"

#include <algorithm>

namespace onroll::people {

namespace views_received_detail {

using design::element;
using design::Html;

constexpr std::string_view nobody_named = "A child whose name is not shared";

Html section(std::string_view id, std::string_view heading, const Html& inside)
{
    return design::section_heading(id, heading) + inside;
}

std::string period(const std::optional<Date>& from, const std::optional<Date>& until)
{
    if (from && until) return in_words(*from) + " to " + in_words(*until);
    if (from) return "Since " + in_words(*from);
    return until ? "Until " + in_words(*until) : std::string("Dates not known");
}

/// Each line of the words as a paragraph.
Html lines_of(const std::string& words)
{
    Html out;
    for (std::size_t from = 0; from <= words.size();) {
        const auto until = std::min(words.find('\n', from), words.size());
        const auto line = words.substr(from, until - from);
        if (!line.empty() && line != "\r") out += design::paragraph(line);
        from = until + 1;
    }
    return out;
}

Html schools_of(const SharedRecordView& view)
{
    if (view.record.schools.empty()) return design::paragraph("No school is recorded.");
    design::SummaryList list;
    for (const auto& place : view.record.schools)
        list.rows.push_back({.key = {view.school_name(place.school)},
                             .value = {std::string(in_words(place.kind)) + ". " +
                                       period(place.from, place.until)}});
    return render(list);
}

Html needs_of(const SharedRecordView& view)
{
    if (view.record.sen.empty()) return design::paragraph("Nothing is recorded.");
    design::SummaryList list;
    for (const auto& statement : view.record.sen)
        list.rows.push_back({.key = {"Since " + in_words(statement.from)},
                             .value = {std::string(in_words(statement.status)) +
                                       (statement.need.empty() ? "" : ". " + statement.need)}});
    return render(list);
}

Html contacts_of(const SharedRecordView& view)
{
    if (view.record.contacts.empty())
        return design::paragraph("No adult who agreed to this sharing has a way to be reached.");
    Html out;
    for (const auto& contact : view.record.contacts) {
        design::SummaryList list{
            .card = design::SummaryCard{.title = contact.name, .heading_level = 3}};
        list.rows.push_back({.key = {"Tie"}, .value = {contact.bond}});
        for (const auto& warning : contact.warnings)
            list.rows.push_back({.key = {"Read this first"}, .value = {warning}});
        for (const auto& line : contact.lines)
            list.rows.push_back({.key = {in_words(line.channel)}, .value = {line.value}});
        if (contact.lines.empty())
            list.rows.push_back({.key = {"Contact"}, .value = {"None is recorded"}});
        out += render(list);
    }
    return out;
}

} // namespace views_received_detail

using namespace views_received_detail;

design::Html received_view(const ReceivedView& view)
{
    Html out = design::page_heading("Shared with us");
    if (view.shares.empty())
        return out + design::paragraph("Nothing is shared with you today.") +
               design::paragraph(
                   "What another organisation shares of a child’s record appears here from the "
                   "first day to the last. They share it from the child’s page, under “Consents "
                   "and sharing”: ask the person there who works with the child.");
    out += design::paragraph("Other organisations share these with you. Each is open until its "
                             "last day, and they can see when somebody here opens it.");
    design::Table table{.caption = "Open today",
                        .caption_classes = "govuk-visually-hidden",
                        .head = {{"Child"}, {"From"}, {"What"}, {"For what"}, {"Last day"}}};
    for (const auto& received : view.shares)
        table.rows.push_back(
            {{design::link("/shared/" + received.share.id.text(),
                           received.child.empty() ? std::string(nobody_named) : received.child)},
             {view.agency_name(received.from)},
             {fields_in_words(received.share.fields)},
             {received.share.purpose},
             {in_words(received.share.ends_on)}});
    return out + render_stacking(table);
}

design::Html shared_record_view(const SharedRecordView& view)
{
    const auto& share = view.record.share.share;
    Html out = design::page_heading("Shared by " + view.from);
    out += element("p", {{"class", "govuk-heading-m govuk-!-margin-bottom-1"}},
                   view.record.name.empty() ? std::string(nobody_named) : view.record.name);
    if (view.record.born_on) out += design::paragraph("Born " + in_words(*view.record.born_on));
    out += render(design::InsetText{
        .content =
            design::paragraph("Shared for: " + share.purpose + ".") +
            design::paragraph(
                "Open to you until " + with_weekday(share.ends_on) +
                (share.basis == ShareBasis::consent ? ", or until the family takes consent back. "
                                                    : ". ") +
                view.from + " can see that you opened it. Use it for this and nothing else.")});
    if (names_field(share, shared_field::statement))
        out += section("statement", "Words agreed with the family",
                       render(design::InsetText{.content = lines_of(view.record.statement)}));
    if (names_field(share, shared_field::contacts))
        out += section("contacts", "How to reach the parents who agreed", contacts_of(view));
    if (names_field(share, shared_field::home))
        out +=
            section("home", "Home",
                    design::paragraph(view.record.home.empty() ? "No home is recorded."
                                      : view.record.home == withheld
                                          ? "Withheld. A protected address is never shared. Ask " +
                                                view.from + " what you need."
                                          : view.record.home));
    if (names_field(share, shared_field::schools))
        out += section("schools", "Schools", schools_of(view));
    if (names_field(share, shared_field::needs))
        out += section("needs", "Special educational needs", needs_of(view));
    return out;
}

} // namespace onroll::people
