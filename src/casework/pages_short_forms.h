// What the short forms of a service share: a line that was typed, and saving it once with its note.
// Only for this part's own pages.
#pragma once

#include "casework/pages_shared.h"

#include "audit/store.h"
#include "forms/store.h"
#include "kernel/one_line.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::casework {

inline constexpr std::size_t longest_short_line = 300;

/// Without blanks at both ends.
inline std::string trimmed_line(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// A line of at most 300 bytes; an error where it is longer, or missing and `missing` says so.
inline std::string line_in(const http::Form& form, const char* name, const char* missing,
                           std::vector<Error>& errors)
{
    auto text = one_line(form[name]);
    if (text.size() > longest_short_line)
        errors.push_back(bad_input("Write less than 300 characters", name));
    if (text.empty() && missing) errors.push_back(bad_input(missing, name));
    return text;
}

/// The hidden fields of the form of that page.
inline forms::FormStart form_start(const http::Request& request, std::string page)
{
    return {.page = std::move(page), .form_token = access::actor(request).sign_in.form_token};
}

/// Saves in one transaction with its note, and goes to `path`.
template <class Work>
Result<std::string> save_short_form(const http::Request& request, const Services& services,
                                    std::string_view act, const access::Subject& subject,
                                    std::string path, Work&& work)
{
    const auto now = services.guard->clock().now();
    return forms::save_once(store_of(request, services), act, owner_of(access::actor(request)),
                            request.form(), now,
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                const Result<void> done = work(transaction, now);
                                if (!done) return done.error();
                                access::note(transaction, request, act, subject, now);
                                return path;
                            });
}

} // namespace onroll::casework
