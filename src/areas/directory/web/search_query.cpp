// Addresses to searches and back.
#include "directory/web/search_query.hpp"

#include <algorithm>
#include <charconv>

#include "directory/store/register.hpp"
#include "directory/web/show.hpp"
#include "foundation/text.hpp"
#include "platform/http/url.hpp"

namespace waymark::directory {
namespace {

std::optional<int> number_in(std::string_view text, int least, int most)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number < least || number > most) return std::nullopt;
    return number;
}

/// The filter of the form's values; a value that means nothing is left out.
Filter filter_of(const Form& form)
{
    Filter filter{.words = std::string{trimmed(form.value("q"))}, .category = std::string{form.value("category")}};
    for (const auto& need : form.all("need"))
        if (const auto known = enum_from_text<Need>(need)) filter.needs.push_back(*known);
    filter.age = number_in(form.value("age"), 0, 25);
    filter.key_stage = number_in(form.value("key_stage"), 1, 5);
    filter.registered = enum_from_text<Registered>(form.value("registered"));
    filter.assured = form.value("assured") == "yes";
    filter.focus = enum_from_text<Focus>(form.value("focus"));
    filter.attendance = enum_from_text<Attendance>(form.value("attendance"));
    for (const auto& code : form.all("free"))
        if (const auto when = session_from_code(code)) filter.free_on.push_back(*when);
    if (const auto miles = number_in(form.value("miles"), 1, 200)) filter.within_miles = *miles;
    return filter;
}

void read_place(Transaction& tx, SearchQuery& query)
{
    const auto typed = trimmed(query.form.value("postcode"));
    if (typed.empty()) {
        query.filter.within_miles.reset();
        return;
    }
    const auto point = point_of_postcode(tx, typed);
    if (point) {
        query.filter.near = *point;
        return;
    }
    query.filter.within_miles.reset();
    for (const auto& problem : point.error()) query.form.problems.add(problem.code, problem.message, "postcode");
}

}  // namespace

std::string SearchQuery::href(std::string_view path) const
{
    std::string address{path};
    char separator = '?';
    for (const auto& [name, value] : form.values) {
        if (value.empty()) continue;
        address += separator + percent_encoded(name) + "=" + percent_encoded(value);
        separator = '&';
    }
    return address;
}

SearchQuery SearchQuery::without(std::string_view name, std::string_view value) const
{
    SearchQuery less = *this;
    // Another search starts on its first page.
    std::erase_if(less.form.values, [&](const auto& one) {
        return one.first == "page" || (one.first == name && (value.empty() || one.second == value));
    });
    const Point near = filter.near;
    less.filter = filter_of(less.form);
    less.filter.sort = filter.sort;
    if (name == "postcode") less.filter.within_miles.reset();
    else less.filter.near = near;
    return less;
}

SearchQuery SearchQuery::with(std::string_view name, std::string_view value) const
{
    SearchQuery more = *this;
    std::erase_if(more.form.values, [&](const auto& one) { return one.first == name || one.first == "page"; });
    more.form.values.emplace_back(std::string{name}, std::string{value});
    return more;
}

SearchQuery read_search(Transaction& tx, const Request& request)
{
    SearchQuery query{.form = request.query_form(), .filter = {}, .view = std::string{request.query("view")},
                      .page = static_cast<std::size_t>(number_in(request.query("page"), 1, 10000).value_or(1))};
    query.filter = filter_of(query.form);
    read_place(tx, query);
    query.filter.sort = enum_from_text<Sort>(query.form.value("sort")).value_or(query.filter.near.known() ? Sort::distance : Sort::name);
    if (query.filter.sort == Sort::distance && !query.filter.near.known()) query.filter.sort = Sort::name;
    return query;
}

std::vector<Chosen> chosen_in(const SearchQuery& query, const std::vector<OfferCategory>& categories)
{
    const Filter& filter = query.filter;
    std::vector<Chosen> chosen;
    if (!filter.words.empty()) chosen.push_back({"q", "", "Words", filter.words});
    if (!filter.category.empty()) chosen.push_back({"category", "", "Category", category_name(categories, filter.category)});
    for (const auto need : filter.needs) chosen.push_back({"need", std::string{enum_text(need)}, "Need", need_words(need)});
    if (filter.age) chosen.push_back({"age", "", "Age", std::to_string(*filter.age)});
    if (filter.key_stage) chosen.push_back({"key_stage", "", "Key stage", key_stage_words(*filter.key_stage)});
    if (filter.registered)
        chosen.push_back({"registered", "", "Registration", *filter.registered == Registered::registered ? "Registered schools" : "Not registered"});
    if (filter.assured) chosen.push_back({"assured", "", "Quality", "May take new placements"});
    if (filter.attendance) chosen.push_back({"attendance", "", "Attendance", attendance_words(*filter.attendance)});
    if (filter.focus) chosen.push_back({"focus", "", "Focus", focus_words(*filter.focus)});
    for (const auto& when : filter.free_on) chosen.push_back({"free", session_code(when), "Free", weekday_session_name(when)});
    if (filter.near.known()) {
        const std::string postcode{trimmed(query.form.value("postcode"))};
        chosen.push_back({"postcode", "", "Distance", filter.within_miles ? "within " + counted(static_cast<long long>(*filter.within_miles), "mile") +
                                                                                " of " + postcode
                                                                          : "from " + postcode});
    }
    return chosen;
}

}  // namespace waymark::directory
