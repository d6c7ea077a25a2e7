#include "design/components/task_list.h"

namespace onroll::design {
namespace task_list_detail {

Html title(const Task& task, std::string_view described_by)
{
    if (task.href.empty()) {
        return element("div", {maybe("class", task.title_classes)}, task.title);
    }
    return element("a",
                   {{"class", classes({"govuk-link govuk-task-list__link", task.title_classes})},
                    {"href", task.href},
                    {"aria-describedby", described_by}},
                   task.title);
}

void write(HtmlWriter& out, const Task& task, const std::string& id)
{
    const std::string hint_id = id + "-hint";
    const std::string status_id = id + "-status";
    out.open("li", {{"class", classes({"govuk-task-list__item",
                                       task.href.empty() ? "" : "govuk-task-list__item--with-link",
                                       task.classes})}});
    out.open("div", {{"class", "govuk-task-list__name-and-hint"}});
    out.add(title(task, task.hint ? hint_id + " " + status_id : status_id));
    if (task.hint) {
        out.open("div", {{"id", hint_id}, {"class", "govuk-task-list__hint"}});
        out.add(*task.hint).close();
    }
    out.close();
    out.open("div", {{"class", classes({"govuk-task-list__status", task.status_classes})},
                     {"id", status_id}});
    out.add(task.status_tag ? render(*task.status_tag) : task.status).close().close();
}

} // namespace task_list_detail

Html render(const TaskList& list)
{
    HtmlWriter out;
    out.open("ul",
             Attributes{{"class", classes({"govuk-task-list", list.classes})}} + list.attributes);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        task_list_detail::write(out, list.items[i], list.id_prefix + "-" + std::to_string(i + 1));
    }
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
