#include "casework/case_names.h"

#include "casework/store.h"
#include "casework/store_actions.h"
#include "casework/typed_words.h"

#include "people/store.h"

#include <algorithm>
#include <map>
#include <utility>

namespace onroll::casework {
namespace case_names_detail {

std::string lower_first(std::string_view words)
{
    std::string text(words);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' &&
        (text.size() < 2 || text[1] < 'A' || text[1] > 'Z'))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// "the mother"; who is nobody in particular is said to be so.
std::string role_of(people::Bond bond)
{
    if (bond == people::Bond::other) return "another adult";
    if (bond == people::Bond::other_relative) return "a relative";
    return "the " + lower_first(people::in_words(bond));
}

class Names {
public:
    explicit Names(NamesShown shown) : shown_(shown) {}

    void add_person(const people::Person& person, std::string role)
    {
        std::vector<std::string> given{person.name.given, person.name.known_as};
        std::vector<std::string> family{person.name.family};
        for (const auto& other : person.other_names) {
            given.push_back(other.given);
            family.push_back(other.family);
        }
        add(ways_to_call(given, family), shown_ == NamesShown::initials
                                             ? initials_of(people::called(person.name))
                                             : std::move(role));
    }

    /// A name that was written as one.
    void add_written(const std::string& name, std::string role)
    {
        if (name.empty()) return;
        std::vector<std::string> ways{name};
        // A surname stands alone often, a first name among colleagues too.
        const auto first = name.find(' ');
        const auto last = name.rfind(' ');
        if (first != std::string::npos) {
            ways.push_back(name.substr(0, first));
            ways.push_back(name.substr(last + 1));
        }
        add(std::move(ways), shown_ == NamesShown::initials ? initials_of(name) : std::move(role));
    }

    /// A name as somebody said it, unless it is known already.
    void add_told(const std::string& name, std::string role)
    {
        for (const auto& known : names_)
            if (std::find(known.called.begin(), known.called.end(), name) != known.called.end())
                return;
        add_written(without_blanks_around(name), std::move(role));
    }

    /// A name that several have, as a family's is, says of none of them which it is.
    std::vector<HiddenName> done()
    {
        std::map<std::string, int> times;
        for (const auto& name : names_)
            for (const auto& called : name.called) ++times[called];
        for (auto& name : names_)
            std::erase_if(name.called,
                          [&](const std::string& called) { return times[called] > 1; });
        for (const auto& [called, count] : times)
            if (count > 1)
                add({called}, shown_ == NamesShown::initials ? initials_of(called) : "[name]");
        return std::move(names_);
    }

private:
    void add(std::vector<std::string> called, std::string instead)
    {
        names_.push_back({std::move(called), std::move(instead)});
    }

    NamesShown shown_;
    std::vector<HiddenName> names_;
};

void add_lines(Names& names, std::string_view more)
{
    while (!more.empty()) {
        const auto end = more.find('\n');
        names.add_written(without_blanks_around(more.substr(0, end)), "[name]");
        if (end == std::string_view::npos) break;
        more.remove_prefix(end + 1);
    }
}

} // namespace case_names_detail
using namespace case_names_detail;

std::vector<HiddenName> names_of(const people::ChildRecord& record,
                                 const std::vector<Professional>& professionals,
                                 const std::vector<ToldNames>& told, NamesShown shown,
                                 const std::vector<std::string>& colleagues, std::string_view more)
{
    if (shown == NamesShown::as_recorded) return {};
    Names names(shown);
    names.add_person(record.child, "the child");
    for (const auto& member : record.family)
        names.add_person(member.adult, role_of(member.tie.bond));
    for (const auto& sibling : record.siblings) names.add_person(sibling, "the brother or sister");
    for (const auto& professional : professionals)
        names.add_written(professional.name, professional.role.empty()
                                                 ? "the professional"
                                                 : "the " + lower_first(professional.role));
    for (const auto& [caller, child] : told) {
        names.add_told(child, "the child");
        names.add_told(std::string(caller.substr(0, caller.find(','))), "the caller");
    }
    for (const auto& colleague : colleagues) names.add_written(colleague, "the adviser");
    add_lines(names, more);
    return names.done();
}

Result<std::vector<HiddenName>> names_of_case(db::Queries& database, const access::AgencyId& agency,
                                              const Case& found, NamesShown shown,
                                              const std::vector<std::string>& colleagues,
                                              std::string_view more)
{
    if (shown == NamesShown::as_recorded) return std::vector<HiddenName>();
    const auto record = people::find_child(database, agency, found.child);
    if (!record) return record.error();
    std::vector<ToldNames> told;
    for (const auto& contact : contacts_of_case(database, agency, found.id))
        told.push_back({contact.told.caller_name, contact.told.child_name});
    return names_of(*record, professionals_of(database, agency, found.id), told, shown, colleagues,
                    more);
}

} // namespace onroll::casework
