// Requests to erase, from receipt to what was done: two people, an answer before anything goes, and
// a line without words that stays. trust.md G-04, G-06, G-08.
#pragma once

#include "people/rules_erasure.h"
#include "people/store.h"

namespace onroll::people {

struct NewErasureRequest {
    std::string asked_by{};
    ErasureGround ground = ErasureGround::not_said;
    std::string wanted{};
    Date received_on{};
    bool identity_asked = false;
};
/// bad_input with the field where something is missing, too long or to come.
Result<ErasureId> receive_erasure(db::Transaction& transaction, const Scope& scope,
                                  const PersonId& person, const NewErasureRequest& asked);

/// What moves the request on. Each: conflict where the version is not the present one, or what it
/// changes is settled; bad_input where the day or the words do not fit.
Result<void> erasure_identity_shown(db::Transaction& transaction, const Scope& scope,
                                    const ErasureRequest& request, Date on);
/// Two months more, within the first month.
Result<void> erasure_takes_longer(db::Transaction& transaction, const Scope& scope,
                                  const ErasureRequest& request, std::string_view why);
/// Until the answer has gone it may be decided anew.
Result<void> decide_erasure(db::Transaction& transaction, const Scope& scope,
                            const ErasureRequest& request, const ErasureAnswer& answer);
/// The answer went to the person.
Result<void> answer_erasure(db::Transaction& transaction, const Scope& scope,
                            const ErasureRequest& request, Date on);
/// By somebody other than who decided. The whole record goes as in a deletion (store_retention.h):
/// its line and this one stay, without words. `has_casework` says that other pages hold things
/// about the person, which this does not reach.
Result<void> carry_out_erasure(db::Transaction& transaction, const Scope& scope,
                               const ErasureRequest& request, bool has_casework);

/// The newest first.
std::vector<ErasureRequest> erasures_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& person);
/// Of the whole agency, also those whose record is gone.
std::vector<ErasureRequest> erasures_of_agency(db::Queries& database,
                                               const access::AgencyId& agency);
Result<ErasureRequest> find_erasure(db::Queries& database, const access::AgencyId& agency,
                                    const ErasureId& id);

/// Whether it was decided and answered, and somebody other than who decided is to carry it out.
bool waits_for_second(const ErasureRequest& request);
/// Whether something is still to be done about it: decided, answered or carried out.
bool is_open(const ErasureRequest& request);

} // namespace onroll::people
