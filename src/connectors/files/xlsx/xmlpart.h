#pragma once

#include <QIODevice>

struct zip_file;

namespace tieout::connectors {

/// Why a part of a spreadsheet ends before its end.
enum class XmlRefusal : quint8 {
    None,
    TooLarge, ///< unfolds beyond the limit
    Damaged,  ///< the zip's own check failed
    NotXml,   ///< zero bytes, UTF-16, an endless tag or text
    Doctype,  ///< entities could unfold or reach outside
};

/// Unfolds one part of a package and lets pass only what a spreadsheet needs: no document type (so no
/// entities), no endless tags or texts, not more bytes than allowed. One thread; owns the zip's file.
class XmlPart final : public QIODevice
{
    Q_DISABLE_COPY_MOVE(XmlPart)
  public:
    XmlPart(zip_file* file, qint64 most);
    ~XmlPart() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] XmlRefusal refusal() const { return m_refusal; }

  protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 size) override;

  private:
    enum class State : quint8 { Text, TagStart, Tag, SingleQuoted, DoubleQuoted, Bang, Other };
    [[nodiscard]] bool check(const char* data, qint64 size);
    [[nodiscard]] bool step(char byte);
    [[nodiscard]] bool stepBang(char byte);
    [[nodiscard]] const char* skipText(const char* at, const char* end);

    zip_file* m_file;
    qint64 m_left;
    qint64 m_run = 0; ///< bytes of the present tag or text
    State m_state = State::Text;
    XmlRefusal m_refusal = XmlRefusal::None;
};

} // namespace tieout::connectors
