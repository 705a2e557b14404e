// The decision as JSON: the same action, the same problems.

#include "panel/actions/decide.hpp"
#include "foundation/json.hpp"
#include "panel/web/pages.hpp"

namespace waymark::panel {
namespace {

/// Reads one value by its name; a wrong kind of value is a problem with a pointer to it.
class JsonReader {
public:
    explicit JsonReader(const Json& body) : body_{body} {}

    std::string text(const char* name) { return value<std::string>(name, &Json::is_string, "Text is expected").value_or(""); }
    bool truth(const char* name) { return value<bool>(name, &Json::is_boolean, "true or false is expected").value_or(false); }
    std::optional<int> number(const char* name) { return value<int>(name, &Json::is_number_integer, "A whole number is expected"); }
    template <class IdType>
    std::optional<IdType> id(const char* name)
    {
        const std::string written = text(name);
        if (written.empty()) return std::nullopt;
        const auto parsed = IdType::parse(written);
        if (!parsed) problem(name, "An id is expected");
        return parsed ? std::optional{*parsed} : std::nullopt;
    }
    template <class E>
    std::optional<E> one_of(const char* name)
    {
        const std::string written = text(name);
        const auto found = enum_from_text<E>(written);
        if (!written.empty() && !found) problem(name, "Unknown value “" + written + "”");
        return found;
    }
    std::vector<std::string> texts(const char* name)
    {
        std::vector<std::string> found;
        if (!body_.contains(name) || body_[name].is_null()) return found;
        if (!body_[name].is_array()) {
            problem(name, "A list of texts is expected");
            return found;
        }
        for (const Json& one : body_[name]) {
            if (one.is_string()) found.push_back(one.get<std::string>());
            else problem(name, "A list of texts is expected");
        }
        return found;
    }
    void problem(const char* name, std::string message) { problems_.add_invalid("json.value", std::move(message), std::string{"/"} + name); }
    [[nodiscard]] const Problems& problems() const { return problems_; }

private:
    template <class T>
    std::optional<T> value(const char* name, bool (Json::*is_kind)() const noexcept, const char* expected)
    {
        if (!body_.contains(name) || body_[name].is_null()) return std::nullopt;
        if (!(body_[name].*is_kind)()) {
            problem(name, expected);
            return std::nullopt;
        }
        return body_[name].get<T>();
    }

    const Json& body_;
    Problems problems_;
};

Result<DecideReferral> read_command(referrals::ReferralId referral, const std::string& text)
{
    const Json body = read_json(text);
    if (!body.is_object()) return invalid("json.not_an_object", "Send a JSON object.");
    JsonReader read{body};
    DecideReferral command{.referral = referral, .seen_version = read.number("version").value_or(0), .meeting = read.id<MeetingId>("meeting"), .decision = {}};
    if (!body.contains("version")) read.problem("version", "The version of the referral that you saw is expected");
    const auto outcome = read.one_of<Outcome>("outcome");
    if (!outcome) read.problem("outcome", "The outcome is expected");
    command.decision = {.outcome = outcome.value_or(Outcome::not_agreed),
                        .reasons = read.text("reasons"),
                        .conditions = read.texts("conditions"),
                        .options_considered = read.text("options_considered"),
                        .category = body.contains("category") ? std::optional{read.text("category")} : std::nullopt,
                        .sessions_per_week = read.number("sessions_per_week"),
                        .weeks = read.number("weeks"),
                        .roll = read.one_of<Roll>("roll"),
                        .roll_reason = read.text("roll_reason"),
                        .split = read.truth("split"),
                        .split_reason = read.text("split_reason"),
                        .unregistered = read.truth("unregistered"),
                        .unregistered_reason = read.text("unregistered_reason"),
                        .out_of_area = read.truth("out_of_area"),
                        .out_of_area_reason = read.text("out_of_area_reason"),
                        .long_reason = read.text("long_reason"),
                        .signed_off_by = read.id<UserId>("signed_off_by"),
                        .outcome_measure = read.text("outcome_measure"),
                        .exit_plan = read.text("exit_plan"),
                        .sen_team_view = read.text("sen_team_view"),
                        .dissent = read.text("dissent"),
                        .outside_meeting_reason = read.text("outside_meeting_reason"),
                        .supersede_reason = read.text("supersede_reason")};
    TRY(read.problems().as_result());
    return command;
}

}  // namespace

Result<Response> api_decide(const Request& request, Context& context)
{
    const auto referral = TRY(request.path_id<referrals::ReferralId>("referral"));
    const auto command = TRY(read_command(referral, request.body));
    const auto id = TRY(decide(context, command));
    auto response = json(201, json_text(Json{{"id", id.text()}, {"href", "/decisions/" + id.text()}}));
    response.with_header("Location", "/decisions/" + id.text());
    return response;
}

}  // namespace waymark::panel
