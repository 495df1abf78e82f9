#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QUuid>

#include <string>
#include <string_view>

namespace tieout::sandbox::xero {

/// Whether a row brings what hangs on it: lines, members, receipts, options that are gone.
enum class RowDetail : quint8 { Head, Whole };

/// Appends JSON in the forms the accounting API uses (GUIDs, "/Date(ms+0000)/") to one buffer. Keys are ASCII
/// literals and need no escaping. Made per answer; not shared.
class ReplyWriter final
{
  public:
    void beginObject() { open('{'); }
    void beginObject(std::string_view key) { openMember(key, '{'); }
    void endObject() { shut('}'); }
    void beginArray() { open('['); }
    void beginArray(std::string_view key) { openMember(key, '['); }
    void endArray() { shut(']'); }
    void emptyArray(std::string_view key);

    void text(std::string_view key, QStringView value);
    void ascii(std::string_view key, std::string_view value); ///< `value` needs no escaping
    void number(std::string_view key, const Decimal& value);
    void number(std::string_view key, qint64 value);
    void flag(std::string_view key, bool value);
    void guid(std::string_view key, const QUuid& value);
    void day(std::string_view key, Date value);            ///< "/Date(1573516800000+0000)/"
    void dayText(std::string_view key, Date value);        ///< "2019-11-12T00:00:00"
    void plainDay(std::string_view key, Date value);       ///< "2019-11-12"
    void stampDay(std::string_view key, Date value);       ///< "/Date(1573516800000)/": quotes
    void instant(std::string_view key, Instant value);     ///< "/Date(1573516800123+0000)/"
    void stamp(std::string_view key, Instant value);       ///< "/Date(1573516800123)/": envelope and history
    void instantText(std::string_view key, Instant value); ///< ISO with milliseconds and "Z"
    void textItem(QStringView value);                      ///< an element of an array
    void raw(std::string_view json);                       ///< an element or a list of elements, already JSON

    [[nodiscard]] size_t size() const { return m_out.size(); }
    [[nodiscard]] std::string_view view() const { return m_out; }
    [[nodiscard]] QByteArray bytes() const;
    void clear();

  private:
    void open(char bracket);
    void openMember(std::string_view key, char bracket);
    void shut(char bracket);
    void comma();
    void name(std::string_view key);
    void quoted(QStringView value);
    void number(qint64 value);

    std::string m_out;
    QByteArray m_digits; // Decimal writes into a QByteArray; kept to spare an allocation per number
    bool m_needsComma = false;
};

} // namespace tieout::sandbox::xero
