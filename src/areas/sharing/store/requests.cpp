// Reads and writes subject access requests.
#include "sharing/store/requests.hpp"

#include "sharing/store/requests.sql.hpp"

namespace waymark::sharing {
namespace {

AccessRequest request_from(const Row& row)
{
    return {
        .id = row.id<RequestId>("id"),
        .pupil = row.id<PupilId>("pupil_id"),
        .reference = row.text("reference"),
        .known_as = row.text("known_as"),
        .last_name = row.text("last_name"),
        .asked_by = row.text("asked_by"),
        .relation = row.one_of<Relation>("relation"),
        .received = row.date("received_on"),
        .complex_reason = row.text_or_empty("complex_reason"),
        .answered = row.maybe_date("answered_on"),
        .left_out = row.text_or_empty("left_out"),
        .version = row.number("version"),
    };
}

}  // namespace

std::optional<AccessRequest> find_request(Transaction& tx, PupilId pupil, RequestId id)
{
    return tx.maybe_one(sql::request, {{"pupil", pupil}, {"id", id}}, request_from);
}

std::vector<AccessRequest> requests_of(Transaction& tx, PupilId pupil) { return tx.all(sql::requests_of_pupil, {{"pupil", pupil}}, request_from); }

std::vector<AccessRequest> open_requests(Transaction& tx) { return tx.all(sql::open_requests, {}, request_from); }

std::vector<AccessRequest> answered_requests(Transaction& tx, int most) { return tx.all(sql::answered_requests, {{"most", most}}, request_from); }

void insert_request(Transaction& tx, const AccessRequest& request)
{
    tx.run(sql::insert_request, {{"id", request.id}, {"pupil", request.pupil}, {"asked_by", request.asked_by}, {"relation", request.relation}, {"received", request.received}});
}

bool set_complex(Transaction& tx, RequestId id, std::string_view why, int seen_version)
{
    return tx.run(sql::set_complex, {{"id", id}, {"why", why}, {"seen_version", seen_version}}) > 0;
}

bool set_answered(Transaction& tx, RequestId id, Date answered, std::string_view left_out, int seen_version)
{
    return tx.run(sql::set_answered, {{"id", id}, {"answered", answered}, {"left_out", left_out}, {"seen_version", seen_version}}) > 0;
}

}  // namespace waymark::sharing
