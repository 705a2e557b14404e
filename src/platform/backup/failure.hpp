// What a backup, a restore or a check of one says when it cannot be done, in words for whoever runs the service.
#pragma once

#include <stdexcept>

namespace waymark::backup {

class Failure : public std::runtime_error {
public:
    enum class What {
        wrong_key,       // the file was made with another key
        no_backup,       // it is no backup of this program, or of a form that this program does not know
        cut,             // it ends before its end
        changed,         // a byte of it, or more, is not as it was written
        newer,           // a newer program made it
        in_the_way,      // there is something already where it should go
        no_room,         // the disk, or what this program may use of it, is full
        no_good,         // what came out of it is not what went in
        stopped,         // somebody asked it to stop
        cannot,          // anything else that the world refuses; the words say what to do
    };
    Failure(What which, const std::string& words) : std::runtime_error{words}, kind{which} {}
    What kind;
};

}  // namespace waymark::backup
