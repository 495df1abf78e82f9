#pragma once

// One repository per subject of the workspace; each works on the Database it is given, inside Store::write or
// Store::read.
#include "base/json.h"
#include "store/connectionrepository.h"
#include "store/cursorrepository.h"
#include "store/decisionrepository.h"
#include "store/documentrepository.h"
#include "store/flowrepository.h"
#include "store/journalrepository.h"
#include "store/leaserepository.h"
#include "store/linkrepository.h"
#include "store/noterepository.h"
#include "store/planrepository.h"
#include "store/problemrepository.h"
#include "store/runrepository.h"
#include "store/schedulerepository.h"
#include "store/targetindexrepository.h"
