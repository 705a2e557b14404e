// A row of an area's route table: method, path, permission, what record the path names, and the function that answers.
#pragma once

#include <string_view>

#include "foundation/result.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "vocabulary/permission.hpp"

namespace waymark {

/// What a row's form holds, which decides how much of it is read.
enum class Takes { words, files };

struct Route {
    Method method;
    std::string_view path;  // "/referrals/{referral}/decision"
    Permission permission;
    Result<Response> (*answer)(const Request&, Context&);
    Subject subject = Subject::none;
    Takes takes = Takes::words;
};

}  // namespace waymark
