// What people see: refusals in words with everything typed kept, and pages without a child's name where none may stand.
#include <doctest/doctest.h>

#include "panel/actions/letters.hpp"
#include "panel/web/pages.hpp"
#include "platform/http/url.hpp"
#include "support/panel_world.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::vector<std::string_view> three_of_them{"Margaret Oduya", "Dr Sam Okoro", "Simon Achebe"};

using Values = std::vector<std::pair<std::string, std::string>>;

Request post(Values path, const Values& typed)
{
    Request request;
    request.method = Method::post;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    for (const auto& [name, value] : typed) request.body += (request.body.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    for (auto& [name, value] : path) request.path_values[name] = value;
    return request;
}

Values place_as_typed(PanelWorld& panel)
{
    return {{"version", std::to_string(panel.referral(panel.about_kai).version)}, {"meeting", panel.meeting.text()}, {"outcome", "place_in_provision"},
            {"category", "engagement"}, {"sessions_per_week", "5"}, {"weeks", "12"}, {"roll", "stays_on_roll"}, {"options_considered", "Outreach in school"},
            {"options_considered", "A full-time place"}, {"outcome_measure", "Comes regularly"}, {"exit_plan", "Back to lessons at Millbrook Academy"},
            {"reasons", "A calm start each morning."}, {"conditions", "The school rings home\r\n\r\nA review by half-term"}};
}

bool says(const Response& response, std::string_view words) { return response.body.find(words) != std::string::npos; }

std::string title_of(const Response& response)
{
    const auto start = response.body.find("<title>"), end = response.body.find("</title>");
    return response.body.substr(start, end - start);
}

}  // namespace

TEST_CASE("a decision without a quorum is refused on the same page, in words, with everything typed still there")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet({"Margaret Oduya", "Dr Sam Okoro"});
        const auto response = PanelWorld::take(submit_decision(post({{"referral", panel.about_kai.text()}}, place_as_typed(panel)), world.context));
        CHECK(response.status == 422);
        CHECK(says(response, "2 members from 2 agencies: no quorum. It takes 3 members from 2 agencies."));
        CHECK(says(response, "A calm start each morning."));
        CHECK(says(response, "A review by half-term"));
        CHECK(title_of(response).find("Kai") == std::string::npos);
        CHECK(title_of(response).find("KA11-KA") != std::string::npos);
    });
}

TEST_CASE("a decision as typed is kept, line by line, and leads on to the next case")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        const auto response = PanelWorld::take(submit_decision(post({{"referral", panel.about_kai.text()}}, place_as_typed(panel)), world.context));
        CHECK(response.status == 303);
        CHECK(response.header("Location") == "/meetings/" + panel.meeting.text() + "/run");
        const auto kept = *world.context.read([&](Transaction& tx) { return standing_decision(tx, panel.about_kai); });
        CHECK(kept.what.conditions == std::vector<std::string>{"The school rings home", "A review by half-term"});
        CHECK(kept.what.options_considered == "Outreach in school; A full-time place");

        Request next;
        next.path_values["meeting"] = panel.meeting.text();
        CHECK(says(PanelWorld::take(show_run(next, world.context)), "Sky Turner"));
    });
}

TEST_CASE("somebody changed the referral meanwhile: nothing is decided")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        auto typed = place_as_typed(panel);
        typed.front().second = "0";
        typed.front().first = "version";
        const auto answered = submit_decision(post({{"referral", panel.about_kai.text()}}, typed), world.context);
        REQUIRE_FALSE(answered.has_value());
        CHECK(answered.error().kind() == ProblemKind::stale);
        CHECK_FALSE(world.context.read([&](Transaction& tx) { return standing_decision(tx, panel.about_kai); }).has_value());
    });
}

TEST_CASE("the API records the same decision, and names each fault by its place")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        Request request;
        request.method = Method::post;
        request.path_values["referral"] = panel.about_kai.text();
        request.body = R"({"version": "one", "outcome": "perhaps"})";
        const auto wrong = api_decide(request, world.context);
        CHECK_FALSE(wrong.error().message_for("/version").empty());
        CHECK_FALSE(wrong.error().message_for("/outcome").empty());
        request.body = R"({"version": )" + std::to_string(panel.referral(panel.about_kai).version) + R"(, "meeting": ")" + panel.meeting.text() +
                       R"(", "outcome": "not_agreed", "reasons": "The school can meet the need.", "conditions": ["A mentor"]})";
        CHECK(PanelWorld::take(api_decide(request, world.context)).status == 201);
    });
}

TEST_CASE("every page of a meeting and its decision can be drawn, and none has the child's name in its title")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        panel.build_and_publish();
        panel.meet(three_of_them);
        Request request;
        request.path_values["meeting"] = panel.meeting.text();
        request.path_values["panel"] = panel.panel.text();
        request.path_values["referral"] = panel.about_sky.text();
        const auto decision = PanelWorld::take(decide(world.context, panel.about(panel.about_kai)));
        request.path_values["decision"] = decision.text();
        request.path_values["to"] = "family";
        for (const auto show : {show_panels, show_new_panel, show_panel, show_meetings, show_new_meeting, show_meeting, show_papers, show_run, show_decide, show_decision, show_supersede, show_letters, show_letter}) {
            const auto response = PanelWorld::take(show(request, world.context));
            CHECK(response.status == 200);
            for (const auto* name : {"Kai", "Mensah", "Sky", "Turner"}) CHECK(title_of(response).find(name) == std::string::npos);
        }
    });
}

TEST_CASE("a member reads no agenda before the papers are out")
{
    for_each_engine([](World& world) {
        PanelWorld panel{world};
        PanelWorld::take(add_all_ready(world.context, panel.meeting));
        Request request;
        request.path_values["meeting"] = panel.meeting.text();
        world.context.who = panel.doctor;
        CHECK(says(PanelWorld::take(show_meeting(request, world.context)), "The agenda is still being made"));
        CHECK(code_of(show_papers(request, world.context)) == "panel.papers_not_out");
        world.context.who = panel.clerk;
        PanelWorld::must(publish_meeting(world.context, panel.meeting, panel.now().version));
        world.context.who = panel.doctor;
        CHECK(says(PanelWorld::take(show_papers(request, world.context)), "I like the horses."));
    });
}
