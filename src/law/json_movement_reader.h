// How the lists of movements are walked in JSON: each entry an object with an id of its own and
// perhaps a school or an exclusion named by its key. Used by json_movements*.cpp only.
#pragma once

#include "law/json_reader.h"
#include "law/types.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace onroll::law {

/// What the entries may refer to, and the ids used so far.
struct MovementNames {
    const std::vector<const School*>& schools;
    std::map<std::string, std::pair<std::size_t, std::string>, std::less<>>
        exclusions; ///< index and kind by id
    std::set<std::string, std::less<>> used;
};

/// One entry, or a part of one.
class MovementReader : public ObjectReader {
public:
    MovementReader(const json::Value& object, std::string path, const MovementNames& names)
        : ObjectReader(object, std::move(path)), raw_(object), names_(names)
    {
    }

    /// The school by its key; it may be left out where the history has one school.
    void read_school(std::size_t& school)
    {
        if (!has("school")) {
            if (names_.schools.size() != 1) fail("school", "is missing");
            return;
        }
        const auto key = text("school");
        for (std::size_t i = 0; i < names_.schools.size(); ++i)
            if (names_.schools[i]->key == key) {
                school = i;
                return;
            }
        fail("school", "must be one of the keys of schools");
    }
    /// An exclusion by its id.
    std::optional<std::size_t> optional_exclusion(std::string_view name)
    {
        if (!has(name)) return std::nullopt;
        const auto found = names_.exclusions.find(text(name));
        if (found != names_.exclusions.end()) return found->second.first;
        fail(name, "must be the id of one of exclusions");
        return std::nullopt;
    }
    /// The index of a permanent exclusion by its id.
    std::optional<std::size_t> optional_permanent_exclusion(std::string_view name)
    {
        const auto index = optional_exclusion(name);
        if (index && names_.exclusions.find(text(name))->second.second != "permanent")
            fail(name, "must be a permanent exclusion");
        return index;
    }
    std::optional<int> optional_number(std::string_view name, int least, int most)
    {
        if (!has(name)) return std::nullopt;
        return integer(name, least, most);
    }
    /// An amount of whole pence, up to ten million pounds.
    std::optional<std::int64_t> optional_pence(std::string_view name)
    {
        if (!has(name)) return std::nullopt;
        return integer(name, 0, 1'000'000'000);
    }
    /// Whether the member is there and is null, which says "none".
    bool is_null(std::string_view name) const
    {
        return raw_.is_object() && raw_.contains(name) && raw_.at(std::string(name)).is_null();
    }
    /// A list of words, each one of those given; absent is empty.
    std::vector<std::string> words(std::string_view name,
                                   std::initializer_list<std::string_view> known)
    {
        std::vector<std::string> all;
        for_each(name, [&](const json::Value& value, const std::string& at_path) {
            if (value.is_string())
                for (const auto word : known)
                    if (value.get<std::string>() == word) {
                        all.emplace_back(word);
                        return;
                    }
            std::string list;
            for (const auto word : known) list += (list.empty() ? "" : ", ") + std::string(word);
            fail(bad_input("Each word must be one of: " + list, at_path));
        });
        return all;
    }
    /// Calls `read(part)` for each object of a list; absent is empty.
    template <class Read>
    void parts(std::string_view name, Read read)
    {
        for_each(name, [&](const json::Value& value, const std::string& at_path) {
            MovementReader part(value, at_path, names_);
            read(part);
            part.refuse_others();
            if (part.failed()) fail(part.error());
        });
    }
    using ObjectReader::fail;

private:
    const json::Value& raw_;
    const MovementNames& names_;
};

/// The whole history object.
class MovementsReader {
public:
    MovementsReader(const json::Value& history, const std::vector<const School*>& schools)
        : history_(history, {}), names_{schools, {}, {}}
    {
        if (!history.is_object() || !history.contains("exclusions")) return;
        const auto& exclusions = history.at("exclusions");
        if (!exclusions.is_array()) return;
        std::size_t index = 0;
        for (const auto& one : exclusions) {
            if (one.is_object() && one.contains("id") && one.at("id").is_string()) {
                const bool kind = one.contains("kind") && one.at("kind").is_string();
                names_.exclusions.emplace(
                    one.at("id").get<std::string>(),
                    std::pair{index, kind ? one.at("kind").get<std::string>() : std::string{}});
            }
            ++index;
        }
    }

    /// Reads one list; ids may not be used twice in a history.
    template <class Read>
    void list(std::string_view name, Read read)
    {
        history_.for_each(name, [&](const json::Value& value, const std::string& path) {
            MovementReader object(value, path, names_);
            read(object);
            object.refuse_others();
            const auto id = object.text("id");
            if (!id.empty() && (!names_.used.insert(id).second || names_.exclusions.contains(id)))
                object.fail("id", "must not be used twice");
            if (object.failed()) history_.fail(object.error());
        });
    }
    bool failed() const { return history_.failed(); }
    const Error& error() const { return history_.error(); }

private:
    ObjectReader history_;
    MovementNames names_;
};

/// The entries of types_movements_records.h.
Funding read_funding(MovementReader&);
RecordedNumber read_number(MovementReader&);
ExclusionRecord read_exclusion_record(MovementReader&);
Advice read_advice(MovementReader&);
EhcRequest read_ehc_request(MovementReader&);

} // namespace onroll::law
