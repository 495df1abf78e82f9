#include "fuzz/jsontarget.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    tieout::fuzz::readJson(reinterpret_cast<const char*>(data), size);
    return 0;
}
