#include "platform/db/row_security.h"

namespace onroll::db {
namespace row_security_detail {

// Names go in as values and are quoted by the server (format's %I), so no text is put together
// here.
constexpr Sql keep_names{
    "row security: names",
    "SELECT set_config('onroll.role', ?, true), set_config('onroll.schema', ?, true), "
    "set_config('onroll.append_only', ?, true), set_config('onroll.before_sign_in', ?, true), "
    "set_config('onroll.read_by_all', ?, true), set_config('onroll.shared_with', ?, true)"};
constexpr Sql secure{"row security", R"(
DO $secure$
DECLARE
    serving text := current_setting('onroll.role');
    place text := coalesce(nullif(current_setting('onroll.schema'), ''), current_schema());
    kept text[] := string_to_array(current_setting('onroll.append_only'), ',');
    early text[] := string_to_array(current_setting('onroll.before_sign_in'), ',');
    open_to_read text[] := string_to_array(current_setting('onroll.read_by_all'), ',');
    shared text[] := string_to_array(current_setting('onroll.shared_with'), ',');
    own text := '(agency = (SELECT current_setting(''onroll.agency'', true)))';
    shared_to text := '(with_agency = (SELECT current_setting(''onroll.agency'', true)))';
    anybody text := '((SELECT current_setting(''onroll.agency'', true)) = ''*'')';
    named text := '(coalesce(length((SELECT current_setting(''onroll.agency'', true))), 0) > 0)';
    shown text;
    taken text;
    rights text;
    policy text;
    one record;
BEGIN
    -- Several servers may start at once.
    PERFORM pg_advisory_xact_lock(hashtext('onroll row security'));
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = serving) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', serving);
    END IF;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = serving AND (rolsuper OR rolbypassrls)) THEN
        RAISE EXCEPTION 'the role % is not held by row security', serving
            USING ERRCODE = '42501';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_auth_members AS held
                   JOIN pg_roles AS given ON given.oid = held.roleid
                   JOIN pg_roles AS taker ON taker.oid = held.member
                   WHERE given.rolname = serving AND taker.rolname = current_user) THEN
        EXECUTE format('GRANT %I TO CURRENT_USER', serving);
    END IF;
    IF NOT has_schema_privilege(serving, place, 'USAGE') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', place, serving);
    END IF;
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', place, serving);
    FOR one IN
        SELECT tables.table_name AS name, EXISTS (
            SELECT 1 FROM information_schema.columns AS part
            WHERE part.table_schema = place AND part.table_name = tables.table_name
              AND part.column_name = 'agency') AS by_agency
        FROM information_schema.tables AS tables
        WHERE tables.table_schema = place AND tables.table_type = 'BASE TABLE'
        ORDER BY tables.table_name
    LOOP
        rights := CASE
            WHEN one.name = 'schema_version' THEN 'SELECT'
            WHEN one.name = ANY (kept) THEN 'SELECT, INSERT'
            ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
        EXECUTE format('GRANT %s ON %I.%I TO %I', rights, place, one.name, serving);
        CONTINUE WHEN NOT one.by_agency;
        shown := own;
        taken := own;
        policy := 'own_agency';
        IF one.name = ANY (early) THEN
            policy := 'own_agency_or_before_sign_in';
            shown := own || ' OR ' || anybody;
            taken := shown;
        ELSIF one.name = ANY (shared) THEN
            policy := 'own_agency_or_shared_with';
            shown := own || ' OR ' || shared_to;
        ELSIF one.name = ANY (open_to_read) THEN
            policy := 'read_by_all_written_before_sign_in';
            shown := named;
            taken := own || ' OR ' || anybody;
        END IF;
        CONTINUE WHEN EXISTS (
            SELECT 1 FROM pg_policies AS there
            WHERE there.schemaname = place AND there.tablename = one.name AND there.policyname = policy)
            AND (SELECT count(*) FROM pg_policies AS there
                 WHERE there.schemaname = place AND there.tablename = one.name)
                = CASE WHEN shown = taken THEN 1 ELSE 2 END
            AND (SELECT relation.relrowsecurity FROM pg_class AS relation
                 WHERE relation.oid = format('%I.%I', place, one.name)::regclass);
        EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', place, one.name);
        EXECUTE format('DROP POLICY IF EXISTS own_agency ON %I.%I', place, one.name);
        EXECUTE format('DROP POLICY IF EXISTS own_agency_or_before_sign_in ON %I.%I', place, one.name);
        EXECUTE format('DROP POLICY IF EXISTS own_agency_or_shared_with ON %I.%I', place, one.name);
        EXECUTE format('DROP POLICY IF EXISTS read_by_all_written_before_sign_in ON %I.%I', place, one.name);
        EXECUTE format('DROP POLICY IF EXISTS changed_by_its_own ON %I.%I', place, one.name);
        IF shown = taken THEN
            EXECUTE format('CREATE POLICY %I ON %I.%I USING (%s)', policy, place, one.name, shown);
        ELSE
            -- To see a row is not to take it away.
            EXECUTE format('CREATE POLICY %I ON %I.%I FOR SELECT USING (%s)', policy, place, one.name, shown);
            EXECUTE format('CREATE POLICY changed_by_its_own ON %I.%I USING (%s)', place, one.name, taken);
        END IF;
    END LOOP;
END $secure$;
)"};

std::string listed(const std::vector<std::string>& tables)
{
    std::string text;
    for (const auto& table : tables) text += (text.empty() ? "" : ",") + table;
    return text;
}

} // namespace row_security_detail

void secure_rows(Database& owner, const RowSecurity& security)
{
    using namespace row_security_detail;
    if (owner.engine() != Engine::postgres) return;
    auto transaction = owner.begin("secure rows");
    {
        auto rows = transaction.query(keep_names, security.role, security.schema,
                                      listed(security.append_only), listed(security.before_sign_in),
                                      listed(security.read_by_all), listed(security.shared_with));
        while (rows.next()) {
        }
    }
    transaction.run_script(secure);
    transaction.commit();
}

} // namespace onroll::db
