// The directory's pages and API. A provider's people reach their own record only: provider_in_path (web/show.hpp) sees to it.
#include "directory/web/routes.hpp"

#include "directory/web/import_pages.hpp"
#include "directory/web/pages.hpp"

namespace waymark::directory {

std::span<const Route> routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/providers", Permission::see_providers, show_providers},
        {get, "/providers/export.csv", Permission::see_providers, export_providers},
        {get, "/providers/compare", Permission::see_providers, show_comparison},
        {get, "/providers/new", Permission::edit_providers, show_new_provider},
        {post, "/providers/new", Permission::edit_providers, submit_new_provider},

        {get, "/providers/import", Permission::import_providers, show_imports},
        {post, "/providers/import", Permission::import_providers, submit_sheet, Subject::none, Takes::files},
        {get, "/providers/import/empty.csv", Permission::import_providers, download_empty_sheet},
        {get, "/providers/import/{import}", Permission::import_providers, show_import},
        {post, "/providers/import/{import}/confirmation", Permission::import_providers, submit_confirmation},
        {post, "/providers/import/{import}/undo", Permission::import_providers, submit_undo},

        {get, "/providers/{provider}", Permission::see_providers, show_overview},
        {get, "/providers/{provider}/programmes", Permission::see_providers, show_programmes},
        {get, "/providers/{provider}/places", Permission::see_providers, show_places},
        {get, "/providers/{provider}/quality", Permission::see_providers, show_quality},
        {get, "/providers/{provider}/documents", Permission::see_providers, show_documents},
        {get, "/providers/{provider}/people", Permission::see_providers, show_people},
        {get, "/providers/{provider}/history", Permission::see_providers, show_history},
        {get, "/providers/{provider}/sheet", Permission::see_providers, show_sheet},

        {get, "/providers/{provider}/edit", Permission::edit_providers, show_edit},
        {get, "/providers/{provider}/edit/{section}", Permission::edit_providers, show_section},
        {post, "/providers/{provider}/edit/{section}", Permission::edit_providers, submit_section},
        {get, "/providers/{provider}/edit/sites/{site}", Permission::edit_providers, show_site},
        {post, "/providers/{provider}/edit/sites/{site}", Permission::edit_providers, submit_site},
        {get, "/providers/{provider}/edit/sites/{site}/close", Permission::edit_providers, show_close_site},
        {post, "/providers/{provider}/edit/sites/{site}/close", Permission::edit_providers, submit_close_site},
        {get, "/providers/{provider}/edit/programmes/{programme}", Permission::edit_providers, show_programme_form},
        {post, "/providers/{provider}/edit/programmes/{programme}", Permission::edit_providers, submit_programme},
        {get, "/providers/{provider}/edit/programmes/{programme}/close", Permission::edit_providers, show_close_programme},
        {post, "/providers/{provider}/edit/programmes/{programme}/close", Permission::edit_providers, submit_close_programme},

        {get, "/providers/{provider}/approve", Permission::approve_provider_changes, show_changes},
        {post, "/providers/{provider}/approve", Permission::approve_provider_changes, submit_change_decision},
        {get, "/providers/{provider}/publish", Permission::approve_provider_changes, show_publish},
        {post, "/providers/{provider}/publish", Permission::approve_provider_changes, submit_publish},

        {get, "/providers/{provider}/documents/new", Permission::see_providers, show_new_document},
        {post, "/providers/{provider}/documents/new", Permission::see_providers, submit_new_document, Subject::none, Takes::files},
        {get, "/providers/{provider}/documents/{compliance_document}", Permission::see_providers, download_document},
        {post, "/providers/{provider}/documents/{compliance_document}/verify", Permission::approve_provider_changes, submit_verification},
        {get, "/providers/{provider}/quality/visit", Permission::approve_provider_changes, show_new_visit},
        {post, "/providers/{provider}/quality/visit", Permission::approve_provider_changes, submit_new_visit},
        {get, "/providers/{provider}/quality/suspension", Permission::approve_provider_changes, show_suspension},
        {post, "/providers/{provider}/quality/suspension", Permission::approve_provider_changes, submit_suspension},

        {get, "/find", Permission::anyone, show_find},
        {get, "/find/{provider}", Permission::anyone, show_public_profile},

        {get, "/api/v1/providers", Permission::see_providers, api_providers},
        {get, "/api/v1/providers/{provider}", Permission::see_providers, api_provider},
    };
    return table;
}

}  // namespace waymark::directory
