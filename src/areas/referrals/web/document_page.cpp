// A file of a referral, to be taken away.
#include "platform/documents/documents.hpp"
#include "referrals/store/referrals.hpp"
#include "referrals/web/pages.hpp"

namespace waymark::referrals {

/// Who reads the referral reads what is attached to it; a draft is its writers’ alone.
Result<Response> download_document(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<documents::DocumentId>("document"));
    return context.read([&](Transaction& tx) -> Result<Response> {
        const auto missing = not_found("referral.no_such_document", "There is no such document.");
        const auto document = documents::find(tx, id);
        if (!document || document->entity != "referral") return missing;
        const auto referral = find_referral(tx, {document->about});
        if (!referral || (referral->state == State::draft && referral->organisation != context.who.organisation)) return missing;
        return file_download(document->name, std::string{documents::media_type(document->type)}, TRY(documents::bytes_of(tx, *document)));
    });
}

}  // namespace waymark::referrals
