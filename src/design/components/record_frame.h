// What stands around the pages of one record: whose pages these are and who cannot see them, whom
// the record is about with what must be read first, and the record's own pages. MOJ Design System:
// identity bar, sub navigation. trust.md W-10, F-08.
#pragma once

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::design {

/// The strip under the menu: "Tidemoor Advice and Support." and who can see what is here.
struct RoomStrip {
    std::string whose;
    Html words{};
};
Html render(const RoomStrip& strip);

/// Under the menu of every page of a record, on paper too.
struct IdentityBar {
    std::string label = "Child"; ///< of the region, for screen readers
    std::string name;
    std::vector<std::string> facts{}; ///< "Age 14, year 9", "Harbour Academy"
    std::string alert = "Read this first";
    std::vector<Html> alerts{}; ///< nothing is drawn where there is none
};
Html render(const IdentityBar& bar);

struct SubPage {
    std::string text;
    std::string href;
};
/// The pages of a record; the one whose address is `active` is marked as this page.
struct SubNavigation {
    std::string label; ///< "Case"
    std::vector<SubPage> pages{};
    std::string active{};
};
Html render(const SubNavigation& navigation);

struct SubGroup {
    std::string text;
    std::vector<SubPage> pages{}; ///< at least one
};
/// The pages of a record that has many. A wide screen shows them all; a narrow one the groups, each
/// leading to its first page, and under them the pages of the group that one is in: two short rows.
struct GroupedNavigation {
    std::string label; ///< "Case"
    std::vector<SubGroup> groups{};
    std::string active{}; ///< the address of the page that is shown
};
Html render(const GroupedNavigation& navigation);

} // namespace onroll::design
