// Fields that forms of several parts ask for, filled with what was typed and with the error beside
// each.
#pragma once

#include "design/html.h"
#include "kernel/result.h"
#include "platform/http/fields.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::forms {

using Errors = std::vector<Error>;

/// What a form shows: the answers so far and what is wrong with them.
struct FormView {
    http::Fields values{};
    Errors errors{};
    bool is_draft = false; ///< typed before the sign-in ran out
};

/// First on a page whose form was not taken; nothing where there is no error. Each leads to its
/// field; that of a date to the box that is wrong, or to its first (GOV.UK: error summary).
design::Html error_summary(const FormView& form);
/// Of errors beside fields of one box each.
design::Html error_summary(const Errors& errors);

using Choices = std::vector<std::pair<std::string, std::string>>; ///< value and words

namespace fields {

design::Html text(const FormView& form, std::string_view name, std::string_view label,
                  std::string_view hint = {}, std::string_view width = {});
/// A name of a person: never corrected, never capitalised.
design::Html name(const FormView& form, std::string_view name, std::string_view label,
                  std::string_view hint = {});
design::Html long_text(const FormView& form, std::string_view name, std::string_view label,
                       std::string_view hint = {});
/// Three boxes: name-day, name-month, name-year.
design::Html date(const FormView& form, std::string_view name, std::string_view legend,
                  std::string_view hint = {});
design::Html radios(const FormView& form, std::string_view name, std::string_view legend,
                    const Choices& choices, std::string_view hint = {});
design::Html select(const FormView& form, std::string_view name, std::string_view label,
                    const Choices& choices, std::string_view hint = {});
/// To narrow a list: without a choice it holds any.
design::Html select_any(const FormView& form, std::string_view name, std::string_view label,
                        const Choices& choices);
/// Any number of answers under one name.
design::Html checkboxes(const FormView& form, std::string_view name, std::string_view legend,
                        const Choices& choices, std::string_view hint = {});
design::Html hidden(std::string_view name, std::string_view value);

} // namespace fields

/// A form that posts: what forms::start wrote comes first.
design::Html posting(std::string_view action, const design::Html& start, const design::Html& inside,
                     std::string_view button, std::string_view encoding = {});

enum class Weight { beside, warning };

/// A form that posts, as `posting`, for an act beside the page's own: a page has one primary
/// button, and what stops or removes something says so by its colour. GOV.UK Design System: button.
design::Html act_beside(std::string_view action, const design::Html& start,
                        const design::Html& inside, std::string_view words,
                        Weight weight = Weight::beside, std::string_view encoding = {});

} // namespace onroll::forms
