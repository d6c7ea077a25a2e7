// A list offers its filters to be saved by name: the links beside the list, and the pages on which
// a view is saved, renamed and deleted. Whoever may see the list may keep views of it; a view that
// is shared shows nobody more than the list shows them. capabilities.md table stake 11.
#pragma once

#include "access/guard.h"
#include "access/types.h"

#include "design/html.h"
#include "forms/store_saved_views.h"
#include "forms/saved_view.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/http/fields.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/router.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace onroll::access {

/// A list, as it stands for one request.
struct ViewedList {
    std::string address;            ///< "/advice/cases"
    Subject subject{};              ///< what is entered with it
    bool may_change_shared = false; ///< renames and deletes what others share
    /// The filters as a reader would say them: "State: open. Level: 3".
    std::function<std::string(const http::Fields&)> in_words{};
};

/// What a list needs to have views. Kept by the router.
struct SavedViewPages {
    std::string route;                ///< of the list: "/advice/cases/{case}/chronology"
    std::string list;                 ///< its name in the store: "chronology"
    std::string act;                  ///< that opens it
    std::vector<std::string> filters; ///< names of its fields, as forms::Asked has them
    const Guard* guard = nullptr;
    const crypto::Key* drafts = nullptr; ///< opens what a form kept when a sign-in ran out
    /// The list, entered; or what to answer instead.
    std::function<std::variant<ViewedList, http::Response>(const http::Request&)> enter;
    std::function<http::Response(const http::Request&, std::string title, const design::Html&,
                                 bool has_errors)>
        page;
};
/// `route`/views/new, /views, /views/{view} and /views/{view}/delete.
void add_saved_view_pages(http::Router& router, const SavedViewPages& pages);

/// What stands above a list: its views as links, the one in use, and the way to save.
struct ViewsBar {
    http::Fields asked; ///< the filters in use: of the view that the address names, or the address
    std::string view;   ///< the id of the view in use; empty where there is none
    design::Html html;
};
/// `asked` is what the address itself narrows the list by.
ViewsBar views_bar(const http::Request& request, db::Queries& database, const std::string& address,
                   const std::string& list, bool may_change_shared, http::Fields asked);

/// The fields of a query or a form that are such filters and hold something.
http::Fields only_filters(const http::Fields& fields, const std::vector<std::string>& filters);

} // namespace onroll::access
