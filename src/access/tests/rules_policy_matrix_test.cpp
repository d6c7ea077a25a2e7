// The reviewed matrix of who may do what: every act, role, key and relation as
// docs/reference/authorisation-matrix.csv lists it, and nothing else. trust.md Z-02.
#include "access/tests/policy_people.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace rules_policy_matrix_test {

using namespace onroll;
using namespace onroll::access;
using namespace onroll::access::policy_tests;

/// What may be given or not, all sixteen ways.
struct Way {
    bool fresh, second, purpose, glass;
};
std::vector<Way> all_ways()
{
    std::vector<Way> ways;
    for (int i = 0; i < 16; ++i)
        ways.push_back({(i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0});
    return ways;
}
Given given_in(const Way& way)
{
    Given given;
    if (way.purpose) given.purpose = Purpose::direct_work;
    if (way.glass) given.glass_until = now + an_hour;
    given.second_person = way.second;
    return given;
}

/// Which row of the matrix: act, kind of agency, role, strand ("-" where no record is concerned).
using Row = std::array<std::string, 4>;
using Cells = std::vector<std::string>;
using Matrix = std::map<Row, Cells>;

std::string cell_for(Answer answer)
{
    switch (answer) {
    case Answer::allowed:
        return "yes";
    case Answer::ask_purpose:
        return "purpose";
    case Answer::ask_break_glass:
        return "glass";
    default:
        return "no";
    }
}

std::string needs_of(const Act& act)
{
    std::string needs = act.fresh_proof ? "proof" : "";
    if (act.two_people) needs += needs.empty() ? "two" : " two";
    return needs;
}

std::string header()
{
    std::string line = "act,needs,agencies,role,strand,whole_agency";
    for (const auto& column : columns(Strand::general)) line += "," + std::string(column.name);
    return line;
}

/// As the rules answer, for whoever reviews a change of them.
std::string written_matrix()
{
    std::string text = header() + "\n";
    for (const auto& act : all_acts()) {
        std::vector<std::pair<std::string, std::string>> lines; // what is the same, and agencies
        for (const auto& who : everybody()) {
            const auto actor = who.actor();
            const Given second{.second_person = true};
            const auto add = [&](const std::string& strand, const Cells& cells) {
                if (std::all_of(cells.begin(), cells.end(),
                                [](const auto& cell) { return cell == "no" || cell == "-"; }))
                    return;
                std::string rest = who.name() + "," + strand;
                for (const auto& cell : cells) rest += "," + cell;
                for (auto& [line, agencies] : lines)
                    if (line == rest) {
                        agencies += " " + std::string(key_of(who.kind));
                        return;
                    }
                lines.emplace_back(rest, key_of(who.kind));
            };
            if (act.concerns != Concerns::record) {
                Cells cells(1 + columns(Strand::general).size(), "-");
                cells[0] = cell_for(decide(actor, act.name, second, now));
                add("-", cells);
                continue;
            }
            for (const auto strand : all_strands()) {
                Cells cells{"-"};
                for (const auto& column : columns(strand))
                    cells.push_back(
                        cell_for(decide(actor, act.name, column.standing, second, now)));
                add(std::string(key_of(strand)), cells);
            }
        }
        for (const auto& [line, agencies] : lines)
            text +=
                std::string(act.name) + "," + needs_of(act) + "," + agencies + "," + line + "\n";
    }
    return text;
}

std::vector<std::string> split(const std::string& line, char mark)
{
    std::vector<std::string> words;
    std::stringstream in(line);
    for (std::string word; std::getline(in, word, mark);) words.push_back(word);
    return words;
}

Matrix read_matrix()
{
    const auto path = tests::source_file("docs/reference/authorisation-matrix.csv");
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << written_matrix();
    std::ifstream in(path);
    std::string line;
    REQUIRE(std::getline(in, line));
    CHECK(line == header());
    Matrix matrix;
    while (std::getline(in, line)) {
        const auto words = split(line, ',');
        CAPTURE(line);
        REQUIRE(words.size() == 6 + columns(Strand::general).size());
        const auto* act = act_named(words[0]);
        REQUIRE(act != nullptr);
        CHECK(words[1] == needs_of(*act));
        CHECK((words[3].starts_with("key:") ? key_scope_named(words[3].substr(4)).has_value()
                                            : role_named(words[3]).has_value()));
        for (const auto& kind : split(words[2], ' ')) {
            CHECK(agency_kind_named(kind).has_value());
            const bool is_new = matrix
                                    .emplace(Row{words[0], kind, words[3], words[4]},
                                             Cells(words.begin() + 5, words.end()))
                                    .second;
            CHECK(is_new);
        }
    }
    return matrix;
}

/// What the cell says for one way of giving.
Answer expected(const std::string& cell, const Act& act, const Way& way)
{
    if (cell == "glass") return way.glass ? Answer::allowed : Answer::ask_break_glass;
    if (cell == "purpose" && !way.purpose) return Answer::ask_purpose;
    if (cell == "yes" || cell == "purpose") {
        if (act.fresh_proof && !way.fresh) return Answer::ask_proof;
        if (act.two_people && !way.second) return Answer::ask_second_person;
        return Answer::allowed;
    }
    return Answer::refused;
}

TEST_CASE("every act of every role in every relation is answered as the reviewed matrix says, and "
          "what it does not list is refused")
{
    const auto matrix = read_matrix();
    std::set<Row> met;
    std::int64_t checks = 0, wrong = 0;
    for (const auto& act : all_acts())
        for (const auto& who : everybody())
            for (const auto strand : all_strands()) {
                const bool record = act.concerns == Concerns::record;
                if (!record && strand != Strand::general) continue;
                const Row row{std::string(act.name), std::string(key_of(who.kind)), who.name(),
                              record ? std::string(key_of(strand)) : "-"};
                const auto found = matrix.find(row);
                if (found != matrix.end()) met.insert(row);
                for (const auto& way : all_ways()) {
                    const auto actor = who.actor(way.fresh);
                    const auto given = given_in(way);
                    const auto check = [&](const std::string& cell, Answer answer) {
                        ++checks;
                        if (expected(cell, act, way) != answer) {
                            ++wrong;
                            CAPTURE(row[0]);
                            CAPTURE(row[1]);
                            CAPTURE(row[2]);
                            CAPTURE(row[3]);
                            CHECK(std::string(key_of(answer)) ==
                                  std::string(key_of(expected(cell, act, way))));
                        }
                    };
                    if (!record) {
                        check(found == matrix.end() ? "no" : found->second[0],
                              decide(actor, act.name, given, now));
                        continue;
                    }
                    const auto all = columns(strand);
                    for (std::size_t i = 0; i < all.size(); ++i)
                        check(found == matrix.end() ? "no" : found->second[i + 1],
                              decide(actor, act.name, all[i].standing, given, now));
                }
            }
    CHECK(wrong == 0);
    CHECK(met.size() == matrix.size());
    std::cout << "authorisation matrix: " << all_acts().size() << " acts, " << matrix.size()
              << " rows listed, " << checks << " answers checked\n";
    CHECK(checks > 100'000);
}

} // namespace rules_policy_matrix_test
