-- For wrk: sends requests of a file one after another, each as the person whose cookie it carries. bench/school_year writes the file.
--   wrk … -s bench/requests.lua http://127.0.0.1:PORT -- FILE again|once
-- "once" sends each of them a single time and then stops, for forms that save something new.
local ffi = require("ffi")
ffi.cdef [[ typedef struct { long seconds; long nanoseconds; } moment; int clock_gettime(int, moment*); ]]

local function now()
    local at = ffi.new("moment")
    ffi.C.clock_gettime(1, at)
    return tonumber(at.seconds) + tonumber(at.nanoseconds) / 1e9
end

local thread_of_all

function setup(thread) thread_of_all = thread end

function init(arguments)
    requests, at, once = {}, 0, arguments[2] == "once"
    answers, unexpected, began, ended = 0, 0, 0, 0
    for _, each in ipairs(dofile(arguments[1])) do
        requests[#requests + 1] = wrk.format(each.method, each.path, each.headers, each.body)
    end
    -- Looking at each answer costs the generator as much as the server's work on a long page: only forms that save are looked at.
    if once then response = count end
end

function count(status)
    if began == 0 then began = now() end
    answers, ended = answers + 1, now()
    if status ~= 303 then unexpected = unexpected + 1 end
    if answers == #requests then wrk.thread:stop() end
end

function request()
    if once and at == 0 then began = now() end
    at = at + 1
    if at > #requests then
        if once then return "" end
        at = 1
    end
    return requests[at]
end

function done(summary, latency)
    local errors = summary.errors
    local number = summary.requests
    local seconds = summary.duration / 1e6
    if thread_of_all:get("once") then
        number, seconds = thread_of_all:get("answers"), thread_of_all:get("ended") - thread_of_all:get("began")
    end
    print(string.format('{"median_ms": %.4f, "p99_ms": %.4f, "per_second": %.1f, "requests": %d, "bytes": %d, "failed": %d}', latency:percentile(50) / 1000,
          latency:percentile(99) / 1000, number / seconds, number, summary.bytes / math.max(1, summary.requests),
          errors.connect + errors.read + errors.write + errors.status + errors.timeout + thread_of_all:get("unexpected")))
end
