// Which acts there are. Who may do each is in rules_policy.cpp.
#include "access/rules_policy.h"

#include <algorithm>

namespace onroll::access {

namespace acts_detail {

using enum Concerns;
using enum audit::Kind;

std::vector<Act> made()
{
    constexpr auto reads = Effect::reads;
    constexpr auto changes = Effect::changes;
    return {
        // The actor's own account and typed work.
        {"account.view", self, reads, read},
        {"account.change", self, changes, changed, true},
        {"account.end_sign_in", self, changes, changed},
        {"draft.view", self, reads, read},
        {"draft.keep", self, changes, recorded},
        {"draft.drop", self, changes, removed},
        {"alert.view", self, reads, read},
        {"alert.change", self, changes, changed},
        {"shares.allowed", self, reads, read},
        {"purpose.give", self, changes, recorded},
        // Staff and settings of the actor's agency.
        {"staff.view", agency, reads, read},
        {"staff.invite", agency, changes, recorded, true},
        {"staff.change", agency, changes, changed},
        {"staff.roles", agency, changes, changed, true},
        {"staff.make_administrator", agency, changes, approved, true, true},
        {"staff.disable", agency, changes, changed},
        {"staff.cover", agency, changes, changed},
        {"staff.end_sign_ins", agency, changes, changed},
        {"staff.lost_factor", agency, changes, changed, true},
        {"agency.change", agency, changes, changed, true},
        {"agency.open", agency, changes, recorded, true},
        {"support.view", agency, reads, read},
        {"support.change", agency, changes, changed, true},
        {"api_keys.view", agency, reads, read},
        {"api_keys.change", agency, changes, changed, true},
        // Published statistics of the area: no record of anybody.
        {"statistics.import", agency, changes, recorded},
        // The area's code of rights: which school has acknowledged which version.
        {"rights.view", agency, reads, read},
        {"rights.acknowledge", agency, changes, recorded},
        // Records of people.
        {"people.search", agency, reads, searched},
        {"people.create", agency, changes, recorded},
        {"people.import", agency, changes, recorded},
        // One's own list of children as a file; of more than a hundred, once somebody else agrees.
        {"people.export", agency, changes, exported, true},
        {"people.export_many", agency, changes, approved, true, true},
        {.name = "people.view", .on_shared = true},
        {.name = "people.print", .kind = printed, .on_shared = true},
        {.name = "people.address", .named_people = true},
        {.name = "people.change", .effect = changes, .kind = changed},
        {.name = "people.change_address", .effect = changes, .kind = changed, .named_people = true},
        // Sees the NHS number and changes it.
        {.name = "people.nhs_number", .effect = changes, .kind = changed},
        {.name = "people.merge", .effect = changes, .kind = changed},
        // Says that the record is one's own or a relative's: from then on it is closed to oneself.
        {.name = "people.declare_conflict",
         .effect = changes,
         .kind = recorded,
         .when_closed = true},
        {.name = "people.withhold", .effect = changes, .kind = recorded, .when_closed = true},
        // A fact that somebody says is wrong: both views are kept.
        {.name = "people.dispute",
         .effect = changes,
         .kind = recorded,
         .when_closed = true,
         .in_any_strand = true},
        {.name = "consents.view"},
        // What people agree to, in the agency's own words.
        {"consents.word", agency, changes, changed},
        {.name = "consents.record", .effect = changes, .kind = recorded, .when_closed = true},
        // What other agencies share with the actor's agency.
        {"shares.received", agency, reads, searched},
        {.name = "shares.begin", .effect = changes, .kind = shared},
        {.name = "shares.end", .effect = changes, .kind = changed, .when_closed = true},
        {.name = "shares.override", .effect = changes, .kind = overrode, .fresh_proof = true},
        // What the data protection officer does.
        {"retention.view", agency, reads, read},
        {"retention.change", agency, changes, changed, true},
        // The second word: by people who open no record, too, so nothing of one is shown.
        {"retention.waiting", agency, reads, read},
        {"retention.agree", agency, changes, approved, true},
        // The same for an advice service's own work, of which numbers and days are shown.
        {"cases_kept.view", agency, reads, read},
        {"cases_kept.agree", agency, changes, approved, true},
        {.name = "retention.delete",
         .effect = changes,
         .kind = removed,
         .fresh_proof = true,
         .two_people = true,
         .when_closed = true},
        {.name = "retention.hold", .effect = changes, .kind = changed, .when_closed = true},
        {.name = "retention.end_hold",
         .effect = changes,
         .kind = changed,
         .fresh_proof = true,
         .two_people = true,
         .when_closed = true},
        {"limits.view", agency, reads, read},
        {.name = "limits.lift",
         .effect = changes,
         .kind = removed,
         .when_closed = true,
         .in_any_strand = true},
        // Stops the use of a record while something about it is settled.
        {.name = "limits.restrict",
         .effect = changes,
         .kind = recorded,
         .when_closed = true,
         .in_any_strand = true},
        // Complaints, breaches, records of processing and the notices of the agency.
        {"data_protection.view", agency, reads, read},
        {"data_protection.change", agency, changes, changed},
        {"data_protection.export", agency, reads, exported, true},
        {"records_request.list", agency, reads, read},
        {.name = "records_request.view", .in_any_strand = true},
        {.name = "records_request.change",
         .effect = changes,
         .kind = recorded,
         .when_closed = true,
         .in_any_strand = true},
        {.name = "records_request.prepare",
         .effect = changes,
         .kind = exported,
         .fresh_proof = true,
         .when_closed = true,
         .in_any_strand = true},
        {.name = "records_request.letter",
         .kind = exported,
         .fresh_proof = true,
         .in_any_strand = true},
        {.name = "audit.record", .in_any_strand = true},
        {"audit.unusual", agency, reads, read},
        {"audit.check", agency, reads, read},
        {"break_glass.view", agency, reads, read},
        {"break_glass.review", agency, changes, approved},
        {"break_glass.people", agency, changes, changed},
        // Break-glass itself: what it opens is decided record by record.
        {.name = "break_glass.open", .effect = changes, .kind = overrode, .fresh_proof = true},
        // The advice service's own records.
        {"advice.search", agency, reads, searched},
        {"advice.create", agency, changes, recorded},
        {"advice.settings", agency, changes, changed},
        {.name = "advice.view"},
        // A whole case leaves the service.
        {.name = "advice.print", .kind = printed, .fresh_proof = true},
        {.name = "advice.export", .kind = exported, .fresh_proof = true},
        // One paper or file of a case, as somebody reads it: daily work, and still taken away.
        {.name = "advice.file", .kind = exported},
        {.name = "advice.change", .effect = changes, .kind = changed},
        {"advice.allocate", agency, changes, changed},
        {"advice.report", agency, reads, read},
        // Counts that name nobody, as a file.
        {"advice.figures", agency, reads, exported},
        // A list with names: noted by its handler, with what it is taken for.
        {"advice.take_list", agency, changes, exported, true},
        {.name = "advice.close", .effect = changes, .kind = changed},
        {.name = "advice.reopen", .effect = changes, .kind = changed, .when_closed = true},
        {.name = "advice.ask_feedback", .effect = changes, .kind = recorded, .when_closed = true},
    };
}

} // namespace acts_detail

const std::vector<Act>& all_acts()
{
    static const std::vector<Act> acts = acts_detail::made();
    return acts;
}

const Act* act_named(std::string_view name)
{
    const auto& acts = all_acts();
    const auto found =
        std::find_if(acts.begin(), acts.end(), [&](const Act& act) { return act.name == name; });
    return found == acts.end() ? nullptr : &*found;
}

} // namespace onroll::access
