// Pass: warns of what is allowed and probably not meant. One file a lint, in Lints/.
internal import Diagnostics

extension Compilation {
  mutating func lintRunbook() {
    lintContact()
    lintUnusedNames()
    lintUnpinnedRulesets()
    lintTimeouts()
    lintIneffectiveOptionals()
    // These speak of the whole graph, which is not known while something is wrong in it.
    guard !sink.hasErrors else { return }
    lintUnusedArtifacts()
    lintDuplicateWork()
  }
}
