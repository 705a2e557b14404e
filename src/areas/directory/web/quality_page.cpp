// How a provider stands with quality assurance: the status, why, how it came about; and its documents.
#include "directory/web/pages.hpp"
#include "directory/web/record_frame.hpp"
#include "foundation/text.hpp"
#include "platform/documents/documents.hpp"
#include "quality/store/assurance.hpp"

namespace waymark::directory {
namespace {

struct QualityScreen {
    Record record;
    std::vector<quality::Visit> visits;
    std::vector<quality::Suspension> suspensions;
    std::vector<quality::StatusPeriod> history;
    bool suspended = false;
};

void write_status(ui::Buffer& out, const QualityScreen& screen)
{
    const quality::Assurance& assurance = screen.record.listing.assurance;
    ui::SummaryListOptions list;
    list.rows.push_back({"Status", status_tag(assurance.status)});
    std::vector<ui::Content> reasons{assurance.reasons.begin(), assurance.reasons.end()};
    list.rows.push_back({"Why", ui::render([&](ui::Buffer& inner) { ui::bullet_list(inner, reasons); })});
    list.rows.push_back({"New placements", quality::may_take_new_placements(assurance.status) ? "May be made" : "May not be made"});
    list.rows.push_back({"Last visited", assurance.last_visit ? long_date(*assurance.last_visit) : "Nobody has visited yet"});
    if (assurance.good_until) list.rows.push_back({"Good until", long_date(*assurance.good_until) + ", unless something changes"});
    if (!assurance.never_held.empty()) {
        std::vector<std::string> names;
        for (const auto kind : assurance.never_held) names.push_back(lower_ascii(quality::document_words(kind).substr(0, 1)) + quality::document_words(kind).substr(1));
        list.rows.push_back({"Documents not held here", listed(names)});
    }
    ui::summary_list(out, list);
    ui::details(out, {.summary = "How the status is worked out",
                      .text = "Nobody types the status. A critical criterion that is not met means not quality assured. A visit in person counts for 12 months. "
                              "Insurance, DBS attestation, safeguarding policy and fire risk assessment must not have expired. "
                              "An area under 60% means conditions. A suspension outranks everything."});
}

void write_visits(ui::Buffer& out, const QualityScreen& screen)
{
    ui::section(out, "Visits", [&](ui::Buffer& inner) {
        if (screen.visits.empty()) {
            ui::empty_state(inner, "No visit is recorded.");
            return;
        }
        ui::TableOptions table{.head = {"Held on", "Visit", "Officer", ui::numeric("Critical criteria not met"), ui::numeric("Weakest area"), "Summary"},
                               .first_cell_is_header = true};
        for (const auto& visit : screen.visits)
            table.rows.push_back({short_date(visit.facts.held_on),
                                  quality::visit_words(visit.facts.kind) + (visit.announced ? "" : ", unannounced"), visit.officer,
                                  std::to_string(visit.facts.critical_not_met), std::to_string(visit.facts.lowest_area_percent) + "%",
                                  ui::or_not_recorded(visit.summary)});
        ui::table(inner, table);
    });
}

void write_history(ui::Buffer& out, const QualityScreen& screen)
{
    if (screen.history.empty()) return;
    ui::section(out, "How the status changed", [&](ui::Buffer& inner) {
        ui::TableOptions table{.head = {"From", "To", "Status", "Why then"}, .first_cell_is_header = true};
        for (const auto& period : screen.history)
            table.rows.push_back({short_date(period.days.from), period.days.to ? short_date(*period.days.to) : "Today", status_tag(period.status),
                                  join(period.reasons, " ")});
        ui::table(inner, table);
    });
}

ui::Html document_state(const quality::ComplianceDocument& document, Date today)
{
    if (document.facts.expires_on && *document.facts.expires_on < today) return ui::tag_html("Expired", ui::TagColour::red);
    if (!document.facts.verified_on) return ui::tag_html("Waiting for check", ui::TagColour::yellow);
    if (document.facts.expires_on && days_between(today, *document.facts.expires_on) <= 60) return ui::tag_html("Expires soon", ui::TagColour::orange);
    return ui::tag_html("Current", ui::TagColour::green);
}

ui::Html document_name(const quality::ComplianceDocument& document, documents::ScanState scan)
{
    const std::string here = provider_href(document.provider, "documents/" + document.id.text());
    const std::string kept_back{documents::scan_words(scan)};
    return ui::two_lines(document.file && kept_back.empty() ? ui::Content{ui::link_html(here, document.name)} : ui::Content{document.name},
                         quality::document_words(document.facts.kind) + (document.file ? "" : ". Seen on paper, not held here") + (kept_back.empty() ? "" : ". " + kept_back));
}

ui::Html verification(const quality::ComplianceDocument& document, bool may_decide)
{
    return ui::render([&](ui::Buffer& out) {
        if (document.facts.verified_on) {
            out.text(short_date(*document.facts.verified_on));
            if (!document.verified_by.empty()) out.text(", " + document.verified_by);
            return;
        }
        out.text("Not yet");
        if (!may_decide) return;
        ui::form(out, {.action = provider_href(document.provider, "documents/" + document.id.text() + "/verify")}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(document.version));
            inner.raw("<button type=\"submit\" class=\"govuk-button govuk-button--secondary wm-button-in-cell\" data-module=\"govuk-button\">Verify<span class=\"govuk-visually-hidden\"> ");
            inner.text(document.name);
            inner.raw("</span></button>");
        });
    });
}

}  // namespace

Result<Response> show_quality(const Request& request, Context& context)
{
    const auto loaded = context.read([&](Transaction& tx) -> Result<QualityScreen> {
        QualityScreen found{.record = TRY(load_record(tx, request, context)), .visits = {}, .suspensions = {}, .history = {}};
        const OrganisationId id = found.record.listing.provider.id;
        found.visits = quality::visits(tx, id);
        found.suspensions = quality::suspensions(tx, id);
        found.history = quality::assurance_history(tx.today(), quality::evidence_of(tx, id));
        found.suspended = found.record.listing.assurance.status == quality::Status::suspended;
        return found;
    });
    const auto screen = TRY(loaded);
    const OrganisationId id = screen.record.listing.provider.id;
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "quality", "Quality", [&](ui::Buffer& body) {
            if (screen.record.may_decide) {
                ui::action_link(body, provider_href(id, "quality/visit"), "Record a visit");
                ui::action_link(body, provider_href(id, "quality/suspension"), screen.suspended ? "Lift the suspension" : "Suspend new placements");
            }
            write_status(body, screen);
            write_visits(body, screen);
            write_history(body, screen);
        });
    });
}

Result<Response> show_documents(const Request& request, Context& context)
{
    struct Screen {
        Record record;
        std::vector<quality::ComplianceDocument> documents;
        std::map<Id, documents::ScanState> scans;  // by the id of the file
    };
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{TRY(load_record(tx, request, context)), {}, {}};
        found.documents = quality::documents(tx, found.record.listing.provider.id);
        for (const auto& document : found.documents)
            if (const auto file = document.file ? documents::find(tx, {*document.file}) : std::nullopt) found.scans[*document.file] = file->scan;
        return found;
    });
    const auto screen = TRY(loaded);
    return page_of(200, [&](ui::Buffer& out) {
        record_page(out, screen.record, "documents", "Documents", [&](ui::Buffer& body) {
            if (screen.record.may_edit || screen.record.may_decide)
                ui::action_link(body, provider_href(screen.record.listing.provider.id, "documents/new"), "Add a document");
            if (screen.documents.empty()) {
                ui::empty_state(body, "No documents yet. Insurance, DBS attestation, safeguarding policy and fire risk assessment belong here.");
                return;
            }
            ui::TableOptions table{.caption = "Documents that commissioners rely on", .head = {"Document", "State", "Issued", "Expires", "Verified"},
                                   .first_cell_is_header = true};
            for (const auto& document : screen.documents)
                table.rows.push_back({document_name(document, document.file && screen.scans.contains(*document.file) ? screen.scans.at(*document.file) : documents::ScanState::not_scanned), document_state(document, context.today), short_date(document.facts.issued_on),
                                      document.facts.expires_on ? short_date(*document.facts.expires_on) : "Does not expire",
                                      verification(document, screen.record.may_decide)});
            ui::table(body, table);
        });
    });
}

Result<Response> download_document(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<quality::ComplianceDocumentId>("compliance_document"));
    const auto provider = TRY(provider_in_path(request, context));
    return context.read([&](Transaction& tx) -> Result<Response> {
        const auto found = quality::find_document(tx, id);
        const auto missing = not_found("directory.no_such_document", "There is no such document.");
        if (!found || found->provider != provider || !found->file) return missing;
        const auto file = documents::find(tx, {*found->file});
        if (!file) return missing;
        return file_download(file->name, std::string{documents::media_type(file->type)}, TRY(documents::bytes_of(tx, *file)));
    });
}

}  // namespace waymark::directory
