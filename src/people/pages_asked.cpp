#include "people/pages_asked.h"

#include "people/forms.h"

namespace onroll::people::pages_shared {

AskedFirst asked_first(const http::Form& form, Errors& errors)
{
    AskedFirst asked{.by = std::string(form["asked_by"])};
    asked.received_on =
        read_date(form, "received_on", "The date the request was received", Blank::refused, errors);
    const auto identity = form["identity"];
    if (identity != "yes" && identity != "no")
        errors.push_back(bad_input("Choose whether you must ask who they are", "identity"));
    asked.must_show_identity = identity == "yes";
    return asked;
}

} // namespace onroll::people::pages_shared
