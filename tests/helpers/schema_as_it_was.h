// A schema of the PostgreSQL server for tests, put back to what it held when a test program first
// saw it, so that the tests after one another can use it: that takes a twentieth of the time that
// making all tables again does.
#pragma once

#include <string>

namespace onroll::tests {

/// Remembers the rows and the shape of a schema of ONROLL_TEST_POSTGRES, as they are when it is
/// made.
class SchemaAsItWas {
public:
    /// `schema` is named in lower case letters, digits and _.
    explicit SchemaAsItWas(std::string schema);

    const std::string& name() const { return name_; }
    /// Takes out each row that came since, and puts back each that went. Answers false, and has
    /// dropped the schema, where its tables, rights, rules or triggers are not what they were.
    bool put_back() const;

private:
    std::string name_;
    std::string shape_;
};

/// Drops a schema, if it is there, with all that is in it.
void drop_schema(const std::string& schema);

} // namespace onroll::tests
