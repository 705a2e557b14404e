// Chance that always falls the same way for the same seed, on every machine: SplitMix64 and whole numbers only.
#pragma once

#include <cstdint>
#include <span>

namespace waymark::harrowdale {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}

    [[nodiscard]] std::uint64_t next()
    {
        std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15ULL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    /// A whole number from `least` to `most`, both included.
    [[nodiscard]] int between(int least, int most)
    {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
    [[nodiscard]] bool in_hundred(int chances) { return between(1, 100) <= chances; }
    template <class T, std::size_t extent>
    [[nodiscard]] const T& one_of(std::span<const T, extent> choices)
    {
        return choices[static_cast<std::size_t>(next() % choices.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace waymark::harrowdale
