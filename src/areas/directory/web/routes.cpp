// The directory's pages and API. A provider's people reach their own record only: provider_in_path (web/show.hpp) sees to it.
#include "directory/web/routes.hpp"

#include "directory/web/pages.hpp"

namespace waymark::directory {

std::span<const Route> routes()
{
    using enum Method;
    using enum Permission;
    static constexpr Route table[] = {
        {get, "/providers", see_providers, show_providers},
        {get, "/providers/export.csv", see_providers, export_providers},
        {get, "/providers/compare", see_providers, show_comparison},
        {get, "/providers/new", edit_providers, show_new_provider},
        {post, "/providers/new", edit_providers, submit_new_provider},

        {get, "/providers/{provider}", see_providers, show_overview},
        {get, "/providers/{provider}/programmes", see_providers, show_programmes},
        {get, "/providers/{provider}/places", see_providers, show_places},
        {get, "/providers/{provider}/quality", see_providers, show_quality},
        {get, "/providers/{provider}/documents", see_providers, show_documents},
        {get, "/providers/{provider}/people", see_providers, show_people},
        {get, "/providers/{provider}/history", see_providers, show_history},
        {get, "/providers/{provider}/sheet", see_providers, show_sheet},

        {get, "/providers/{provider}/edit", edit_providers, show_edit},
        {get, "/providers/{provider}/edit/{section}", edit_providers, show_section},
        {post, "/providers/{provider}/edit/{section}", edit_providers, submit_section},
        {get, "/providers/{provider}/edit/sites/{site}", edit_providers, show_site},
        {post, "/providers/{provider}/edit/sites/{site}", edit_providers, submit_site},
        {get, "/providers/{provider}/edit/sites/{site}/close", edit_providers, show_close_site},
        {post, "/providers/{provider}/edit/sites/{site}/close", edit_providers, submit_close_site},
        {get, "/providers/{provider}/edit/programmes/{programme}", edit_providers, show_programme_form},
        {post, "/providers/{provider}/edit/programmes/{programme}", edit_providers, submit_programme},
        {get, "/providers/{provider}/edit/programmes/{programme}/close", edit_providers, show_close_programme},
        {post, "/providers/{provider}/edit/programmes/{programme}/close", edit_providers, submit_close_programme},

        {get, "/providers/{provider}/approve", approve_provider_changes, show_changes},
        {post, "/providers/{provider}/approve", approve_provider_changes, submit_change_decision},
        {get, "/providers/{provider}/publish", approve_provider_changes, show_publish},
        {post, "/providers/{provider}/publish", approve_provider_changes, submit_publish},

        {get, "/providers/{provider}/documents/new", see_providers, show_new_document},
        {post, "/providers/{provider}/documents/new", see_providers, submit_new_document},
        {get, "/providers/{provider}/documents/{compliance_document}", see_providers, download_document},
        {post, "/providers/{provider}/documents/{compliance_document}/verify", approve_provider_changes, submit_verification},
        {get, "/providers/{provider}/quality/visit", approve_provider_changes, show_new_visit},
        {post, "/providers/{provider}/quality/visit", approve_provider_changes, submit_new_visit},
        {get, "/providers/{provider}/quality/suspension", approve_provider_changes, show_suspension},
        {post, "/providers/{provider}/quality/suspension", approve_provider_changes, submit_suspension},

        {get, "/find", anyone, show_find},
        {get, "/find/{provider}", anyone, show_public_profile},

        {get, "/api/v1/providers", see_providers, api_providers},
        {get, "/api/v1/providers/{provider}", see_providers, api_provider},
    };
    return table;
}

}  // namespace waymark::directory
