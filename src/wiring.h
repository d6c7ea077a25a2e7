// What serves is made of: the store and every part, told of each other through functions passed
// here. The only place where parts meet, so that a test can hold all routes at once.
#pragma once

#include "about/pages.h"
#include "check/services.h"
#include "check/story.h"
#include "design/page.h"
#include "insight/services.h"
#include "law/services.h"
#include "places/search.h"
#include "places/services.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/http/router.h"
#include "rights/services.h"
#include "wiring_access.h"
#include "wiring_people.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::wiring {

/// What an area sets for itself; each also from the environment or a configuration file.
struct AreaSettings {
    std::string name = "This area";
    std::string colour;
    std::string advice_name = "Your local SEND advice service (SENDIASS)";
    std::string advice_phone;
    std::string advice_hours;
};

/// The invented area, Tidemoor.
AreaSettings demo_area();

/// The store of a data folder, or of a PostgreSQL server where one is named, to serve it.
/// unavailable where the folder or the store cannot be opened; bad_input where the folder's store
/// lies in a server and none is named.
Result<std::unique_ptr<db::Database>> open_store(const std::filesystem::path& data,
                                                 const std::string& url, const Clock& clock);
/// The same for a command: in a server as the owner of its tables, which is shown every row.
Result<std::unique_ptr<db::Database>>
open_store_as_owner(const std::filesystem::path& data, const std::string& url, const Clock& clock);

/// Everything that answers requests, built once and alive as long as the server.
class Service {
public:
    /// `demonstration` says on every page that everything is invented. `data` holds what is kept
    /// beside the store; `root` seals it. `postgres` is the server that holds it, where one does.
    Service(db::Database& database, AreaSettings area, bool demonstration,
            const std::filesystem::path& data, const crypto::Key& root,
            const StaffSettings& staff = {}, const std::string& postgres = {});

    /// Lets families take a code that carries their answers to the advice service, sealed under a
    /// key of `area_key`.
    void hand_stories_over_with(const crypto::Key& area_key);

    /// Adds the languages in a folder, one folder each with `.txt` files of texts, as in
    /// languages/cy/words.txt. Nothing where there is no such folder; bad_input names the file that
    /// cannot be read.
    Result<void> speak_languages_in(const std::filesystem::path& folder);

    /// Publishes the area's code of rights: the versions in a folder, each named by its first day,
    /// as in code/2026-09-01.md. The one built in where there is no such folder.
    Result<void> publish_code_in(const std::filesystem::path& folder);

    /// Lets notices to families leave, by this gateway. bad_input says what is wrong with it.
    /// `address` is what links begin with where no public address is set; empty: none leave.
    Result<void> send_notices(const NoticeGateway& gateway, const std::string& sender,
                              const std::string& address);

    /// Every route of every part. Throws Bug where the description of the API does not fit it.
    http::Router router();

private:
    std::vector<check::SchoolChoice> schools_to_choose_from(std::string_view words);
    void tell_the_checker_of_schools();
    void tell_advice_of_schools();
    /// The school in law for an advice service: with its council's dates, or weekdays, where it has
    /// stated none.
    Result<check::FoundSchool> school_for_advice(const std::optional<Urn>& urn, Date around);
    http::Response error_response(const http::Request& request, const http::ErrorPage& error);

    db::Database& database_;
    SystemClock clock_;
    places::SchoolSearch search_;
    AreaSettings area_;
    crypto::Key uploads_key_; ///< under which files that wait keep whose they are
    design::Site site_;
    about::Area about_;
    check::Languages languages_;
    check::Services check_;
    law::Services law_;
    places::Services places_;
    insight::Comparisons comparisons_;
    insight::PageMemory area_pages_;
    insight::Services insight_;
    std::unique_ptr<StaffService> staff_;
    std::unique_ptr<PeopleService> people_;
    rights::Services rights_;
};

} // namespace onroll::wiring
