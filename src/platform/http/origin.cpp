// Scheme and host.
#include "platform/http/origin.hpp"

namespace waymark {

std::string origin_of(const Request& request) { return (request.secure ? "https://" : "http://") + std::string{request.header("host")}; }

}  // namespace waymark
