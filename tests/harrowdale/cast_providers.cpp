// The 25 providers of Harrowdale: registered and not, assured, lapsed, suspended, out of area, sub-contracted.
#include "harrowdale/cast.hpp"

namespace waymark::harrowdale {
namespace {

constexpr ProgrammeInCast bridge[] = {
    {"Key stage 4 full time", "ks4_full_time", "A full timetable of English, maths, science and two options, in classes of eight.", true, 0, "reintegration", 14, 16, "SEMH SPLD MLD", 9800, "day", "all", 40, "English/GCSE/1-9; Maths/GCSE/1-9; Science/GCSE/1-9; Construction/BTEC/Level 1"},
    {"Key stage 3 assessment and return", "ks1_3_full_time", "Twelve weeks: find out what is getting in the way, then go back with support.", true, 12, "reintegration", 11, 14, "SEMH SLCN", 9500, "day", "all", 24, "English/Functional skills/Entry 3; Maths/Functional skills/Entry 3"},
    {"Day-six place", "exclusion", "A full-time place from the sixth school day of an exclusion.", true, 0, "reintegration", 11, 16, "SEMH", 9800, "day", "all", 20, "English/GCSE/1-9; Maths/GCSE/1-9"},
    {"Outreach mornings", "intervention_assessment", "Two mornings a week in our base, and a worker in your school on the others.", false, 12, "early_intervention", 11, 16, "SEMH SLCN ASD", 4200, "session", "mon-am wed-am fri-am", 12, "Emotional literacy/In-house certificate/Entry"},
};
constexpr ProgrammeInCast beacon[] = {
    {"Beacon key stage 4", "ks4_full_time", "Eight GCSE subjects and work experience every Friday.", true, 0, "other", 14, 16, "SEMH MLD", 9200, "day", "all", 30, "English/GCSE/1-9; Maths/GCSE/1-9; Art/GCSE/1-9; Food/GCSE/1-9"},
    {"Step out at Beacon", "step_out", "Six weeks at most, with an assessment of the risk of exclusion in the first ten days.", true, 6, "reintegration", 11, 16, "SEMH", 9900, "day", "all", 10, "English/Functional skills/Level 1; Maths/Functional skills/Level 1"},
};
constexpr ProgrammeInCast stepping_stones[] = {
    {"Small classes, key stage 3", "ks1_3_full_time", "Classes of six, one key adult, therapy dog on Thursdays.", true, 0, "reintegration", 11, 14, "SEMH ASD SLCN", 10200, "day", "all", 18, "English/In-house/Entry; Maths/In-house/Entry"},
};
constexpr ProgrammeInCast hospital[] = {
    {"Teaching at home", "medical", "A teacher comes to the child, alongside the treatment plan.", false, 0, "reintegration", 5, 16, "PD SEMH", 6100, "session", "all", 16, "English/GCSE/1-9; Maths/GCSE/1-9"},
    {"Hospital classroom", "medical", "Lessons on the ward and in the school room, for as long as the child is in.", true, 0, "reintegration", 5, 16, "PD SEMH", 5900, "session", "all", 14, "English/GCSE/1-9; Maths/GCSE/1-9; Science/GCSE/1-9"},
};
constexpr ProgrammeInCast oakfield[] = {
    {"Oakfield full time", "ks4_full_time", "Independent school for girls and boys who need calm and few changes.", true, 0, "other", 11, 16, "ASD SEMH", 14500, "day", "all", 16, "English/GCSE/1-9; Maths/GCSE/1-9; Photography/GCSE/1-9"},
};
constexpr ProgrammeInCast larchwood[] = {
    {"Assessment places", "intervention_assessment", "One term in a special school to find out what a child needs.", true, 13, "other", 5, 14, "MLD ASD SLCN", 13200, "day", "all", 8, ""},
};
constexpr ProgrammeInCast college[] = {
    {"College taster for 14 to 16", "vocational", "Hairdressing, motor vehicle or bricklaying for a day a week, with students of the same age.", false, 38, "other", 14, 16, "SEMH MLD", 5500, "session", "tue-am tue-pm thu-am thu-pm", 20, "Hair and beauty/VTCT/Level 1; Motor vehicle/IMI/Level 1; Bricklaying/City and Guilds/Level 1"},
};
constexpr ProgrammeInCast greenways[] = {
    {"Farm days", "vocational", "Feeding, fencing, growing. Small groups outdoors with a youth worker and a farmer.", false, 18, "reintegration", 11, 16, "SEMH ASD MLD", 4800, "session", "mon-am mon-pm tue-am tue-pm wed-am wed-pm thu-am thu-pm fri-am", 8, "Land-based studies/City and Guilds/Entry 3; Animal care/BTEC/Level 1"},
    {"Getting ready to learn", "engagement", "For children who have been out of school a long time: one morning at first, with one adult.", false, 12, "early_intervention", 8, 16, "SEMH ASD", 6500, "session", "mon-am wed-am fri-am", 4, "Confidence/AQA unit award/Entry"},
};
constexpr ProgrammeInCast spanner_works[] = {
    {"Motor vehicle workshop", "vocational", "Strip, mend and rebuild. Overalls and boots provided.", false, 26, "other", 14, 16, "SEMH MLD SPLD", 5200, "session", "mon-am mon-pm tue-am tue-pm wed-am wed-pm thu-am thu-pm fri-am fri-pm", 10, "Motor vehicle/IMI/Level 1; Functional maths/NCFE/Level 1"},
};
constexpr ProgrammeInCast kitchen_table[] = {
    {"Kitchen crew", "vocational", "Cook lunch for forty people every day it runs.", false, 18, "other", 13, 16, "SEMH MLD", 4900, "session", "wed-am wed-pm thu-am thu-pm fri-am fri-pm", 8, "Food hygiene/CIEH/Level 2; Home cooking/BTEC/Level 1"},
};
constexpr ProgrammeInCast quiet_harbour[] = {
    {"Quiet mornings", "engagement", "Three children, two adults, a garden and no bell.", false, 18, "reintegration", 9, 16, "SEMH ASD", 8200, "session", "mon-am tue-am wed-am thu-am fri-am", 6, "Art/AQA unit award/Entry"},
    {"Therapy and lessons", "medical", "A therapist and a teacher work together, alongside the treatment plan.", false, 26, "reintegration", 11, 16, "SEMH ASD", 9100, "session", "mon-pm tue-pm thu-pm", 5, "English/Functional skills/Level 1"},
};
constexpr ProgrammeInCast tutor_hall[] = {
    {"One-to-one tuition", "intervention_assessment", "English, maths and science, one pupil with one teacher, in a library or at home.", false, 12, "reintegration", 7, 16, "SEMH SPLD ASD PD", 5400, "session", "all", 25, "English/GCSE/1-9; Maths/GCSE/1-9; Science/GCSE/1-9"},
};
constexpr ProgrammeInCast wavelength[] = {
    {"Live online lessons", "medical", "Lessons with a teacher on screen, cameras may stay off.", false, 18, "reintegration", 11, 16, "SEMH ASD PD", 2900, "session", "all", 40, "English/GCSE/1-9; Maths/GCSE/1-9"},
};
constexpr ProgrammeInCast second_wind[] = {
    {"Boxing and reading", "engagement", "Train for an hour, read for an hour.", false, 12, "early_intervention", 10, 16, "SEMH", 3900, "session", "mon-am tue-am wed-am thu-am fri-am", 10, "Sport/OCN/Level 1"},
};
constexpr ProgrammeInCast canal_boat[] = {
    {"The boat", "vocational", "Restore a narrowboat and take it out.", false, 18, "reintegration", 12, 16, "SEMH ASD", 5100, "session", "tue-am tue-pm wed-am wed-pm thu-am thu-pm", 6, "Carpentry/Open Awards/Level 1"},
};
constexpr ProgrammeInCast hooves[] = {
    {"With horses", "engagement", "Quiet work with horses, no riding needed.", false, 12, "early_intervention", 7, 16, "SEMH ASD SLCN", 7400, "session", "mon-pm wed-pm fri-am", 4, "Horse care/BHS/Stage 1"},
};
constexpr ProgrammeInCast paint_pots[] = {
    {"Studio days", "intervention_assessment", "Painting, printing and film with working artists.", false, 18, "early_intervention", 8, 16, "SEMH ASD SLCN HI", 4300, "session", "mon-am mon-pm thu-am thu-pm", 8, "Arts award/Trinity/Bronze"},
};
constexpr ProgrammeInCast buildright[] = {
    {"Trades taster", "vocational", "Plumbing, plastering and joinery in six-week turns.", false, 38, "other", 14, 16, "SEMH MLD", 5600, "session", "mon-am mon-pm wed-am wed-pm fri-am fri-pm", 12, "Construction/City and Guilds/Level 1"},
};
constexpr ProgrammeInCast northgate[] = {
    {"Mentoring", "intervention_assessment", "A mentor for a morning or two a week, in school or out of it.", false, 12, "early_intervention", 8, 16, "SEMH", 3500, "session", "tue-am thu-am", 6, ""},
};
constexpr ProgrammeInCast redline[] = {
    {"Garage days", "vocational", "Car valeting and repair.", false, 18, "other", 14, 16, "SEMH", 4400, "session", "mon-am tue-am wed-am thu-am", 8, ""},
};
constexpr ProgrammeInCast fresh_start[] = {
    {"Small group tuition", "engagement", "Three pupils and a tutor.", false, 12, "early_intervention", 7, 16, "SEMH SPLD", 3200, "session", "mon-am tue-am wed-am thu-am fri-am", 9, ""},
};
constexpr ProgrammeInCast wolds_outdoor[] = {
    {"Out on the Wolds", "engagement", "A day outdoors in all weathers, transport from Harrowdale station.", false, 12, "early_intervention", 10, 16, "SEMH ASD", 6200, "session", "tue-am tue-pm thu-am thu-pm", 6, "Outdoor learning/John Muir Award/Discovery"},
};
constexpr ProgrammeInCast eastmere_academy[] = {
    {"Eastmere key stage 4", "ks4_full_time", "Full-time places for pupils of Eastmere and its neighbours.", true, 0, "other", 14, 16, "SEMH MLD", 9600, "day", "all", 6, "English/GCSE/1-9; Maths/GCSE/1-9"},
};
constexpr ProgrammeInCast little_acorns[] = {
    {"Nurture mornings", "ks1_3_full_time", "A small class for the youngest, with lunch together and afternoons in their own school.", false, 18, "reintegration", 4, 11, "SEMH SLCN", 5000, "session", "mon-am tue-am wed-am thu-am fri-am", 10, ""},
};
constexpr ProgrammeInCast sound_check[] = {
    {"Record a track", "intervention_assessment", "Write, play and record, for pupils of Beacon.", false, 12, "early_intervention", 12, 16, "SEMH", 4100, "session", "fri-am fri-pm", 6, "Music/Rockschool/Level 1"},
};

}  // namespace

std::span<const ProviderInCast> providers()
{
    using enum Standing;
    static constexpr ProviderInCast all[] = {
        {"bridge", "The Bridge", "pru", "900201", "Harrowdale's pupil referral unit, for children who have been excluded or may be.", "Monday to Friday, 9am to 2:45pm, with tutor time first and a club on Wednesdays.", "Bridge Street", "ZH1 1AE", true, assured, "Colin Rudd", bridge},
        {"beacon", "Beacon Academy", "ap_academy", "900202", "An alternative provision academy with a strong record of pupils going on to college.", "Monday to Friday, 8:50am to 2:50pm, work experience on Fridays.", "Beacon Hill", "ZH3 5BJ", true, assured, "Maxine Tuffnell", beacon},
        {"stepping_stones", "Stepping Stones Free School", "ap_free_school", "900203", "A small free school for eleven to fourteen year olds who need a fresh start.", "Monday to Friday, 9am to 2:30pm. Breakfast together.", "Brook Street", "ZH5 2DH", true, assured, "Farida Khan", stepping_stones},
        {"hospital", "Harrowdale Hospital School", "hospital_school", "900204", "Teaching for children who are too ill to go to school, in hospital and at home.", "Lessons are planned week by week with the treatment team.", "Infirmary Road", "ZH2 4EW", true, assured, "Dr Alan Frith", hospital},
        {"oakfield", "Oakfield School", "independent_school", "900205", "An independent school for autistic children and children with anxiety.", "Monday to Friday, 9:15am to 3pm, the same room and the same adults.", "Oak Drive", "ZH7 4LQ", true, with_conditions, "Tessa Manning", oakfield},
        {"larchwood", "Larchwood School", "special_school", "900206", "A special school with eight assessment places.", "Monday to Friday, 9am to 3pm.", "Larch Way", "ZH8 3PU", true, assured, "Gordon Pike", larchwood},
        {"college", "Harrowdale College", "fe_college", "900207", "Part-time vocational places for 14 to 16 year olds alongside school.", "One day a week in workshops, 9:30am to 3:30pm.", "Station Road", "ZH1 8NS", true, assured, "Lorraine Budd", college},
        {"greenways", "Greenways Farm", "unregistered", "", "A working farm where young people learn by doing, in groups of four.", "Arrive 9:30am, animals first, then a job for the day, lunch cooked together, home 3pm.", "Greenways Lane", "ZH6 8FD", true, assured, "Ellie Fenwick", greenways},
        {"spanner_works", "Spanner Works", "unregistered", "", "A motor workshop that teaches 14 to 16 year olds a trade.", "Workshop 9:15am to midday, theory and maths after lunch until 2:45pm.", "Arches Yard", "ZH1 5RG", true, assured, "Marcus Bell", spanner_works},
        {"kitchen_table", "Kitchen Table", "unregistered", "", "A community kitchen run by young people.", "Cook, serve, wash up, eat. 9:30am to 2:30pm.", "Market Street", "ZH1 3PY", true, assured, "Angela Doyle", kitchen_table},
        {"quiet_harbour", "Quiet Harbour", "unregistered", "", "A calm place for children who find school too much, with a therapist on the team.", "Mornings for settling, afternoons for therapy and lessons.", "Harbour Terrace", "ZH4 7JB", true, assured, "Yasmin Haddad", quiet_harbour},
        {"tutor_hall", "Tutor Hall", "unregistered", "", "Qualified teachers, one pupil at a time.", "Two and a half hours a session, at home, in a library or in our rooms.", "Hall Lane", "ZH2 9TE", true, assured, "Stephen Crewe", tutor_hall},
        {"wavelength", "Wavelength Online", "unregistered", "", "Live online lessons for children who cannot leave home yet.", "Lessons 9:30am to midday and 1pm to 3pm, with a tutor call each day.", "Exchange House", "ZH1 2XX", true, with_conditions, "Bronwen Hale", wavelength},
        {"second_wind", "Second Wind Boxing Club", "unregistered", "", "Sport first, then reading and writing.", "9:30am to midday.", "Dock Street", "ZH3 1GH", true, assured, "Terry Amos", second_wind},
        {"canal_boat", "The Canal Boat Project", "unregistered", "", "Boat building and crewing for young people.", "9:30am to 2:45pm at the boatyard.", "Wharf Side", "ZH3 6TA", true, assured, "Niamh Corrigan", canal_boat},
        {"hooves", "Hooves and Hearts", "unregistered", "", "Equine-assisted learning.", "One session of two and a half hours.", "Paddock Road", "ZH6 1QL", true, assured, "Felicity Ward", hooves},
        {"paint_pots", "Paint Pots Studio", "unregistered", "", "An art studio for young people, wheelchair accessible throughout.", "10am to 12:30pm and 1pm to 3pm.", "Dyehouse Lane", "ZH5 8BN", true, assured, "Orla Jennings", paint_pots},
        {"buildright", "Buildright Skills Centre", "unregistered", "", "Construction skills for 14 to 16 year olds.", "9am to 3pm in the workshop.", "Trading Estate Road", "ZH7 6HR", true, with_conditions, "Dave Sutcliffe", buildright},
        {"northgate", "Northgate Mentoring", "unregistered", "", "Mentoring for children at risk of exclusion.", "One morning or two.", "North Gate", "ZH2 7WD", true, lapsed, "Leroy Baptiste", northgate},
        {"redline", "Redline Motors", "unregistered", "", "Garage skills.", "Mornings.", "Ring Road", "ZH8 9JT", true, suspended, "Pete Garside", redline},
        {"fresh_start", "Fresh Start Tuition", "unregistered", "", "A new tuition service, not yet visited.", "Mornings.", "Chapel Street", "ZH5 4SE", true, never_visited, "Carla Nunn", fresh_start},
        {"wolds_outdoor", "Wolds Outdoor Learning", "unregistered", "", "Outdoor days on the hills of North Wolds.", "Out at 9:30am, back at 2:45pm.", "High Wold", "ZN4 2LD", false, assured, "Rhys Penhale", wolds_outdoor},
        {"eastmere_academy", "Eastmere Academy for Alternative Provision", "ap_academy", "900208", "The neighbouring borough's alternative provision academy.", "Monday to Friday, 9am to 3pm.", "Mere Road", "ZE9 3AD", false, assured, "Judith Crane", eastmere_academy},
        {"little_acorns", "Little Acorns Nurture", "unregistered", "", "A nurture class for four to eleven year olds.", "Mornings, 8:45am to 12:15pm.", "Acorn Close", "ZH4 4WF", true, assured, "Pam Oldroyd", little_acorns},
        {"sound_check", "Sound Check Studios", "unregistered", "", "A recording studio; works for Beacon Academy under its contract.", "Fridays.", "Mill Yard", "ZH3 3NP", true, assured, "Jay Linton", sound_check},
    };
    return all;
}

}  // namespace waymark::harrowdale
