// Sending a family a link, opening it with the second fact, asking for another, leaving, ending; and asking to be rung.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "family/store/links.hpp"
#include "platform/context.hpp"

namespace waymark::family {

using pupils::PupilId;

struct SendLink {
    Id contact;
    bool looks_after = false;    // said by the sender of somebody without parental responsibility
};
struct LinkSent {
    std::string token;           // the only time that it is known
    bool was_mailed = false;     // to the address on record; else somebody hands it over
};
/// Takes the place of all earlier links of that person; their visits end.
/// Fails  `contact.not_found`, and as problems_with_reader does
[[nodiscard]] Result<LinkSent> send_link(Context& context, PupilId pupil, const SendLink& command);

/// No link of that person opens from now on, a visit that goes on is over, and they cannot ask for another.
/// Fails  `contact.not_found`
[[nodiscard]] Result<void> end_links_of(Context& context, PupilId pupil, Id contact);

/// Opens the link for the browser that showed the child's date of birth, once, and answers that browser's secret.
/// Fails  `family.link_gone` when it opens no more, whatever the reason; `family.wrong_date` on `born`, which counts
[[nodiscard]] Result<std::string> open_with_birth_date(Context& context, std::string_view token, Date born);

/// Whether that link would open with the right date.
[[nodiscard]] bool is_waiting(Context& context, std::string_view token);

/// Sends another link to the address on record, if the link shown was ever one of ours and its reader may have another. Tells nobody
/// whether it did.
void renew_link(Context& context, std::string_view token);

/// The visit of this context is over.
void leave(Context& context);

enum class RingWhen { any_time, morning, afternoon, evening };
/// The team that places children has a task to ring this reader; asking twice leaves one task. In the name of this context's visit.
void ask_to_be_rung(Context& context, RingWhen when);
[[nodiscard]] std::string ring_words(RingWhen when);  // "In the morning"

}  // namespace waymark::family
