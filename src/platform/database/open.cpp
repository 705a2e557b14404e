// Opens a database by its address.
#include "platform/database/database.hpp"
#include "platform/database/postgres.hpp"
#include "platform/database/sqlite.hpp"

namespace waymark {

std::unique_ptr<Database> open_database(std::string_view address)
{
    if (address.starts_with("sqlite:")) return sqlite::open(std::string{address.substr(7)});
    if (address.starts_with("postgresql://") || address.starts_with("postgres://")) return postgres::open(std::string{address});
    throw DatabaseFailure("The database address must start with sqlite: or postgresql://, such as sqlite:waymark.db");
}

}  // namespace waymark
