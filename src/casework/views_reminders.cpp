#include "casework/views_reminders.h"

#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "forms/fields.h"

namespace onroll::casework {
namespace views_reminders_detail {

using design::Html;

Html press(const RemindersView& view, const char* act, const char* words, const char* classes = "")
{
    return design::element("form", {{"method", "post"}, {"action", "/advice/calendar"}},
                           view.start(), forms::fields::hidden("act", act),
                           render(design::Button{.content = words, .classes = classes}));
}

Html feed_part(const RemindersView& view)
{
    auto content = design::section_heading("calendar", "In your own calendar");
    content += design::paragraph(
        "Your calendar program can fetch the days on which something of yours is due. The entries "
        "say “Advice work is due” and a case number, and nothing of a family.");
    if (view.feed.empty()) return content + press(view, "make", "Make a calendar address");
    design::Input input{.name = "feed"};
    input.label = {.content = "Your calendar address"};
    input.hint = design::Hint{.content = "In your calendar program choose “add a calendar from an "
                                         "address”, and put this in"};
    input.value = view.feed;
    input.attributes = {{"readonly", ""}};
    input.spellcheck = false;
    return content +
           render(design::WarningText{.content = "Whoever has this address sees your days. Keep it "
                                                 "to yourself."}) +
           render(input) +
           press(view, "make", "Make a new address instead", "govuk-button--secondary") +
           press(view, "stop", "Stop this address", "govuk-button--warning");
}

} // namespace views_reminders_detail
using namespace views_reminders_detail;

Html reminders_view(const RemindersView& view)
{
    auto mail = design::section_heading("mail", "By email");
    mail += design::paragraph(
        view.by_mail
            ? "An email comes in the morning of each working day on which something of yours "
              "is due or late. It says how much, and nothing of a family."
            : "No reminders come by email.");
    mail += view.by_mail ? press(view, "no_mail", "Stop the emails", "govuk-button--secondary")
                         : press(view, "mail", "Remind me by email");
    return design::page_heading("Calendar and reminders") + mail + feed_part(view) +
           design::paragraph(design::link("/advice", "Today"));
}

} // namespace onroll::casework
