// Fixtures of the components that show something.
#include "design/components/accordion.h"
#include "design/components/back_link.h"
#include "design/components/breadcrumbs.h"
#include "design/components/details.h"
#include "design/components/exit_this_page.h"
#include "design/components/generic_header.h"
#include "design/components/inset_text.h"
#include "design/components/language_navigation.h"
#include "design/components/notification_banner.h"
#include "design/components/pagination.h"
#include "design/components/panel.h"
#include "design/components/phase_banner.h"
#include "design/components/service_navigation.h"
#include "design/components/skip_link.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tabs.h"
#include "design/components/tag.h"
#include "design/components/task_list.h"
#include "design/components/warning_text.h"
#include "design/tests/fixture_options.h"

namespace onroll::design::tests {
namespace fixture_content_detail {

Html with_default(Html given, const char* otherwise)
{
    return given.empty() ? Html(otherwise) : given;
}

/// Plain text in a paragraph, ready HTML as it is.
Html body(const Options& options)
{
    if (is_present(options, "html") || !is_present(options, "text")) return content(options);
    return paragraph(content(options));
}

Tag tag(const Options& options)
{
    return {.content = content(options),
            .classes = words(options, "classes"),
            .attributes = attributes(options)};
}

Html accordion(const Options& options)
{
    Accordion made{.id = words(options, "id"),
                   .heading_level = number(options, "headingLevel", 2),
                   .remember_expanded = yes_or_no(options, "rememberExpanded"),
                   .hide_all_text = words(options, "hideAllSectionsText"),
                   .hide_text = words(options, "hideSectionText"),
                   .hide_label = words(options, "hideSectionAriaLabelText"),
                   .show_all_text = words(options, "showAllSectionsText"),
                   .show_text = words(options, "showSectionText"),
                   .show_label = words(options, "showSectionAriaLabelText"),
                   .classes = words(options, "classes"),
                   .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        if (!entry.is_object()) continue;
        made.items.push_back({.heading = content(member(entry, "heading")),
                              .summary = content(member(entry, "summary")),
                              .content = body(member(entry, "content")),
                              .expanded = is_present(entry, "expanded")});
    }
    return render(made);
}

Html breadcrumbs(const Options& options)
{
    Breadcrumbs made{.collapse_on_mobile = is_present(options, "collapseOnMobile"),
                     .label = words(options, "labelText", "Breadcrumb"),
                     .classes = words(options, "classes"),
                     .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        made.items.push_back({.content = content(entry),
                              .href = words(entry, "href"),
                              .attributes = attributes(entry)});
    }
    return render(made);
}

Html exit_this_page(const Options& options)
{
    return render(
        ExitThisPage{.href = words(options, "redirectUrl", "https://www.bbc.co.uk/weather"),
                     .content = content(options),
                     .id = words(options, "id"),
                     .classes = words(options, "classes"),
                     .activated_text = words(options, "activatedText"),
                     .timed_out_text = words(options, "timedOutText"),
                     .press_two_more_times_text = words(options, "pressTwoMoreTimesText"),
                     .press_one_more_time_text = words(options, "pressOneMoreTimeText"),
                     .attributes = attributes(options)});
}

Html language_navigation(const Options& options)
{
    LanguageNavigation made{.label = words(options, "ariaLabel", "Language"),
                            .classes = words(options, "classes"),
                            .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        made.items.push_back({.content = content(entry),
                              .href = words(entry, "href"),
                              .lang = words(entry, "lang"),
                              .href_lang = words(entry, "hrefLang"),
                              .dir = words(entry, "dir"),
                              .current = is_present(entry, "current"),
                              .description = words(entry, "languageDescriptionText"),
                              .classes = words(entry, "classes"),
                              .attributes = attributes(entry)});
    }
    return render(made);
}

Html notification_banner(const Options& options)
{
    const bool one_line = !is_present(options, "html");
    return render(
        NotificationBanner{.heading = one_line ? content(options) : Html(),
                           .content = one_line ? Html() : content(options),
                           .success = words(options, "type") == "success",
                           .title = content(options, "titleHtml", "titleText"),
                           .title_level = number(options, "titleHeadingLevel", 2),
                           .title_id = words(options, "titleId", "govuk-notification-banner-title"),
                           .role = words(options, "role"),
                           .disable_auto_focus = yes_or_no(options, "disableAutoFocus"),
                           .classes = words(options, "classes"),
                           .attributes = attributes(options)});
}

std::optional<PageLink> page_link(const Options& options, const char* key)
{
    if (!is_present(options, key)) return std::nullopt;
    const Options& given = member(options, key);
    return PageLink{.href = words(given, "href"),
                    .content = content(given),
                    .label = words(given, "labelText"),
                    .attributes = attributes(given)};
}

Html pagination(const Options& options)
{
    Pagination made{.previous = page_link(options, "previous"),
                    .next = page_link(options, "next"),
                    .landmark_label = words(options, "landmarkLabel", "Pagination"),
                    .classes = words(options, "classes"),
                    .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        if (!entry.is_object() || entry.empty()) continue;
        PageItem item{.number = words(entry, "number"),
                      .href = words(entry, "href"),
                      .current = is_present(entry, "current"),
                      .ellipsis = is_present(entry, "ellipsis"),
                      .attributes = attributes(entry)};
        if (entry.contains("visuallyHiddenText")) item.label = words(entry, "visuallyHiddenText");
        made.items.push_back(item);
    }
    return render(made);
}

Html panel(const Options& options)
{
    const Options& actions = member(options, "actions");
    Panel made{.title = content(options, "titleHtml", "titleText"),
               .content = content(options),
               .heading_level = number(options, "headingLevel", 1),
               .actions_classes = words(actions, "classes"),
               .actions_attributes = attributes(actions),
               .classes = words(options, "classes"),
               .attributes = attributes(options)};
    for (const auto& entry : member(actions, "items")) {
        made.actions.push_back({.text = words(entry, "text"),
                                .href = words(entry, "href"),
                                .type = words(entry, "type"),
                                .classes = words(entry, "classes"),
                                .attributes = attributes(entry)});
    }
    return render(made);
}

Html service_navigation(const Options& options)
{
    const Options& slots = member(options, "slots");
    const Options& end = member(slots, "end");
    const auto slot = [&](const char* key) { return raw(words(slots, key)); };
    ServiceNavigation made{.service_name = words(options, "serviceName"),
                           .service_href = words(options, "serviceUrl"),
                           .collapse_on_mobile = yes_or_no(options, "collapseNavigationOnMobile"),
                           .label = words(options, "navigationLabel"),
                           .menu_text = words(options, "menuButtonText", "Menu"),
                           .menu_label = words(options, "menuButtonLabel"),
                           .navigation_id = words(options, "navigationId", "navigation"),
                           .navigation_classes = words(options, "navigationClasses"),
                           .aria_label = words(options, "ariaLabel", "Service information"),
                           .classes = words(options, "classes"),
                           .attributes = attributes(options),
                           .slot_start = slot("start"),
                           .slot_navigation_start = slot("navigationStart"),
                           .slot_navigation_end = slot("navigationEnd"),
                           .slot_end = end.is_object() ? raw(words(end, "html")) : slot("end"),
                           .slot_end_inline = words(end, "align") == "inline"};
    for (const auto& entry : member(options, "navigation")) {
        if (!entry.is_object()) continue;
        const Here here = is_present(entry, "current")  ? Here::on_this_page
                          : is_present(entry, "active") ? Here::in_this_part
                                                        : Here::no;
        made.items.push_back({.content = content(entry),
                              .href = words(entry, "href"),
                              .here = here,
                              .attributes = attributes(entry)});
    }
    return render(made);
}

std::vector<SummaryAction> summary_actions(const Options& actions)
{
    std::vector<SummaryAction> all;
    for (const auto& entry : member(actions, "items")) {
        all.push_back({.content = content(entry),
                       .href = words(entry, "href"),
                       .visually_hidden = words(entry, "visuallyHiddenText"),
                       .classes = words(entry, "classes"),
                       .attributes = attributes(entry)});
    }
    return all;
}

SummaryPart summary_part(const Options& part)
{
    return {.content = content(part), .classes = words(part, "classes")};
}

SummaryCard summary_card(const Options& card)
{
    const Options& title = member(card, "title");
    const Options& actions = member(card, "actions");
    return {.title = content(title),
            .heading_level = number(title, "headingLevel", 2),
            .title_classes = words(title, "classes"),
            .actions = summary_actions(actions),
            .actions_classes = words(actions, "classes"),
            .classes = words(card, "classes"),
            .attributes = attributes(card)};
}

Html summary_list(const Options& options)
{
    SummaryList made{.classes = words(options, "classes"), .attributes = attributes(options)};
    if (is_present(options, "card")) made.card = summary_card(member(options, "card"));
    for (const auto& entry : member(options, "rows")) {
        if (!entry.is_object()) continue;
        const Options& actions = member(entry, "actions");
        made.rows.push_back({.key = summary_part(member(entry, "key")),
                             .value = summary_part(member(entry, "value")),
                             .actions = summary_actions(actions),
                             .actions_classes = words(actions, "classes"),
                             .classes = words(entry, "classes")});
    }
    return render(made);
}

Cell cell(const Options& entry)
{
    return {.content = content(entry),
            .format = words(entry, "format"),
            .classes = words(entry, "classes"),
            .colspan = number(entry, "colspan"),
            .rowspan = number(entry, "rowspan"),
            .attributes = attributes(entry)};
}

Html table(const Options& options)
{
    Table made{.caption = words(options, "caption"),
               .caption_classes = words(options, "captionClasses"),
               .first_cell_is_header = is_present(options, "firstCellIsHeader"),
               .classes = words(options, "classes"),
               .attributes = attributes(options)};
    for (const auto& entry : member(options, "head")) made.head.push_back(cell(entry));
    for (const auto& row : member(options, "rows")) {
        if (!row.is_array()) continue;
        made.rows.emplace_back();
        for (const auto& entry : row) made.rows.back().push_back(cell(entry));
    }
    return render(made);
}

Html tabs(const Options& options)
{
    Tabs made{.title = words(options, "title", "Contents"),
              .id = words(options, "id"),
              .id_prefix = words(options, "idPrefix"),
              .classes = words(options, "classes"),
              .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        if (!entry.is_object()) continue;
        const Options& panel = member(entry, "panel");
        made.items.push_back({.label = words(entry, "label"),
                              .content = body(panel),
                              .id = words(entry, "id"),
                              .attributes = attributes(entry),
                              .panel_attributes = attributes(panel)});
    }
    return render(made);
}

Html task_list(const Options& options)
{
    TaskList made{.id_prefix = words(options, "idPrefix", "task-list"),
                  .classes = words(options, "classes"),
                  .attributes = attributes(options)};
    for (const auto& entry : member(options, "items")) {
        if (!entry.is_object()) continue;
        const Options& title = member(entry, "title");
        const Options& status = member(entry, "status");
        Task task{.title = content(title),
                  .href = words(entry, "href"),
                  .status = content(status),
                  .title_classes = words(title, "classes"),
                  .status_classes = words(status, "classes"),
                  .classes = words(entry, "classes")};
        if (is_present(entry, "hint")) task.hint = content(member(entry, "hint"));
        if (is_present(status, "tag")) task.status_tag = tag(member(status, "tag"));
        made.items.push_back(task);
    }
    return render(made);
}

} // namespace fixture_content_detail

void add_content_renderers(std::map<std::string, Renderer>& all)
{
    namespace c = fixture_content_detail;
    all["accordion"] = c::accordion;
    all["back-link"] = [](const Options& options) {
        return render(BackLink{.href = words(options, "href", "#"),
                               .content = c::with_default(content(options), "Back"),
                               .classes = words(options, "classes"),
                               .attributes = attributes(options)});
    };
    all["breadcrumbs"] = c::breadcrumbs;
    all["details"] = [](const Options& options) {
        return render(Details{.summary = content(options, "summaryHtml", "summaryText"),
                              .content = content(options),
                              .id = words(options, "id"),
                              .classes = words(options, "classes"),
                              .open = is_present(options, "open"),
                              .attributes = attributes(options)});
    };
    all["exit-this-page"] = c::exit_this_page;
    all["generic-header"] = [](const Options& options) {
        return render(GenericHeader{.logo = content(options, "logoHtml", "logoText"),
                                    .href = words(options, "url", "/"),
                                    .container_classes =
                                        words(options, "containerClasses", "govuk-width-container"),
                                    .classes = words(options, "classes"),
                                    .attributes = attributes(options)});
    };
    all["inset-text"] = [](const Options& options) {
        return render(InsetText{.content = content(options),
                                .id = words(options, "id"),
                                .classes = words(options, "classes"),
                                .attributes = attributes(options)});
    };
    all["language-navigation"] = c::language_navigation;
    all["notification-banner"] = c::notification_banner;
    all["pagination"] = c::pagination;
    all["panel"] = c::panel;
    all["phase-banner"] = [](const Options& options) {
        return render(PhaseBanner{.tag = c::tag(member(options, "tag")),
                                  .content = content(options),
                                  .classes = words(options, "classes"),
                                  .attributes = attributes(options)});
    };
    all["service-navigation"] = c::service_navigation;
    all["skip-link"] = [](const Options& options) {
        return render(SkipLink{.href = words(options, "href", "#content"),
                               .content = content(options),
                               .classes = words(options, "classes"),
                               .attributes = attributes(options)});
    };
    all["summary-list"] = c::summary_list;
    all["table"] = c::table;
    all["tabs"] = c::tabs;
    all["tag"] = [](const Options& options) { return render(c::tag(options)); };
    all["task-list"] = c::task_list;
    all["warning-text"] = [](const Options& options) {
        return render(WarningText{.content = content(options),
                                  .icon_meaning = words(options, "iconFallbackText", "Warning"),
                                  .classes = words(options, "classes"),
                                  .attributes = attributes(options)});
    };
}

} // namespace onroll::design::tests
