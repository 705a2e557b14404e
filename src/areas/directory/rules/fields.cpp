// Records as fields, and which changes wait for a check.
#include "directory/rules/fields.hpp"

#include <algorithm>
#include <charconv>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

template <class T>
std::string text_of(const std::optional<T>& number)
{
    return number ? std::to_string(*number) : std::string{};
}
std::string text_of(const std::optional<Date>& day) { return day ? iso(*day) : std::string{}; }

/// "Art||; Maths|GCSE|1-9": one course after the other, by subject, as the store hands them out.
std::string courses_text(std::vector<Course> courses)
{
    std::ranges::stable_sort(courses, {}, &Course::subject);
    std::vector<std::string> all;
    for (const auto& course : courses) all.push_back(course.subject + "|" + course.accreditation + "|" + course.level);
    return join(all, "; ");
}

std::vector<Course> courses_in(std::string_view text)
{
    std::vector<Course> courses;
    for (const auto part : split(text, ';')) {
        const auto pieces = split(trimmed(part), '|');
        if (pieces.empty() || trimmed(pieces[0]).empty()) continue;
        const auto piece = [&](std::size_t index) { return index < pieces.size() ? std::string{trimmed(pieces[index])} : std::string{}; };
        courses.push_back({piece(0), piece(1), piece(2)});
    }
    return courses;
}

void set_field(Programme& programme, std::string_view field, const std::string& value)
{
    const auto number = number_in(value);
    if (field == "name") programme.name = value;
    else if (field == "description") programme.description = value;
    else if (field == "offer_category_id") programme.category = value;
    else if (field == "site_id") {
        const auto site = SiteId::parse(value);
        programme.site = site ? std::optional{*site} : std::nullopt;
    } else if (field == "attendance") programme.attendance = enum_from_text<Attendance>(value).value_or(programme.attendance);
    else if (field == "weeks_max") programme.weeks_max = number ? std::optional{static_cast<int>(*number)} : std::nullopt;
    else if (field == "focus") programme.focus = enum_from_text<Focus>(value).value_or(programme.focus);
    else if (field == "age_from" && number) programme.age_from = static_cast<int>(*number);
    else if (field == "age_to" && number) programme.age_to = static_cast<int>(*number);
    else if (field == "sex") programme.sex = enum_from_text<Sex>(value);
    else if (field == "needs") programme.needs = needs_from_codes(value);
    else if (field == "price_pence" && number) programme.price = Money{*number};
    else if (field == "price_unit") programme.price_unit = enum_from_text<PriceUnit>(value).value_or(programme.price_unit);
    else if (field == "session_minutes" && number) programme.session_minutes = static_cast<int>(*number);
    else if (field == "from_day") programme.from = parse_iso_date(value).value_or(programme.from);
    else if (field == "to_day") {
        const auto day = parse_iso_date(value);
        programme.to = day ? std::optional{*day} : std::nullopt;
    } else if (field == "courses") programme.courses = courses_in(value);
    else if (const auto when = session_from_code(field); when && number) programme.places.at(*when) = static_cast<int>(*number);
}

void set_field(Provider& provider, std::string_view field, const std::string& value)
{
    if (field == "name") provider.name = value;
    else if (field == "urn") provider.urn = value;
    else if (field == "street") provider.street = value;
    else if (field == "town") provider.town = value;
    else if (field == "postcode") provider.postcode = value;
    else if (field == "telephone") provider.telephone = value;
    else if (field == "email") provider.email = value;
    else if (field == "website") provider.website = value;
    else if (field == "summary") provider.summary = value;
    else if (field == "a_typical_week") provider.typical_week = value;
    else if (field == "how_to_get_a_place") provider.how_to_get_a_place = value;
    else if (field == "safeguarding_lead") provider.safeguarding_lead = value;
    else if (field == "safeguarding_telephone") provider.safeguarding_telephone = value;
}

}  // namespace

Fields fields_of(const Provider& provider)
{
    return {{"name", provider.name}, {"urn", provider.urn}, {"street", provider.street}, {"town", provider.town},
            {"postcode", provider.postcode}, {"telephone", provider.telephone}, {"email", provider.email},
            {"website", provider.website}, {"summary", provider.summary}, {"a_typical_week", provider.typical_week},
            {"how_to_get_a_place", provider.how_to_get_a_place}, {"safeguarding_lead", provider.safeguarding_lead},
            {"safeguarding_telephone", provider.safeguarding_telephone}};
}

Fields fields_of(const Site& site)
{
    return {{"name", site.name}, {"address", site.address}, {"postcode", site.postcode}, {"access_notes", site.access_notes},
            {"closed_on", text_of(site.closed_on)}};
}

Fields fields_of(const Programme& programme)
{
    Fields fields{{"name", programme.name},
                  {"description", programme.description},
                  {"offer_category_id", programme.category},
                  {"site_id", programme.site ? programme.site->text() : std::string{}},
                  {"attendance", std::string{enum_text(programme.attendance)}},
                  {"weeks_max", text_of(programme.weeks_max)},
                  {"focus", std::string{enum_text(programme.focus)}},
                  {"age_from", std::to_string(programme.age_from)},
                  {"age_to", std::to_string(programme.age_to)},
                  {"sex", programme.sex ? std::string{enum_text(*programme.sex)} : std::string{}},
                  {"needs", codes_of_needs(programme.needs)},
                  {"price_pence", std::to_string(programme.price.pence)},
                  {"price_unit", std::string{enum_text(programme.price_unit)}},
                  {"session_minutes", std::to_string(programme.session_minutes)},
                  {"from_day", iso(programme.from)},
                  {"to_day", text_of(programme.to)},
                  {"courses", courses_text(programme.courses)}};
    for (const auto& when : sessions_of_the_week()) fields.emplace_back(session_code(when), std::to_string(programme.places.at(when)));
    return fields;
}

Programme with_fields(Programme programme, const Fields& fields)
{
    for (const auto& [field, value] : fields) set_field(programme, field, value);
    return programme;
}

Provider with_fields(Provider provider, const Fields& fields)
{
    for (const auto& [field, value] : fields) set_field(provider, field, value);
    return provider;
}

std::vector<FieldChange> changes_between(const Fields& was, const Fields& becomes)
{
    std::vector<FieldChange> changes;
    for (const auto& [field, value] : becomes) {
        const auto old = std::ranges::find(was, field, &Fields::value_type::first);
        const std::string before = old == was.end() ? std::string{} : old->second;
        if (before != value) changes.push_back({field, before, value});
    }
    return changes;
}

bool waits_for_check(const FieldChange& change)
{
    if (session_from_code(change.field)) return number_in(change.becomes).value_or(0) > number_in(change.was).value_or(0);
    static constexpr std::string_view checked[] = {"name", "urn", "attendance", "price_pence", "price_unit"};
    return std::ranges::find(checked, change.field) != std::end(checked);
}

PartedChanges parted(const std::vector<FieldChange>& changes)
{
    PartedChanges two;
    for (const auto& change : changes) {
        if (waits_for_check(change)) two.waiting.push_back(change);
        else two.at_once.emplace_back(change.field, change.becomes);
    }
    return two;
}

Fields was_of(const std::vector<FieldChange>& changes)
{
    Fields fields;
    for (const auto& change : changes) fields.emplace_back(change.field, change.was);
    return fields;
}

Fields becomes_of(const std::vector<FieldChange>& changes)
{
    Fields fields;
    for (const auto& change : changes) fields.emplace_back(change.field, change.becomes);
    return fields;
}

std::string field_words(std::string_view field)
{
    static constexpr struct {
        std::string_view field, words;
    } named[] = {
        {"urn", "Unique reference number (URN)"}, {"a_typical_week", "A typical week"}, {"offer_category_id", "Category"},
        {"site_id", "Site"}, {"weeks_max", "Most weeks"}, {"age_from", "Youngest age"}, {"age_to", "Oldest age"}, {"sex", "Girls or boys"},
        {"price_pence", "Price"}, {"price_unit", "Price is for"}, {"session_minutes", "Minutes in a session"}, {"from_day", "First day"},
        {"to_day", "Last day"}, {"attendance", "Full or part time"}, {"access_notes", "Access"},
    };
    if (const auto when = session_from_code(field)) return "Places on " + weekday_session_name(*when);
    const auto found = std::ranges::find(named, field, [](const auto& name) { return name.field; });
    return found == std::end(named) ? words_of(field) : std::string{found->words};
}

std::string value_words(std::string_view field, std::string_view value)
{
    if (field == "sex") return value.empty() ? "Everybody" : value == "female" ? "Girls only" : "Boys only";
    if (field == "site_id" && value.empty()) return "Online";
    if (value.empty()) return "Not recorded";
    if (field == "price_pence") return money_text(Money{number_in(value).value_or(0)});
    if (field == "price_unit") return "A " + std::string{value};
    if (field == "attendance" || field == "focus") return words_of(value);
    if (field == "from_day" || field == "to_day" || field == "closed_on") {
        const auto day = parse_iso_date(value);
        return day ? long_date(*day) : std::string{value};
    }
    if (field == "courses") {
        std::vector<std::string> courses;
        for (const auto& course : courses_in(value)) courses.push_back(course_words(course));
        return join(courses, "; ");
    }
    return std::string{value};
}

}  // namespace waymark::directory
