// Written straight into the database, so that no rule of any area can keep a planted child out of it.
#include "access/world.hpp"

#include <algorithm>

#include "access/world.sql.hpp"
#include "family/store/links.hpp"
#include "foundation/text.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/cookies.hpp"
#include "platform/database/search_words.hpp"
#include "platform/sha256.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::testing {
namespace {

const Date today = date(2026, 11, 23);
const UserId officer{Id::from_words("Priya Raman")};

/// Everything the statements of one child may name; each takes what it needs.
class Facts {
public:
    Facts& with(std::string_view name, const Binding& value)
    {
        Binding copy = value;
        copy.name = name;
        std::erase_if(all_, [&](const Binding& one) { return one.name == name; });
        all_.push_back(std::move(copy));
        return *this;
    }
    template <class T>
    Facts& set(std::string_view name, const T& value) { return with(name, Binding{name, value}); }

    void put(Transaction& tx, const Statement& statement) const
    {
        Bindings named;
        for (const Binding& one : all_)
            if (std::ranges::find(statement.parameters, one.name) != statement.parameters.end()) named.push_back(one);
        tx.run(statement, named);
    }

private:
    Bindings all_;
};

OrganisationId organisation(std::string_view name) { return {Id::from_words(name)}; }

/// Where a child belongs, and from when to when those places have a reason to see them; no dates: never.
struct Plan {
    std::string_view name;
    std::string_view word;                // the mark and all ids are made of it
    std::string_view school, provider, agency;
    std::optional<DateRange> reason, sen, care;
    std::string_view pupil_id_of = {};    // another child's: of the other authority, under the same id
};

constexpr std::string_view millbrook = "Millbrook Academy", fairholme = "Fairholme High School", northgate = "Northgate School",
                           trust = "Lantern Learning Trust", greenways = "Greenways Farm", otherways = "Otherways Garage",
                           health = "Harrowdale Health", police = "Harrowdale Youth Justice";

std::vector<Plan> plans()
{
    const DateRange from_today{today, std::nullopt}, to_today{date(2026, 9, 1), today}, to_yesterday{date(2026, 9, 1), today - Days{1}},
        last_year{date(2025, 9, 1), date(2025, 12, 19)}, from_tomorrow{today + Days{1}, std::nullopt}, open{date(2026, 9, 1), std::nullopt};
    return {
        {"whose reason begins today", "firstday", millbrook, greenways, health, from_today, from_today, from_today},
        {"whose reason ends today", "lastday", millbrook, greenways, health, to_today, to_today, to_today},
        {"whose reason ended yesterday", "yesterday", millbrook, greenways, health, to_yesterday, to_yesterday, to_yesterday},
        {"whose reason ended last year", "lastyear", millbrook, greenways, health, last_year, last_year, last_year},
        {"whose reason begins tomorrow", "tomorrow", millbrook, greenways, health, from_tomorrow, from_tomorrow, from_tomorrow},
        {"of other organisations", "elsewhere", northgate, otherways, police, open, {}, {}},
        {"of a sister school", "sister", fairholme, otherways, police, open, {}, {}},
        {"of a sister school until yesterday", "sisteronce", fairholme, otherways, police, to_yesterday, {}, {}},
        {"of a sister school from tomorrow", "sistersoon", fairholme, otherways, police, from_tomorrow, {}, {}},
        {"of a part of the organisation", "part", "Millbrook Nursery", "Greenways Town Garden", "Harrowdale Outreach", open, {}, {}},
        {"with an education, health and care plan", "withplan", northgate, otherways, police, {}, open, {}},
        {"looked after", "lookedafter", northgate, otherways, police, {}, {}, open},
        {"whom nobody has a reason to see", "noreason", northgate, otherways, police, {}, {}, {}},
    };
}

void add_place(Transaction& tx, std::string_view name, std::string_view kind, std::optional<OrganisationId> parent = {})
{
    Facts{}.set("id", organisation(name)).set("kind", kind).set("name", name).set("parent", parent).put(tx, sql::plant_organisation);
}

/// The organisations of an authority, under the same ids in each: an id is unique within an authority only.
void add_places(Transaction& tx)
{
    add_place(tx, "Harrowdale Council", "authority_team");
    add_place(tx, trust, "trust");
    for (const auto name : {millbrook, fairholme}) add_place(tx, name, "school", organisation(trust));
    add_place(tx, northgate, "school");
    for (const auto name : {health, police}) add_place(tx, name, "agency");
    Facts{}.put(tx, sql::plant_category);
    add_place(tx, "Millbrook Nursery", "school", organisation(millbrook));
    add_place(tx, "Harrowdale Outreach", "agency", organisation(health));
    for (const std::string_view name : {greenways, otherways, std::string_view{"Greenways Town Garden"}}) {
        add_place(tx, name, "provider", name == "Greenways Town Garden" ? std::optional{organisation(greenways)} : std::nullopt);
        const auto made_of = [&](std::string_view what) { return Id::from_words(std::string{name} + " " + std::string{what}); };
        Facts facts;
        facts.set("provider", organisation(name)).set("site", made_of("site")).set("programme", made_of("programme"));
        facts.set("compliance_document", made_of("insurance")).set("document", std::optional<Id>{});
        for (const auto* statement : {&sql::plant_provider, &sql::plant_site, &sql::plant_programme, &sql::plant_compliance_document})
            facts.put(tx, *statement);
    }
}

PlantedChild named(const Plan& plan)
{
    const auto id = Id::from_words("pupil of " + std::string{plan.pupil_id_of.empty() ? plan.word : plan.pupil_id_of});
    PlantedChild child{.name = std::string{plan.name}, .id = id, .mark = "Zq" + std::string{plan.word} + "x", .in_paths = {}};
    for (const auto what : {"referral", "decision", "offer", "placement", "review", "exclusion", "fact", "reason", "item", "task", "document", "request", "note", "contact"})
        child.in_paths[what] = Id::from_words(std::string{what} + " of " + std::string{plan.word}).text();
    child.in_paths["family"] = "link-to-" + std::string{plan.word};
    child.in_paths["open_referral"] = Id::from_words("open referral of " + std::string{plan.word}).text();
    child.in_paths["pupil"] = "QZ-" + std::string{plan.word};
    return child;
}

Id planted_id(const Plan& plan, std::string_view what) { return Id::from_words(std::string{what} + " of " + std::string{plan.word}); }

Facts facts_of(const Plan& plan, const PlantedChild& child, int position)
{
    Facts facts;
    for (const auto what : {"enrolment", "contact", "voice", "question", "triage", "letter", "slot", "confirmation", "absence", "goal", "reading",
                            "referral", "decision", "offer", "placement", "review", "exclusion", "fact", "reason", "item", "document", "request", "hold", "extension", "conflict",
                            "note", "restriction"})
        facts.set(what, planted_id(plan, what));
    facts.set("pupil", child.id).set("reference", child.in_paths.at("pupil")).set("mark", child.mark).set("searched", folded_for_search(child.mark)).set("sha256", sha256_hex(child.mark)).set("file", Blob{child.mark});
    facts.set("referral_reference", "R-" + child.mark).set("school", organisation(plan.school)).set("provider", organisation(plan.provider));
    facts.set("programme", Id::from_words(std::string{plan.provider} + " programme")).set("user", officer).set("position", position);
    facts.set("council", organisation("Harrowdale Council")).set("secret", child.secret());
    facts.set("meeting", Id::from_words("meeting")).set("member", Id::from_words("member")).set("state", std::string_view{"decided"}).set("decided_on", std::optional{date(2026, 11, 9)});
    facts.set("from", date(2023, 9, 1)).set("to", std::optional<Date>{}).set("kind", std::string_view{"child_in_need"});
    return facts;
}

/// Each organisation of the plan, and the team, has a task about the child: tasks stay when a reason ends.
void add_tasks(Transaction& tx, const Plan& plan, Facts facts)
{
    for (const std::string_view place : {std::string_view{"Harrowdale Council"}, millbrook, trust, greenways, health}) {
        const bool is_own = place == plan.school || place == plan.provider || place == plan.agency;
        facts.set("id", is_own && place == plan.school ? planted_id(plan, "task") : planted_id(plan, "task for " + std::string{place}));
        facts.set("title", "Look again at Zq" + std::string{plan.word} + "x").set("organisation", organisation(place));
        facts.put(tx, sql::plant_task);
    }
}

void add_relations(Transaction& tx, const Plan& plan, Facts facts)
{
    const auto over = [&](const DateRange& days) -> Facts& { return facts.set("from", days.from).set("to", days.to); };
    if (plan.reason)
        for (const auto& [place, kind] : {std::pair{plan.school, "enrolled"}, {plan.provider, "placed"}, {plan.agency, "working_with"}})
            over(*plan.reason).set("id", planted_id(plan, kind)).set("kind", std::string_view{kind}).set("organisation", organisation(place))
                .put(tx, sql::plant_reason);
    // A child without support has a record that says so, and another circumstance than care: neither opens anything.
    over(plan.sen.value_or(DateRange{date(2023, 9, 1), {}})).set("id", planted_id(plan, "sen record"))
        .set("provision", std::string_view{plan.sen ? "ehcp" : "none"}).put(tx, sql::plant_sen_record);
    over(plan.care.value_or(DateRange{date(2023, 9, 1), {}})).set("id", planted_id(plan, "circumstance"))
        .set("kind", std::string_view{plan.care ? "looked_after" : "child_in_need"}).put(tx, sql::plant_circumstance);
}

/// One of every kind of record.
void add_records(Transaction& tx, const Plan& plan, Facts facts)
{
    using namespace sql;
    for (const auto* statement : {&plant_enrolment, &plant_contact, &plant_exclusion, &plant_referral, &plant_voice, &plant_referral_question,
                                  &plant_triage, &plant_referral_reason, &plant_referral_section, &plant_set_aside, &plant_agenda_item, &plant_conflict, &plant_decision, &plant_letter, &plant_offer, &plant_offer_session, &plant_placement, &plant_extension, &plant_slot,
                                  &plant_confirmation, &plant_month, &plant_goal, &plant_reading, &plant_review, &plant_fact,
                                  &plant_lawful_reason, &plant_request, &plant_hold, &plant_document_content, &plant_document, &plant_note, &plant_note_reader, &plant_contact_restriction})
        facts.put(tx, *statement);
    for (const Date day : {today - Days{3}, today}) facts.set("day", day).set("revision", 1).put(tx, plant_expected);
    for (const Date day : {today - Days{3}, today}) facts.set("day", day).put(tx, plant_mark);
    facts.set("day", today).put(tx, plant_absence_contact);
    add_tasks(tx, plan, facts);
}

/// A second referral, still open: the pages before a decision have one to show.
void add_open_referral(Transaction& tx, const Plan& plan, Facts facts)
{
    facts.set("referral", planted_id(plan, "open referral")).set("referral_reference", "S-Zq" + std::string{plan.word} + "x");
    facts.set("state", std::string_view{"draft"}).set("decided_on", std::optional<Date>{}).put(tx, sql::plant_referral);
    const std::string content = R"([["needs","Zq)" + std::string{plan.word} + R"(x"]])";
    facts.set("form_key", "referral-" + planted_id(plan, "open referral").text()).set("content", content).put(tx, sql::plant_draft);
}

void add_desk(Transaction& tx)
{
    Facts facts;
    facts.set("panel", Id::from_words("panel")).set("meeting", Id::from_words("meeting")).set("member", Id::from_words("member")).set("user", officer);
    facts.set("half_term", Id::from_words("half term")).set("closure", Id::from_words("closure")).set("import", Id::from_words("import"));
    facts.set("whose", std::optional{organisation(millbrook)});
    for (const auto* statement : {&sql::plant_panel, &sql::plant_meeting, &sql::plant_panel_member, &sql::plant_present, &sql::plant_term,
                                  &sql::plant_closure, &sql::plant_import})
        facts.put(tx, *statement);
    facts.set("half_term", Id::from_words("authority's half term")).set("whose", std::optional<OrganisationId>{}).put(tx, sql::plant_term);
}

std::string_view works_at(Role role)
{
    switch (role) {
    case Role::school_lead:
    case Role::school_attendance: return millbrook;
    case Role::trust_lead: return trust;
    case Role::provider_manager:
    case Role::provider_tutor: return greenways;
    case Role::agency_worker:
    case Role::panel_member: return health;
    case Role::commissioner:
    case Role::panel_clerk:
    case Role::panel_chair:
    case Role::qa_officer:
    case Role::finance_officer:
    case Role::sen_caseworker:
    case Role::virtual_school:
    case Role::director:
    case Role::inspector:
    case Role::administrator: return "Harrowdale Council";
    }
    return {};
}

UserId user_of(std::string_view visitor) { return {Id::from_words("visitor " + std::string{visitor})}; }

/// Somebody whose membership runs over those days, with a sign-in of this morning.
Visitor let_in(Transaction& tx, std::string name, Role role, DateRange days, bool active = true)
{
    Visitor visitor{.name = std::move(name), .role = role, .token = {}, .mark = {}, .form_token = {}, .user = {},
                    .organisation = organisation(works_at(role))};
    visitor.user = user_of(visitor.name);
    const people::MembershipId membership{Id::from_words("membership of " + visitor.user.text())};
    Facts facts;
    facts.set("user", visitor.user).set("name", visitor.name).set("email", visitor.user.text() + "@harrowdale.example").set("active", active);
    facts.set("membership", membership).set("organisation", organisation(works_at(role))).set("role", role).set("from", days.from).set("to", days.to);
    facts.put(tx, sql::plant_user);
    facts.put(tx, sql::plant_membership);
    visitor.token = people::start_sign_in(tx, visitor.user, membership, "192.0.2.10");
    if (const auto found = people::sign_in_by_token(tx, visitor.token)) visitor.form_token = found->csrf_token;
    return visitor;
}

void do_in(Context& context, const std::function<void(Transaction&)>& work)
{
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    });
    expects(done.has_value());
}

/// Each child’s contact has a link that nobody has opened; some are opened, each by a browser of its own.
void add_family_link(Transaction& tx, const PlantedChild& child)
{
    family::insert_link(tx, {.id = {Id::from_words("link of " + child.mark)}, .pupil = {child.id}, .contact = *Id::parse(child.in_paths.at("contact")),
                             .token = child.in_paths.at("family"), .message = {}, .made_by = family::MadeBy::sender});
}

Visitor open_family_link(Transaction& tx, const PlantedChild& child)
{
    Visitor reader{.name = "the family of the child " + child.name, .role = {}, .token = {}, .mark = {}, .form_token = {}, .user = {}, .organisation = {}};
    reader.family_of = child.name;
    reader.family_link = child.in_paths.at("family");
    reader.family_secret = family::open_link(tx, {Id::from_words("link of " + child.mark)}).value_or("");
    return reader;
}

/// The other authority: a child of its own whose pupil id is that of a child near to everybody here; and, under the ids of children
/// here whom nobody may see, children whom everybody there may.
PlantedChild add_other_authority(Transaction& tx)
{
    const DateRange open{date(2026, 9, 1), std::nullopt};
    Facts{}.set("user", officer).set("name", "Sam Reed").set("email", "sam.reed@ellerby.example").set("active", true).put(tx, sql::plant_user);
    add_places(tx);
    add_desk(tx);
    const Plan own{"of another authority", "otherarea", millbrook, greenways, health, open, open, open, "firstday"};
    PlantedChild child = named(own);
    child.is_of_other_authority = true;
    const Facts facts = facts_of(own, child, 1);
    facts.put(tx, sql::plant_pupil);
    add_relations(tx, own, facts);
    add_records(tx, own, facts);
    add_family_link(tx, child);
    for (const auto word : {"noreason", "elsewhere", "yesterday"}) {
        const Plan twin{"twin", word, millbrook, greenways, health, open, open, open};
        PlantedChild there = named(twin);
        there.mark = child.mark;
        Facts of_twin = facts_of(twin, there, 1);
        of_twin.put(tx, sql::plant_pupil);
        add_relations(tx, twin, of_twin);
    }
    // Referrals under the ids of referrals here, each about the other child: the one whom all see, and the one whom nobody has to do with.
    for (const auto& [word, about] : {std::pair{"firstday", "noreason"}, {"noreason", "firstday"}}) {
        const Plan swapped{"twin", word, millbrook, greenways, health, {}, {}, {}, about};
        PlantedChild there = named(swapped);
        there.mark = child.mark + "-" + word;
        facts_of(swapped, there, 1).put(tx, sql::plant_referral);
    }
    // A closed account is open there, and an ended membership goes on.
    Facts open_there;
    for (const auto* name : {"a commissioner whose account is closed", "a commissioner whose membership ended yesterday"}) {
        const UserId user = user_of(name);
        open_there.set("user", user).set("name", name).set("email", user.text() + "@ellerby.example").set("active", true).put(tx, sql::plant_user);
        open_there.set("membership", Id::from_words("membership of " + user.text())).set("organisation", organisation("Harrowdale Council"));
        open_there.set("role", Role::commissioner).set("from", date(2026, 9, 1)).set("to", std::optional<Date>{}).put(tx, sql::plant_membership);
    }
    return child;
}

}  // namespace

std::string PlantedChild::secret() const { return "Only readers know of " + mark; }

std::vector<std::string> PlantedChild::signs() const
{
    std::vector<std::string> found{mark};
    for (const auto& [parameter, value] : in_paths) found.push_back(value);
    return found;
}

TwoAuthorities::TwoAuthorities(World& opened) : world{opened}
{
    Context elsewhere = world.of_authority("991");
    elsewhere.who.user = officer;
    do_in(elsewhere, [&](Transaction& tx) {
        children.push_back(add_other_authority(tx));  // first, so that a question that forgot the authority meets its rows first
        strangers.push_back(let_in(tx, "a commissioner of another authority", Role::commissioner, {date(2026, 9, 2), {}}));
    });
    do_in(world.context, [&](Transaction& tx) {
        add_places(tx);
        add_desk(tx);
        int position = 0;
        for (const Plan& plan : plans()) {
            const PlantedChild& child = children.emplace_back(named(plan));
            const Facts facts = facts_of(plan, child, ++position);
            facts.put(tx, sql::plant_pupil);
            add_relations(tx, plan, facts);
            add_records(tx, plan, facts);
            add_open_referral(tx, plan, facts);
            add_family_link(tx, child);
        }
        Facts{}.set("document", Id::from_words("document about no child")).set("sha256", sha256_hex(children.back().mark))
            .set("provider", organisation(greenways)).put(tx, sql::plant_document_of_provider);
        const DateRange now{date(2026, 9, 1), std::nullopt};
        for (const Role role : enum_values<Role>())  // an inspector on their last day, since none is let in without one
            visitors.push_back(let_in(tx, "a " + std::string{enum_text(role)}, role, role == Role::inspector ? DateRange{now.from, today} : now));
        visitors.push_back(let_in(tx, "a commissioner on their first day", Role::commissioner, {today, {}}));
        visitors.push_back(let_in(tx, "a commissioner on their last day", Role::commissioner, {date(2025, 9, 1), today}));
        strangers.push_back({.name = "somebody who never signed in", .role = {}, .token = {}, .mark = {}, .form_token = {}, .user = {}, .organisation = {}});
        strangers.push_back(let_in(tx, "a commissioner whose membership ended yesterday", Role::commissioner, {date(2025, 9, 1), today - Days{1}}));
        strangers.push_back(let_in(tx, "a commissioner whose membership begins tomorrow", Role::commissioner, {today + Days{1}, {}}));
        strangers.push_back(let_in(tx, "an inspector whose inspection ended yesterday", Role::inspector, {date(2025, 9, 1), today - Days{1}}));
        strangers.push_back(let_in(tx, "a commissioner whose account is closed", Role::commissioner, {date(2024, 9, 1), {}}, false));
        strangers.push_back(let_in(tx, "a commissioner who signed out", Role::commissioner, {date(2024, 9, 2), {}}));
        people::end_sign_in(tx, strangers.back().token);
        for (const auto* name : {"whose reason begins today", "whom nobody has a reason to see"}) strangers.push_back(open_family_link(tx, child(name)));
    });
    // A record opened in an emergency two days ago and shut yesterday, here and there under the same id: it opens nothing.
    for (const auto name : {"of another authority", "of other organisations"}) {
        const PlantedChild& whose = child(name);
        Context there = world.of_authority(whose.is_of_other_authority ? "991" : "990");
        do_in(there, [&](Transaction& tx) {
            const Instant ended = world.context.now - std::chrono::hours{24};
            plant_emergency(tx, {.id = Id::from_words("emergency"), .child = whose, .user = whose.is_of_other_authority ? officer : visitor(Role::provider_tutor).user,
                                 .organisation = organisation(greenways), .role = Role::provider_tutor, .opened = ended - std::chrono::hours{24}, .ends = ended});
        });
    }
    {
        const auto connection = world.database.lease(true);
        connection->begin(true, world.context.authority);
        fill_word_indexes(*connection, world.database.engine());
        connection->commit();
    }
    Context long_ago{world.database, world.context.authority, today, world.context.now - std::chrono::hours{48}};
    do_in(long_ago, [&](Transaction& tx) {
        strangers.push_back(let_in(tx, "a commissioner whose sign-in grew too old", Role::commissioner, {date(2024, 9, 3), {}}));
    });
    for (Visitor& stranger : strangers) {
        stranger.role = std::nullopt;
        stranger.mark = "mark-of-a-browser";
        stranger.form_token = access::visitor_csrf_token(stranger.mark);
    }
    std::ranges::rotate(children, std::ranges::next(children.begin()));
    const auto id = [](std::string_view words) { return Id::from_words(words).text(); };
    in_paths = {{"provider", id(greenways)}, {"setting", id(greenways)}, {"year_group", "all"}, {"site", id("Greenways Farm site")}, {"programme", id("Greenways Farm programme")},
                {"compliance_document", id("Greenways Farm insurance")}, {"calendar", id(millbrook)}, {"half_term", id("half term")},
                {"import", id("import")}, {"meeting", id("meeting")}, {"panel", id("panel")}, {"member", id("member")}, {"day", iso(today)},
                {"session", "am"}, {"section", "needs"}, {"to", "family"}, {"form", "referral-new"}, {"question", "1"}, {"number", "R6"},
                {"name", "offer_answer_days"}, {"link", "a-link-that-nobody-made"}, {"identity_provider", "council"}, {"identity", id("identity")}, {"token", id("a token that nobody made")},
                {"emergency_access", id("emergency")}, {"user", user_of("a commissioner whose account is closed").text()},
                {"membership", id("membership of " + user_of("a commissioner whose account is closed").text())}};
}

void plant_emergency(Transaction& tx, const PlantedEmergency& emergency)
{
    Facts facts;
    facts.set("emergency", emergency.id).set("pupil", emergency.child.id).set("user", emergency.user).set("organisation", emergency.organisation);
    facts.set("role", emergency.role).set("mark", emergency.child.mark + " is in danger").set("opened", emergency.opened).set("ends", emergency.ends);
    facts.put(tx, sql::plant_emergency);
}

std::int64_t TwoAuthorities::note_looks() const
{
    return world.context.read([](Transaction& tx) { return tx.number(sql::count_note_looks, {}); });
}

std::int64_t TwoAuthorities::emergency_looks(const PlantedChild& child) const
{
    return world.context.read([&](Transaction& tx) { return tx.number(sql::count_emergency_looks, {{"pupil", child.id}}); });
}

const PlantedChild& TwoAuthorities::child(std::string_view name) const
{
    const auto found = std::ranges::find(children, name, &PlantedChild::name);
    expects(found != children.end());
    return *found;
}

const Visitor& TwoAuthorities::visitor(Role role) const
{
    const auto found = std::ranges::find(visitors, std::optional{role}, &Visitor::role);
    expects(found != visitors.end());
    return *found;
}

std::int64_t TwoAuthorities::looks() const
{
    return world.context.read([](Transaction& tx) { return tx.number(sql::count_looks, {}); });
}

std::int64_t TwoAuthorities::changes_of(const PlantedChild& child) const
{
    Context there = world.of_authority(child.is_of_other_authority ? "991" : "990");
    return there.read([&](Transaction& tx) { return tx.number(sql::count_events_about, {{"pupil", child.id}}); });
}

}  // namespace waymark::testing
