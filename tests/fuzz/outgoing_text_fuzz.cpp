// A text that leaves, whatever its bytes are: what is found is withheld, and a second look at the
// copy finds nothing as it was written.
#include "target.h"

#include "casework/rules_outgoing.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(outgoing_text)
{
    using namespace onroll::casework;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const std::vector<ProtectedWord> words{{ProtectedKind::address, "10 Quiet Court", "A"},
                                           {ProtectedKind::postcode, "TM1 2AB", "A"},
                                           {ProtectedKind::phone, "07700 900123", "A"},
                                           {ProtectedKind::school, "Saint Hilda's School", "B"}};
    const auto hits = hits_in({{"Text", text}}, words);
    const auto copy = without_protected(text, words);
    if (hits.empty() && copy != text) std::abort();
    if (!hits.empty() && copy == text) std::abort();
    return 0;
}
