// The sheet is carried out by the same actions as a person's typing, each row under a savepoint: what one of them refuses
// stands as that row's problem. A preview is the same work, rolled back.
#include "directory/actions/import_providers.hpp"

#include <algorithm>

#include "directory/actions/keep_provider.hpp"
#include "directory/actions/keep_site.hpp"
#include "directory/store/changes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/organisation_details.hpp"
#include "platform/sha256.hpp"

namespace waymark::directory {
namespace {

/// What one row did, as it is kept for undoing: by whose hand the record stands shows in its version.
struct Step {
    OrganisationId provider;
    std::string name;
    bool added = false;
    int version_left = 0;
    Fields was;
    std::optional<SiteId> site;
};

std::string json_of_steps(const std::vector<Step>& steps)
{
    auto all = Json::array();
    for (const auto& step : steps)
        all.push_back({{"provider", step.provider.text()}, {"name", step.name}, {"added", step.added}, {"version", step.version_left},
                       {"was", json_of(step.was)}, {"site", step.site ? step.site->text() : ""}});
    return json_text(all);
}

std::vector<Step> steps_in(const std::string& json)
{
    std::vector<Step> steps;
    const auto all = read_json(json);
    if (!all.is_array()) return steps;
    for (const auto& one : all) {
        const auto provider = OrganisationId::parse(one.at("provider").get<std::string>());
        const auto site = SiteId::parse(one.at("site").get<std::string>());
        expects(provider.has_value());
        steps.push_back({*provider, one.at("name"), one.at("added"), one.at("version"), fields_in(one.at("was").get<std::string>()),
                         site ? std::optional{*site} : std::nullopt});
    }
    return steps;
}

/// The changes that the row asks for; what it does not say stays, and so does a name that differs in nothing but its spelling.
std::vector<FieldChange> changes_of(const SheetProvider& row, const Provider& here)
{
    auto becomes = with_fields(here, row.fields());
    if (folded_for_search(row.name) == folded_for_search(here.name)) becomes.name = here.name;
    return changes_between(fields_of(here), fields_of(becomes));
}

Result<Step> carry_out(Context& context, Transaction& tx, const SheetProvider& row, std::optional<Provider> here, SheetRowOutcome& outcome)
{
    Step step{.name = row.name, .added = !here};
    if (here) {
        step.provider = here->id;
    } else {
        step.provider = TRY(add_provider(context, {.name = row.name, .urn = row.urn, .in_authority = row.in_authority.value_or(true),
                                                   .telephone = row.telephone, .email = row.email, .postcode = row.postcode}));
        here = TRY(provider_or_problem(tx, step.provider));
    }
    const auto changes = changes_of(row, *here);
    if (!changes.empty()) static_cast<void>(TRY(save_profile(context, step.provider, here->version, becomes_of(changes))));
    outcome.changes = step.added ? changes_between({}, row.fields()) : changes;
    if (!step.added) step.was = was_of(changes);

    const auto held = sites(tx, step.provider);
    const bool is_there = std::ranges::any_of(held, [&](const Site& site) { return site.postcode == row.postcode; });
    if (row.has_site() && !is_there) {
        const std::string address = row.town.empty() ? row.street : row.street + "\n" + row.town;
        step.site = TRY(add_site(context, step.provider, {row.site.empty() ? "Main site" : row.site, address, row.postcode, {}}));
        outcome.site_added = true;
    }
    outcome.result = step.added ? RowResult::added : outcome.changes.empty() && !outcome.site_added ? RowResult::same : RowResult::changed;
    step.version_left = TRY(provider_or_problem(tx, step.provider)).version;
    return step;
}

SheetOutcome carry_out_sheet(Context& context, Transaction& tx, const ProviderSheet& sheet, std::vector<Step>& steps)
{
    SheetOutcome outcome{.counts = {.read = sheet.rows, .refused = sheet.refused}, .problems = sheet.problems};
    const auto here = providers(tx);
    for (const auto& row : sheet.providers) {
        SheetRowOutcome said{.line = row.line, .name = row.name};
        const auto step = context.in_transaction([&](Transaction&) -> Result<Step> {
            return carry_out(context, tx, row, TRY(provider_of_row(row, here)), said);
        });
        if (!step) {
            ++outcome.counts.refused;
            add_problems(outcome.problems, row.line, step.error());
            continue;
        }
        ++(said.result == RowResult::added ? outcome.counts.added : said.result == RowResult::changed ? outcome.counts.changed : outcome.counts.same);
        if (said.result != RowResult::same) steps.push_back(*step);
        outcome.rows.push_back(std::move(said));
    }
    std::ranges::stable_sort(outcome.problems, {}, &RowProblem::line);
    return outcome;
}

Result<ImportRun> run_in_state(Transaction& tx, ImportRunId id, ImportState state, const char* code, const char* otherwise)
{
    const auto run = find_import_run(tx, id);
    if (!run || run->kind != ImportKind::providers) return not_found("import.no_such_import", "There is no such import.");
    if (run->state != state) return refused(code, otherwise);
    return *run;
}

Result<ImportRun> waiting_run(Transaction& tx, ImportRunId id)
{
    return run_in_state(tx, id, ImportState::previewed, "import.not_waiting", "This import no longer waits for confirmation.");
}

Result<void> record_import(Transaction& tx, ImportRunId id, std::string verb, const ImportCounts& counts)
{
    const Json after{{"kind", "providers"}, {"read", counts.read}, {"new", counts.added}, {"changed", counts.changed},
                                       {"same", counts.same}, {"refused", counts.refused}};
    return tx.record({.verb = std::move(verb), .entity = "import_run", .about = id.value, .pupil = {}, .before = {}, .after = json_text(after)});
}

}  // namespace

Result<ImportRunId> preview_providers(Context& context, const std::string& file_name, const std::string& bytes)
{
    const auto sheet = TRY(read_provider_sheet(bytes));
    if (sheet.providers.empty())
        return refused("import.nothing_usable", "None of the " + counted(sheet.rows, "row") + " can be taken. Line " +
                                                    with_commas(sheet.problems.front().line) + ": " + sheet.problems.front().message);
    return context.in_transaction([&](Transaction& tx) -> Result<ImportRunId> {
        const ImportRun run{.id = tx.new_id<ImportRunId>(), .kind = ImportKind::providers, .file_name = file_name,
                            .file_sha256 = sha256_hex(bytes), .state = ImportState::previewed};
        insert_import_run(tx, run, bytes);
        return run.id;
    });
}

Result<SheetOutcome> preview_of_sheet(Context& context, const std::string& bytes)
{
    const auto sheet = TRY(read_provider_sheet(bytes));
    SheetOutcome outcome;
    static_cast<void>(context.in_transaction([&](Transaction& tx) -> Result<void> {
        std::vector<Step> steps;
        outcome = carry_out_sheet(context, tx, sheet, steps);
        return refused("import.preview", "Only a preview: what it did is rolled back.");
    }));
    return outcome;
}

Result<SheetOutcome> preview_of(Context& context, ImportRunId id)
{
    const auto bytes = context.read([&](Transaction& tx) -> Result<std::string> {
        TRY(waiting_run(tx, id));
        return import_content(tx, id);
    });
    return preview_of_sheet(context, TRY(bytes));
}

Result<SheetOutcome> confirm_providers(Context& context, ImportRunId id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<SheetOutcome> {
        ImportRun run = TRY(waiting_run(tx, id));
        const auto sheet = TRY(read_provider_sheet(import_content(tx, id)));
        std::vector<Step> steps;
        auto outcome = carry_out_sheet(context, tx, sheet, steps);
        run.state = ImportState::finished;
        run.counts = outcome.counts;
        TRY(change_import_state(tx, run, ImportState::previewed, json_of_steps(steps)));
        insert_import_problems(tx, id, outcome.problems);
        TRY(record_import(tx, id, "imported", outcome.counts));
        return outcome;
    });
}

Result<Undone> undo_providers(Context& context, ImportRunId id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<Undone> {
        ImportRun run = TRY(run_in_state(tx, id, ImportState::finished, "import.not_finished", "Only an import that has finished can be undone."));
        Undone undone;
        for (const auto& step : steps_in(import_content(tx, id))) {
            const auto here = find_provider(tx, step.provider);
            if (!here) continue;
            if (here->version != step.version_left) {
                undone.kept.push_back(step.name + " was changed after the import, so it stays as it is.");
                continue;
            }
            try {
                const auto taken_back = context.in_transaction([&](Transaction&) -> Result<void> {
                    if (step.site) remove_site(tx, *step.site);
                    if (step.added) {
                        remove_provider(tx, step.provider);
                        people::remove_organisation(tx, step.provider);
                        return record_change(tx, step.provider, "removed", step.name, {}, "The import that added it was undone.");
                    }
                    if (step.was.empty()) return {};
                    TRY(save_profile(context, step.provider, here->version, step.was));
                    return {};
                });
                TRY(taken_back);
                ++(step.added ? undone.removed : undone.restored);
            } catch (const DatabaseFailure& failure) {
                if (failure.worth_retrying) throw;
                // A foreign key holds it: a programme, a visit, a person or a referral speaks of it by now.
                undone.kept.push_back(step.name + " is in use by now, so it stays as it is.");
            }
        }
        run.state = ImportState::undone;
        TRY(change_import_state(tx, run, ImportState::finished));
        TRY(record_import(tx, id, "undone", run.counts));
        return undone;
    });
}

}  // namespace waymark::directory
