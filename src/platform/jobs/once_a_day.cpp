// Writers of one authority work one at a time, so the row that is there tells.
#include "platform/jobs/once_a_day.hpp"

#include "platform/jobs/once_a_day.sql.hpp"

namespace waymark::jobs {

bool is_ours_today(Transaction& tx, std::string_view job) { return tx.run(sql::take_job, {{"job", job}}) == 1; }

}  // namespace waymark::jobs
