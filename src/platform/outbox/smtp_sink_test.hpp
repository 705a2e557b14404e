// For tests: a mail server on this machine that takes one message at a time and keeps it.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "foundation/result.hpp"

namespace waymark::testing {

class SmtpSink {
public:
    /// `answer_to_data` is what it says once the whole message has come.
    explicit SmtpSink(std::string answer_to_data = "250 kept") : answer_to_data_{std::move(answer_to_data)}
    {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof here;
        listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
        expects(listening_ >= 0 && ::bind(listening_, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0 && ::listen(listening_, 8) == 0);
        expects(::getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &length) == 0);
        port_ = ntohs(here.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~SmtpSink()
    {
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
    }
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    [[nodiscard]] std::string address() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    /// Read them once the sender is done: each talk is over before it answers.
    std::vector<std::string> recipients, messages;

private:
    void serve()
    {
        for (int talking = 0; (talking = ::accept(listening_, nullptr, nullptr)) >= 0; ::close(talking)) talk(talking);
    }
    void talk(int with)
    {
        const auto say = [&](const std::string& line) { (void)!::write(with, (line + "\r\n").data(), line.size() + 2); };
        say("220 sink");
        for (std::string line = line_from(with); !line.empty(); line = line_from(with)) {
            if (line.starts_with("EHLO") || line.starts_with("HELO")) say("250 sink");
            else if (line.starts_with("RCPT TO:")) recipients.push_back(line.substr(8)), say("250 ok");
            else if (line.starts_with("QUIT")) return say("221 bye");
            else if (line.starts_with("DATA")) {
                say("354 go on");
                std::string message;
                for (line = line_from(with); !line.empty() && line != ".\r\n"; line = line_from(with)) message += line;
                messages.push_back(std::move(message));
                say(answer_to_data_);
            } else say("250 ok");
        }
    }
    /// With its end; empty when the other side has gone.
    static std::string line_from(int with)
    {
        std::string line;
        for (char letter = 0; !line.ends_with("\r\n") && ::read(with, &letter, 1) == 1;) line += letter;
        return line;
    }

    std::string answer_to_data_;
    int listening_ = -1;
    int port_ = 0;
    std::thread thread_;
};

}  // namespace waymark::testing
