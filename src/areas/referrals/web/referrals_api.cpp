// Referrals as JSON: the list with its clocks, and one record.

#include "foundation/uk_time.hpp"
#include "foundation/json.hpp"
#include "referrals/store/lists.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

template <class T>
void put_date(Json& object, std::string_view name, const std::optional<T>& day)
{
    if (day) object[std::string{name}] = iso(*day);
}

Json clock_json(const ClockShown& shown)
{
    const Clock& clock = shown.clock;
    Json json{{"name", clock.name}, {"rule", clock.rule}, {"source", clock.source}, {"state", shown.state}, {"severity", enum_text(clock.severity)}, {"is_met", clock.is_met}, {"working", clock.working}};
    put_date(json, "due_on", clock.due);
    if (clock.school_days_left) json["school_days_left"] = *clock.school_days_left;
    return json;
}

}  // namespace

Result<Response> api_list(const Request& request, Context& context)
{
    const ReferralFilter filter{.tab = enum_from_text<Tab>(request.query("tab")).value_or(Tab::all),
                                .words = std::string{request.query("q")},
                                .reason = enum_from_text<Reason>(request.query("reason"))};
    Json items = Json::array();
    for (const auto& line : context.read([&](Transaction& tx) { return list_referrals(tx, context.who, filter); })) {
        Json item{{"id", line.id.text()}, {"reference", line.reference}, {"pupil", line.pupil_reference}, {"organisation", line.organisation_name},
                  {"state", enum_text(line.state)}, {"urgency", enum_text(line.urgency)}};
        if (line.primary_reason) item["primary_reason"] = enum_text(*line.primary_reason);
        if (line.sent_at) item["sent_at"] = iso_instant(*line.sent_at);
        put_date(item, "decided_on", line.decided_on);
        if (line.clock) item["clock"] = clock_json(*line.clock);
        items.push_back(std::move(item));
    }
    return json(200, json_text(Json{{"total", items.size()}, {"items", std::move(items)}}));
}

Result<Response> api_referral(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    const auto screen = TRY(context.read([&](Transaction& tx) { return load_screen(tx, context.who, id); }));
    const Referral& referral = screen.referral;
    Json record{{"id", id.text()}, {"reference", referral.reference}, {"pupil", screen.pupil.reference}, {"organisation", referral.organisation_name},
                {"state", enum_text(referral.state)}, {"urgency", enum_text(referral.urgency)}, {"who_has_it", who_has_it(referral)},
                {"what_was_tried", referral.what_was_tried}, {"strengths", referral.strengths}, {"needs", referral.needs}, {"risks", referral.risks},
                {"child_view", referral.child_view}, {"family_view", referral.family_view}, {"version", referral.version}};
    record["reasons"] = Json::array();
    for (const Reason reason : referral.reasons) record["reasons"].push_back(enum_text(reason));
    if (referral.primary_reason) record["primary_reason"] = enum_text(*referral.primary_reason);
    if (referral.requested_category) record["requested_category"] = *referral.requested_category;
    if (referral.minutes_now) record["minutes_now"] = *referral.minutes_now;
    if (referral.sent_at) record["sent_at"] = iso_instant(*referral.sent_at);
    put_date(record, "need_since", referral.need_since);
    put_date(record, "family_told_on", referral.family_told_on);
    put_date(record, "authority_told_on", referral.authority_told_on);
    put_date(record, "decided_on", referral.decided_on);
    record["clocks"] = Json::array();
    for (const auto& clock : screen.clocks) record["clocks"].push_back(clock_json(clock));
    return json(200, json_text(record));
}

}  // namespace waymark::referrals
