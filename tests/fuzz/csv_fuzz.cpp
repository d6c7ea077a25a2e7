// Any bytes as a CSV file: read to the end or refused, within limits, each row with a number that
// grows.
#include "platform/csv/reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const onroll::csv::Limits limits{std::size_t{1} << 20, 10'000, 100, 10'000};
    auto reader =
        onroll::csv::Reader::read(std::string(reinterpret_cast<const char*>(bytes), size), limits);
    std::size_t last = 0;
    while (reader && reader->next()) {
        if (reader->row().number <= last) std::abort();
        last = reader->row().number;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < reader->row().cells.size(); ++i)
            letters += reader->row()[i].size();
        if (letters > limits.bytes * 2) std::abort();
    }
    return 0;
}
