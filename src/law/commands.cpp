#include "law/commands.h"

#include "law/json.h"
#include "law/provisions.h"
#include "law/rule_lists.h"

#include "platform/csv/text.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

namespace onroll::law {

namespace commands_detail {

/// Says beside the answers that some of them are errors, so that a batch of thousands need not be
/// read to know.
void tell_of_failures(std::size_t failed, std::size_t all, cli::Context& context)
{
    if (failed == 0) return;
    context.err << "onroll: " << failed << " of " << all << (all == 1 ? " history" : " histories")
                << " could not be read. Each of these results names the member under \"error\"\n";
    context.exit = cli::Exit::bad_input;
}

struct EvaluateOptions {
    std::string file;
    bool stream = false;
};

struct RulesOptions {
    std::string words;
    std::string on;
    std::string as = "text";
};

/// Answers one history a line, as it comes: memory stays that of one history.
void answer_lines(std::istream& in, cli::Context& context, const SchoolFinder& find_school)
{
    std::string line;
    std::size_t place = 0, failed = 0, all = 0;
    for (; std::getline(in, line); ++place) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto value = json::parse(line);
        const auto answer =
            value ? answer_history(*value, place, find_school)
                  : Answer{write_error("line " + std::to_string(place + 1), value.error()), true};
        context.out << json::print(answer.result) << "\n";
        ++all;
        failed += answer.failed ? 1 : 0;
    }
    tell_of_failures(failed, all, context);
}

/// What is most often wrong with a file that is not JSON, where that can be seen.
Error with_advice(Error error, std::string_view text)
{
    if (text.empty())
        error.message = "The file is empty";
    else if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        error.message = "The file is UTF-16. Save it as UTF-8";
    else if (!csv::is_utf_8(text))
        error.message += ". It is not UTF-8. Save it as UTF-8";
    else if (const auto line = text.substr(0, text.find('\n'));
             line.size() < text.size() && json::parse(line))
        error.message += ". Where each line holds a history of its own, add --stream";
    return error;
}

void answer_whole(std::istream& in, cli::Context& context, const SchoolFinder& find_school)
{
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto document = json::parse(text, {.bytes = std::size_t{1} << 30});
    if (!document) return context.fail(with_advice(document.error(), text));
    const auto answers = answer_document(*document, find_school);
    if (!answers) return context.fail(answers.error());
    context.out << json::print_indented(answers->document) << "\n";
    tell_of_failures(answers->failed, answers->document.at("results").size(), context);
}

void evaluate_file(const EvaluateOptions& options, cli::Context& context,
                   const SchoolFinder& find_school)
{
    std::ifstream file;
    std::error_code unreadable;
    if (std::filesystem::is_directory(options.file, unreadable))
        return context.fail(bad_input(options.file + " is a folder. Name a file in it"));
    if (options.file != "-") {
        file.open(options.file, std::ios::binary);
        if (!file)
            return context.fail(
                bad_input("The file " + options.file + " cannot be opened. Check its name"));
    }
    auto& in = options.file == "-" ? context.in : file;
    options.stream ? answer_lines(in, context, find_school)
                   : answer_whole(in, context, find_school);
}

void print_text(const std::vector<const Rule*>& found, std::ostream& out)
{
    for (const auto* one : found) {
        out << one->name << "  " << one->title << "\n";
        for (const auto& row : one->in_force) {
            const auto cited = citation(one->id, row.from);
            out << "    " << in_words(row.from)
                << (row.until ? " to " + in_words(*row.until) : std::string(" on"));
            if (cited)
                out << ": " << cited->source
                    << (cited->edition.empty() ? "" : ", " + std::string(cited->edition));
            out << "\n";
        }
    }
}

void list_rules(const RulesOptions& options, cli::Context& context)
{
    std::optional<Date> on;
    if (!options.on.empty()) {
        const auto day = parse_date(options.on);
        if (!day) return context.fail(day.error());
        on = *day;
    }
    const auto found = search_rules(options.words, {}, on);
    if (found.empty())
        return context.fail(not_found("No rule holds those words. Try fewer, or another date"));
    if (options.as == "text") return print_text(found, context.out);
    if (options.as == "csv")
        context.out << rules_csv(found);
    else
        context.out << rules_markdown(found);
}

} // namespace commands_detail

void add_commands(CLI::App& app, cli::Context& context, SchoolFinder find_school)
{
    auto& law = *app.add_subcommand("law", "Duties, dates and findings, and the rules behind them");
    law.require_subcommand(1);

    auto evaluate_options = std::make_shared<commands_detail::EvaluateOptions>();
    auto& evaluating = cli::add_command(
        law, "evaluate", "Answer what follows from histories in a JSON file", context);
    evaluating
        .add_option(
            "file", evaluate_options->file,
            "One history, or a list under \"vectors\" or \"histories\"; - reads standard input")
        ->required();
    evaluating.add_flag("--stream", evaluate_options->stream,
                        "Take one history a line, and give one result a line");
    evaluating.callback(
        [=, &context] { commands_detail::evaluate_file(*evaluate_options, context, find_school); });

    auto rules_options = std::make_shared<commands_detail::RulesOptions>();
    auto& listing = cli::add_command(
        law, "rules", "List the rules, with where each is written and since when", context);
    listing.add_option("words", rules_options->words, "Only rules that hold these words");
    listing.add_option("--on", rules_options->on, "Only rules in force on this day")
        ->type_name("YYYY-MM-DD");
    listing.add_option("--as", rules_options->as, "How to print them")
        ->check(CLI::IsMember({"text", "csv", "markdown"}))
        ->capture_default_str();
    listing.callback([=, &context] { commands_detail::list_rules(*rules_options, context); });
}

} // namespace onroll::law
