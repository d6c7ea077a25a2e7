// What the benchmarks share: a stopwatch on the monotonic clock, the peak memory of this process,
// and a peer in NumPy.
#pragma once

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace onroll::bench {

class Stopwatch {
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Peak resident memory of this process so far, in megabytes.
inline double peak_megabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

/// Keeps a value that the compiler could otherwise leave out.
template <class T>
void keep(const T& value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

/// Runs a Python program that prints one number a line, and answers the numbers; empty where Python
/// or NumPy is absent.
inline std::vector<double> ask_numpy(const std::string& program, const std::string& argument)
{
    const auto script = std::filesystem::temp_directory_path() /
                        ("onroll_bench_" + std::to_string(std::rand()) + ".py");
    std::ofstream(script) << program;
    const auto command = "/usr/bin/python3 " + script.string() + " " + argument;
    std::vector<double> numbers;
    if (auto* pipe = popen(command.c_str(), "r")) {
        char line[128];
        while (std::fgets(line, sizeof line, pipe)) numbers.push_back(std::atof(line));
        pclose(pipe);
    }
    std::filesystem::remove(script);
    return numbers;
}

} // namespace onroll::bench
