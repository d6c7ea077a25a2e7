// What the pages of requests about a record (to see it, to erase it) do alike. Only for this part's
// own pages.
#pragma once

#include "people/pages_shared.h"

#include "platform/http/form.h"

#include <optional>
#include <string>
#include <utility>

namespace onroll::people::pages_shared {

/// What each of them says first: by whom, when it came, and whether they must show who they are.
struct AskedFirst {
    std::string by{};
    std::optional<Date> received_on{};
    bool must_show_identity = false;
};
/// What is missing is added to the errors, by its field.
AskedFirst asked_first(const http::Form& form, Errors& errors);

/// The request of the path, which must be about the person of the path. `find(database, agency,
/// id)` answers a Result of it.
template <class Id, class Find>
auto request_in_path(const http::Request& request, const Services& services, const Entered& entered,
                     const Find& find)
{
    auto reader = database_of(request, services).read(db::View::snapshot);
    using Asked = std::remove_cvref_t<
        decltype(find(reader, access::actor(request).agency, std::declval<const Id&>()).value())>;
    const auto id = request.path<Id>("request");
    if (!id) return std::optional<Asked>();
    auto found = find(reader, access::actor(request).agency, *id);
    if (!found || found->person != entered.person->id) return std::optional<Asked>();
    return std::optional<Asked>(std::move(found).value());
}

} // namespace onroll::people::pages_shared
