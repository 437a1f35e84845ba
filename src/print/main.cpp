// The program octroi-print, which office/combined_pdf.cpp starts: a job on standard input, as
// strings that each end with a zero byte (output, title, « duplex » or « simplex », then file and
// bookmark of each document); the number of pages on standard output, or the fault on standard
// error.
#include <exception>
#include <iostream>
#include <stdexcept>

#include "print/combine.hpp"

namespace {

std::string next() {
    std::string text;
    if (!std::getline(std::cin, text, '\0')) {
        throw std::runtime_error("octroi-print: no job on standard input");
    }
    return text;
}

octroi::print::job read_job() {
    octroi::print::job wanted;
    wanted.output = next();
    wanted.title = next();
    wanted.duplex = next() == "duplex";
    while (std::cin.peek() != std::istream::traits_type::eof()) {
        auto file = next();
        wanted.documents.push_back({std::move(file), next()});
    }
    return wanted;
}

} // namespace

int main() {
    try {
        std::cout << octroi::print::combine(read_job()) << std::endl;
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
