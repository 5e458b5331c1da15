// Every field of `.wct.yaml`, one list for each kind of mapping.
internal import RunbookSyntax

enum WorkspaceField: String, FieldSet {
  case profile, rules, overrides, include, exclude, baseline
  case environmentFiles = "env_files"
  case rulesets
  case lateBinding = "late_bind"
  case limits, policy

  static let table = FieldTable<Self>()
  static let owner = "the configuration"
}

enum OverrideField: String, FieldSet {
  case paths, profile, rules

  static let table = FieldTable<Self>()
  static let owner = "an override"
}

enum LimitField: String, FieldSet {
  case fileSize = "file_size"
  case nesting
  case aliasExpansion = "alias_expansion"

  static let table = FieldTable<Self>()
  static let owner = "'limits'"

  /// The values that the field takes.
  var range: ClosedRange<Int> {
    switch self {
    // Offsets in a file are kept in 32 bits.
    case .fileSize: 1...(1 << 31 - 1)
    // libyaml's own bound.
    case .nesting: 1...1000
    case .aliasExpansion: 0...100_000_000
    }
  }
}
