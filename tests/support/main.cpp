// The test program: doctest's main, in a program whose areas are joined as they are when it serves.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "clocks/store/shown_clocks.hpp"

int main(int argc, char** argv)
{
    waymark::clocks::count_for_areas_below();
    return doctest::Context{argc, argv}.run();
}
