#include "casework/views_lists.h"

#include "design/page.h"

namespace onroll::casework {
namespace views_lists_detail {

template <class Word>
forms::Choices choices_of(const std::vector<Word>& words)
{
    forms::Choices choices;
    for (const auto word : words)
        choices.emplace_back(std::string(key_of(word)), std::string(in_words(word)));
    return choices;
}

} // namespace views_lists_detail
using namespace views_lists_detail;

design::Html take_list_view(const TakeListView& view)
{
    namespace fields = forms::fields;
    const std::string title = view.fixed ? "Take the dates and tasks away" : "Take a list away";
    auto out = forms::error_summary(view.form) + design::page_heading(title) + view.lists +
               view.banner +
               design::paragraph(
                   "The file says who took it, when and what for, and the audit keeps the same. "
                   "It is not kept here. Delete your copy when it has served its purpose.");
    design::Html inside;
    if (!view.fixed)
        inside += fields::radios(view.form, "list", "Which list?", choices_of(all_list_kinds()),
                                 "A list holds what you may see: your own work, or the whole "
                                 "service for its manager");
    inside +=
        fields::radios(view.form, "purpose", "What is it for?", choices_of(all_list_purposes())) +
        fields::radios(view.form, "format", "Which kind of file?", choices_of(all_file_formats()));
    out += forms::posting(view.action, view.start, inside, "Take the file");
    if (!view.back.empty()) out += design::paragraph(design::link(view.back, "Back to the dates"));
    return out;
}

} // namespace onroll::casework
