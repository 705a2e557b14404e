// Short and honest: what the service is, how to get help, and what it does with what it knows.
#include "app/notices.hpp"

#include "foundation/text.hpp"
#include "people/store/sign_ins.hpp"
#include "ui/ui.hpp"

namespace waymark::app {
namespace {

Response notice(std::string title, const std::function<void(ui::Buffer&)>& body)
{
    ui::Buffer out;
    ui::page(out, {.title = std::move(title), .about_a_person = false}, body);
    return html(200, out.take());
}

void whom_to_ring(ui::Buffer& out)
{
    ui::bullet_list(out, {"If a child is in danger now, ring 999.",
                          "If you are worried about a child, ring the children’s social care team of the council where the child lives.",
                          "Children and young people can ring Childline on 0800 1111 at any time. It is free and does not show on the bill."});
}

}  // namespace

Result<Response> show_front_door(const Request&, Context& context)
{
    const auto& shell = ui::current_shell();
    if (context.who.is_signed_in() && !shell.navigation.empty()) return see_other(shell.navigation.front().href);
    return notice("Alternative provision in " + shell.authority_name, [&](ui::Buffer& out) {
        ui::lead(out, "Alternative provision (AP) is education for a child who cannot be in their usual school for now: because of "
                      "exclusion, illness or another reason.");
        ui::paragraph(out, "This service is where the council, schools and those who teach these children keep one record between them: "
                           "who is where, how it goes, and when they go back.");
        ui::button(out, {.text = "Sign in", .href = "/sign-in", .is_start_button = true});
        ui::section(out, "If you are worried about a child", whom_to_ring);
        ui::section(out, "Parents, carers and young people", [](ui::Buffer& inner) {
            ui::paragraph(inner, "You do not need an account. Ask the child’s school or the council’s commissioning team what is happening and what comes next.");
        });
    });
}

Result<Response> show_help(const Request&, Context& context)
{
    const auto limits = context.read(people::sign_in_limits);
    return notice("Help", [&](ui::Buffer& out) {
        ui::section(out, "Signing in", [&](ui::Buffer& inner) {
            ui::paragraph(inner, "Use your work email address and your password. You can paste both. After some wrong tries you wait a little before the next one.");
            ui::paragraph(inner, "Where the sign-in page offers another account that you have, you can use that instead. It must have the email address that you were invited with.");
            ui::paragraph(inner, "If your role must have an authenticator, you set it up when you sign in first, and type its code after your password from then on. "
                                 "Without it, type one of your recovery codes.");
            ui::paragraph(inner, "If you have forgotten your password, choose “I have forgotten my password” on the sign-in page. You get a link, by mail or from whoever looks after accounts in your authority.");
            ui::paragraph(inner, "You are signed out after " + counted(limits.idle.count(), "minute") + " without use, and after " + counted(limits.whole.count(), "hour") + " in any case. The page warns you five minutes before. Sign in again and you come back to the page you were on.");
        });
        ui::section(out, "A page I need is not there", [](ui::Buffer& inner) {
            ui::paragraph(inner, "You see the children you work with now. When a placement, referral or offer ends, so does the view of that child.");
            ui::paragraph(inner, "If something is missing, ask your manager or the authority’s commissioning team.");
        });
        ui::section(out, "Something went wrong", [](ui::Buffer& inner) {
            ui::paragraph(inner, "The page shows a reference such as 7F3K-2M. Give it to the people who run this service: it leads them to what happened.");
        });
        ui::section(out, "If you are worried about a child", whom_to_ring);
        if (!context.who.is_signed_in()) ui::paragraph(out, ui::link_html("/sign-in", "Sign in"));
    });
}

Result<Response> show_accessibility(const Request&, Context&)
{
    return notice("Accessibility statement", [](ui::Buffer& out) {
        ui::paragraph(out, "This service is made from the components of the GOV.UK Design System. It should work for everybody who has to use it.");
        ui::section(out, "What you should be able to do", [](ui::Buffer& inner) {
            ui::bullet_list(inner, {"do everything with a keyboard, with speech recognition and with a screen reader",
                                    "zoom in to 400% without text leaving the screen",
                                    "use every page with scripts switched off",
                                    "read every page in plain words, on a phone or printed"});
        });
        ui::section(out, "How accessible it is", [](ui::Buffer& inner) {
            ui::paragraph(inner, "We aim for level AA of the Web Content Accessibility Guidelines, version 2.2. The pages have not yet been audited "
                                 "by people outside the team, nor tried with a full set of assistive technologies. So we do not claim that they conform.");
        });
        ui::section(out, "Tell us", [](ui::Buffer& inner) {
            ui::paragraph(inner, "If a page does not work for you, tell the authority’s commissioning team. Say which page and what you use. "
                                 "If you are not happy with the answer, contact the Equality Advisory and Support Service.");
        });
    });
}

Result<Response> show_privacy(const Request&, Context&)
{
    return notice("Privacy", [](ui::Buffer& out) {
        ui::lead(out, "The council keeps this record so that every child who cannot be in their usual school has an education, and is safe.");
        ui::section(out, "What is kept", [](ui::Buffer& inner) {
            ui::bullet_list(inner, {"who the child is, their school and their needs", "why they need another place, and what they and their family say",
                                    "where they learn, whether they are there each day, and how it goes"});
        });
        ui::section(out, "Who sees it", [](ui::Buffer& inner) {
            ui::paragraph(inner, "Only people who work with the child now: in the council, the school, the place where they learn, and agencies that help. "
                                 "When that work ends, so does their view. Every look at a child’s record is noted, with who looked and when.");
        });
        ui::section(out, "Your rights", [](ui::Buffer& inner) {
            ui::paragraph(inner, "You can ask the council for a copy of what it holds about you, and to put right what is wrong. "
                                 "You can also complain to the Information Commissioner’s Office.");
        });
        ui::section(out, "For young people", [](ui::Buffer& inner) {
            ui::paragraph(inner, "We write down things about your school life so the right people can help you. Not everyone can look. "
                                 "We keep a list of who does. You can ask to see what we wrote.");
        });
    });
}

Result<Response> show_cookies(const Request&, Context&)
{
    return notice("Cookies", [](ui::Buffer& out) {
        ui::paragraph(out, "This service keeps a few small files in your browser, those below. It cannot work without them, so it does not ask. There are no others, and nothing follows you to other sites.");
        ui::TableOptions table{.caption = "Cookies we use"};
        table.head = {"Name", "What it is for", "How long it lasts"};
        table.rows = {{"waymark_session", "Knows that it is you after you sign in", "Until you sign out or close the browser, 12 hours at most"},
                      {"waymark_visitor", "Makes sure that the sign-in form was sent by you", "Until you close the browser"},
                      {"waymark_browser", "Knows that you signed in with this browser before, so that somebody else who tries your password does not keep you waiting", "180 days after you last signed in"},
                      {"waymark_family_ and 16 letters and digits", "Knows that you opened the link that we sent to your family, one for each link", "Until you close the browser or the pages, 12 hours at most"},
                      {"waymark_success", "Holds the message that the page after a saved form shows you, sealed so that nobody else can read it", "Until it is shown, 10 minutes at most"},
                      {"waymark_elsewhere", "Knows you again when you come back from signing in with another account", "15 minutes at most"}};
        ui::table(out, table);
        ui::paragraph(out, "Over a secure connection all names begin with __Host-.");
    });
}

}  // namespace waymark::app
