#include "insight/file_sums.h"

#include "insight/imports_cells.h"
#include "platform/csv/sweep.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <deque>
#include <numeric>

namespace onroll::insight {

namespace file_sums_detail {

constexpr std::int64_t billion = 1'000'000'000;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const auto product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15U) * (b ^ 0xD1B54A32D192ED03U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = text.size();
    while (text.size() > 16) {
        std::uint64_t a = 0, b = 0;
        std::memcpy(&a, text.data(), 8);
        std::memcpy(&b, text.data() + 8, 8);
        hash = mixed(hash ^ a, b);
        text.remove_prefix(16);
    }
    std::uint64_t a = 0, b = 0;
    if (text.size() >= 8) {
        std::memcpy(&a, text.data(), 8);
        std::memcpy(&b, text.data() + text.size() - 8, 8);
    } else if (text.size() >= 4) {
        std::uint32_t low = 0, high = 0;
        std::memcpy(&low, text.data(), 4);
        std::memcpy(&high, text.data() + text.size() - 4, 4);
        a = low;
        b = high;
    } else {
        for (const char c : text) a = a << 8 | static_cast<unsigned char>(c);
    }
    return mixed(hash ^ a, b);
}

/// Numbers things from 0 as they come, by open addressing. The caller keeps the things and says
/// which of them are equal.
class Numbering {
public:
    template <class Same, class Keep>
    std::uint32_t number_of(std::uint64_t hash, Same same, Keep keep)
    {
        if (used_ * 2 >= slots_.size()) grow();
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        for (auto at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            auto& slot = slots_[at];
            if (slot.number == none) {
                slot = {hash, used_};
                keep();
                return used_++;
            }
            if (static_cast<std::uint32_t>(slot.hash >> 32) == tag && same(slot.number))
                return slot.number;
        }
    }
    std::uint32_t size() const { return used_; }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = none;
    };

    void grow()
    {
        std::vector<Slot> larger(std::max<std::size_t>(64, slots_.size() * 2));
        for (const auto& slot : slots_) {
            if (slot.number == none) continue;
            auto at = slot.hash & (larger.size() - 1);
            while (larger[at].number != none) at = (at + 1) & (larger.size() - 1);
            larger[at] = slot;
        }
        slots_ = std::move(larger);
    }

    std::vector<Slot> slots_{};
    std::uint32_t used_ = 0;
};

/// The different cells of one column.
class Words {
public:
    std::uint32_t number_of(std::string_view word)
    {
        // Rows are mostly sorted: the cell above is the likeliest, then the one that came after it.
        if (last_ < size() && words_[last_] == word) return last_;
        if (last_ + 1 < size() && words_[last_ + 1] == word) return ++last_;
        last_ = numbers_.number_of(
            hash_of(word), [&](std::uint32_t number) { return words_[number] == word; },
            [&] { words_.emplace_back(word); });
        return last_;
    }
    const std::string& operator[](std::uint32_t number) const { return words_[number]; }
    std::uint32_t size() const { return numbers_.size(); }

private:
    Numbering numbers_{};
    std::vector<std::string> words_{};
    std::uint32_t last_ = 0;
};

} // namespace file_sums_detail

/// The groups that one thread met: each a row of word numbers and a row of sums.
class GroupTable {
public:
    GroupTable(std::size_t by, std::size_t of) : words(by), row_(by), of_(of) {}

    void take(csv::WantedCells cells)
    {
        for (std::size_t i = 0; i < words.size(); ++i) row_[i] = words[i].number_of(cells[i]);
        auto* const sums = sums_of(row_);
        for (std::size_t i = 0; i < of_; ++i) sums[i].add(cells[words.size() + i]);
    }

    void take(const GroupTable& other)
    {
        std::vector<std::vector<std::uint32_t>> ours(words.size());
        for (std::size_t i = 0; i < words.size(); ++i)
            for (std::uint32_t word = 0; word < other.words[i].size(); ++word)
                ours[i].push_back(words[i].number_of(other.words[i][word]));
        for (std::uint32_t group = 0; group < other.size(); ++group) {
            for (std::size_t i = 0; i < words.size(); ++i)
                row_[i] = ours[i][other.keys_[group * words.size() + i]];
            auto* const sums = sums_of(row_);
            for (std::size_t i = 0; i < of_; ++i) sums[i].add(other.sum(group, i));
        }
    }

    std::uint32_t size() const { return groups_.size(); }
    std::uint32_t word(std::uint32_t group, std::size_t by) const
    {
        return keys_[group * words.size() + by];
    }
    const CellSum& sum(std::uint32_t group, std::size_t of) const
    {
        return sums_[group * of_ + of];
    }

    std::vector<file_sums_detail::Words> words; ///< by column

private:
    CellSum* sums_of(const std::vector<std::uint32_t>& row)
    {
        const auto same = [&](std::uint32_t number) {
            return std::equal(row.begin(), row.end(), keys_.data() + number * row.size());
        };
        // A file repeats the order of its groups, so the next one is the likeliest.
        if (last_ + 1 < size() && same(last_ + 1)) {
            ++last_;
        } else {
            std::uint64_t hash = 0;
            for (const auto number : row) hash = file_sums_detail::mixed(hash, number);
            last_ = groups_.number_of(hash, same, [&] {
                keys_.insert(keys_.end(), row.begin(), row.end());
                sums_.resize(sums_.size() + of_);
            });
        }
        return sums_.data() + last_ * of_;
    }

    file_sums_detail::Numbering groups_{};
    std::vector<std::uint32_t> row_;
    std::size_t of_;
    std::uint32_t last_ = 0;
    std::vector<std::uint32_t> keys_{};
    std::vector<CellSum> sums_{};
};

void CellSum::add(std::string_view cell)
{
    // Most cells are digits with perhaps a point; what is not goes the long way.
    constexpr std::size_t most_digits = 12, most_decimals = 9;
    if (!cell.empty() && cell.size() <= most_digits) {
        std::int64_t number = 0;
        std::size_t point = cell.size(), at = 0;
        for (; at < cell.size(); ++at) {
            const auto digit = static_cast<unsigned char>(cell[at] - '0');
            if (digit < 10) {
                number = number * 10 + digit;
            } else if (cell[at] == '.' && point == cell.size()) {
                point = at;
            } else {
                break;
            }
        }
        const auto decimals = point == cell.size() ? 0 : cell.size() - point - 1;
        if (at == cell.size() && decimals <= most_decimals && cell.front() != '.' &&
            cell.back() != '.') {
            std::int64_t scale = 1;
            for (std::size_t i = 0; i < decimals; ++i) scale *= 10;
            whole += number / scale;
            billionths += number % scale * (file_sums_detail::billion / scale);
            ++numbers;
            return;
        }
    }
    const auto figure = read_cell(cell, MeaningOfX::not_available);
    constexpr double largest = 1e12; // five million of them still fit
    if (!figure || (figure->known() && std::abs(figure->value) > largest)) {
        ++unread;
    } else if (!figure->known()) {
        ++symbols;
    } else {
        const auto part = std::trunc(figure->value);
        whole += static_cast<std::int64_t>(part);
        billionths += std::llround((figure->value - part) * 1e9);
        ++numbers;
    }
}

void CellSum::add(const CellSum& other)
{
    whole += other.whole;
    billionths += other.billionths;
    numbers += other.numbers;
    symbols += other.symbols;
    unread += other.unread;
}

double CellSum::value() const
{
    return static_cast<double>(whole) + static_cast<double>(billionths) / 1e9;
}

FileSums::FileSums() = default;
FileSums::FileSums(FileSums&&) noexcept = default;
FileSums& FileSums::operator=(FileSums&&) noexcept = default;
FileSums::~FileSums() = default;

std::string_view FileSums::cell(std::size_t group, std::size_t by) const
{
    return table_->words[by][table_->word(order_[group], by)];
}

const CellSum& FileSums::sum(std::size_t group, std::size_t of) const
{
    return table_->sum(order_[group], of);
}

namespace file_sums_detail {

/// The place of each word among its column's, so that groups compare by numbers.
std::vector<std::uint32_t> alphabetical(const Words& words)
{
    std::vector<std::uint32_t> sorted(words.size()), place(words.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::sort(sorted.begin(), sorted.end(), [&](auto a, auto b) { return words[a] < words[b]; });
    for (std::uint32_t i = 0; i < sorted.size(); ++i) place[sorted[i]] = i;
    return place;
}

std::vector<std::uint32_t> in_order(const GroupTable& table)
{
    std::vector<std::vector<std::uint32_t>> places;
    for (const auto& words : table.words) places.push_back(alphabetical(words));
    std::vector<std::uint32_t> order(table.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto one = places[i][table.word(a, i)], other = places[i][table.word(b, i)];
            if (one != other) return one < other;
        }
        return false;
    });
    return order;
}

} // namespace file_sums_detail

Result<FileSums> sum_file(const std::filesystem::path& file, const SumQuestion& question)
{
    csv::SweepPlan plan{.columns = question.by, .threads = question.threads};
    plan.columns.insert(plan.columns.end(), question.of.begin(), question.of.end());
    std::deque<GroupTable> tables;
    const auto swept = csv::sweep(
        file, plan,
        [&](std::size_t threads) {
            tables.clear();
            for (std::size_t i = 0; i < threads; ++i)
                tables.emplace_back(question.by.size(), question.of.size());
        },
        [&](std::size_t thread, csv::WantedCells cells) { tables[thread].take(cells); });
    if (!swept) return swept.error();
    auto& all = tables.front();
    for (std::size_t i = 1; i < tables.size(); ++i) all.take(tables[i]);
    FileSums sums;
    sums.rows = swept->rows;
    sums.misshapen = swept->misshapen;
    sums.order_ = file_sums_detail::in_order(all);
    sums.table_ = std::make_unique<GroupTable>(std::move(all));
    return sums;
}

} // namespace onroll::insight
