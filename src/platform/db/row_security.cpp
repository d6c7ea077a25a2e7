#include "platform/db/row_security.h"

namespace onroll::db {
namespace row_security_detail {

// Names go in as values and are quoted by the server (format's %I), so no text is put together
// here.
constexpr Sql keep_names{
    "row security: names",
    "SELECT set_config('onroll.role', ?, true), set_config('onroll.schema', ?, true)"};
constexpr Sql keep_append_only{
    "row security: append only",
    "SELECT set_config('onroll.append_only', coalesce(current_setting('onroll.append_only', true),"
    " '') || ',' || ?, true)"};
constexpr Sql secure{"row security", R"(
DO $secure$
DECLARE
    serving text := current_setting('onroll.role');
    place text := current_setting('onroll.schema');
    kept text[] := string_to_array(coalesce(current_setting('onroll.append_only', true), ''), ',');
    one record;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = serving) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', serving);
        EXECUTE format('GRANT %I TO CURRENT_USER', serving);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', place, serving);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', place, serving);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', place, serving);
    FOR one IN
        SELECT tables.table_name AS name, EXISTS (
            SELECT 1 FROM information_schema.columns AS part
            WHERE part.table_schema = place AND part.table_name = tables.table_name
              AND part.column_name = 'agency') AS by_agency
        FROM information_schema.tables AS tables
        WHERE tables.table_schema = place AND tables.table_type = 'BASE TABLE'
          AND tables.table_name <> 'schema_version'
    LOOP
        IF one.name = ANY (kept) THEN
            EXECUTE format('GRANT INSERT ON %I.%I TO %I', place, one.name, serving);
        ELSE
            EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I.%I TO %I', place, one.name, serving);
        END IF;
        CONTINUE WHEN NOT one.by_agency;
        EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', place, one.name);
        EXECUTE format('DROP POLICY IF EXISTS own_agency ON %I.%I', place, one.name);
        EXECUTE format('CREATE POLICY own_agency ON %I.%I '
            'USING (agency = current_setting(''onroll.agency'', true)) '
            'WITH CHECK (agency = current_setting(''onroll.agency'', true))', place, one.name);
    END LOOP;
END $secure$;
)"};

} // namespace row_security_detail

void secure_rows(Database& owner, const RowSecurity& security)
{
    using namespace row_security_detail;
    if (owner.engine() != Engine::postgres) return;
    auto transaction = owner.begin("secure rows");
    {
        auto rows = transaction.query(keep_names, security.role, security.schema);
        while (rows.next()) {
        }
    }
    for (const auto& table : security.append_only) {
        auto rows = transaction.query(keep_append_only, table);
        while (rows.next()) {
        }
    }
    transaction.run_script(secure);
    transaction.commit();
}

} // namespace onroll::db
