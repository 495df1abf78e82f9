#pragma once

#include <QTranslator>

namespace tieout::gui {

/// English is the source language and has no translation file; this gives its singulars ("1 record"). Install
/// it before a language file, which then wins.
class EnglishPlurals final : public QTranslator
{
    Q_OBJECT
  public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* sourceText, const char* disambiguation,
                                    int n) const override;
};

} // namespace tieout::gui
