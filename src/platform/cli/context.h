// What every command gets from main: where the data lives, where to print, how it ends. Knows no
// domain word.
#pragma once

#include "kernel/result.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <string>

namespace onroll::cli {

/// How a command ended, as main returns it: 0 done, 1 failed, 2 something given could not be read.
enum class Exit { done = 0, failed = 1, bad_input = 2 };

struct Context {
    std::filesystem::path data = "onroll-data"; ///< the data folder, --data DIR
    std::string database{}; ///< the PostgreSQL server that holds the store; empty for the folder
    std::istream& in = std::cin;
    std::ostream& out = std::cout;
    std::ostream& err = std::cerr;
    Exit exit = Exit::done;

    /// Prints what went wrong and sets how the command ends.
    void fail(const Error& error)
    {
        err << "onroll: " << error.message;
        if (!error.where.empty()) err << " (" << error.where << ")";
        err << "\n";
        exit = error.kind == ErrorKind::bad_input || error.kind == ErrorKind::too_large
                   ? Exit::bad_input
                   : Exit::failed;
    }
};

/// Adds a command with the options that all commands share.
inline CLI::App& add_command(CLI::App& noun, const std::string& verb, const std::string& help,
                             Context& context)
{
    auto& command = *noun.add_subcommand(verb, help);
    command.add_option("--data", context.data, "The folder that holds the data")
        ->type_name("DIR")
        ->capture_default_str();
    command
        .add_option(
            "--database", context.database,
            "A PostgreSQL server that holds the store, as postgres://…, signed in as the "
            "owner of its tables. Everybody on this machine sees a password given here: put "
            "an address that holds one into the environment")
        ->envname("ONROLL_DATABASE");
    return command;
}

} // namespace onroll::cli
