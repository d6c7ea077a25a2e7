// What GOV.UK Notify answers: a message counts as taken by the status alone, as never known by an
// empty list alone, and whatever is said, nothing of it gets into our own words.
#include "platform/clock/clock.h"
#include "platform/mail_gateways/notify_carrier.h"

#include "target.h"

#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace notify_answer_fuzz {

using namespace onroll;

/// Answers every question with one status and one text.
struct AnswersAll final : http_client::Client {
    AnswersAll(int the_status, std::string_view all) : status(the_status), body(all) {}

    Result<http_client::Answer> get(const std::string&) override { return answer(); }
    Result<http_client::Answer> post(const std::string&, const http_client::FormFields&,
                                     const std::string&, const std::string&) override
    {
        return answer();
    }
    Result<http_client::Answer> get_with(const std::string&,
                                         const std::vector<http_client::Header>&) override
    {
        return answer();
    }
    Result<http_client::Answer> post_json(const std::string&, const std::string&,
                                          const std::vector<http_client::Header>&) override
    {
        return answer();
    }
    http_client::Answer answer() const { return {status, std::string(body)}; }

    int status;
    std::string_view body;
};

} // namespace notify_answer_fuzz

/// The first byte chooses the status, the rest is the answer.
FUZZ_TARGET(notify_answer)
{
    using namespace notify_answer_fuzz;
    if (size == 0) return 0;
    constexpr int statuses[] = {200, 201, 202, 204, 301, 400, 403, 404, 429, 500, 503};
    const int status = statuses[bytes[0] % std::size(statuses)];
    const std::string_view said(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    AnswersAll client(status, said);
    const FixedClock clock{date(2026, 11, 25)};
    const std::string identifier = "11111111-2222-3333-4444-555555555555";
    mail::NotifyCarrier carrier({.api_key = "invented-" + identifier + "-" + identifier,
                                 .email_template = identifier,
                                 .text_template = identifier},
                                client, clock);
    const mail::Message message{
        .to = "kim@example.org", .subject = "A subject", .body = "Some words"};
    const auto carried = carrier.carry(message, "reference-1", clock.now());
    if (carried.has_value() != (status == 201)) std::abort();
    if (!carried) {
        const auto& why = carried.error();
        if (why.detail != "answer " + std::to_string(status)) std::abort();
        if ((why.kind == ErrorKind::bad_input) != (status == 400)) std::abort();
    }
    using Outcome = mail::Carrier::Outcome;
    const auto outcome = carrier.outcome_of("reference-1");
    if (status != 200 && outcome != Outcome::not_answered) std::abort();
    if (outcome == Outcome::not_known && said.find("[") == std::string_view::npos) std::abort();
    if (outcome == Outcome::delivered && said.find("delivered") == std::string_view::npos &&
        said.find('\\') == std::string_view::npos) // written by its numbers
        std::abort();
    return 0;
}
