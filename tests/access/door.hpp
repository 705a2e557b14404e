// Knocking at the house's doors: a visitor's request through the real edge, without a network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/world.hpp"
#include "app/edge.hpp"

namespace waymark::testing {

/// What an answer says about whether one may.
enum class Answer {
    let_in,      // the page, its next page, or what is wrong with the form
    hidden,      // 404: as if there were no such record
    refused,     // 403
    sign_in,     // led to sign-in, or told to sign in where nobody reads pages
};

/// How the expectation says it.
[[nodiscard]] std::string_view answer_words(Answer answer);

/// Whether a form comes with its token.
enum class FormToken { sent, missing };

class House {
public:
    /// The house with these routes, on the world's morning.
    House(const TwoAuthorities& town, std::vector<Route> routes);

    [[nodiscard]] Response ask(const Visitor& visitor, Method method, const std::string& address, FormToken token = FormToken::sent,
                               std::string body = {}) const;
    [[nodiscard]] Answer knock(const Visitor& visitor, Method method, const std::string& address, FormToken token = FormToken::sent) const;

private:
    app::Edge edge_;
};

/// The path with its parameters filled in: those of a child's records from the child, all others from the town.
[[nodiscard]] std::string address_of(std::string_view path, const TwoAuthorities& town, const PlantedChild& child);
/// The record a path names, as its first parameter says it, is `of`; every further one is `others`: a path made up by hand.
[[nodiscard]] std::string crossed_address_of(std::string_view path, const TwoAuthorities& town, const PlantedChild& of, const PlantedChild& others);

/// The house's own routes with their permissions, each answered by a page that is there for everybody: what is refused, the guard refused.
[[nodiscard]] std::vector<Route> routes_behind_the_guard();

/// Rows whose address is the same for every child; they name no child's record.
[[nodiscard]] bool names_a_child(std::string_view path, const TwoAuthorities& town);

}  // namespace waymark::testing
