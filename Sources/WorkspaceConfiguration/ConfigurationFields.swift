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
