// What a compilation is given, and what it gives back.
package import ComponentKit
package import Diagnostics
package import EnvironmentFiles
package import ExecutionPlan
package import FlowPolicies
package import Rulesets
package import RunbookSyntax

/// Everything that a compilation depends on besides the runbook's files.
package struct CompilerOptions: Sendable {
  /// The installed components and schemas.
  package var catalog: ComponentCatalog
  package var rulesets: RulesetLibrary
  package var environment: Environment
  package var lateBinding: LateBindingPolicy
  /// Texts that stand for those of files, by the files' resolved paths: what an editor or a fix has not written yet.
  package var texts: [String: [UInt8]] = [:]
  /// What is told about the work itself.
  package var inspection = PassInspection()
  /// How much the runbook and its children may ask for.
  package var limits: RunbookLimits
  /// What is forbidden besides what the runbooks forbid themselves.
  package var policies: [PolicyDocument] = []
  /// The day that exceptions of policies are measured against; nil: none of them has ended.
  package var today: CalendarDate?
  /// Where `reuse` looks up what it takes; nil: it takes the runbook's word.
  package var earlierRuns: (any EarlierRuns)?
  /// Shared by compilations with the same catalogue.
  package var memory: CompilerMemory

  package init(
    catalog: ComponentCatalog, rulesets: RulesetLibrary, environment: Environment,
    lateBinding: LateBindingPolicy = .secretsOnly, limits: RunbookLimits = RunbookLimits(),
    memory: CompilerMemory = CompilerMemory()
  ) {
    self.memory = memory
    self.catalog = catalog
    self.rulesets = rulesets
    self.environment = environment
    self.lateBinding = lateBinding
    self.limits = limits
  }
}

/// Which variables are read when the plan runs. Secrets always are.
package enum LateBindingPolicy: Sendable, Hashable {
  case secretsOnly
  case named(Set<String>)
  case all

  func covers(_ template: SubstitutionTemplate) -> Bool {
    switch self {
    case .secretsOnly: false
    case .named(let names): template.variables.contains { names.contains($0.name) }
    case .all: !template.variables.isEmpty
    }
  }
}

/// What came of a compilation.
package struct CompilationResult: Sendable {
  /// The plan and its source map; nil when there are errors, or when only checking was asked for.
  package let plan: EncodedPlan?
  package let sourceMap: SourceMap?
  /// What people call the runbook, for a first line of output.
  package let runbookName: String?
  /// Sorted by file and place, each once.
  package let diagnostics: [Diagnostic]
  package let sources: SourceCollection
  /// Whether the runbook's own file could not be read at all.
  package let isUnreadable: Bool
  /// What besides its own file and the options the compilation looked at.
  package let dependencies: CompilationDependencies
  /// What the compilation worked on. It is held because to take a large model apart takes time, which a
  /// program that is about to end can save by holding on to the result.
  let kept: KeptModel

  /// What came of a compilation that has ended, with its plan and source map.
  init(_ compilation: Compilation, _ plan: EncodedPlan?, _ sourceMap: SourceMap?) {
    (self.plan, self.sourceMap) = (plan, sourceMap)
    runbookName = compilation.rootName
    diagnostics = compilation.sink.sorted
    sources = compilation.sources
    isUnreadable = compilation.isRootUnreadable
    dependencies = compilation.dependencies
    kept = KeptModel(compilation)
  }

  var model: Compilation { kept.compilation }
  package var inspection: InspectionRecord { kept.compilation.record }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The model of a compilation that has ended, behind a reference: it is a large value, and results are handed about.
final class KeptModel: Sendable {
  let compilation: Compilation

  init(_ compilation: Compilation) { self.compilation = compilation }
}
