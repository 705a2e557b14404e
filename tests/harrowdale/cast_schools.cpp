// The 30 schools of Harrowdale in three trusts, and the authorities next door.
#include "harrowdale/cast.hpp"

namespace waymark::harrowdale {

std::span<const AuthorityInCast> authorities()
{
    static constexpr AuthorityInCast all[] = {{"990", "Harrowdale"}, {"991", "Eastmere"}, {"992", "North Wolds"}};
    return all;
}

std::span<const TrustInCast> trusts()
{
    static constexpr TrustInCast all[] = {
        {"lantern", "Lantern Learning Trust"}, {"three_rivers", "Three Rivers Schools Trust"}, {"wayside", "Wayside Academies Trust"}};
    return all;
}

std::span<const SchoolInCast> schools()
{
    static constexpr SchoolInCast all[] = {
        {"millbrook", "Millbrook Academy", "secondary", "lantern", "900101", "9904001", "Mill Lane", "ZH1 4AB", 11, 16},
        {"fairholme", "Fairholme High School", "secondary", "lantern", "900102", "9904002", "Fairholme Road", "ZH2 1QT", 11, 18},
        {"st_oswin", "St Oswin's Catholic School", "secondary", "", "900103", "9904003", "Priory Street", "ZH3 2LD", 11, 16},
        {"quarry_bank", "Quarry Bank School", "secondary", "three_rivers", "900104", "9904004", "Quarry Bank", "ZH4 6EN", 11, 16},
        {"tannery_hill", "Tannery Hill Academy", "secondary", "three_rivers", "900105", "9904005", "Tannery Hill", "ZH5 3RF", 11, 18},
        {"harrow_moor", "Harrow Moor School", "secondary", "wayside", "900106", "9904006", "Moor Road", "ZH6 7HP", 11, 16},
        {"weir_street", "Weir Street High School", "secondary", "", "900107", "9904007", "Weir Street", "ZH1 9XB", 11, 16},
        {"kestrel", "Kestrel Academy", "secondary", "lantern", "900108", "9904008", "Kestrel Way", "ZH7 2DJ", 11, 16},
        {"long_meadow", "Long Meadow School", "secondary", "three_rivers", "900109", "9904009", "Long Meadow", "ZH8 5WA", 11, 18},
        {"castlegate", "Castlegate All-Through Academy", "all_through", "wayside", "900110", "9904010", "Castlegate", "ZH2 8PN", 4, 16},
        {"riverside", "Riverside All-Through School", "all_through", "three_rivers", "900111", "9904011", "River Walk", "ZH3 7UB", 4, 16},
        {"larkrise", "Larkrise Special School", "special", "", "900112", "9907001", "Lark Rise", "ZH4 1GS", 4, 19},
        {"ashbrook", "Ashbrook Primary School", "primary", "lantern", "900113", "9902001", "Ash Close", "ZH1 2ND", 4, 11},
        {"bell_lane", "Bell Lane Primary School", "primary", "lantern", "900114", "9902002", "Bell Lane", "ZH1 6TQ", 4, 11},
        {"copper_beech", "Copper Beech Primary School", "primary", "lantern", "900115", "9902003", "Beech Avenue", "ZH2 3HJ", 4, 11},
        {"dovecote", "Dovecote Primary School", "primary", "lantern", "900116", "9902004", "Dovecote Lane", "ZH2 5YA", 4, 11},
        {"elm_row", "Elm Row Primary School", "primary", "lantern", "900117", "9902005", "Elm Row", "ZH3 4LB", 4, 11},
        {"ferry_road", "Ferry Road Primary School", "primary", "lantern", "900118", "9902006", "Ferry Road", "ZH3 9WN", 4, 11},
        {"grange", "The Grange Primary School", "primary", "three_rivers", "900119", "9902007", "Grange Park", "ZH4 2BD", 4, 11},
        {"hollins", "Hollins Primary School", "primary", "three_rivers", "900120", "9902008", "Hollins Lane", "ZH4 8QR", 4, 11},
        {"ivy_bank", "Ivy Bank Primary School", "primary", "three_rivers", "900121", "9902009", "Ivy Bank", "ZH5 1XE", 4, 11},
        {"junction_street", "Junction Street Primary School", "primary", "three_rivers", "900122", "9902010", "Junction Street", "ZH5 6UF", 4, 11},
        {"kiln_lane", "Kiln Lane Primary School", "primary", "wayside", "900123", "9902011", "Kiln Lane", "ZH6 2PA", 4, 11},
        {"lower_fold", "Lower Fold Primary School", "primary", "wayside", "900124", "9902012", "Lower Fold", "ZH6 4DS", 4, 11},
        {"moss_side_end", "Moss End Primary School", "primary", "wayside", "900125", "9902013", "Moss End", "ZH7 1LN", 4, 11},
        {"north_parade", "North Parade Primary School", "primary", "", "900126", "9902014", "North Parade", "ZH7 8TB", 4, 11},
        {"orchard", "Orchard Primary School", "primary", "", "900127", "9902015", "Orchard Street", "ZH8 2HG", 4, 11},
        {"packhorse", "Packhorse Bridge Primary School", "primary", "", "900128", "9902016", "Packhorse Lane", "ZH8 7YD", 4, 11},
        {"st_hild", "St Hild's Church of England Primary School", "primary", "", "900129", "9903001", "Church Walk", "ZH1 7EL", 4, 11},
        {"weavers", "Weavers Primary School", "primary", "three_rivers", "900130", "9902017", "Weavers Yard", "ZH5 9AQ", 4, 11},
    };
    return all;
}

}  // namespace waymark::harrowdale
