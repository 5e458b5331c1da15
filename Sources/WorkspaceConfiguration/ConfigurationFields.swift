// Every field of `.wct.yaml`, one list for each kind of mapping, and what each is for.
package import RunbookSyntax

package enum WorkspaceField: String, DescribedFieldSet {
  case profile, rules, overrides, include, exclude, baseline
  case environmentFiles = "env_files"
  case rulesets
  case lateBinding = "late_bind"
  case limits, policy

  package static let table = FieldTable<Self>()
  package static let owner = "the configuration"

  package var summary: String {
    switch self {
    case .profile: "How much rules matter where nothing else is said."
    case .rules: "What rules are set to: by code, by name, or by the beginning of codes."
    case .overrides: "Settings for some files only; later ones count more."
    case .include:
      "Which files below a directory are runbooks, as in a .gitignore; without it those that hold one."
    case .exclude: "What is left out when a directory is searched, as in a .gitignore."
    case .baseline: "The file of problems that are accepted for now."
    case .environmentFiles:
      "Files of NAME=value lines, the later ones winning; the real environment wins over all."
    case .rulesets: "Directories of rulesets, by provider."
    case .lateBinding: "Variables that are read when a plan runs, or 'all'; secrets always are."
    case .limits: "How much a runbook may ask for."
    case .policy: "Rules that data and components must keep."
    }
  }
}

package enum OverrideField: String, DescribedFieldSet {
  case paths, profile, rules

  package static let table = FieldTable<Self>()
  package static let owner = "an override"

  package var summary: String {
    switch self {
    case .paths: "The files that it holds for, as in a .gitignore."
    case .profile: "How much rules matter in these files."
    case .rules: "What rules are set to in these files."
    }
  }
}
