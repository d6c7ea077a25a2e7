// Fields that several pages of access ask for, each the same everywhere.
#pragma once

#include "access/staff_page.h"

#include "design/html.h"

#include <string>
#include <string_view>

namespace onroll::access::fields {

design::Html text(std::string_view name, std::string_view label, std::string_view value,
                  const Errors& errors, std::string_view hint = {},
                  std::string_view autocomplete = "off");
design::Html email(std::string_view value, const Errors& errors, std::string_view label,
                   std::string_view autocomplete = "off");
design::Html password(std::string_view label, const Errors& errors, std::string_view autocomplete,
                      std::string_view hint = {});
/// The six digits of the app, or a recovery code where one will do.
design::Html code(std::string_view label, const Errors& errors, std::string_view hint);
design::Html hidden(std::string_view name, std::string_view value);
design::Html button(std::string_view words, std::string_view classes = {});

} // namespace onroll::access::fields
