// What makes a programme one that the directory can hold, and the words for its facts.
#include "directory/rules/programme.hpp"

#include <algorithm>
#include <array>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

constexpr int youngest = 4, oldest = 25;

void add_category_problems(Problems& found, const Programme& programme, const OfferCategory& category)
{
    if (category.weeks_max && (!programme.weeks_max || *programme.weeks_max > *category.weeks_max))
        found.add("directory.too_many_weeks",
                  category.name + " lasts " + std::to_string(*category.weeks_max) + " weeks at most. Enter " +
                      std::to_string(*category.weeks_max) + " weeks or fewer.",
                  "weeks_max");
    if (category.full_time && *category.full_time != (programme.attendance == Attendance::full_time))
        found.add("directory.category_attendance",
                  category.name + (*category.full_time ? " is full time. Choose full time, or another category."
                                                       : " is part time. Choose part time, or another category."),
                  "attendance");
    const bool caters = category.key_stages.empty() || std::ranges::any_of(category.key_stages, [&](int key_stage) {
        return caters_for_key_stage(programme.age_from, programme.age_to, key_stage);
    });
    if (!caters)
        found.add("directory.category_ages", "These ages take in no year group of “" + category.name + "”. Change the ages or the category.",
                  "age_from");
}

}  // namespace

Problems problems_with(const Programme& programme, const OfferCategory* category, Registration registration,
                       const std::vector<Site>& sites)
{
    Problems found;
    if (programme.name.empty()) found.add("directory.programme_without_name", "Enter the name of the programme.", "name");
    if (category == nullptr) found.add("directory.no_such_category", "Choose the category of the programme.", "category");
    if (programme.age_from < youngest || programme.age_to > oldest)
        found.add("directory.ages_out_of_range",
                  "Enter ages from " + std::to_string(youngest) + " to " + std::to_string(oldest) + ".", "age_from");
    if (programme.age_to < programme.age_from)
        found.add("directory.ages_turned_round", "The oldest age must be the same as the youngest age or older.", "age_to");
    if (programme.to && *programme.to < programme.from)
        found.add("directory.ends_before_start", "The last day must be the same as or after the first day.", "to");
    if (programme.price.pence < 0) found.add("directory.price_below_nothing", "Enter a price of £0 or more.", "price");
    if (programme.session_minutes < 15 || programme.session_minutes > 300)
        found.add("directory.session_length", "A session lasts from 15 minutes to 5 hours. Enter its length in minutes.", "session_minutes");
    if (programme.site && std::ranges::find(sites, *programme.site, &Site::id) == sites.end())
        found.add("directory.no_such_site", "Choose one of the sites that are open.", "site");
    // A crime to run: full-time education for five children, or one with a plan or looked after, needs registration. The
    // hours of each child are checked when placements are made; a programme that offers full time is refused at once.
    if (registration == Registration::unregistered && programme.attendance == Attendance::full_time)
        found.add("directory.unregistered_full_time",
                  "A provider that is not a registered school cannot offer full-time education. Choose part time.", "attendance");
    if (category != nullptr && programme.age_to >= programme.age_from) add_category_problems(found, programme, *category);
    return found;
}

bool caters_for_key_stage(int age_from, int age_to, int key_stage)
{
    // The age at which pupils of a key stage's first and last year group begin the school year.
    static constexpr struct {
        int first, last;
    } starts[] = {{5, 6}, {7, 10}, {11, 13}, {14, 15}, {16, 18}};
    if (key_stage < 1 || key_stage > 5) return false;
    const int whole_year = age_from == age_to ? 0 : 1;
    for (int start = starts[key_stage - 1].first; start <= starts[key_stage - 1].last; ++start)
        if (age_from <= start && start + whole_year <= age_to) return true;
    return false;
}

std::string price_unit_words(PriceUnit unit) { return "a " + std::string{enum_text(unit)}; }
std::string price_text(Money price, PriceUnit unit) { return money_text(price) + " " + price_unit_words(unit); }
std::string attendance_words(Attendance attendance) { return words_of(enum_text(attendance)); }

std::string focus_words(Focus focus)
{
    switch (focus) {
        case Focus::early_intervention: return "Early intervention";
        case Focus::reintegration: return "Return to school";
        case Focus::other: return "Other";
    }
    return {};
}

std::string ages_words(int age_from, int age_to)
{
    return age_from == age_to ? std::to_string(age_from) : std::to_string(age_from) + " to " + std::to_string(age_to);
}

std::string key_stage_words(int key_stage) { return key_stage == 5 ? "Post-16" : "Key stage " + std::to_string(key_stage); }

std::string need_words(Need need)
{
    switch (need) {
        case Need::spld: return "Specific learning difficulty";
        case Need::mld: return "Moderate learning difficulty";
        case Need::sld: return "Severe learning difficulty";
        case Need::pmld: return "Profound and multiple learning difficulty";
        case Need::ds: return "Down syndrome";
        case Need::semh: return "Social, emotional and mental health";
        case Need::slcn: return "Speech, language and communication";
        case Need::asd: return "Autism";
        case Need::hi: return "Hearing impairment";
        case Need::vi: return "Vision impairment";
        case Need::msi: return "Multi-sensory impairment";
        case Need::pd: return "Physical disability";
    }
    return {};
}

std::string need_code(Need need)
{
    std::string code{enum_text(need)};
    for (char& letter : code) letter = static_cast<char>(letter - 'a' + 'A');
    return code;
}

std::string course_words(const Course& course)
{
    std::vector<std::string> detail;
    if (!course.accreditation.empty()) detail.push_back(course.accreditation);
    if (!course.level.empty()) detail.push_back(course.level);
    return detail.empty() ? course.subject : course.subject + ": " + join(detail, ", ");
}

std::vector<Need> needs_from_codes(std::string_view codes)
{
    std::vector<Need> needs;
    for (const auto code : split(codes, ' '))
        if (const auto need = enum_from_text<Need>(lower_ascii(code))) needs.push_back(*need);
    return needs;
}

std::string codes_of_needs(const std::vector<Need>& needs)
{
    std::vector<std::string> codes;
    for (const auto need : needs) codes.push_back(need_code(need));
    return join(codes, " ");
}

}  // namespace waymark::directory
