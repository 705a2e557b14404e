// A short run of every target: all that is kept in its corpus, and thousands of inputs made from the words of its format, the same ones
// each time. The long runs are by libFuzzer under sanitizers: tools/fuzz.
#include "fuzz/targets.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "harrowdale/dice.hpp"

using namespace waymark;

namespace {

namespace fs = std::filesystem;

/// What went wrong with these bytes; empty when nothing did.
std::string fault_of(const fuzz::Target& target, std::string_view bytes)
{
    try {
        target.run(bytes);
        return {};
    } catch (const fuzz::Broken& broken) {
        return std::string{broken.what};
    } catch (const std::exception& failure) {
        return std::string{"threw: "} + failure.what();
    }
}

std::vector<std::string> kept_inputs(std::string_view name)
{
    std::vector<std::string> inputs;
    const fs::path folder = fs::path{WAYMARK_SOURCE_DIR} / "tests/fuzz/corpus" / name;
    if (!fs::is_directory(folder)) return inputs;
    for (const auto& entry : fs::directory_iterator{folder}) {
        std::ifstream file{entry.path(), std::ios::binary};
        inputs.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return inputs;
}

/// Words of the format in any order, with single bytes changed, added and cut between them.
std::string made_input(const fuzz::Target& target, harrowdale::Dice& dice)
{
    std::string bytes;
    for (int words = dice.between(0, 12); words > 0; --words) {
        if (dice.between(1, 100) <= 70) bytes += target.words[static_cast<std::size_t>(dice.between(0, static_cast<int>(target.words.size()) - 1))];
        else bytes += static_cast<char>(dice.between(0, 255));
    }
    for (int changes = dice.between(0, 3); changes > 0 && !bytes.empty(); --changes)
        bytes[static_cast<std::size_t>(dice.between(0, static_cast<int>(bytes.size()) - 1))] = static_cast<char>(dice.between(0, 255));
    if (!bytes.empty() && dice.between(1, 100) <= 20) bytes.resize(static_cast<std::size_t>(dice.between(0, static_cast<int>(bytes.size()))));
    return bytes;
}

void show(std::string_view name, const std::string& bytes, const std::string& fault)
{
    std::string hexadecimal;
    for (const unsigned char c : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        hexadecimal += digits[c >> 4];
        hexadecimal += digits[c & 15];
    }
    const std::string words = std::string{name} + ": " + fault + ", for the bytes " + hexadecimal;
    FAIL_CHECK(words);
}

void planted(std::string_view bytes) { fuzz::must(bytes.find("%00") == std::string_view::npos, "no such bytes"); }

}  // namespace

TEST_CASE("every reader of bytes from outside holds what it must for all that is kept and for thousands of inputs made from its format")
{
    for (const auto& target : fuzz::targets()) {
        harrowdale::Dice dice{2026};
        const auto kept = kept_inputs(target.name);
        CAPTURE(std::string{target.name});
        CHECK(kept.size() >= 3);
        for (const auto& bytes : kept)
            if (const auto fault = fault_of(target, bytes); !fault.empty()) show(target.name, bytes, fault);
        for (int count = 0; count < 4000; ++count) {
            const auto bytes = made_input(target, dice);
            if (const auto fault = fault_of(target, bytes); !fault.empty()) {
                show(target.name, bytes, fault);
                break;
            }
        }
    }
}

TEST_CASE("a reader that breaks on some bytes is found by the short run")
{
    const fuzz::Target faulty{"planted", planted, fuzz::targets()[2].words};
    harrowdale::Dice dice{2026};
    bool found = false;
    for (int count = 0; count < 4000 && !found; ++count) found = !fault_of(faulty, made_input(faulty, dice)).empty();
    CHECK(found);
}
