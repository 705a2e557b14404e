// One row a form that was taken.
#include "people/store/sent_forms.hpp"

#include "people/store/sent_forms.sql.hpp"

namespace waymark::people {

bool keep_sending(Transaction& tx, std::string_view sending) { return tx.run(sql::keep_sending, {{"sending", sending}}) == 1; }

void keep_next_page(Transaction& tx, std::string_view sending, std::string_view next_page)
{
    tx.run(sql::keep_next_page, {{"sending", sending}, {"next_page", next_page}});
}

void let_go_of_sending(Transaction& tx, std::string_view sending) { tx.run(sql::let_go_of_sending, {{"sending", sending}}); }

std::optional<SentBefore> sent_before(Transaction& tx, std::string_view sending)
{
    return tx.maybe_one(sql::sent_before, {{"sending", sending}}, [](const Row& row) { return SentBefore{row.maybe_text("next_page")}; });
}

}  // namespace waymark::people
