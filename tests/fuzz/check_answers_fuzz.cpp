// Any bytes as the form of a family's answers: read, and written back as the same answers; which
// questions follow can be asked of whatever was read.
#include "target.h"

#include "check/answers.h"
#include "platform/http/form.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(check_answers)
{
    using namespace onroll;
    const auto form = http::parse_urlencoded_form({reinterpret_cast<const char*>(bytes), size});
    if (!form) return 0;
    const auto answers = check::read_answers(form->fields);
    if (check::read_answers(check::fields_of(answers)) != answers) std::abort();
    const auto carried = check::carried_fields(form->fields);
    const auto once = check::read_answers(carried);
    if (check::read_answers(check::carried_fields(carried)) != once) std::abort();
    for (const auto question : check::questions_for(answers)) check::answered(answers, question);
    return 0;
}
