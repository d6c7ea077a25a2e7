// What the families' checker is given by main.cpp: the look, the clock, the schools, and whom a
// family can ring. Nothing here is owned.
#pragma once

#include "check/words.h"
#include "check/code_of_rights.h"
#include "design/page.h"
#include "law/owned_history.h"
#include "platform/http/fields.h"
#include "platform/clock/clock.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// A school that a search found, for a person to choose from.
struct SchoolChoice {
    Urn urn;
    std::string name;
    std::string place; ///< town and postcode, where the list has them
};

/// A council that a person may choose where their school is not listed.
struct Council {
    int code = 0;
    std::string name;
};

/// The service that families can ring, as the area has set it.
struct AdviceService {
    std::string name;
    std::string phone; ///< empty where the area has given none
    std::string hours;
};

/// Something more that a family may take from the answer: the words on its button, and the address
/// that its answers are posted to.
struct MoreToTake {
    std::string key; ///< "save.letters"
    std::string action;
};

struct Services {
    const design::Site* site = nullptr;
    const Clock* clock = nullptr;
    law::SchoolFinder find_school; ///< the law's view of a stored school, with its calendar
    std::function<std::vector<SchoolChoice>(std::string_view words)> search_schools;
    std::vector<Council> councils; ///< by name
    /// A school that no list has, with its council's term dates; not found where none are held.
    std::function<Result<law::School>(int council, law::SchoolType type)> unlisted_school;
    AdviceService advice;
    std::vector<MoreToTake> more_to_take;
    std::vector<CodeVersion> code; ///< of rights, the oldest first; empty for the one built in
    /// Seals a story for the advice service; empty where none can be taken over.
    std::function<std::string(const http::Fields& answers)> hand_over;
    const Languages* languages = nullptr;
};

} // namespace onroll::check
