#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

#include "platform/access/one_time_code.hpp"
#include "platform/access/sealing.hpp"
#include "platform/access/token.hpp"

using namespace waymark::access;

namespace {

/// A folder for one test, gone after it.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("waymark-key-" + make_token());
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("one-time codes are those of the standard’s own examples")
{
    const std::string secret = "12345678901234567890";
    // RFC 6238, appendix B: seconds since 1970, thirty a step, eight digits.
    CHECK(one_time_code(secret, 59 / 30, 8) == "94287082");
    CHECK(one_time_code(secret, 1111111109 / 30, 8) == "07081804");
    CHECK(one_time_code(secret, 1111111111 / 30, 8) == "14050471");
    CHECK(one_time_code(secret, 1234567890 / 30, 8) == "89005924");
    CHECK(one_time_code(secret, 2000000000 / 30, 8) == "69279037");
    CHECK(one_time_code(secret, 20000000000 / 30, 8) == "65353130");
    // RFC 4226, appendix D: by count, six digits.
    constexpr const char* by_count[] = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
    for (int count = 0; count < 10; ++count) CHECK(one_time_code(secret, count) == by_count[count]);
}

TEST_CASE("base 32 is that of the standard’s own examples, without padding")
{
    CHECK(base32("") == "");
    CHECK(base32("f") == "MY");
    CHECK(base32("fo") == "MZXQ");
    CHECK(base32("foo") == "MZXW6");
    CHECK(base32("foob") == "MZXW6YQ");
    CHECK(base32("fooba") == "MZXW6YTB");
    CHECK(base32("foobar") == "MZXW6YTBOI");
}

TEST_CASE("what is sealed opens with the same key, in the same place, and undamaged")
{
    use_sealing_key(made_up_key());
    const std::string secret("a secret\0of bytes", 17);
    const auto sealed = seal(secret, "Sam");
    CHECK_FALSE(sealed.contains("secret"));
    CHECK(unseal(sealed, "Sam") == secret);
    CHECK(seal(secret, "Sam") != sealed);
    CHECK_FALSE(unseal(sealed, "Priya").has_value());
    for (const std::size_t at : {std::size_t{0}, sealed.size() / 2, sealed.size() - 2}) {
        auto damaged = sealed;
        damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
        CHECK_FALSE(unseal(damaged, "Sam").has_value());
    }
    CHECK_FALSE(unseal("", "Sam").has_value());
    CHECK_FALSE(unseal("not base64 at all!", "Sam").has_value());
    const Folder folder;
    use_sealing_key(key_from_file(folder.path / "key"));
    CHECK_FALSE(unseal(sealed, "Sam").has_value());
    use_sealing_key(made_up_key());
}

TEST_CASE("a key file is made for its owner alone, read again, and refused when others may read it or it holds no key")
{
    const Folder folder;
    const auto file = folder.path / "waymark.db.key";
    const auto key = key_from_file(file);
    struct stat about {};
    REQUIRE(::stat(file.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    CHECK(key_from_file(file) == key);
    CHECK(key != made_up_key());
    CHECK(key_from_file(folder.path / "another.key") != key);
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    CHECK_THROWS_WITH_AS((void)key_from_file(file), doctest::Contains("can be read by others"), std::runtime_error);
    const auto damaged = folder.path / "damaged.key";
    std::ofstream{damaged} << "not a key";
    REQUIRE(::chmod(damaged.c_str(), 0600) == 0);
    CHECK_THROWS_WITH_AS((void)key_from_file(damaged), doctest::Contains("does not hold a key"), std::runtime_error);
    CHECK_THROWS_WITH_AS((void)key_from_file(folder.path / "no-folder" / "key"), doctest::Contains("cannot be written"), std::runtime_error);
}
