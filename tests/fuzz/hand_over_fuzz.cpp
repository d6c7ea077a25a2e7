// Any bytes as a family's one-time code: refused, since the key that seals codes was never asked;
// and as their answers: the code that carries them opens, however it is typed, and not once it was
// changed.
#include "target.h"

#include "check/hand_over.h"
#include "platform/http/form.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

FUZZ_TARGET(hand_over)
{
    using namespace onroll;
    static const auto key = crypto::Key::from_bytes(std::string(32, 'k')).value();
    const Date today(std::chrono::year(2026) / 11 / 25);
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (check::read_hand_over(text, key, "Tidemoor", today)) std::abort();
    const auto form = http::parse_urlencoded_form(text);
    if (!form) return 0;
    const auto code =
        check::make_hand_over(check::read_answers(form->fields), key, "Tidemoor", today);
    const auto opened = check::read_hand_over(code, key, "Tidemoor", today);
    if (!opened || opened->made_on != today) std::abort();
    std::string typed;
    for (const char letter : code) typed += std::string(1, letter == '-' ? ' ' : letter) + " ";
    const auto again = check::read_hand_over(typed, key, "Tidemoor", today);
    if (!again || again->id != opened->id) std::abort();
    auto changed = code;
    changed.front() = changed.front() == '2' ? '3' : '2';
    if (check::read_hand_over(changed, key, "Tidemoor", today)) std::abort();
    if (check::read_hand_over(code, key, "Elsewhere", today)) std::abort();
    return 0;
}
