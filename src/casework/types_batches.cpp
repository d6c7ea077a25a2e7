#include "casework/types_batches.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_batches_detail {

constexpr Word<BatchKind> batch_kinds[] = {
    {BatchKind::closed, "closed", "Closed several cases"},
    {BatchKind::messages, "messages", "Wrote to several families"},
    {BatchKind::notes, "notes", "Wrote a note on several cases"},
};

} // namespace types_batches_detail

std::string_view key_of(BatchKind kind)
{
    return word_of(types_batches_detail::batch_kinds, kind).key;
}

std::string_view in_words(BatchKind kind)
{
    return word_of(types_batches_detail::batch_kinds, kind).words;
}

std::optional<BatchKind> batch_kind_named(std::string_view key)
{
    return value_named(types_batches_detail::batch_kinds, key);
}

} // namespace onroll::casework
