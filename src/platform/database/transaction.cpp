// Transaction: binds who asks and when, matches bindings to parameters by name, and hands statements to the engine.
#include <stdexcept>

#include "foundation/text.hpp"
#include "platform/audit/trail.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark {
namespace {

[[noreturn]] void wrong(const Statement& statement, std::string_view what, std::string_view parameter)
{
    throw std::logic_error(std::string{statement.name} + std::string{what} + std::string{parameter});
}

/// What the transaction binds by itself; nothing for any other name.
std::optional<Binding> bound_by_itself(std::string_view name, const Context& context)
{
    if (name == "authority") return Binding{name, context.authority};
    if (name == "actor") return context.who.user.value.is_nil() ? Binding{name, std::nullopt} : Binding{name, context.who.user};
    if (name == "today") return Binding{name, context.today};
    if (name == "now") return Binding{name, context.now};
    return std::nullopt;
}

/// PostgreSQL takes no text with a zero byte or broken UTF-8, and SQLite would keep it for somebody else to stumble over.
bool is_storable(const Binding& binding)
{
    const auto* text = std::get_if<std::string>(&binding.value);
    return !text || binding.is_blob || (text->find('\0') == std::string::npos && is_valid_utf8(*text));
}

}  // namespace

Transaction::Transaction(Context& context, Connection& connection, bool writing)
    : context_{context}, connection_{connection}, engine_{context.database().engine()}, writing_{writing}
{
}

Date Transaction::today() const { return context_.today; }
Instant Transaction::now() const { return context_.now; }

std::int64_t Transaction::run(const Statement& statement, const Bindings& bindings)
{
    if (!writing_) wrong(statement, " runs within a reading transaction", "");
    return execute(statement, bindings, nullptr);
}

std::int64_t Transaction::number(const Statement& statement, const Bindings& bindings, std::string_view column)
{
    return maybe_one(statement, bindings, [&](const Row& row) { return row.integer(column); }).value_or(0);
}

Result<void> Transaction::record(const Event& event)
{
    audit::append(*this, event);
    has_recorded_ = true;
    for (const Reaction& reaction : context_.reactions)
        if (reaction.entity == event.entity && reaction.verb == event.verb) TRY(reaction.react(*this, event));
    return {};
}

std::int64_t Transaction::execute(const Statement& statement, const Bindings& bindings,
                                  const std::function<void(const Row&)>& each)
{
    std::vector<Binding> own;
    own.reserve(4);  // never more, so that pointers into it stay
    std::vector<const Binding*> in_order;
    in_order.reserve(statement.parameters.size());
    std::size_t used = 0;
    for (const std::string_view parameter : statement.parameters) {
        const Binding* found = nullptr;
        for (const Binding& binding : bindings) {
            if (binding.name != parameter) continue;
            if (found) wrong(statement, " is given twice: ", parameter);
            found = &binding;
        }
        if (auto by_itself = bound_by_itself(parameter, context_)) {
            if (found) wrong(statement, " is given what the transaction binds itself: ", parameter);
            own.push_back(std::move(*by_itself));
            found = &own.back();
        } else {
            if (!found) wrong(statement, " misses a binding: ", parameter);
            if (!is_storable(*found)) wrong(statement, " is given bytes that are no text: ", parameter);
            ++used;
        }
        in_order.push_back(found);
    }
    if (used != bindings.size())
        for (const Binding& binding : bindings) {
            bool is_known = false;
            for (const std::string_view parameter : statement.parameters) is_known = is_known || parameter == binding.name;
            if (!is_known) wrong(statement, " has no parameter: ", binding.name);
        }
    return connection_.execute(statement, in_order, each);
}

Date Row::date(std::string_view column) const
{
    const auto day = parse_iso_date(view(column));
    expects(day.has_value());
    return *day;
}

}  // namespace waymark
