// The plain calls of `wct check`, read without the argument parser. Knows no option but one.
//
// To set the parser up takes longer than to check a few runbooks. Whatever is not as plain as this, wrong usage too, is
// the parser's, which stays the one description of all options.
internal import ArgumentParser
internal import CommandSupport

extension Check {
  /// The command that `check PATH… [--cache DIR]` stands for; nil for any other words.
  static func plain(_ arguments: [String]) -> Check? {
    guard let word = arguments.first, word == "check" else { return nil }
    var (paths, cache): ([String], String?) = ([], nil)
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--cache", cache == nil, let value = rest.popFirst(), isPlain(value) {
        cache = value
      } else if isPlain(argument) {
        paths.append(argument)
      } else {
        return nil
      }
    }
    return Check(paths: paths, cache: cache)
  }

  private static func isPlain(_ word: String) -> Bool {
    word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
  }

  /// Every option has to be set: one that is not can't be read.
  private init(paths: [String], cache: String?) {
    self.init()
    self.paths = paths
    self.cache = cache
    exclude = []
    stdinName = nil
    jobs = nil
    watch = false
    maxWarnings = nil
    errorOnWarnings = false
    verbose = false
    fix = FixOptions(unset: ())
    compile = CompileOptions(unset: ())
    passes = PassInspectionOptions(unset: ())
    store = StoreToReadOption(unset: ())
    baseline = BaselineOptions(unset: ())
    output = OutputOptions(unset: ())
  }
}

extension FixOptions {
  fileprivate init(unset: Void) {
    self.init()
    (fix, fixUnsafe, diff) = (false, false, false)
  }
}

extension CompileOptions {
  fileprivate init(unset: Void) {
    self.init()
    (rulesetDirectories, environmentFiles, lateBind, lateBindAll, limitSettings) = ([], [], [], false, [])
    policies = PolicyOptions(unset: ())
    severity = SeverityOptions(unset: ())
    workspace = WorkspaceOptions(unset: ())
  }
}

extension PolicyOptions {
  fileprivate init(unset: Void) {
    self.init()
    files = []
  }
}

extension SeverityOptions {
  fileprivate init(unset: Void) {
    self.init()
    (profile, rules) = (nil, [])
  }
}

extension WorkspaceOptions {
  fileprivate init(unset: Void) {
    self.init()
    (config, ignoresConfiguration) = (nil, false)
  }
}

extension PassInspectionOptions {
  fileprivate init(unset: Void) {
    self.init()
    (dumpAfter, timePasses) = ([], false)
  }
}

extension StoreToReadOption {
  fileprivate init(unset: Void) {
    self.init()
    store = nil
  }
}

extension BaselineOptions {
  fileprivate init(unset: Void) {
    self.init()
    (baseline, updateBaseline) = (nil, false)
  }
}

extension OutputOptions {
  fileprivate init(unset: Void) {
    self.init()
    (color, formats, json, quiet) = (.auto, [], false, false)
  }
}
