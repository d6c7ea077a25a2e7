#include "forms/store_saved_views.h"

#include "embedded/forms_files.h"
#include "platform/crypto/new_id.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <utility>

namespace onroll::forms {
namespace store_saved_views_detail {

const db::SqlFiles& view_sql()
{
    static const db::SqlFiles files{embedded::forms_files()};
    return files;
}

std::string as_pairs(const http::Fields& fields)
{
    std::string text;
    for (const auto& field : fields) {
        text += text.empty() ? "" : "&";
        text += http::percent_encoded(field.name) + "=" + http::percent_encoded(field.value);
    }
    return text;
}

SavedView view_from(const db::Rows& rows)
{
    return {
        .id = SavedViewId::parse(rows.text("id")).value(),
        .made_by = std::string(rows.text("made_by")),
        .told = {.name = std::string(rows.text("name")),
                 .shared = rows.integer("shared") == 1 ? SharedWith::agency : SharedWith::nobody,
                 .asked = http::parse_pairs(rows.text("asked")).value_or(http::Fields{})},
        .version = rows.integer("version")};
}

/// In characters, of text that is UTF-8.
std::size_t length_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    }));
}

/// What is wrong with a name beside the views that stand there.
Result<void> is_good_name(const std::string& name, const std::vector<SavedView>& there,
                          const std::optional<SavedViewId>& own)
{
    if (name.find_first_not_of(' ') == std::string::npos)
        return bad_input("Enter a name for the view", "view_name");
    if (length_of(name) > longest_view_name)
        return bad_input("The name must be 60 characters or fewer", "view_name");
    const bool taken = std::any_of(there.begin(), there.end(), [&](const SavedView& one) {
        return one.told.name == name && (!own || one.id != *own);
    });
    if (taken)
        return bad_input("A view with this name is there already. Enter another name", "view_name");
    return {};
}

} // namespace store_saved_views_detail
using namespace store_saved_views_detail;

std::vector<SavedView> saved_views_of(db::Queries& database, const Owner& who,
                                      std::string_view list)
{
    auto rows = database.query(view_sql()("saved_views_of_list"), who.agency, list, who.user);
    std::vector<SavedView> views;
    while (rows.next()) views.push_back(view_from(rows));
    return views;
}

Result<SavedView> find_saved_view(db::Queries& database, const Owner& who, std::string_view list,
                                  const SavedViewId& id)
{
    auto rows =
        database.query(view_sql()("find_saved_view"), who.agency, id.text(), list, who.user);
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return view_from(rows);
}

Result<SavedViewId> save_view(db::Transaction& transaction, const Owner& who, std::string_view list,
                              const NewSavedView& view, Instant now)
{
    const auto there = saved_views_of(transaction, who, list);
    if (const auto good = is_good_name(view.name, there, {}); !good) return good.error();
    const auto own = std::count_if(there.begin(), there.end(),
                                   [&](const SavedView& one) { return one.made_by == who.user; });
    if (static_cast<std::size_t>(own) >= most_saved_views)
        return bad_input("You have 30 views of this list. Delete one that you do not use, then "
                         "save this one",
                         "view_name");
    const auto id = crypto::new_id<SavedViewId>();
    transaction.run(view_sql()("add_saved_view"), who.agency, id.text(), list, who.user, view.name,
                    view.shared == SharedWith::agency, as_pairs(view.asked), now);
    return id;
}

Result<void> change_saved_view(db::Transaction& transaction, const Owner& who,
                               std::string_view list, const SavedViewId& id, std::int64_t version,
                               const NewSavedView& view)
{
    const auto before = find_saved_view(transaction, who, list, id);
    if (!before) return before.error();
    if (const auto good = is_good_name(view.name, saved_views_of(transaction, who, list), id);
        !good)
        return good.error();
    if (transaction.run(view_sql()("change_saved_view"), view.name,
                        view.shared == SharedWith::agency, who.agency, id.text(), version) == 1)
        return {};
    return Error{ErrorKind::conflict,
                 "Somebody changed this view while you were writing. Look at it, then save again",
                 {},
                 "view_name"};
}

Result<void> drop_saved_view(db::Transaction& transaction, const Owner& who, std::string_view list,
                             const SavedViewId& id)
{
    const auto found = find_saved_view(transaction, who, list, id);
    if (!found) return found.error();
    transaction.run(view_sql()("drop_saved_view"), who.agency, id.text());
    return {};
}

} // namespace onroll::forms
