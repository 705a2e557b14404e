// What it costs to ask who may see a page and to note who saw it, beside what the page itself costs: the same pages, the same run.
//   bench/access_cost [ROUNDS]        builds this and runs it on a fresh Harrowdale
// Each round asks for each page twice: whole, through the edge; and only through its door: sign-in looked up, permission and
// relationship asked, the look written to the view log and on the disk. The page alone is the difference.
#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/edge.hpp"
#include "app/pupil_pages.hpp"
#include "app/routes.hpp"
#include "foundation/json.hpp"
#include "platform/database/database.hpp"
#include "platform/http/url.hpp"
#include "platform/log/log.hpp"

using namespace waymark;

namespace {

constexpr double share_most = 0.15;

std::string between(std::string_view text, std::string_view before, std::string_view after)
{
    const auto at = text.find(before);
    if (at == std::string_view::npos) throw std::runtime_error{fmt::format("“{}” is not on the page", before)};
    const auto from = at + before.size();
    return std::string{text.substr(from, text.find(after, from) - from)};
}

/// Somebody of the made-up area, signed in.
class Person {
public:
    Person(const app::Edge& edge, std::string_view name) : edge_{edge}
    {
        const auto door = ask(Method::get, "/sign-in").body;
        const auto before = std::string_view{door}.substr(0, door.find(fmt::format("Sign in as {}", name)));
        const auto form = before.substr(before.rfind("<form"));
        std::string body;
        for (std::size_t at = 0; (at = form.find("type=\"hidden\"", at)) != std::string_view::npos; ++at) {
            const auto input = form.substr(form.rfind('<', at), form.find('>', at) - form.rfind('<', at));
            body += fmt::format("&{}={}", between(input, "name=\"", "\""), percent_encoded(between(input, "value=\"", "\"")));
        }
        if (ask(Method::post, between(form, "action=\"", "\""), body.substr(1)).status != 303) throw std::runtime_error{fmt::format("{} could not sign in", name)};
    }

    [[nodiscard]] Request request(Method method, std::string target, std::string body = {}) const
    {
        Request request;
        request.method = method;
        request.target = std::move(target);
        request.reference = "BENCH-01";
        request.remote_address = "127.0.0.1";
        request.headers = {{"Cookie", cookies_}, {"Accept", "text/html"}, {"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = std::move(body);
        return request;
    }

    Response ask(Method method, std::string target, std::string body = {})
    {
        auto response = edge_.answer(request(method, std::move(target), std::move(body)));
        for (const auto& [header, value] : response.headers)
            if (header == "Set-Cookie") cookies_ += value.substr(0, value.find(';')) + "; ";
        return response;
    }

private:
    const app::Edge& edge_;
    std::string cookies_;
};

template <class F>
double milliseconds(F&& work)
{
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> all)
{
    std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
    return all[all.size() / 2];
}

/// The request as far as its door, and no further.
void through_the_door(const app::Edge& edge, Request request)
{
    const std::string received = request.target;
    if (!request.read_target(received)) throw std::logic_error{"a target of our own is wrong"};
    const auto match = edge.router().find(request.method, request.segments);
    request.path_values = match.path_values;
    Context context = edge.make_context();
    const auto visitor = app::recognise(request, context);
    if (const auto passed = app::guard(*match.route, request, context, visitor); !passed || *passed) throw std::runtime_error{"the door of " + received + " is closed"};
}

}  // namespace

int main(int count, char** given)
try {
    if (count < 2) throw std::runtime_error{"give the database, and how many rounds"};
    const int rounds = count > 2 ? std::stoi(given[2]) : 200;
    log_requests(false);
    app::join_pupil_pages();
    const auto database = open_database(given[1]);
    const app::Edge edge{*database, app::all_routes(), {.authority = "990", .demonstration = true, .today = date(2026, 11, 23), .clock = {}}};
    Person priya{edge, "Priya Raman"};
    const auto child = "/pupils/" + between(priya.ask(Method::get, "/work").body + priya.ask(Method::get, "/pupils").body, "href=\"/pupils/", "\"");
    fmt::print("| page | whole, ms | door, ms | page alone, ms | door / page alone |\n|---|--:|--:|--:|--:|\n");
    bool is_within = true;
    for (const std::string& page : {child, child + "/timeline", child + "/people", child + "/attendance", child + "/clocks", std::string{"/pupils"}, std::string{"/work"}}) {
        std::vector<double> whole, door;
        for (int round = 0; round < rounds; ++round) {
            whole.push_back(milliseconds([&] { (void)edge.answer(priya.request(Method::get, page)); }));
            door.push_back(milliseconds([&] { through_the_door(edge, priya.request(Method::get, page)); }));
        }
        const double all = median(whole), passing = median(door), alone = all - passing;
        is_within = is_within && passing <= share_most * alone;
        fmt::print("| {} | {:.2f} | {:.2f} | {:.2f} | {:.0f}% |\n", page == "/pupils" || page == "/work" ? page : "/pupils/{pupil}" + page.substr(child.size()), all, passing, alone,
                   100 * passing / alone);
    }
    fmt::print("\n{} rounds, medians. {}\n", rounds, is_within ? "Each door costs less than 15% of its page." : "Some door costs more than 15% of its page.");
    return 0;
} catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
}
