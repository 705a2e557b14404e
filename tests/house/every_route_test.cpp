// Every route of the house over a whole made-up area: no link leads nowhere, each look at a child's record is in the log,
// each change is in the trail, and nonsense is refused in words by all of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <ranges>
#include <regex>
#include <set>

#include <fmt/format.h>

#include "app/edge.hpp"
#include "app/pupil_pages.hpp"
#include "app/reactions.hpp"
#include "app/routes.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "harrowdale/build.hpp"
#include "harrowdale/cast.hpp"
#include "platform/http/url.hpp"
#include "platform/log/log.hpp"
#include "support/engines.hpp"
#include "ui/ui.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Date today = date(2026, 11, 23);

constexpr std::string_view of_authority[] = {"authority"};
constexpr Statement count_views{"test.views", "select count(*) as count from view_log where authority_id = ?1",
                                "select count(*) as count from view_log where authority_id = $1", of_authority};
constexpr Statement count_events{"test.events", "select count(*) as count from event where authority_id = ?1",
                                 "select count(*) as count from event where authority_id = $1", of_authority};

/// Harrowdale, small, on a Monday morning.
Database& made(Database& database)
{
    migrate(database);
    harrowdale::Options options;
    options.pupils = 160;
    options.today = today;
    options.reactions = app::reactions();
    harrowdale::build(database, options);
    log_requests(false);
    app::join_pupil_pages();
    log_to([](std::string_view) {});
    return database;
}

/// The area, with a server before it that has these routes.
struct Town {
    Town(Database& database, std::vector<Route> routes)
        : context{database, std::string{harrowdale::authority_code}, today, uk_instant(today, 10, 15)},
          edge{database, std::move(routes), {.authority = std::string{harrowdale::authority_code}, .demonstration = true, .today = today, .clock = [] { return uk_instant(today, 10, 15); }}}
    {
    }
    std::int64_t count(const Statement& of) { return context.read([&](Transaction& tx) { return tx.number(of, {}); }); }

    Context context;
    app::Edge edge;
};

std::string decoded(std::string text)
{
    for (const auto& [from, to] : {std::pair{"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += std::string_view{to}.size()) text.replace(at, std::string_view{from}.size(), to);
    return text;
}

std::string attribute(const std::string& tag, const std::string& name)
{
    const std::string mark = " " + name + "=\"";
    const auto at = tag.find(mark);
    if (at == std::string::npos) return {};
    const auto from = at + mark.size();
    return decoded(tag.substr(from, tag.find('"', from) - from));
}

/// A form as it stands on a page, with what the page filled in.
struct ShownForm {
    std::string action, method;
    std::vector<std::pair<std::string, std::string>> fields;
};

std::vector<ShownForm> forms_of(const std::string& page, const std::string& address)
{
    static const std::regex tag{R"(<(form|/form|input|button|select|option|textarea)\b[^>]*>)"};
    std::vector<ShownForm> forms;
    bool inside = false;
    std::string select;
    for (std::sregex_iterator found{page.begin(), page.end(), tag}, end; found != end; ++found) {
        const std::string whole = found->str(), name = (*found)[1];
        if (name == "form") {
            inside = true;
            const auto action = attribute(whole, "action");
            forms.push_back({action.empty() ? address.substr(0, address.find('?')) : action, attribute(whole, "method"), {}});
        } else if (name == "/form") {
            inside = false;
        } else if (inside && name == "select") {
            select = attribute(whole, "name");
            forms.back().fields.emplace_back(select, "");
        } else if (inside && name == "option") {
            if (whole.contains(" selected") || forms.back().fields.back().second.empty()) forms.back().fields.back() = {select, attribute(whole, "value")};
        } else if (inside) {
            const auto field = attribute(whole, "name");
            const auto kind = attribute(whole, "type");
            const bool is_choice = kind == "radio" || kind == "checkbox";
            const bool known = std::ranges::find(forms.back().fields, field, &std::pair<std::string, std::string>::first) != forms.back().fields.end();
            if (!field.empty() && (!is_choice || whole.contains(" checked") || !known)) forms.back().fields.emplace_back(field, attribute(whole, "value"));
        }
    }
    return forms;
}

std::string encoded(const std::vector<std::pair<std::string, std::string>>& fields)
{
    std::string body;
    for (const auto& [name, value] : fields) body += (body.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    return body;
}

/// Somebody at a browser.
class Person {
public:
    Person(Town& town, const ShownForm& sign_in) : town_{&town}
    {
        get("/sign-in");
        auto fields = sign_in.fields;
        std::erase_if(fields, [](const auto& field) { return field.first == "csrf_token"; });
        fields.emplace_back("csrf_token", token_);
        const auto answer = post(sign_in.action, encoded(fields));
        REQUIRE(answer.status == 303);
        start = std::string{answer.header("Location")};
        const auto account = get("/account").body;
        std::smatch words;
        if (std::regex_search(account, words, std::regex{R"(<dd[^>]*>\s*([^<]+))"})) name = words[1];
    }
    Response get(const std::string& address) { return send(Method::get, address, {}); }
    Response post(const std::string& address, std::string body) { return send(Method::post, address, std::move(body)); }
    [[nodiscard]] const std::string& token() const { return token_; }
    std::string start, name;

private:
    Response send(Method method, const std::string& address, std::string body)
    {
        Request request;
        request.method = method;
        request.target = address;
        request.reference = "TEST-01";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Cookie", cookies_}, {"Accept", address.starts_with("/api/") ? "application/json" : "text/html"},
                           {"Content-Type", "application/x-www-form-urlencoded"}, {"Referer", "http://localhost/help"}};
        request.body = std::move(body);
        auto response = town_->edge.answer(std::move(request));
        for (const auto& [header, value] : response.headers)
            if (header == "Set-Cookie") cookies_ += value.substr(0, value.find(';')) + "; ";
        const std::string mark = "name=\"csrf_token\" value=\"";
        if (const auto at = response.body.find(mark); at != std::string::npos)
            token_ = response.body.substr(at + mark.size(), response.body.find('"', at + mark.size()) - at - mark.size());
        return response;
    }
    Town* town_;
    std::string cookies_, token_;
};

const Route* route_of(const Town& town, Method method, const std::string& address)
{
    Request request;
    request.method = method;
    if (!request.read_target(address)) return nullptr;
    return town.edge.router().find(method, request.segments).route;
}

std::set<std::string> links_of(const std::string& page)
{
    static const std::regex link{R"re( href="(/[^"#]*))re"};
    std::set<std::string> found;
    for (std::sregex_iterator each{page.begin(), page.end(), link}, end; each != end; ++each) found.insert(decoded((*each)[1]));
    return found;
}

std::vector<ShownForm> ways_to_sign_in(Town& town)
{
    Request request;
    request.target = "/sign-in";
    request.headers = {{"Accept", "text/html"}};
    auto forms = forms_of(town.edge.answer(std::move(request)).body, "/sign-in");
    std::erase_if(forms, [](const ShownForm& form) { return form.action != "/sign-in/as"; });
    return forms;
}

/// Pages that show single children's records without naming one in their path: they say in their own code whom one sees.
bool shows_records(std::string_view path)
{
    static const std::set<std::string_view> paths{"/meetings/{meeting}/papers", "/meetings/{meeting}/run", "/registers/{day}/{session}",
                                                  "/registers/{day}/{session}/blank", "/registers/{day}/{session}/correct", "/api/v1/registers/{day}/{session}"};
    return paths.contains(path);
}

bool is_export(std::string_view path) { return path.ends_with("/export.csv"); }

struct Seen {
    std::map<std::string, std::vector<std::pair<Person*, ShownForm>>> forms;  // by the route that takes them
    std::set<std::string_view> pages;                                        // patterns that answered 200
    std::vector<std::string> faults;                                         // what no page may do, with who saw it where

    void expect(bool holds, std::string_view otherwise, std::string_view where)
    {
        if (!holds) faults.push_back(fmt::format("{}: {}", otherwise, where));
    }
};

/// Follows what this person's pages link to, a few of each pattern, and holds each page to what is promised.
void walk(Town& town, Person& person, const std::string& start, Seen& seen)
{
    constexpr int visits_most = 2;
    struct Link {
        std::string_view from;  // the pattern of the page it stands on
        std::string to;
    };
    std::deque<Link> waiting{{"the start", start}};
    std::set<std::pair<std::string_view, std::string_view>> followed;  // from each kind of page to each kind at least once
    std::set<std::string> done, sent_empty;  // a search sent as it stands may be refused in words
    std::map<std::string_view, int> visits;
    while (!waiting.empty()) {
        const auto [from, address] = waiting.front();
        waiting.pop_front();
        if (address.starts_with("/assets/") || done.contains(address)) continue;
        const Route* route = route_of(town, Method::get, address);
        const std::string where = fmt::format("{} from {}, as {}", address, from, person.name);
        seen.expect(route != nullptr, "a link leads to no route", where);
        if (route == nullptr) continue;
        if (++visits[route->path] > visits_most && !followed.emplace(from, route->path).second) continue;
        followed.emplace(from, route->path);
        done.insert(address);
        const auto views = town.count(count_views), events = town.count(count_events);
        const auto page = person.get(address);
        seen.expect(page.status < 400 || (page.status == 422 && sent_empty.contains(address)), "a link leads to an error", where);
        if (page.status == 200) {
            seen.pages.insert(route->path);
            const bool is_look = route->subject != Subject::none || (shows_records(route->path) && page.body.contains("/pupils/"));
            seen.expect(!is_look || town.count(count_views) > views, "a look at a record is not logged", where);
            seen.expect(!is_export(route->path) || town.count(count_events) > events, "an export is not in the trail", where);
        }
        if (const auto location = page.header("Location"); location.starts_with('/')) waiting.push_back({route->path, std::string{location}});
        for (const auto& link : links_of(page.body)) waiting.push_back({route->path, link});
        for (auto& form : forms_of(page.body, address))
            if (form.method != "post") waiting.push_back({route->path, *sent_empty.insert(form.action + "?" + encoded(form.fields)).first});
            else if (const Route* takes = route_of(town, Method::post, form.action)) {
                auto& known = seen.forms[std::string{takes->path}];
                if (known.size() < 12) known.emplace_back(&person, std::move(form));
            }
    }
}

/// Values that no form expects.
std::vector<std::string> nonsense()
{
    return {"", "\xff\xfe\x80", std::string("a\0b", 3), "'; drop table pupil; --", "<script>alert(1)</script>", "-1", "99999999999999999999",
            "2026-02-30", "00000000-0000-0000-0000-000000000000", "../../etc/passwd", "\r\nSet-Cookie: a=b", std::string(20'000, 'x')};
}

/// A path of this pattern that somebody made up.
std::string made_up_path(std::string_view pattern, std::mt19937& random)
{
    static const std::vector<std::string> parts{"00000000-0000-0000-0000-000000000000", "019aaf00-0000-7000-8000-000000000001", "7F3K-2M", "x", "2026-11-23", "am", "%00", "%27"};
    static const std::regex parameter{R"(\{[a-z_]+\})"};
    return std::regex_replace(std::string{pattern}, parameter, parts[random() % parts.size()]);
}

/// POST routes that change nothing that anybody could want to know of: looking for, signing in and staying so, keeping a
/// draft, and saying once more whether families see a provider.
bool leaves_no_trace(std::string_view path)
{
    static const std::set<std::string_view> paths{"/sign-in", "/sign-in/as", "/sign-out", "/choose-organisation", "/account/session", "/pupils/match", "/drafts/{form}", "/providers/{provider}/publish"};
    return paths.contains(path);
}

/// Pages that stand behind something to be done first: a sheet sent, a proposal made, a meeting held today, a section filled
/// in, a lawful reason recorded, a password set, which nobody in a made-up area has. The journeys from need to a good place, of the
/// law’s clocks, of an emergency and of signing in open them.
const std::set<std::string_view> behind_a_deed{"/account/authenticator/move",
                                               "/account/authenticator/off",
                                               "/account/authenticator/picture.svg",
                                               "/account/password",
                                               "/account/recovery-codes",
                                               "/admin/settings/terms/{calendar}/import/check",
                                               "/admin/tokens/{token}",
                                               "/choose-organisation",
                                               "/documents/{document}",
                                               "/emergency-access/reviews/{emergency_access}",
                                               "/f/{family}",
                                               "/f/{family}/unhappy",
                                               "/meetings/{meeting}/run",
                                               "/placements/{placement}/start",
                                               "/providers/import/{import}",
                                               "/providers/{provider}/approve",
                                               "/providers/{provider}/documents/{compliance_document}",
                                               "/pupils/new",
                                               "/pupils/{pupil}/requests/{request}",
                                               "/pupils/{pupil}/emergency",
                                               "/pupils/{pupil}/notes/{note}",
                                               "/pupils/{pupil}/clocks/reasons/{reason}/take-back",
                                               "/referrals/{referral}/check",
                                               "/referrals/{referral}/decision"};

void check_that_pages_were_reached(const Seen& seen)
{
    for (const Route& route : app::all_routes()) {
        if (route.method != Method::get || route.path.starts_with("/api/") || route.permission == Permission::anyone) continue;
        CAPTURE(route.path);
        CHECK(seen.pages.contains(route.path) != behind_a_deed.contains(route.path));
    }
}

/// Sends each form as its page filled it in. What is accepted leaves an event. Gives how many were.
int send_as_filled_in(Town& town, Seen& seen)
{
    int accepted = 0;
    for (const auto& [path, forms] : seen.forms)
        for (const auto& [person, form] : forms) {
            const auto events = town.count(count_events);
            const auto answer = person->post(form.action, encoded(form.fields));
            seen.expect(answer.status < 500, "a form is answered with a failure", path);
            seen.expect(answer.status < 400 || town.count(count_events) == events, "a refused form left an event", path);
            if (answer.status != 303 || leaves_no_trace(path)) continue;
            seen.expect(town.count(count_events) > events, "an accepted form left no event", path);
            ++accepted;
        }
    return accepted;
}

/// Sends nonsense to each route that changes something: at addresses somebody made up, and in forms that were on pages.
void send_nonsense(Town& town, std::deque<Person>& people, Seen& seen)
{
    std::mt19937 random{20261123};
    for (const Route& route : app::all_routes()) {
        if (route.method == Method::get) continue;
        const auto known = seen.forms.find(std::string{route.path});
        for (const auto& value : nonsense()) {
            const std::string where = fmt::format("{} with {}", route.path, value.substr(0, 40));
            Person& person = people[random() % people.size()];
            const auto answer = person.post(made_up_path(route.path, random), "csrf_token=" + person.token() + "&q=" + percent_encoded(value));
            seen.expect(answer.status < 500, "a form is answered with a failure", where);
            if (known == seen.forms.end()) continue;
            auto [who, form] = known->second[random() % known->second.size()];
            for (auto& field : form.fields)
                if (field.first != "csrf_token" && random() % 3 != 0) field.second = value;
            const auto events = town.count(count_events);
            const auto refused = who->post(form.action, encoded(form.fields));
            seen.expect(refused.status < 500, "a form is answered with a failure", where);
            seen.expect(refused.status < 400 || town.count(count_events) == events, "a refused form left an event", where);
        }
    }
}

/// The house with pages that do what no page may, each linked from the planted front page.
std::vector<Route> routes_with_planted_faults()
{
    constexpr auto planted = [](const Request&, Context&) -> Result<Response> {
        return html(200, ui::render([](ui::Buffer& out) {
            for (const auto* to : {"/nowhere", "/planted/failing", "/registers/2026-11-23/am"}) out.html(ui::link_html(to, "A link"));
            for (const auto* to : {"/planted/silent", "/planted/failing", "/planted/eager"})
                ui::form(out, {.action = to}, [](ui::Buffer& inner) { ui::submit_row(inner, {.text = "Send"}); });
        }).markup());
    };
    constexpr auto failing = [](const Request&, Context&) -> Result<Response> { throw DatabaseFailure{"planted"}; };
    constexpr auto unlogged = [](const Request&, Context&) -> Result<Response> { return html(200, R"(<a href="/pupils/7F3K-2M">Jordan</a>)"); };
    constexpr auto silent = [](const Request&, Context&) -> Result<Response> { return see_other("/help"); };
    constexpr auto eager = [](const Request&, Context& context) -> Result<Response> {
        TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
            return tx.record({.verb = "changed", .entity = "user", .about = context.who.user.value});
        }));
        return forbidden("planted", "It is refused, but too late.");
    };
    auto routes = app::all_routes();
    std::erase_if(routes, [](const Route& route) { return route.path == "/registers/{day}/{session}"; });
    routes.push_back({Method::get, "/planted", Permission::anyone, planted});
    routes.push_back({Method::get, "/planted/failing", Permission::anyone, failing});
    routes.push_back({Method::get, "/registers/{day}/{session}", Permission::anyone, unlogged});
    routes.push_back({Method::post, "/planted/silent", Permission::anyone, silent});
    routes.push_back({Method::post, "/planted/failing", Permission::anyone, failing});
    routes.push_back({Method::post, "/planted/eager", Permission::anyone, eager});
    return routes;
}

/// The kinds of faults found, without where.
std::string kinds(const Seen& seen)
{
    std::set<std::string> found;
    for (const auto& fault : seen.faults) found.insert(fault.substr(0, fault.find(": ")));
    return fmt::format("{}", fmt::join(found, ", "));
}

}  // namespace

TEST_CASE("each person of Harrowdale: no link leads nowhere, every look and change is on record, and nonsense is refused in words")
{
    for_each_empty_engine([](Database& database) {
        Town town{made(database), app::all_routes()};
        std::deque<Person> people;
        Seen seen;
        for (const auto& form : ways_to_sign_in(town)) {
            Person& person = people.emplace_back(town, form);
            walk(town, person, person.start, seen);
        }
        CHECK(people.size() > 20);
        check_that_pages_were_reached(seen);
        CHECK(send_as_filled_in(town, seen) > 20);
        send_nonsense(town, people, seen);
        for (const auto& fault : seen.faults) FAIL_CHECK(fault);

        Town faulty{database, routes_with_planted_faults()};
        Person visitor{faulty, ways_to_sign_in(faulty).front()};
        Seen planted;
        walk(faulty, visitor, "/planted", planted);
        send_as_filled_in(faulty, planted);
        CHECK(kinds(planted) == "a form is answered with a failure, a link leads to an error, a link leads to no route, "
                                "a look at a record is not logged, a refused form left an event, an accepted form left no event");
    });
}
