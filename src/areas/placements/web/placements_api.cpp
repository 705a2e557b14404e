// Placements and offers as JSON: the same records, the same rules about who sees them.

#include "directory/rules/week_places.hpp"
#include "foundation/json.hpp"
#include "foundation/uk_time.hpp"
#include "placements/rules/extension.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"

namespace waymark::placements {
namespace {

Json sessions_json(const std::vector<WeekdaySession>& sessions)
{
    Json all = Json::array();
    for (const auto& when : sessions) all.push_back(directory::session_code(when));
    return all;
}

Json placement_json(const Placement& placement, Date today)
{
    Json json{{"id", placement.id.text()}, {"pupil", placement.pupil_reference},
              {"provider", {{"id", placement.provider.text()}, {"name", placement.provider_name}}},
              {"programme", {{"id", placement.programme.text()}, {"name", placement.programme_name}}},
              {"category", placement.category}, {"commissioner", placement.commissioner_name}, {"funder", placement.funder_name},
              {"legal_basis", enum_text(placement.legal_basis)}, {"purpose", placement.purpose}, {"state", enum_text(placement.state)},
              {"registration", enum_text(placement.registration)}, {"from", iso(placement.from)}, {"expected_end", iso(placement.expected_end)},
              {"days_past_end", days_past_end(placement.state, placement.expected_end, today)},
              {"price_pence", placement.price.pence}, {"price_unit", enum_text(placement.price_unit)}, {"version", placement.version}};
    if (placement.ended_on) json["ended_on"] = iso(*placement.ended_on);
    if (placement.end_reason) json["end_reason"] = enum_text(*placement.end_reason);
    if (placement.destination) json["destination"] = enum_text(*placement.destination);
    return json;
}

Json offer_json(const Offer& offer)
{
    Json json{{"id", offer.id.text()}, {"pupil", offer.pupil_reference}, {"state", enum_text(offer.state)},
              {"provider", {{"id", offer.provider.text()}, {"name", offer.provider_name}}},
              {"programme", {{"id", offer.programme.text()}, {"name", offer.programme_name}}},
              {"needs", offer.needs_summary}, {"sessions", sessions_json(offer.sessions)}, {"start_on", iso(offer.start_on)}, {"weeks", offer.weeks},
              {"price_pence", offer.price.pence}, {"price_unit", enum_text(offer.price_unit)}, {"reply_by", iso(offer.reply_by)},
              {"sent_at", iso_instant(offer.sent_at)}, {"version", offer.version}};
    if (!offer.question.empty()) json["question"] = offer.question;
    if (!offer.question_answer.empty()) json["question_answer"] = offer.question_answer;
    if (!offer.answer_reason.empty()) json["answer_reason"] = offer.answer_reason;
    return json;
}

}  // namespace

Result<Response> api_placements(const Request& request, Context& context)
{
    PlacementFilter filter{.state = enum_from_text<PlacementState>(request.query("state")), .past_end = request.query("past-end") == "1",
                           .provider = {}, .commissioner = {}, .category = {}, .officer = {}};
    if (const auto provider = OrganisationId::parse(request.query("provider"))) filter.provider = *provider;
    Json all = Json::array();
    for (const auto& placement : context.read([&](Transaction& tx) { return list_placements(tx, context.who, filter); }))
        all.push_back(placement_json(placement, context.today));
    return json(200, json_text(Json{{"placements", all}}));
}

Result<Response> api_placement(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<Response> {
        const auto placement = TRY(placement_of_page(tx, request));
        Json answer = placement_json(placement, context.today);
        Json timetable = Json::array(), missing = Json::array(), given = Json::array();
        for (const auto& slot : slots_of_placement(tx, placement.id)) {
            Json one{{"session", directory::session_code(slot.when)}, {"minutes", slot.minutes}, {"site", slot.site_name}, {"from", iso(slot.in_force.from)}};
            if (slot.in_force.to) one["to"] = iso(*slot.in_force.to);
            timetable.push_back(std::move(one));
        }
        for (const auto& one : missing_confirmations_of(tx, placement.id, placement.from)) missing.push_back({{"kind", enum_text(one.kind)}, {"why", one.why}});
        for (const auto& one : confirmations_of(tx, placement.id))
            given.push_back({{"kind", enum_text(one.kind)}, {"given_on", iso(one.given_on)}, {"given_by", one.given_by}, {"site", one.site_name}});
        answer["timetable"] = timetable;
        answer["confirmations"] = {{"given", given}, {"missing", missing}};
        return json(200, json_text(answer));
    });
}

Result<Response> api_offers(const Request& request, Context& context)
{
    Json all = Json::array();
    for (const auto& offer : context.read([&](Transaction& tx) { return list_offers(tx, context.who, request.query("open") == "1"); })) all.push_back(offer_json(offer));
    return json(200, json_text(Json{{"offers", all}}));
}

Result<Response> api_offer(const Request& request, Context& context)
{
    const auto offer = TRY(context.read([&](Transaction& tx) { return offer_of_page(tx, request); }));
    return json(200, json_text(offer_json(offer)));
}

}  // namespace waymark::placements
