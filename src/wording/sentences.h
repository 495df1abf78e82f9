#pragma once

#include "base/error.h"

namespace tieout::wording {

/// What a person can do about an error with one button; the page decides how the button does it.
enum class Remedy : quint8 {
    None,
    Retry,
    SignIn,
    AddLookupRow,
    AllowWriting,
    Preview,
    OpenSync,
    OpenConnections
};

/// An error in the words of people who keep books.
struct Sentence {
    QString title; ///< a few words, for lists: "No row for \"PL\" in Region to tax rate"
    QString what;  ///< one sentence
    QString why;   ///< in the other system's own words where there are any
    QString fix;
    QString next; ///< what the program does by itself
    Remedy remedy = Remedy::None;
};

/// The one place where an error becomes a sentence. A code without one of its own falls back to its kind.
/// `object` is what the record's own sync writes ("Invoices"), empty when it is not known: an error about
/// another object is that of a record which must be there first, and the sentence says so.
[[nodiscard]] Sentence sentenceFor(const Error& error, const QString& object = {});
/// True when the code has a sentence of its own.
[[nodiscard]] bool hasSentence(const QString& code);

} // namespace tieout::wording
