#include "design/components/work_list.h"

namespace onroll::design {

Html render(const WorkList& list)
{
    HtmlWriter out;
    out.open("ul", {{"class", "onr-work"}});
    for (const auto& item : list.items) {
        out.open("li");
        out.open("p", {{"class", "onr-work__when"}}).add(item.when);
        if (!item.left.empty()) out.add(" ").open("span").add(item.left).close();
        out.close();
        out.open("div");
        out.open("p", {{"class", "onr-work__what"}}).add(item.what).close();
        if (!item.about.empty()) out.open("p", {{"class", "onr-soft"}}).add(item.about).close();
        out.close();
        if (item.state)
            out.open("p", {{"class", "onr-work__state"}}).add(render(*item.state)).close();
        out.close();
    }
    out.close();
    return std::move(out).done();
}

Html pair_list(const std::vector<PairItem>& items)
{
    HtmlWriter out;
    out.open("ul", {{"class", "onr-pairs"}});
    for (const auto& item : items) {
        out.open("li");
        out.open("span").add(item.name).close().add(" ");
        out.open("span", {{"class", "onr-num"}}).add(item.value).close();
        out.close();
    }
    out.close();
    return std::move(out).done();
}

Html render(const Steps& steps)
{
    HtmlWriter out;
    out.open("ol", {{"class", "onr-steps"}, {"aria-label", steps.label}});
    for (const auto& step : steps.steps) {
        const bool now = step.state == StepState::now;
        out.open("li", {maybe("class", now                               ? "onr-steps__now"
                                       : step.state == StepState::before ? "onr-steps__before"
                                                                         : ""),
                        maybe("aria-current", now ? "step" : "")});
        out.add(step.text).close();
    }
    out.close();
    return std::move(out).done();
}

Html render(const Timeline& timeline)
{
    const std::string heading = "h" + std::to_string(timeline.heading_level);
    HtmlWriter out;
    out.open("div", {{"class", "onr-timeline"}});
    for (const auto& item : timeline.items) {
        out.open("div", {{"class", "onr-timeline__item onr-together"}});
        out.open("div");
        out.open(heading, {{"class", "onr-timeline__title"}}).add(item.title).close();
        if (!item.by.empty())
            out.add(" ").open("p", {{"class", "onr-timeline__by"}}).add(item.by).close();
        out.close();
        out.open("p", {{"class", "onr-timeline__when"}}).add(time(item.iso, item.when)).close();
        if (!item.content.empty())
            out.open("div", {{"class", "onr-timeline__content"}}).add(item.content).close();
        out.close();
    }
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
