// Lists that people work from: what falls due with its date and state, small pairs of a name and a
// value, steps that something has reached, and what happened in order. MOJ Design System: timeline.
#pragma once

#include "design/components/tag.h"
#include "design/html.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::design {

struct WorkItem {
    Html when{};  ///< "Thu 26 November"
    Html left{};  ///< under it: "3 school days left"; may be empty
    Html what{};  ///< the first line, may hold a link
    Html about{}; ///< a second, softer line; may be empty
    std::optional<Tag> state{};
};
/// Due things, one under the other, each with its date before it and its state behind it.
struct WorkList {
    std::vector<WorkItem> items{};
};
Html render(const WorkList& list);

struct PairItem {
    Html name{};
    Html value{};
};
/// Names and short values, as inside a card.
Html pair_list(const std::vector<PairItem>& items);

enum class StepState { before, now, ahead };
struct Step {
    Html text{};
    StepState state = StepState::ahead;
};
/// Steps side by side, of which one is where something stands now.
struct Steps {
    std::string label; ///< "Levels this case has reached"
    std::vector<Step> steps{};
};
Html render(const Steps& steps);

struct TimelineItem {
    Html title{};
    Html by{};       ///< "by Amina, by phone"; may be empty
    std::string iso; ///< of the moment or day, for machines
    Html when{};     ///< as people read it
    Html content{};
};
struct Timeline {
    std::vector<TimelineItem> items{};
    int heading_level = 3;
};
Html render(const Timeline& timeline);

} // namespace onroll::design
