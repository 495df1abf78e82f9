#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// Plays the fixtures of a manifest: gives the recorded answers to the interpreter and compares what it asked
/// and what it made of them. No network, no waiting; one thread. Lives on the stack.
class FixturePlayer final
{
  public:
    explicit FixturePlayer(std::shared_ptr<const Manifest> manifest);

    /// What is wrong, in words; empty when the fixture is as it says.
    [[nodiscard]] QStringList play(const FixtureSpec& fixture) const;
    /// The rules that decided error fixtures, by their place in the manifest.
    [[nodiscard]] QList<bool> rulesWithFixture() const;

  private:
    [[nodiscard]] QStringList playError(const FixtureSpec& fixture) const;
    [[nodiscard]] QStringList playOperation(const FixtureSpec& fixture) const;
    [[nodiscard]] const ErrorRule* ruleOf(const FixtureSpec& fixture) const;

    std::shared_ptr<const Manifest> m_manifest;
};

} // namespace tieout::connectors
