#include "connectors/files/tablesample.h"

#include "connectors/files/csv/textencoding.h"

#include <QBuffer>
#include <QHash>
#include <QSet>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHead = 1024 * 1024;
constexpr qsizetype kMostRows = 20'000;
constexpr qsizetype kRowsForDelimiter = 200;
constexpr char kCandidates[] = {',', ';', '\t', '|'};

bool isWide(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be;
}

struct HeadReader {
    const QByteArray& head;
    TextEncoding encoding;
    QString name;
    bool cut;

    [[nodiscard]] TableSample rows(CsvDialect dialect, qsizetype most) const
    {
        TableSample sample;
        sample.cut = cut;
        QBuffer buffer;
        buffer.setData(head);
        buffer.open(QIODevice::ReadOnly);
        const TextEncoding cells = isWide(encoding) ? TextEncoding::Utf8 : encoding;
        CsvScanner scanner(bytesOf(buffer, encoding, name), dialect, name);
        while (sample.rows.size() < most) {
            const Result<bool> more = scanner.next();
            if (!more) {
                // A quote that the head's end left open is no fault of the file.
                if (!cut || more.error().code != u"file.csv-unclosed"_s) sample.fault = more.error();
                return sample;
            }
            if (!*more) break;
            SampleRow row;
            row.line = scanner.line();
            for (const std::string_view cell : scanner.cells())
                row.texts += decoded(cell, cells, nullptr);
            sample.rows += row;
        }
        const bool endCut = cut && sample.rows.size() < most && sample.rows.size() > 1;
        if (endCut) sample.rows.removeLast();
        return sample;
    }
};

/// The number of cells that most rows have, and how many rows have it (percent).
struct Width {
    qsizetype cells = 0;
    int share = 0;
};
Width usualWidth(const QList<SampleRow>& rows)
{
    QHash<qsizetype, qsizetype> counts;
    for (const SampleRow& row : rows)
        ++counts[row.texts.size()];
    Width best;
    qsizetype most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() < most || (it.value() == most && it.key() < best.cells)) continue;
        most = it.value();
        best.cells = it.key();
    }
    if (!rows.isEmpty()) best.share = int(most * 100 / rows.size());
    return best;
}

struct DelimiterGuess {
    char delimiter = ',';
    int confidence = 0;
};

DelimiterGuess guessDelimiter(const HeadReader& head, char quote)
{
    DelimiterGuess best;
    qsizetype bestScore = -1;
    for (const char candidate : kCandidates) {
        const TableSample sample = head.rows({candidate, quote}, kRowsForDelimiter);
        const Width width = usualWidth(sample.rows);
        if (width.cells < 2) continue;
        // Even rows count for more than many cells: text is full of commas.
        const qsizetype score =
            qsizetype(width.share) * 100 + std::min<qsizetype>(width.cells, 90) - (sample.fault ? 3000 : 0);
        if (score <= bestScore) continue;
        bestScore = score;
        best = {candidate, std::min(99, width.share)};
    }
    if (bestScore < 0) best.confidence = 50; // a single column: any delimiter reads it
    return best;
}

/// Excel's own first line: "sep=;"
std::optional<char> saidByFile(QByteArray head)
{
    if (head.startsWith("\xEF\xBB\xBF")) head.remove(0, 3);
    const bool says =
        head.left(4).toLower() == "sep=" && head.size() > 5 && (head[5] == '\r' || head[5] == '\n');
    return says ? std::optional(head[4]) : std::nullopt;
}

qint64 lineOf(const QByteArray& head, size_t at)
{
    return head.left(qsizetype(at)).count('\n') + 1;
}

QString firstWideText(const TableSample& sample)
{
    for (const SampleRow& row : sample.rows) {
        for (const QString& text : row.texts) {
            for (const QChar c : text) {
                if (c.unicode() > 127) return text;
            }
        }
    }
    return {};
}

Result<void> settleEncoding(const QByteArray& head, Rest rest, const FileSettings& settings,
                            SniffedFile& into)
{
    const QString& name = into.sniff.file;
    const EncodingGuess guess = guessEncoding({head.constData(), size_t(head.size())}, rest);
    const bool told = settings.encoding != TextEncoding::Auto;
    const bool toldWide = told && isWide(settings.encoding);
    if (guess.binary && !toldWide)
        return fail(ErrorKind::BadConfig, u"file.binary"_s, u"zero bytes"_s, {name});
    into.layout.encoding = told ? settings.encoding : guess.encoding;
    into.sniff.encoding.value = wordOf(into.layout.encoding);
    into.sniff.encoding.confidence = told ? 100 : guess.confidence;
    into.sniff.encoding.told = told;
    if (told || !guess.mixedAt) return {};
    into.sniff.remarks +=
        errorOf(ErrorKind::RowRejected, u"file.encoding-mixed"_s, u"UTF-8 and something else"_s,
                {name, QString::number(lineOf(head, guess.mixedAt)), {}, {}});
    return {};
}

} // namespace

Result<TableSample> sampleText(QIODevice& device, const FileSettings& settings, SniffedFile& into)
{
    QByteArray head = device.read(kHead);
    const bool cut = !device.atEnd();
    if (head.isEmpty()) return fail(ErrorKind::BadConfig, u"file.empty"_s, u"no bytes"_s, {into.sniff.file});
    if (Result<void> settled = settleEncoding(head, cut ? Rest::Follows : Rest::None, settings, into);
        !settled)
        return tl::unexpected(settled.error());
    FileLayout& layout = into.layout;
    if (isWide(layout.encoding) && head.size() % 2 && cut) head.chop(1);
    const HeadReader reader{head, layout.encoding, into.sniff.file, cut};
    layout.dialect.quote = settings.quote;
    const auto said = saidByFile(head);
    const DelimiterGuess guess = settings.delimiter ? DelimiterGuess{settings.delimiter, 100}
                                 : said             ? DelimiterGuess{*said, 100}
                                                    : guessDelimiter(reader, settings.quote);
    layout.dialect.delimiter = guess.delimiter;
    if (said) layout.skipUntil = 1;
    into.sniff.delimiter.value = wordOfDelimiter(guess.delimiter);
    into.sniff.delimiter.confidence = guess.confidence;
    into.sniff.delimiter.told = settings.delimiter != 0;
    TableSample sample = reader.rows(layout.dialect, kMostRows);
    while (!sample.rows.isEmpty() && sample.rows.first().line <= layout.skipUntil)
        sample.rows.removeFirst();
    if (sample.fault && sample.rows.isEmpty()) return fail(*sample.fault);
    if (sample.rows.isEmpty())
        return fail(ErrorKind::BadConfig, u"file.empty"_s, u"no rows"_s, {into.sniff.file});
    into.sniff.delimiter.example =
        sample.rows.first().texts.join(QString(QLatin1Char(guess.delimiter))).left(200);
    into.sniff.delimiter.shown = sample.rows.first().texts.join(u" | "_s).left(200);
    into.sniff.encoding.example = into.sniff.encoding.shown = firstWideText(sample).left(200);
    return sample;
}

/// A heading of two rows: the gaps of merged cells in the first are filled in the second.
bool isContinued(const SampleRow& row, const SampleRow& next)
{
    bool anyGap = false;
    for (qsizetype c = 0; c < next.texts.size(); ++c) {
        const QString below = next.texts[c].trimmed();
        const bool gap = row.texts.value(c).trimmed().isEmpty();
        if (gap && below.isEmpty()) return false;
        if (!below.isEmpty() && next.own.value(c, model::FieldType::Text) != model::FieldType::Text)
            return false;
        anyGap = anyGap || gap;
    }
    return anyGap && !next.own.isEmpty();
}

HeaderGuess guessHeader(const TableSample& sample)
{
    constexpr qsizetype kSearched = 15; // titles and blank lines stand above the header of many exports
    const Width width = usualWidth(sample.rows);
    const auto looksTyped = [](const QString& text) {
        const std::string bytes = text.toUtf8().toStdString();
        return numberShape(bytes).isNumber || dateShape(bytes).isDate;
    };
    for (qsizetype i = 0; i < std::min(kSearched, sample.rows.size()); ++i) {
        const SampleRow& row = sample.rows[i];
        if (row.texts.size() * 10 < width.cells * 9) continue;
        qsizetype filled = 0;
        qsizetype typed = 0;
        QSet<QString> different;
        for (qsizetype c = 0; c < row.texts.size(); ++c) {
            const QString text = row.texts[c].trimmed();
            if (text.isEmpty()) continue;
            ++filled;
            different.insert(text);
            const bool own = c < row.own.size() && row.own[c] != model::FieldType::Text;
            if (own || looksTyped(text)) ++typed;
        }
        if (filled * 10 < width.cells * 6) continue;
        if (typed > 0) return {-1, 70};
        if (i + 1 < sample.rows.size() && isContinued(row, sample.rows[i + 1])) return {i + 1, 80};
        const bool contrast =
            i + 1 < sample.rows.size() &&
            std::any_of(sample.rows[i + 1].texts.cbegin(), sample.rows[i + 1].texts.cend(), looksTyped);
        // A name that stands twice is likely only above values of another kind.
        if (different.size() < filled) return contrast ? HeaderGuess{i, 70} : HeaderGuess{-1, 60};
        return {i, contrast ? 95 : 60};
    }
    return {-1, 50};
}

} // namespace tieout::connectors
