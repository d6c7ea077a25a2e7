#include "casework/typed_account.h"

#include <array>
#include <utility>

namespace onroll::casework {

const forms::Asked& asked_of_account()
{
    static const forms::Asked asked{"happened", "felt",    "wanted",
                                    "trusted",  "meeting", "who_may_know"};
    return asked;
}

TypedAccount read_account(const http::Form& form)
{
    constexpr std::size_t longest = 20'000;
    TypedAccount typed;
    const std::array<std::pair<const char*, std::string*>, 5> boxes{
        {{"happened", &typed.told.happened},
         {"felt", &typed.told.felt},
         {"wanted", &typed.told.wanted},
         {"trusted", &typed.told.trusted},
         {"meeting", &typed.told.meeting}}};
    bool any = false;
    for (const auto& [name, into] : boxes) {
        *into = form[name];
        if (into->size() > longest)
            typed.errors.push_back(bad_input("Write less in this box", name));
        any = any || (into->find_first_not_of(" \r\n\t") != std::string::npos &&
                      into != &typed.told.meeting);
    }
    if (!any) typed.errors.push_back(bad_input("Write something in one of the boxes", "happened"));
    if (const auto who = who_may_know_named(form["who_may_know"]))
        typed.told.who_may_know = *who;
    else
        typed.errors.push_back(bad_input("Choose who may know what you wrote", "who_may_know"));
    return typed;
}

} // namespace onroll::casework
