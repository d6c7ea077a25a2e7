// A small country of invented figures under codes of real areas, so that pages can be read without
// the official files. Nothing in it is true.
#pragma once

#include "insight/services.h"
#include "insight/store_imports.h"

#include "helpers/test_database.h"
#include "insight/pages.h"
#include "platform/http/router.h"

#include <memory>
#include <string>

namespace onroll::insight::tests_of_pages {

/// Twelve authorities over four years, with phases; groups and reasons for England; Somerset's
/// weeks are left out.
std::string invented_figures();
std::string invented_groups();
std::string invented_reasons();

/// The pages over a store of its own.
struct InventedCountry {
    explicit InventedCountry(bool filled = true);
    http::Response get(std::string_view target) const
    {
        return http::handle(router, http::Request::get(target));
    }
    http::Response post(std::string_view target, const http::Fields& form) const
    {
        return http::handle(router, http::Request::post(target, form));
    }

    onroll::tests::TestDatabase place{db::Engine::sqlite};
    std::unique_ptr<db::Database> database = place.open();
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    Comparisons comparisons{2000};
    PageMemory memory;
    Services services{database.get(), &clock, &site, &comparisons, &memory};
    http::Router router;
};

} // namespace onroll::insight::tests_of_pages
