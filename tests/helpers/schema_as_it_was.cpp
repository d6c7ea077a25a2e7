#include "helpers/schema_as_it_was.h"

#include "kernel/ensure.h"
#include "platform/db/db.h"

#include <cstdlib>
#include <memory>
#include <utility>

namespace onroll::tests {
namespace schema_as_it_was_detail {

const db::Sql shape_of{"shape of a schema", "", R"(
WITH place AS (SELECT oid, nspname, nspacl FROM pg_namespace WHERE nspname = ?),
     tables AS (SELECT class.* FROM pg_class AS class JOIN place ON relnamespace = place.oid)
SELECT coalesce(md5(string_agg(line, ' ' ORDER BY line)), '') AS shape FROM (
    SELECT concat_ws(' ', relname, relkind, relnatts, relrowsecurity, relacl) AS line FROM tables
    UNION ALL SELECT concat_ws(' ', conname, conrelid) FROM pg_constraint JOIN place ON connamespace = place.oid
    UNION ALL SELECT concat_ws(' ', tgname, tgenabled, relname) FROM pg_trigger JOIN tables ON tgrelid = tables.oid
    UNION ALL SELECT concat_ws(' ', polname, relname) FROM pg_policy JOIN tables ON polrelid = tables.oid
    UNION ALL SELECT concat_ws(' ', proname, prosrc) FROM pg_proc JOIN place ON pronamespace = place.oid
    UNION ALL SELECT concat_ws(' ', nspname, nspacl) FROM place) AS lines)"};

/// The rows of each table that has any, in a schema beside it.
constexpr std::string_view remember = R"(
DO $remember$
DECLARE
    name text;
    filled bool;
BEGIN
    DROP SCHEMA IF EXISTS begun_@ CASCADE;
    CREATE SCHEMA begun_@;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = '@' LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM @.%I)', name) INTO filled;
        IF filled THEN
            EXECUTE format('CREATE TABLE begun_@.%I AS TABLE @.%I', name, name);
        END IF;
    END LOOP;
END $remember$;
)";
constexpr std::string_view bring_back = R"(
DO $bring_back$
DECLARE
    name text;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = '@' LOOP
        EXECUTE format('DELETE FROM @.%I', name);
    END LOOP;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'begun_@' LOOP
        EXECUTE format('INSERT INTO @.%I OVERRIDING SYSTEM VALUE SELECT * FROM begun_@.%I', name, name);
    END LOOP;
    FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = '@' LOOP
        EXECUTE format('ALTER SEQUENCE @.%I RESTART', name);
    END LOOP;
END $bring_back$;
)";

std::string about(std::string_view script, const std::string& schema)
{
    std::string text;
    for (const char letter : script)
        if (letter == '@')
            text += schema;
        else
            text += letter;
    return text;
}

/// The whole server, by a connection that is kept.
db::Database& server()
{
    static const std::unique_ptr<db::Database> open = [] {
        auto opened = db::Database::open({.url = std::getenv("ONROLL_TEST_POSTGRES")});
        ensure(opened.has_value(), "the PostgreSQL of the tests can be reached");
        return std::move(opened).value();
    }();
    return *open;
}

void run(std::string_view name, std::string_view script, const std::string& schema)
{
    const auto text = about(script, schema);
    auto transaction = server().begin(name);
    transaction.run_script(db::Sql{name, text});
    transaction.commit();
}

std::string shape(const std::string& schema)
{
    auto reader = server().read();
    auto rows = reader.query(shape_of, schema);
    return rows.next() ? rows.text("shape") : "";
}

} // namespace schema_as_it_was_detail
using namespace schema_as_it_was_detail;

SchemaAsItWas::SchemaAsItWas(std::string schema) : name_(std::move(schema)), shape_(shape(name_))
{
    run("remember a schema", remember, name_);
}

bool SchemaAsItWas::put_back() const
{
    if (shape(name_) == shape_) {
        run("bring a schema back", bring_back, name_);
        return true;
    }
    drop_schema("begun_" + name_);
    drop_schema(name_);
    return false;
}

void drop_schema(const std::string& schema)
{
    run("drop a schema", "DROP SCHEMA IF EXISTS @ CASCADE", schema);
}

} // namespace onroll::tests
