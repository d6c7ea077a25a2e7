#include "casework/action_form.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_action_form_test {

using namespace onroll;
using namespace onroll::casework;

const Date today = date(2026, 11, 26);

http::Form a_form(std::string_view worker)
{
    http::Form form;
    form.fields = fields_of(NewAction{
        .kind = ActionKind::meeting, .took = std::chrono::minutes(45), .on = date(2026, 11, 25)});
    if (!worker.empty()) form.fields.add("worker", std::string(worker));
    return form;
}

TEST_CASE("work is recorded for the colleague who is named, and for nobody else's service")
{
    const auto colleague = crypto::new_id<access::UserId>();
    const auto stranger = crypto::new_id<access::UserId>();
    const auto of_colleague = read_action(a_form(colleague.text()), {}, {colleague}, today);
    CHECK(of_colleague.errors.empty());
    CHECK(of_colleague.done.worker == colleague);
    const auto of_stranger = read_action(a_form(stranger.text()), {}, {colleague}, today);
    REQUIRE(of_stranger.errors.size() == 1);
    CHECK(of_stranger.errors.front().where == "worker");
    CHECK_FALSE(of_stranger.done.worker);
}

TEST_CASE("a press on minutes names nobody: it counts for whoever pressed")
{
    const auto pressed = read_action(a_form({}), {}, {}, today);
    CHECK(pressed.errors.empty());
    CHECK_FALSE(pressed.done.worker);
}

TEST_CASE("who did it stands in the fields of a correction")
{
    const auto colleague = crypto::new_id<access::UserId>();
    const auto fields = fields_of(NewAction{.worker = colleague});
    CHECK(fields["worker"] == colleague.text());
}

} // namespace casework_action_form_test
