// What the routes of the directory are answered by.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark::directory {

// search_page.cpp, compare_page.cpp
Result<Response> show_providers(const Request& request, Context& context);
Result<Response> export_providers(const Request& request, Context& context);
Result<Response> show_comparison(const Request& request, Context& context);

// overview_page.cpp, programmes_page.cpp, places_page.cpp, quality_page.cpp, people_page.cpp, history_page.cpp, sheet_page.cpp
Result<Response> show_overview(const Request& request, Context& context);
Result<Response> show_programmes(const Request& request, Context& context);
Result<Response> show_places(const Request& request, Context& context);
Result<Response> show_quality(const Request& request, Context& context);
Result<Response> show_documents(const Request& request, Context& context);
Result<Response> download_document(const Request& request, Context& context);
Result<Response> show_people(const Request& request, Context& context);
Result<Response> show_history(const Request& request, Context& context);
Result<Response> show_sheet(const Request& request, Context& context);

// new_provider_page.cpp, edit_page.cpp, site_page.cpp, programme_page.cpp, approve_page.cpp, publish_page.cpp
Result<Response> show_new_provider(const Request& request, Context& context);
Result<Response> submit_new_provider(const Request& request, Context& context);
Result<Response> show_edit(const Request& request, Context& context);
Result<Response> show_section(const Request& request, Context& context);
Result<Response> submit_section(const Request& request, Context& context);
Result<Response> show_site(const Request& request, Context& context);
Result<Response> submit_site(const Request& request, Context& context);
Result<Response> show_close_site(const Request& request, Context& context);
Result<Response> submit_close_site(const Request& request, Context& context);
Result<Response> show_programme_form(const Request& request, Context& context);
Result<Response> submit_programme(const Request& request, Context& context);
Result<Response> show_close_programme(const Request& request, Context& context);
Result<Response> submit_close_programme(const Request& request, Context& context);
Result<Response> show_changes(const Request& request, Context& context);
Result<Response> submit_change_decision(const Request& request, Context& context);
Result<Response> show_publish(const Request& request, Context& context);
Result<Response> submit_publish(const Request& request, Context& context);

// assure_pages.cpp
Result<Response> show_new_document(const Request& request, Context& context);
Result<Response> submit_new_document(const Request& request, Context& context);
Result<Response> submit_verification(const Request& request, Context& context);
Result<Response> show_new_visit(const Request& request, Context& context);
Result<Response> submit_new_visit(const Request& request, Context& context);
Result<Response> show_suspension(const Request& request, Context& context);
Result<Response> submit_suspension(const Request& request, Context& context);

// find_pages.cpp
Result<Response> show_find(const Request& request, Context& context);
Result<Response> show_public_profile(const Request& request, Context& context);

// directory_api.cpp
Result<Response> api_providers(const Request& request, Context& context);
Result<Response> api_provider(const Request& request, Context& context);

}  // namespace waymark::directory
