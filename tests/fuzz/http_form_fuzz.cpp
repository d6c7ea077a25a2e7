// Any bytes as a urlencoded form or a query: refused, or fields that come back the same when
// written again.
#include "target.h"

#include "platform/http/form.h"
#include "platform/http/percent.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

FUZZ_TARGET(http_form)
{
    using namespace onroll::http;
    FormLimits limits;
    limits.fields = 50;
    const auto form = parse_urlencoded_form({reinterpret_cast<const char*>(bytes), size}, limits);
    if (!form) return 0;
    if (form->fields.size() > limits.fields) std::abort();
    std::string written;
    for (const auto& field : form->fields) {
        if (!is_plain_utf8(field.name) || !is_plain_utf8(field.value)) std::abort();
        // A field with neither name nor value is written as "=".
        written += percent_encoded(field.name) + '=' + percent_encoded(field.value) + '&';
    }
    const auto again = parse_urlencoded_form(written, limits);
    if (!again || again->fields.size() != form->fields.size()) std::abort();
    auto other = again->fields.begin();
    for (const auto& field : form->fields) {
        if (field != *other++) std::abort();
    }
    return 0;
}
