#include "fuzz/formulatarget.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    tieout::fuzz::readFormula(reinterpret_cast<const char*>(data), size);
    return 0;
}
