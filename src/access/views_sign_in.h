// The pages between a visitor and a sign-in, as words: sign in, the code, setting codes up, a new
// password, the set-up of an empty store. No queries, no rules.
#pragma once

#include "access/sign_in.h"
#include "access/staff_page.h"
#include "access/types.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::access {

/// What was typed comes back, but for passwords and codes.
struct SignInView {
    std::string email;
    std::string next;
    bool password_chosen = false; ///< a moment ago
    design::Html other_ways{};
    Errors errors{};
};
design::Html sign_in_view(const SignInView& view);

struct CodeView {
    std::string form_token;
    std::string next;
    Errors errors;
};
design::Html code_view(const CodeView& view);

struct EnrolmentView {
    std::string form_token;
    std::string next;
    Enrolment enrolment;
    Errors errors;
};
design::Html enrolment_view(const EnrolmentView& view);

/// Shown once.
design::Html recovery_codes_view(const std::vector<std::string>& codes, std::string_view next);

struct ForgottenView {
    std::string email;
    Errors errors;
};
design::Html forgotten_view(const ForgottenView& view);
design::Html forgotten_sent_view();

struct ChoosePasswordView {
    std::string action;
    std::string email; ///< whose password it is
    bool invited = false;
    std::string form_token; ///< empty where nobody is signed in
    Errors errors;
};
design::Html choose_password_view(const ChoosePasswordView& view);
design::Html link_ended_view();

struct SetUpView {
    std::string kind;
    std::string agency_name;
    std::string name;
    std::string email;
    Errors errors;
};
design::Html set_up_view(const SetUpView& view);
/// From another machine than the server's own.
design::Html set_up_elsewhere_view();

design::Html signed_out_view();
design::Html timed_out_view();

struct ProveView {
    std::string form_token;
    std::string next;
    Errors errors;
};
design::Html prove_view(const ProveView& view);

} // namespace onroll::access
