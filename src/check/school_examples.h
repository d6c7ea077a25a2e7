// Invented cases for schools, each with its facts and with what people often get wrong about it.
// Their days are worked out by the law engine when they are shown. Pure.
#pragma once

#include "check/school_form.h"

#include <vector>

namespace onroll::check {

struct SchoolExample {
    const char* id;
    const char* title;
    const char* story;
    const char* mistake;
    SchoolForm form;
};
const std::vector<SchoolExample>& school_examples();

struct WorkedExample {
    const SchoolExample* example;
    SchoolPlan plan;
};
std::vector<WorkedExample> worked_examples(const Services& services, Date today);

} // namespace onroll::check
