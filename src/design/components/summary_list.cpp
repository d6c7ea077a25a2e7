#include "design/components/summary_list.h"

#include <algorithm>

namespace onroll::design {
namespace summary_list_detail {

Html action_link(const SummaryAction& action, const Html& card_title)
{
    HtmlWriter out;
    out.open("a",
             Attributes{{"class", classes({"govuk-link", action.classes})}, {"href", action.href}} +
                 action.attributes);
    out.add(action.content);
    if (!action.visually_hidden.empty() || !card_title.empty()) {
        out.open("span", {{"class", "govuk-visually-hidden"}});
        if (!action.visually_hidden.empty()) out.add(" ").add(action.visually_hidden);
        if (!card_title.empty()) out.add(" (").add(card_title).add(")");
        out.close();
    }
    out.close();
    return std::move(out).done();
}

void write_card_actions(HtmlWriter& out, const SummaryCard& card)
{
    if (card.actions.empty()) return;
    const Attributes attributes{
        {"class", classes({"govuk-summary-card__actions", card.actions_classes})}};
    if (card.actions.size() == 1) {
        out.open("div", attributes).add(action_link(card.actions.front(), card.title)).close();
        return;
    }
    out.open("ul", attributes);
    for (const auto& action : card.actions) {
        out.open("li", {{"class", "govuk-summary-card__action"}});
        out.add(action_link(action, card.title)).close();
    }
    out.close();
}

void write_row_actions(HtmlWriter& out, const SummaryRow& row, const Html& card_title)
{
    if (row.actions.empty()) return;
    out.open("dd", {{"class", classes({"govuk-summary-list__actions", row.actions_classes})}});
    if (row.actions.size() == 1) {
        out.add(action_link(row.actions.front(), card_title)).close();
        return;
    }
    out.open("ul", {{"class", "govuk-summary-list__actions-list"}});
    for (const auto& action : row.actions) {
        out.open("li", {{"class", "govuk-summary-list__actions-list-item"}});
        out.add(action_link(action, card_title)).close();
    }
    out.close().close();
}

Html rows(const SummaryList& list)
{
    const bool any_actions = std::any_of(list.rows.begin(), list.rows.end(),
                                         [](const auto& row) { return !row.actions.empty(); });
    const Html card_title = list.card ? list.card->title : Html{};
    HtmlWriter out{512 + list.rows.size() * 256};
    out.open("dl", Attributes{{"class", classes({"govuk-summary-list", list.classes})}} +
                       list.attributes);
    for (const auto& row : list.rows) {
        const bool lone = any_actions && row.actions.empty();
        out.open("div", {{"class", classes({"govuk-summary-list__row",
                                            lone ? "govuk-summary-list__row--no-actions" : "",
                                            row.classes})}});
        out.open("dt", {{"class", classes({"govuk-summary-list__key", row.key.classes})}});
        out.add(row.key.content).close();
        out.open("dd", {{"class", classes({"govuk-summary-list__value", row.value.classes})}});
        out.add(row.value.content).close();
        write_row_actions(out, row, card_title);
        out.close();
    }
    out.close();
    return std::move(out).done();
}

} // namespace summary_list_detail

Html render(const SummaryList& list)
{
    const Html rows = summary_list_detail::rows(list);
    if (!list.card) return rows;
    const SummaryCard& card = *list.card;
    const std::string heading = "h" + std::to_string(card.heading_level);
    HtmlWriter out;
    out.open("div", Attributes{{"class", classes({"govuk-summary-card", card.classes})}} +
                        card.attributes);
    out.open("div", {{"class", "govuk-summary-card__title-wrapper"}});
    if (!card.title.empty()) {
        out.open(heading, {{"class", classes({"govuk-summary-card__title", card.title_classes})}});
        out.add(card.title).close();
    }
    summary_list_detail::write_card_actions(out, card);
    out.close();
    out.open("div", {{"class", "govuk-summary-card__content"}}).add(rows).close().close();
    return std::move(out).done();
}

} // namespace onroll::design
