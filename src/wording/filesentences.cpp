// Sentences about table files: CSV and spreadsheets, their rows and cells, the folders they lie in.
#include "wording/say.h"
#include "wording/sentencetable.h"

namespace tieout::wording {
namespace {

constexpr SentenceEntry kEntries[] = {
    // A cell or a row: facts are file, line, column, what stands there.
    {"file.number", T("A cell is no number"), T("It says “%4” where the other rows have numbers."),
     T("Correct the cell in the file, save it, then press Retry."), Remedy::Retry,
     T("“%1”, line %2, column “%3”: “%4” is no number")},
    {"file.number-too-long", T("A number has more digits than can be kept"),
     T("“%4” would have to be rounded, and amounts are never rounded. Numbers may have 38 digits."),
     T("If it is an identifier, set the kind of this column to text in the connection. Else correct the "
       "cell, then "
       "press Retry."),
     Remedy::OpenConnections, T("“%1”, line %2, column “%3”: the number has too many digits")},
    {"file.date", T("A cell is no date"), T("It says “%4” where the other rows have dates."),
     T("Correct the cell in the file, save it, then press Retry."), Remedy::Retry,
     T("“%1”, line %2, column “%3”: “%4” is no date")},
    {"file.date-impossible", T("A date does not exist"), T("No calendar has the day “%4”."),
     T("Correct the date in the file, save it, then press Retry. If many rows say so, choose the order of "
       "day and "
       "month in the connection."),
     Remedy::Retry, T("“%1”, line %2, column “%3”: there is no day “%4”")},
    {"file.serial-date", T("A date lies outside the spreadsheet's calendar"),
     T("The cell holds “%4”. Spreadsheets count days from 1900 and invent a 29 February 1900."),
     T("Type the date again in the spreadsheet, save it, then press Retry."), Remedy::Retry,
     T("“%1”, line %2, column “%3”: “%4” is no day of the calendar")},
    {"file.boolean", T("A cell is neither yes nor no"),
     T("It says “%4” where the other rows have yes or no."),
     T("Correct the cell in the file, save it, then press Retry."), Remedy::Retry,
     T("“%1”, line %2, column “%3”: “%4” is neither yes nor no")},
    {"file.formula-error", T("A spreadsheet cell shows an error"),
     T("It shows “%4” instead of a value. A file made by another program may hold formulas that were never "
       "worked out."),
     T("Open the file in Excel, put the formula right, save it, then press Retry."), Remedy::Retry,
     T("“%1”, line %2, column “%3” shows “%4”")},
    {"file.encoding-mixed", T("Characters of two kinds stand in one file"),
     T("The file was put together from parts that were saved in different ways, so accents and umlauts would "
       "come out "
       "wrong."),
     T("Save the file again as UTF-8, or choose the characters in the connection, then press Retry."),
     Remedy::OpenConnections, T("“%1”, line %2: some characters were saved in another way than the others")},
    {"file.row-width", T("A row has too many or too few cells"),
     T("It has %3 cells, the heading has %4. A separator or a quote inside a text may be the reason."),
     T("Put text with a separator in quotes, or choose the right separator in the connection, then press "
       "Retry."),
     Remedy::Retry, T("“%1”, line %2: the row has %3 cells instead of %4")},
    {"file.key-missing", T("A row has no key"), T("The column “%3” names the row, and it is empty here."),
     T("Fill it in, save the file, then press Retry."), Remedy::Retry, T("“%1”, line %2: “%3” is empty")},
    {"file.duplicate-key", T("Two rows have the same key"),
     T("“%3” stands in line %4 too. One of them would overwrite the other."),
     T("Remove one of the rows or correct its key, or add a column to the key in the connection. Then press "
       "Retry."),
     Remedy::Retry, T("“%1”, line %2: “%3” stands in line %4 already")},

    // The form of a file.
    {"file.dates-ambiguous", T("Day or month first?"),
     T("Column “%2” of “%1” has “%3”, and no date in the file shows which number is the day. Nothing was "
       "read."),
     T("Choose the order of day and month in the connection. Then press Retry."), Remedy::OpenConnections},
    {"file.numbers-ambiguous", T("Thousands or decimals?"),
     T("Column “%2” of “%1” has “%3”, and nothing in the file shows whether the mark stands before the "
       "decimals. "
       "Nothing was read."),
     T("Choose how decimals are written in the connection. Then press Retry."), Remedy::OpenConnections},
    {"file.csv-unclosed", T("A quote is not closed"),
     T("In “%1” a quote opens in the row that begins on line %2 and has no end. Everything behind it would "
       "be one cell."),
     T("Close the quote or remove it, save the file, then press Retry."), Remedy::Retry},
    {"file.csv-quote", T("Text stands behind a closing quote"),
     T("“%1”, line %2, cell %3. A quote inside a text must be written twice."),
     T("Correct the cell, save the file, then press Retry."), Remedy::Retry},
    {"file.line-too-long", T("A row is too long"), T("“%1”, line %2 is longer than %3 bytes."),
     T("Check that this is the right file, and its separator and quotes in the connection."),
     Remedy::OpenConnections},
    {"file.cell-too-long", T("A cell is too long"), T("“%1”, line %2, cell %3 is longer than %4 allows."),
     T("Shorten the text, save the file, then press Retry."), Remedy::Retry},
    {"file.too-wide", T("A row has too many cells"), T("“%1”, line %2. Tables may have %3 columns."),
     T("Check that this is the right file, and its separator in the connection."), Remedy::OpenConnections},
    {"file.too-many-rows", T("A sheet is full"), T("“%1” cannot take more than %2 rows."),
     T("Write to a CSV file instead."), Remedy::OpenConnections},
    {"file.column-missing", T("“%1” has no column “%2”"),
     T("This sync reads it. The separator or the heading's row may be set wrong."),
     T("Add the column to the file, or correct the connection or the Map step. Then press Retry."),
     Remedy::OpenConnections},
    {"file.binary", T("“%1” is no table"), T("It holds bytes that no text has, like a picture or a program."),
     T("Choose a CSV or XLSX file."), Remedy::OpenConnections},
    {"file.encoding", T("“%1” is not %2"),
     T("Its characters were saved in another way than the connection says."),
     T("Choose the characters in the connection, or let Tieout find out."), Remedy::OpenConnections},
    {"file.empty", T("“%1” is empty"), T("There is no row in it."), T("Check whether it was saved whole."),
     Remedy::Retry},
    {"file.needs-key", T("The rows of “%1” changed their places"),
     T("Rows are known by their place in the file, and it was rewritten since it was read. Tieout cannot "
       "tell which "
       "row is which, and a guess could change the wrong record."),
     T("Choose the columns that name a row in the connection, for example the invoice number."),
     Remedy::OpenConnections},

    // Spreadsheets.
    {"file.xls-old", T("“%1” is an old Excel file"), T("The old format (.xls) is not read."),
     T("Open it in Excel and save it as XLSX or CSV."), Remedy::Retry},
    {"file.xlsx-binary", T("“%1” is a binary Excel file"), T("The binary format (.xlsb) is not read."),
     T("Open it in Excel and save it as XLSX or CSV."), Remedy::Retry},
    {"file.xlsx-password", T("“%1” is locked with a password"),
     T("Tieout does not ask for passwords of files."), T("Save it without a password, then press Retry."),
     Remedy::Retry},
    {"file.xlsx-broken", T("“%1” is damaged"), T("It is no complete spreadsheet."),
     T("Open it in Excel and save it again, then press Retry."), Remedy::Retry},
    {"file.xlsx-bomb", T("“%1” unfolds to an absurd size"),
     T("A file like this is either broken or made to do harm. It was not opened."),
     T("Ask who sent it. A copy saved by Excel is of a normal size."), Remedy::None},
    {"file.xlsx-path", T("“%1” is made to do harm"),
     T("Its parts name places outside of the file. It was not opened."),
     T("Ask who sent it. A copy saved by Excel has no such parts."), Remedy::None},
    {"file.xlsx-sheet", T("“%1” has no sheet “%2”"), T("It was renamed or removed."),
     T("Choose the sheet in the connection."), Remedy::OpenConnections},

    // Files and folders.
    {"file.not-found", T("The file “%1” is not there"),
     T("It was moved, renamed, or its disk is not connected."),
     T("Put it back, or choose another file in the connection."), Remedy::OpenConnections},
    {"file.no-folder", T("The folder “%1” is not there"),
     T("It was moved, renamed, or its disk is not connected."),
     T("Put it back, or choose another folder in the connection."), Remedy::OpenConnections},
    {"file.none-yet", T("No file yet"), T("The folder “%1” holds no table so far."),
     T("Put a first file there, so that its columns can be seen."), Remedy::Retry},
    {"file.unreadable", T("“%1” cannot be read"), T("The system says: %2"),
     T("Check that you may open it and that no other program keeps it locked, then press Retry."),
     Remedy::Retry},
    {"file.still-written", T("“%1” is still being written"), T("Another program goes on changing it."),
     T("Nothing to do: it is read when it stands still."), Remedy::Retry},
    {"file.changed", T("“%1” changed while it was read"), T("Its rows were read as they were before."),
     T("Nothing to do: the next run reads it again."), Remedy::Retry},
    {"file.write", T("“%1” could not be written"), T("The system says: %2. The old file is as it was."),
     T("Close it in other programs, check the folder, then press Retry."), Remedy::Retry},
    {"file.read-only", T("“%1” could not be written"),
     T("You may not write in the folder “%2”, or it is not there."),
     T("Choose another folder, or ask for the right to write there, then press Retry."),
     Remedy::OpenConnections},
    {"file.disk-full", T("The disk is full"), T("“%1” could not be written. The old file is as it was."),
     T("Free some space, then press Retry."), Remedy::Retry},
    {"file.setting", T("The setting “%1” is not understood"), T("It says “%2”."),
     T("Correct it in the connection."), Remedy::OpenConnections},
};

} // namespace

std::span<const SentenceEntry> fileSentences()
{
    return kEntries;
}

} // namespace tieout::wording
