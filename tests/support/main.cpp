// The test program: doctest's main, in a program whose areas are joined, and which seals, as it does when it serves a made-up area.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "clocks/store/shown_clocks.hpp"
#include "platform/access/sealing.hpp"

int main(int argc, char** argv)
{
    waymark::clocks::count_for_areas_below();
    waymark::access::use_sealing_key(waymark::access::made_up_key());
    return doctest::Context{argc, argv}.run();
}
