#include "platform/csv/marks.h"

#include <array>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace onroll::csv {

namespace marks_detail {

#ifdef __SSE2__
inline Marks quick_marks(const char* bytes)
{
    Marks marks;
    for (unsigned part = 0; part < 4; ++part) {
        const auto sixteen =
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + std::size_t{16} * part));
        const auto where = [&](char c) {
            const auto bits = _mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(c)));
            return static_cast<std::uint64_t>(bits) << (16 * part);
        };
        marks.quotes |= where('"');
        marks.commas |= where(',');
        marks.line_feeds |= where('\n');
        marks.returns |= where('\r');
        const auto high = static_cast<std::uint64_t>(_mm_movemask_epi8(sixteen));
        marks.beyond_ascii |= high << (16 * part);
    }
    return marks;
}
#else
inline Marks quick_marks(const char* bytes)
{
    return marks_bytewise(bytes);
}
#endif

/// Each bit becomes whether an odd number of bits is set up to and with it: from where quotation
/// marks stand to what is between them.
std::uint64_t odd_up_to(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

/// What the bytes before leave for the next ones to answer.
class Walk {
public:
    explicit Walk(Ends& ends) : ends_(ends) {}

    void take(const Marks& marks, std::uint32_t offset)
    {
        const auto inside = odd_up_to(marks.quotes) ^ inside_;
        const auto stops = marks.commas | marks.line_feeds;
        const auto opening = marks.quotes & inside;
        const auto closing = marks.quotes & ~inside;
        const auto alone = marks.returns & ~inside;
        // A cell opens at the start of a row, after a comma or line feed, or again after its close.
        const auto after_stop = (stops << 1) | after_stop_;
        const auto after_close = (closing << 1) | after_close_;
        const auto after_return = (alone << 1) | after_return_;
        ends_.odd = ends_.odd || (opening & ~(after_stop | after_close)) != 0 ||
                    (after_close & ~(stops | marks.returns | marks.quotes)) != 0 ||
                    (after_return & ~marks.line_feeds) != 0;
        ends_.doubled = ends_.doubled || (opening & after_close) != 0;
        ends_.beyond_ascii = ends_.beyond_ascii || marks.beyond_ascii != 0;
        inside_ = static_cast<std::uint64_t>(-static_cast<std::int64_t>(inside >> 63));
        after_stop_ = stops >> 63;
        after_close_ = closing >> 63;
        after_return_ = alone >> 63;
        write(stops & ~inside, marks.line_feeds & ~inside, offset);
    }
    bool inside() const { return inside_ != 0; }

private:
    void write(std::uint64_t stops, std::uint64_t line_feeds, std::uint32_t offset)
    {
        auto* at = ends_.cells.data() + ends_.cell_count;
        for (auto left = line_feeds; left != 0; left &= left - 1) {
            // All bits up to and with this line feed.
            const auto up_to = left ^ (left - 1);
            ends_.rows.push_back(static_cast<std::uint32_t>(ends_.cell_count) +
                                 static_cast<std::uint32_t>(std::popcount(stops & up_to)));
        }
        for (; stops != 0; stops &= stops - 1)
            *at++ = offset + static_cast<std::uint32_t>(std::countr_zero(stops));
        ends_.cell_count = static_cast<std::size_t>(at - ends_.cells.data());
    }

    Ends& ends_;
    std::uint64_t inside_ = 0; ///< all ones within quotation marks
    std::uint64_t after_stop_ = 1, after_close_ = 0, after_return_ = 0;
};

} // namespace marks_detail

Marks marks_bytewise(const char* bytes)
{
    Marks marks;
    for (unsigned i = 0; i < 64; ++i) {
        const auto bit = std::uint64_t{1} << i;
        if (bytes[i] == '"') marks.quotes |= bit;
        if (bytes[i] == ',') marks.commas |= bit;
        if (bytes[i] == '\n') marks.line_feeds |= bit;
        if (bytes[i] == '\r') marks.returns |= bit;
        if (static_cast<unsigned char>(bytes[i]) >= 0x80) marks.beyond_ascii |= bit;
    }
    return marks;
}

Marks marks_at(const char* bytes)
{
    return marks_detail::quick_marks(bytes);
}

void find_ends(std::string_view stretch, Ends& ends)
{
    ends.rows.clear();
    ends.cell_count = 0;
    ends.odd = ends.open_at_end = ends.doubled = ends.beyond_ascii = false;
    // Room for the worst: a comma in each byte, and the end of a last row.
    if (ends.cells.size() < stretch.size() + 64) ends.cells.resize(stretch.size() + 64);
    marks_detail::Walk walk(ends);
    std::size_t at = 0;
    for (; at + 64 <= stretch.size(); at += 64)
        walk.take(marks_detail::quick_marks(stretch.data() + at), static_cast<std::uint32_t>(at));
    if (at < stretch.size() || stretch.empty()) {
        // The bytes left over, and line feeds after them: they close what may follow a quotation
        // mark, and only those within the stretch are ends.
        std::array<char, 64> rest{};
        rest.fill('\n');
        std::memcpy(rest.data(), stretch.data() + at, stretch.size() - at);
        walk.take(marks_detail::quick_marks(rest.data()), static_cast<std::uint32_t>(at));
    }
    ends.open_at_end = walk.inside();
    while (ends.cell_count > 0 && ends.cells[ends.cell_count - 1] >= stretch.size()) {
        --ends.cell_count;
    }
    while (!ends.rows.empty() && ends.rows.back() > ends.cell_count) ends.rows.pop_back();
    if (!stretch.empty() && stretch.back() != '\n' && !ends.open_at_end) {
        ends.cells[ends.cell_count++] = static_cast<std::uint32_t>(stretch.size());
        ends.rows.push_back(static_cast<std::uint32_t>(ends.cell_count));
    }
}

} // namespace onroll::csv
