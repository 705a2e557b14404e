// The targets: what is read, and what must hold of it.
#include "fuzz/targets.hpp"

#include <algorithm>
#include <array>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "law/cli/json_value.hpp"
#include "people/rules/calendar_file.hpp"
#include "people/rules/icalendar.hpp"
#include "platform/access/cookies.hpp"
#include "platform/documents/file_type.hpp"
#include "platform/documents/picture.hpp"
#include "platform/http/head_check.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/request.hpp"
#include "platform/http/url.hpp"
#include "ui/buffer.hpp"

namespace waymark::fuzz {
namespace {

/// Where the scan sees a whole head, a request is only let through that every reader ends at the same place.
void read_head(std::string_view bytes)
{
    const auto scan = scan_head(bytes);
    if (scan.state != HeadScan::State::complete) return;
    must(scan.length <= bytes.size(), "the head ends within the bytes");
    const auto head = bytes.substr(0, scan.length);
    must(head.ends_with("\r\n\r\n"), "a head ends with its empty line");
    if (check_head(head)) return;
    std::string folded = lower_ascii(head);
    std::size_t lengths = 0;
    for (std::size_t at = 0; (at = folded.find("\ncontent-length:", at)) != std::string::npos; ++at) ++lengths;
    must(lengths <= 1, "one length only");
    must(lengths == 0 || folded.find("\ntransfer-encoding:") == std::string::npos, "a length or chunks, not both");
    must(head.find('\0') == std::string_view::npos, "no zero byte in a head");
}

void read_address(std::string_view bytes)
{
    Request request;
    if (!request.read_target(bytes)) return;
    must(request.url_path.starts_with('/'), "a path starts with a slash");
    for (const auto& segment : request.segments) must(segment != ".." && segment.find('\0') == std::string::npos, "a part is no step upwards");
    (void)request.query_form();
}

void read_form_body(std::string_view bytes)
{
    const auto pairs = read_urlencoded(bytes);
    std::string written;
    for (const auto& [name, value] : pairs) {
        must(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos, "no zero byte is kept");
        written += (written.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    }
    must(read_urlencoded(written) == pairs || written.empty() || pairs.front().first.empty(), "what is written again reads the same");
}

void read_percent(std::string_view bytes)
{
    must(percent_decoded(percent_encoded(bytes)) == std::string{bytes}, "encoding and decoding give the bytes back");
    const auto decoded = percent_decoded(bytes);
    must(!decoded || decoded->size() <= bytes.size(), "decoding adds nothing");
    must(as_clean_text(std::string{bytes}).find('\0') == std::string::npos, "clean text has no zero byte");
}

void read_upload(std::string_view bytes)
{
    const auto line = bytes.find('\n');
    const auto type = line == std::string_view::npos ? std::string_view{"multipart/form-data; boundary=b"} : bytes.substr(0, line);
    const auto form = read_multipart(type, line == std::string_view::npos ? bytes : bytes.substr(line + 1));
    std::size_t kept = 0;
    for (const auto& [name, value] : form.values) kept += value.size();
    must(kept <= 3 * bytes.size() + 64, "a form holds no more than was sent");  // Windows-1252 grows as UTF-8
}

void read_table(std::string_view bytes)
{
    long last = 0;
    (void)read_csv(bytes, [&](const CsvRow& row) {
        must(row.line >= std::max(last, 1L), "rows come in the order of their lines");
        last = row.line;
        must(row.header != nullptr, "a row knows its header");
        (void)row.text("name");
    });
    // What we write, we read as it was.
    const std::string cell = as_clean_text(std::string{bytes.substr(0, 200)});
    CsvWriter csv{{"first", "second"}};
    csv.row({cell, "end"});
    bool is_same = false, is_read = read_csv(csv.text(), [&](const CsvRow& row) { is_same = row.fields.size() == 2 && row.fields[1] == "end"; }).has_value();
    must(is_read && is_same, "a written row is read as two fields");
}

void read_calendar(std::string_view bytes)
{
    const auto events = people::read_events(bytes);
    if (events)
        for (const auto& event : events->events) must(event.from <= event.to, "an event ends on or after its first day");
    const auto file = people::read_calendar_file(bytes);
    if (!file) return;
    for (std::size_t at = 1; at < file->terms.size(); ++at) must(file->terms[at - 1].term.to < file->terms[at].term.from, "half-terms do not overlap");
}

void read_json(std::string_view bytes)
{
    const auto value = law::value_from_json(bytes);
    if (!value) return;
    const auto written = law::json_from_value(*value);
    const auto again = law::value_from_json(written);
    must(again.has_value(), "what is written is JSON");
    must(law::json_from_value(*again) == written, "and reads as the same");
}

/// The escaper is all that stands between what somebody typed and the page.
void write_text(std::string_view bytes)
{
    ui::Buffer out;
    out.text(bytes);
    const std::string markup = out.take();
    must(markup.find_first_of("<>\"'") == std::string::npos, "no mark of markup is left");
    for (std::size_t at = 0; (at = markup.find('&', at)) != std::string::npos; ++at) {
        const auto end = markup.find(';', at);
        must(end != std::string::npos && end - at <= 6, "each & begins an entity");
    }
}

void read_file(std::string_view bytes)
{
    const auto type = documents::file_type_of(bytes);
    if (!type) return;
    const auto name = documents::safe_file_name(bytes.substr(0, 300), *type);
    must(name.find_first_of("/\\\r\n\"") == std::string::npos, "a file’s name leads nowhere");
    must(!name.empty() && name.size() <= 200, "a file’s name is short");
    const auto kept = documents::without_metadata(bytes, *type);
    if (!kept) return;
    must(kept->size() <= bytes.size() + 36, "a picture grows by the note on which way is up at most");
    must(documents::without_metadata(*kept, *type) == *kept, "nothing more is taken away from what was cleaned");
}

/// After sign-in nobody is sent to another host.
void read_way_back(std::string_view bytes)
{
    const auto way = access::local_path_or(bytes, "/work");
    must(way.starts_with('/'), "the way back is a path");
    must(way.size() < 2 || (way[1] != '/' && way[1] != '\\'), "and no other host");
    must(std::ranges::none_of(way, [](unsigned char c) { return c < 0x20 || c == 0x7f; }), "without control characters");
}

constexpr std::string_view of_heads[] = {"GET / HTTP/1.1\r\n", "POST /a HTTP/1.1\r\n", "Host: a\r\n", "Content-Length: 1\r\n", "Content-Length: 1, 1\r\n", "Transfer-Encoding: chunked\r\n",
                                         "transfer-encoding : chunked\r\n", " folded\r\n", "\r\n", "\n", "\0", "Content-Length: +1\r\n"};
constexpr std::string_view of_addresses[] = {"/", "%2e%2e", "..", "//", "?", "&", "=", "%00", "%", "http://a/", "\\", "#"};
constexpr std::string_view of_forms[] = {"a=1", "&", "=", "%41", "%", "+", "%zz", "%80", "%00"};
constexpr std::string_view of_uploads[] = {"multipart/form-data; boundary=b\n", "--b\r\n", "--b--\r\n", "Content-Disposition: form-data; name=\"a\"\r\n\r\n", "; filename=\"x.pdf\"", "\r\n", "boundary=\"", "\x80"};
constexpr std::string_view of_tables[] = {"name,from,to\n", "\"", "\"\"", ",", ";", "\r\n", "\xef\xbb\xbf", "\x92", "kind;name;from;to\n", "PK\x03\x04"};
constexpr std::string_view of_calendars[] = {"BEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\n", "DTSTART;VALUE=DATE:20260902\r\n", "DTEND:20261031T000000Z\r\n", "SUMMARY:Half term\r\n", " more\r\n", "RRULE:FREQ=DAILY\r\n",
                                             "END:VEVENT\r\n", "END:VCALENDAR\r\n", "STATUS:CANCELLED\r\n", "kind,name,from,to\n", "half-term,Autumn 1,2026-09-02,2026-10-23\n"};
constexpr std::string_view of_json[] = {"{", "}", "[", "]", "\"a\":", "1", "1.5", "-0", "1e999", "true", "null", "\"\\u0000\"", "\"\\ud800\"", ",", "\xff"};
constexpr std::string_view of_texts[] = {"<script>", "&amp;", "'", "\"", "\x80", "\xe2\x80\x9c", "</", "-->", "\0"};
constexpr std::string_view of_files[] = {"%PDF-1.7\n", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "\xff\xd9", "\xff\xda", "\xff\xe1", "Exif", "IHDR", "IDAT", "IEND", "tEXt", "PK\x03\x04", "word/document.xml", "vbaProject.bin", "../", "\xd0\xcf\x11\xe0", "plain text\n"};
constexpr std::string_view of_ways[] = {"/", "//", "/\\", "https://a", "/work?a=b", "\t", "\r\n", "%2f%2f", "/a//b", "@"};

constexpr Target all[] = {
    {"head", read_head, of_heads},         {"address", read_address, of_addresses}, {"form", read_form_body, of_forms}, {"percent", read_percent, of_forms},
    {"multipart", read_upload, of_uploads}, {"csv", read_table, of_tables},          {"icalendar", read_calendar, of_calendars}, {"json", read_json, of_json},
    {"escaping", write_text, of_texts},    {"file", read_file, of_files},           {"way_back", read_way_back, of_ways},
};

}  // namespace

std::span<const Target> targets() { return all; }

}  // namespace waymark::fuzz
