#include "fuzz/csvtarget.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    tieout::fuzz::readCsv(reinterpret_cast<const char*>(data), size);
    return 0;
}
