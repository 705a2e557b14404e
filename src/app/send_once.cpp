// The same person, the same showing of a form, the same words: the same sending.
#include "app/send_once.hpp"

#include <string>

#include "app/guard.hpp"
#include "people/store/sent_forms.hpp"
#include "platform/access/cookies.hpp"
#include "platform/log/log.hpp"
#include "platform/sha256.hpp"

namespace waymark::app {
namespace {

/// The mark of this sending; none where nobody is known, or where the form has no mark of its own.
std::optional<std::string> sending_of(const Request& request, const Context& context)
{
    if (request.method == Method::get || request.method == Method::head || context.who.user.value.is_nil()) return std::nullopt;
    const Form form = request.form();
    if (form.value(access::send_key_field).empty()) return std::nullopt;
    // Each part with its length before it, so that no two sendings read alike.
    std::string all;
    const auto add = [&](std::string_view part) { all.append(std::to_string(part.size())).append(":").append(part); };
    add(context.who.user.text());
    add(context.who.organisation.text());
    add(request.url_path);
    for (const auto& [name, value] : form.values) {
        if (name == access::csrf_field) continue;
        add(name);
        add(value);
    }
    for (const auto& file : form.files) {
        add(file.field);
        add(file.name);
        add(file.bytes);
    }
    return sha256_hex(all);
}

std::optional<Response> answer_to_sent_before(const std::string& sending, const Request& request, Context& context)
{
    const auto before = context.read([&](Transaction& tx) { return people::sent_before(tx, sending); });
    if (!before) return std::nullopt;
    return see_other_with_success(before->next_page.value_or(page_to_return_to(request)),
                                  "This had been saved already, the first time that you sent it. It was not saved twice.");
}

/// The work is done and on the disk: that its next page cannot be kept must not make it look undone.
void keep_next_page(const std::string& sending, const Response& response, const Request& request, Context& context)
{
    const auto next = response.header("Location");
    if (next.empty()) return;
    try {
        (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::keep_next_page(tx, sending, next);
            return {};
        });
    } catch (const DatabaseFailure& failure) {
        log_failure(request.reference, failure.what());
    }
}

}  // namespace

Result<Response> answer_once(const Route& route, const Request& request, Context& context)
{
    const auto sending = sending_of(request, context);
    if (!sending) return route.answer(request, context);
    if (auto before = answer_to_sent_before(*sending, request, context)) return std::move(*before);

    bool is_kept = false;
    context.before_commit = [&](Transaction& tx) { return is_kept = people::keep_sending(tx, *sending); };
    struct Done {
        Context& context;
        ~Done() { context.before_commit = nullptr; }
    };
    std::optional<Result<Response>> answered;
    {
        const Done done{context};
        try {
            answered.emplace(route.answer(request, context));
        } catch (const DoneBefore&) {  // the first sending was faster by a breath; its page follows below
        }
    }
    if (answered && is_kept) {
        if (*answered) {
            keep_next_page(*sending, **answered, request, context);
        } else {
            (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
                people::let_go_of_sending(tx, *sending);
                return {};
            });
        }
        return std::move(*answered);
    }
    // Refused, perhaps because the first sending had just been taken.
    if (!answered || !*answered)
        if (auto before = answer_to_sent_before(*sending, request, context)) return std::move(*before);
    if (!answered) throw DatabaseFailure{"a form was said to be sent before, and is not on record"};
    return std::move(*answered);
}

}  // namespace waymark::app
