/// @file
/// Whether an action calls for a letter of some kind, and if not, why not.
#pragma once

#include "core/file_record.hpp"

#include <string>

namespace octroi::core {

enum class letter_need {
    called_for,
    not_called_for,
    undecided ///< called for, but the register does not hold what it has to say
};

struct letter_verdict {
    letter_need need = letter_need::called_for;
    std::string reason; ///< ready to show, unless it is called for
};

/// `number`: the file's, for the reason. Throws data_problem where a value cannot be read.
letter_verdict judge_letter(const file_context& context, const document_request& request,
                            const table_row& action, const std::string& number);

} // namespace octroi::core
