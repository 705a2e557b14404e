// The page shell: every page of the house is one of these. Navigation and theme come in as values; ui knows no roles.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/form.hpp"
#include "ui/buffer.hpp"

namespace waymark::ui {

struct Link {
    std::string text;
    std::string href;
    bool current = false;
};

/// What surrounds every page for this person now. The edge (app/serve.cpp) makes it for each request and puts it in place
/// with ShellScope; pages never need to touch it.
struct Shell {
    std::string authority_name;                 // "Harrowdale"
    std::string service_name = "Waymark";
    std::vector<Link> navigation;               // at most 6 items for a role
    std::string person;                         // "Priya Raman, commissioner"; empty when signed out
    std::string csrf_token;
    std::string send_key;                       // another at each showing of a page; empty: its forms may be done as often as they are sent
    std::string current_path;                   // marks the navigation item
    std::optional<std::string> success;         // shown once, as a success banner that takes focus
    std::string demonstration_note;             // phase banner of the made-up area; empty in real use
    bool may_search = false;
    bool has_account = true;                    // false for a family's pages: no sign-in, no account
};

/// Sets the shell for the current thread while it lives.
class ShellScope {
public:
    explicit ShellScope(const Shell& shell);
    ~ShellScope();
    ShellScope(const ShellScope&) = delete;
    ShellScope& operator=(const ShellScope&) = delete;

private:
    const Shell* previous_;
};
[[nodiscard]] const Shell& current_shell();

struct PageOptions {
    std::string title;                          // without a child's name: "Record the panel's decision"
    std::string record;                         // reference of the record, if any: "7F3K-2M"; goes into the title
    std::vector<Link> breadcrumbs;              // reading pages
    std::optional<Link> back;                   // question flows: a back link instead of breadcrumbs
    Problems problems;                          // error summary on top, "Error: " before the title
    bool wide = false;                          // tables and boards use the whole width
    std::string caption;                        // small line above the h1
    bool heading = true;                        // writes the h1 from `title`; false when the page writes its own
    bool about_a_person = true;                 // printed sheets say "Official-Sensitive"
};

/// Writes a whole page: skip link, header, navigation, banner, error summary, h1, `body`, footer.
void page(Buffer& out, const PageOptions& options, const std::function<void(Buffer&)>& body);

/// Writes <form method="post"> with the CSRF token around `body`. `action` empty: the page's own address.
struct FormOptions {
    std::string action;
    std::string method = "post";                // "get" for filters (no token)
    bool files = false;                         // multipart/form-data
    std::string autosave;                       // address for drafts that save themselves; empty: none
    std::string classes;
};
void form(Buffer& out, const FormOptions& options, const std::function<void(Buffer&)>& body);

/// The hidden field in which every posted form carries Shell::csrf_token.
inline constexpr std::string_view csrf_field = "csrf_token";
/// The hidden field in which every form of `form` carries Shell::send_key, so that one that is sent twice is done once.
inline constexpr std::string_view send_key_field = "send_key";

/// The Content-Security-Policy of every page. It lets run our own script files and one inline script, allowed by its hash:
/// the line that says script is there. `form_origins`: further origins that forms may post to, for organisation sign-on.
[[nodiscard]] std::string content_security_policy(std::string_view form_origins = {});

}  // namespace waymark::ui
