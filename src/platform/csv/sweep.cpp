#include "platform/csv/sweep.h"

#include "platform/csv/mapped_file.h"
#include "platform/csv/marks.h"
#include "platform/csv/reader.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>

namespace onroll::csv {

namespace sweep_detail {

std::string joined(const std::vector<std::string>& names)
{
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

Result<std::vector<std::size_t>> places_of(const Header& header, const SweepPlan& plan)
{
    std::vector<std::size_t> places;
    for (const auto& name : plan.columns) {
        const auto place = header.find(name);
        if (!place)
            return bad_input("The file has no column “" + name +
                             "”. Its columns are: " + joined(header.names()));
        places.push_back(*place);
    }
    return places;
}

/// Row by row on this thread: what every other way must answer.
Result<Swept> in_order(Reader& reader, const SweepPlan& plan, const TakeRow& take)
{
    const auto places = places_of(reader.header(), plan);
    if (!places) return places.error();
    Swept swept;
    std::vector<std::string_view> cells(places->size());
    while (reader.next()) {
        const auto& row = reader.row();
        if (row.trouble != RowTrouble::none) {
            ++swept.misshapen;
            continue;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = row[(*places)[i]];
        take(0, cells);
        ++swept.rows;
    }
    if (reader.refusal()) return *reader.refusal();
    return swept;
}

/// A row's cell without its quotation marks, and with doubled ones single in `copy`.
std::string_view bare(std::string_view cell, bool doubled, std::string& copy)
{
    if (!cell.empty() && cell.back() == '\r') cell.remove_suffix(1);
    if (cell.size() >= 2 && cell.front() == '"') {
        cell = cell.substr(1, cell.size() - 2);
        if (doubled && cell.find('"') != std::string_view::npos) {
            copy.clear();
            for (std::size_t at = 0; at < cell.size(); ++at) {
                copy += cell[at];
                if (cell[at] == '"') ++at;
            }
            cell = copy;
        }
    }
    // Nothing to trim in nearly all cells.
    const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };
    if (cell.empty() || (plain(cell.front()) && plain(cell.back()))) return cell;
    return trimmed(cell);
}

/// What the threads of one sweep share.
struct Shared {
    std::string_view text;
    const SweepPlan& plan;
    const TakeRow& take;
    std::vector<std::size_t> places{};
    std::size_t columns = 0; ///< of the header
    std::atomic<std::size_t> next{0};
    std::atomic<bool> in_doubt{false};
    std::atomic<std::int64_t> rows{0}, misshapen{0}, lines{0};
};

/// Where the row after `offset` begins, as if no line feed stood within quotation marks; the
/// stretch before tells.
std::size_t row_after(std::string_view text, std::size_t offset)
{
    if (offset == 0) return 0;
    if (offset >= text.size()) return text.size();
    const auto line_feed = text.find('\n', offset - 1);
    return line_feed == std::string_view::npos ? text.size() : line_feed + 1;
}

class Worker {
public:
    static constexpr std::int64_t most_odd_rows = 1'000;

    Worker(Shared& shared, std::size_t number)
        : shared_(shared), number_(number), cells_(shared.places.size()),
          copies_(shared.places.size())
    {
    }

    void work()
    {
        const auto stretch = shared_.plan.stretch;
        while (!shared_.in_doubt.load(std::memory_order_relaxed)) {
            const auto offset = shared_.next++ * stretch;
            if (offset >= shared_.text.size()) break;
            const auto from = row_after(shared_.text, offset);
            const auto until = row_after(shared_.text, offset + stretch);
            if (from < until) take_stretch(shared_.text.substr(from, until - from), from == 0);
        }
        shared_.rows += rows_;
        shared_.misshapen += misshapen_;
        shared_.lines += lines_;
    }

private:
    void take_stretch(std::string_view text, bool first)
    {
        if (text.size() >= UINT32_MAX) return doubt();
        find_ends(text, ends_);
        if (ends_.odd || ends_.open_at_end || (ends_.beyond_ascii && !is_utf_8(text)))
            return doubt();
        text_ = text;
        std::size_t row_start = 0, cell = 0;
        bool header = first;
        for (const auto row_end : ends_.rows) {
            const auto end = ends_.cells[row_end - 1];
            if (end - row_start > shared_.plan.limits.cell_bytes) return doubt();
            ++lines_;
            if (header) {
                header = blank(row_start, end);
            } else if (row_end - cell != shared_.columns) {
                take_odd_row(row_start, end);
            } else {
                take_row(row_start, cell);
            }
            cell = row_end;
            row_start = end + std::size_t{1};
        }
        if (header) doubt();
    }

    void take_row(std::size_t row_start, std::size_t cell)
    {
        bool all_empty = true;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto place = shared_.places[i];
            const auto start =
                place == 0 ? row_start : ends_.cells[cell + place - 1] + std::size_t{1};
            const auto end = ends_.cells[cell + place];
            cells_[i] = bare(text_.substr(start, end - start), ends_.doubled, copies_[i]);
            all_empty = all_empty && cells_[i].empty();
        }
        if (all_empty && blank(row_start, ends_.cells[cell + shared_.columns - 1])) return;
        shared_.take(number_, cells_);
        ++rows_;
    }

    /// A row with more or fewer cells than the header: as csv::Reader has it.
    void take_odd_row(std::size_t start, std::size_t end)
    {
        if (blank(start, end)) return;
        // In a file of many such rows the other way is the quicker one.
        if (++odd_rows_ > most_odd_rows) return doubt();
        auto columns = std::string();
        for (std::size_t i = 0; i < shared_.columns; ++i) columns += i == 0 ? "a" : ",a";
        auto reader =
            Reader::read(columns + "\n" + std::string(text_.substr(start, end - start)) + "\n");
        if (!reader || !reader->next()) return doubt();
        if (reader->row().trouble != RowTrouble::none) {
            ++misshapen_;
            return;
        }
        for (std::size_t i = 0; i < cells_.size(); ++i)
            cells_[i] = reader->row()[shared_.places[i]];
        shared_.take(number_, cells_);
        ++rows_;
    }

    /// Nothing but commas, quotation marks around nothing, and spaces.
    bool blank(std::size_t start, std::size_t end) const
    {
        auto row = text_.substr(start, end - start);
        while (!row.empty()) {
            const auto comma = std::min(row.find(','), row.size());
            std::string copy;
            if (!bare(row.substr(0, comma), true, copy).empty()) return false;
            row.remove_prefix(std::min(comma + 1, row.size()));
        }
        return true;
    }

    void doubt() { shared_.in_doubt = true; }

    Shared& shared_;
    std::size_t number_;
    std::vector<std::string_view> cells_;
    std::vector<std::string> copies_;
    Ends ends_{};
    std::string_view text_{};
    std::int64_t rows_ = 0, misshapen_ = 0, lines_ = 0, odd_rows_ = 0;
};

/// The header alone, from the first bytes; nothing where these do not hold it whole.
std::optional<Header> header_of(std::string_view text)
{
    const auto line_feed = text.substr(0, std::size_t{64} << 10).rfind('\n');
    if (line_feed == std::string_view::npos) return std::nullopt;
    const auto reader = Reader::read(std::string(text.substr(0, line_feed + 1)));
    return reader ? std::optional(reader->header()) : std::nullopt;
}

/// On all threads at once; nothing where that leaves a doubt.
Result<std::optional<Swept>> at_once(std::string_view text, const SweepPlan& plan,
                                     std::size_t threads, const TakeRow& take)
{
    const auto header = header_of(text);
    if (!header || header->size() > plan.limits.columns) return std::optional<Swept>();
    auto places = places_of(*header, plan);
    if (!places) return places.error();
    Shared shared{text, plan, take};
    shared.places = std::move(places).value();
    shared.columns = header->size();
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back([&shared, i] { Worker(shared, i).work(); });
        Worker(shared, 0).work();
    }
    if (shared.in_doubt || static_cast<std::size_t>(shared.lines) > plan.limits.rows)
        return std::optional<Swept>();
    return std::optional(Swept{shared.rows, shared.misshapen});
}

/// As at_once, for bytes as a file has them.
Result<std::optional<Swept>> quickly(std::string_view bytes, const SweepPlan& plan,
                                     const BeginSweep& begin, const TakeRow& take)
{
    if (bytes.size() > plan.limits.bytes) return std::optional<Swept>();
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const bool utf_16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (is_gzip(bytes) || utf_16 || bytes.empty() || plan.stretch == 0)
        return std::optional<Swept>();
    const std::size_t threads =
        plan.threads > 0 ? plan.threads : std::max(1U, std::thread::hardware_concurrency());
    begin(threads);
    return at_once(bytes, plan, threads, take);
}

Result<Swept> slowly(Result<Reader> reader, const SweepPlan& plan, const BeginSweep& begin,
                     const TakeRow& take)
{
    if (!reader) return std::move(reader).error();
    begin(1);
    return in_order(*reader, plan, take);
}

} // namespace sweep_detail

Result<Swept> sweep(const std::filesystem::path& file, const SweepPlan& plan,
                    const BeginSweep& begin, const TakeRow& take)
{
    const auto mapped = MappedFile::open(file, plan.limits);
    if (!mapped) return mapped.error();
    auto swept = sweep_detail::quickly(mapped->bytes(), plan, begin, take);
    if (!swept) return std::move(swept).error();
    if (*swept) return **swept;
    return sweep_detail::slowly(Reader::open(file, plan.limits), plan, begin, take);
}

Result<Swept> sweep_bytes(const std::string& bytes, const SweepPlan& plan, const BeginSweep& begin,
                          const TakeRow& take)
{
    auto swept = sweep_detail::quickly(bytes, plan, begin, take);
    if (!swept) return std::move(swept).error();
    if (*swept) return **swept;
    return sweep_detail::slowly(Reader::read(bytes, plan.limits), plan, begin, take);
}

} // namespace onroll::csv
