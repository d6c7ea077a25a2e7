// Whom a service helps, at a first contact, and the statement that it publishes. Pure.
// capabilities.md N01, N13 to N15.
#pragma once

#include "casework/types_service.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// What the policy means for a contact: go on; ask first; or it is open to anybody.
enum class Welcome { help, ask_first, open_to_all };

struct Eligible {
    Welcome welcome = Welcome::help;
    std::string words; ///< for the adviser: one or two sentences
};

/// Never a refusal: who may be turned away is asked about, and the adviser decides. Advice to
/// professionals and early enquiries are open to all.
/// Source: capabilities N01 and N02: no forced screen; Children and Families Act 2014 section 32
/// for special educational needs, known or suspected.
Eligible eligible_under(const ServicePolicy& policy, const NewContact& told);

/// Whom the service helps, in a sentence for families.
/// Source: capabilities N14; our wording.
std::string whom_in_words(const ServicePolicy& policy);

/// Who runs it and what that means for a family's trust.
/// Source: SEND Code of Practice 2015, 2.8 to 2.9 (IAS-03): impartial and at arm's length.
std::string run_in_words(const ServicePolicy& policy, const std::string& area);

/// Who reads a notice: staff of the service; a family on its own pages; a family and a school in
/// one conversation; whoever is given a paper.
enum class NoticeFor { staff, family, conversation, paper };

/// Who runs the service, that it is impartial and confidential, and the limits of that. `policy` is
/// nothing where the service has not said who runs it.
/// Source: SEND Code of Practice 2015, 2.8 to 2.9 (IAS-03); trust rule W-10, and the exceptions
/// that services publish (W-06).
std::string notice_in_words(const std::string& service, const ServicePolicy* policy,
                            const std::string& area, NoticeFor reader);

/// The lines that hold something, without leading dashes.
/// Source: our convention.
std::vector<std::string> lines_in(const std::string& text);

} // namespace onroll::casework
