// What it costs to ask who may see a page and to note who saw it: the same pages with and without, in the same run.
//   bench/access_cost [SECONDS]        builds this and runs it on a fresh Harrowdale
// Two houses over one database: one as it is, and one whose doors ask nothing and note nothing. Both know who asks (the sign-in is looked up: the
// page shows the name). Each page is asked for by one person, and by eight at once, in turns of a fifth of a second with and without.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "app/edge.hpp"
#include "app/pupil_pages.hpp"
#include "app/routes.hpp"
#include "platform/access/sealing.hpp"
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

/// The reference of the first child that a list links to, "2CJG-19"; there are other pages below /pupils too.
std::string first_child(std::string_view list)
{
    constexpr std::string_view link = "href=\"/pupils/";
    for (std::size_t at = 0; (at = list.find(link, at)) != std::string_view::npos; ++at) {
        const auto start = at + link.size();
        const auto reference = list.substr(start, list.find('"', start) - start);
        if (reference.size() == 7 && reference[4] == '-') return std::string{reference};
    }
    throw std::runtime_error{"no child is on the list"};
}

double median(std::vector<double> all)
{
    std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
    return all[all.size() / 2];
}

/// The same pages, and nobody at the door.
std::vector<Route> routes_without_doors()
{
    auto routes = app::all_routes();
    for (Route& route : routes) {
        route.permission = Permission::anyone;
        route.subject = Subject::none;
    }
    return routes;
}

/// How many pages a second so many people get who each ask again as soon as they are answered.
double pages_a_second(const app::Edge& edge, const Person& person, const std::string& page, int people, std::chrono::milliseconds time)
{
    std::atomic<long> pages = 0;
    std::atomic<int> wrong = 0;
    const auto began = std::chrono::steady_clock::now();
    std::vector<std::thread> all;
    for (int each = 0; each < people; ++each)
        all.emplace_back([&] {
            while (std::chrono::steady_clock::now() - began < time) {
                const int status = edge.answer(person.request(Method::get, page)).status;
                if (status != 200) wrong = status;
                ++pages;
            }
        });
    for (auto& one : all) one.join();
    if (wrong != 0) throw std::runtime_error{fmt::format("{} answers {}", page, wrong.load())};
    return static_cast<double>(pages) / std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main(int count, char** given)
try {
    if (count < 2) throw std::runtime_error{"give the database, and for how many seconds to ask for each page"};
    const double seconds = count > 2 ? std::stod(given[2]) : 4;
    constexpr std::chrono::milliseconds turn{200};
    const int turns = std::max(1, static_cast<int>(seconds * 1000 / static_cast<double>(turn.count()) / 4));
    log_requests(false);
    access::use_sealing_key(access::made_up_key());
    app::join_pupil_pages();
    const auto database = open_database(given[1]);
    const app::EdgeOptions options{.authority = "990", .demonstration = true, .today = date(2026, 11, 23), .clock = {}};
    const app::Edge house{*database, app::all_routes(), options}, without_doors{*database, routes_without_doors(), options};
    Person priya{house, "Priya Raman"};
    const auto child = "/pupils/" + first_child(priya.ask(Method::get, "/pupils").body);
    fmt::print("| page | at once | a second | without doors | one page, ms | doors and view log add, ms | add |\n|---|--:|--:|--:|--:|--:|--:|\n");
    for (const std::string& page : {child, child + "/timeline", child + "/people", child + "/attendance", child + "/clocks", std::string{"/pupils"}, std::string{"/work"}})
        for (const int people : {1, 8}) {
            std::vector<double> with, without;
            for (int each = 0; each < turns; ++each) {
                with.push_back(pages_a_second(house, priya, page, people, turn));
                without.push_back(pages_a_second(without_doors, priya, page, people, turn));
            }
            const double guarded = median(with), open = median(without);
            const double added = 1000 / guarded - 1000 / open;
            fmt::print("| {} | {} | {:.0f} | {:.0f} | {:.3f} | {:.3f} | {:.0f}%{} |\n", page.starts_with(child) ? "/pupils/{pupil}" + page.substr(child.size()) : page, people, guarded, open,
                       1000 / guarded, added, 100 * (open / guarded - 1), open / guarded - 1 > share_most ? " (more than 15%)" : "");
        }
    fmt::print("\n{} turns of {} ms each way, medians. With eight at once “one page” is the time in which the machine makes one, not the time that one waits.\n", turns, turn.count());
    return 0;
} catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
}
