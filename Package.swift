// swift-tools-version: 6.3
import PackageDescription

/// Every Swift target is built the same way: Swift 6 mode, strict memory safety, warnings as errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

/// The fuzz targets need an instrumented build of everything: `make fuzz` sets this.
let isFuzzing = Context.environment["RUNBOOK_FUZZING"] != nil

let fuzzing: [Target] =
  isFuzzing
  ? [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "RunbookCompiler", "RunbookSyntax", "YAMLReader", "Diagnostics", "ExecutionPlan", "Rulesets",
        "RulesetModel", "RuleMatching", "TextMatching", "StandardManifests", "ComponentKit",
        "EnvironmentFiles",
        "RunbookChecking", "RunbookFormatter", "RunbookMigration", "WorkspaceConfiguration",
        "DiagnosticFilters", "FlowPolicies", "SourceEdits", "PlanSelection", "PlanDifferences",
        "PlanSignatures", "CanonicalJSON", "DocumentExtraction", "StandardComponents", "OrganisationFiles",
        "FindingReports", "SystemFiles",
      ],
      path: "Tests/Fuzzing/Sources",
      swiftSettings: strict + [.enableExperimentalFeature("Extern")])
  ] : []

let package = Package(
  name: "runbook-toolchain",
  products: [
    .library(name: "Runbooks", targets: ["Runbooks"]),
    .library(name: "ComponentKit", targets: ["ComponentKit"]),
    .executable(name: "wct", targets: ["wct"]),
    .executable(name: "wct-exec", targets: ["wct-exec"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: [
    // The system's C libraries.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    // What everything stands on.
    module("SystemFiles", ["CMalloc"]),
    module("ParallelWork"),
    module("CanonicalJSON"),
    module("EnvironmentFiles", ["SystemFiles"]),
    module("Diagnostics", ["CanonicalJSON"]),

    // The front end.
    module("YAMLReader", ["CLibYAML", "Diagnostics"]),
    module("RunbookSyntax", ["YAMLReader", "Diagnostics"]),
    module(
      "FlowPolicies", ["RunbookSyntax", "YAMLReader", "Diagnostics", "ComponentKit", "SystemFiles"]),
    module(
      "RunbookCompiler",
      [
        "FlowPolicies", "RunbookSyntax", "YAMLReader", "Diagnostics", "ComponentKit", "ExecutionPlan",
        "Rulesets",
        "RulesetModel",
        "EnvironmentFiles", "SystemFiles", "CanonicalJSON",
      ]),

    // What people do with runbooks besides compiling them.
    module("SourceEdits", ["Diagnostics"]),
    module(
      "WorkspaceConfiguration",
      [
        "FlowPolicies", "RunbookSyntax", "YAMLReader", "Diagnostics", "ComponentKit", "SystemFiles",
        "CanonicalJSON",
      ]),
    module("DiagnosticFilters", ["YAMLReader", "Diagnostics", "SystemFiles", "CanonicalJSON"]),
    module(
      "RunbookChecking",
      [
        "RunbookCompiler", "WorkspaceConfiguration", "DiagnosticFilters", "FlowPolicies", "SourceEdits",
        "RunbookSyntax", "YAMLReader", "Diagnostics", "ComponentKit", "ExecutionPlan", "Rulesets",
        "EnvironmentFiles", "ParallelWork", "SystemFiles", "CanonicalJSON", crypto,
      ]),
    module("RunbookFormatter", ["SourceEdits", "RunbookSyntax", "YAMLReader", "Diagnostics"]),
    module(
      "RunbookMigration",
      ["RunbookFormatter", "SourceEdits", "RunbookSyntax", "YAMLReader", "Diagnostics", "ComponentKit"]),
    module(
      "LanguageSchema",
      ["WorkspaceConfiguration", "RunbookSyntax", "Diagnostics", "ComponentKit", "CanonicalJSON"]),
    module("RunbookGraphs", ["PlanSelection", "ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    module("RunbookTemplates", ["ComponentKit", "CanonicalJSON"]),

    // What a component is, and what a plan is.
    module("ComponentKit", ["CanonicalJSON", crypto]),
    module("ExecutionPlan", ["ComponentKit", "CanonicalJSON", "ParallelWork"]),

    // What people do with plans besides running them.
    module("PlanSelection", ["Diagnostics", "ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    module(
      "PlanDifferences",
      ["PlanSelection", "ExecutionPlan", "ComponentKit", "Diagnostics", "CanonicalJSON"]),
    module(
      "PlanListings", ["PlanSelection", "Diagnostics", "ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    module("PlanSignatures", ["ExecutionPlan", "ComponentKit", "CanonicalJSON", "SystemFiles", crypto]),
    module("GitRevisions", ["SystemFiles"]),

    // Rules and components.
    module("RulesetModel", ["ComponentKit", "CanonicalJSON"]),
    module(
      "Rulesets",
      ["RulesetModel", "YAMLReader", "Diagnostics", "ComponentKit", "CanonicalJSON", "SystemFiles"],
      resources: [
        .embedInCode("BuiltIn/personal_data_indicator.yaml"),
        .embedInCode("BuiltIn/data_subject_indicator.yaml"),
        .embedInCode("BuiltIn/processing_purposes.yaml"),
        .embedInCode("BuiltIn/service_integrations.yaml"),
        .embedInCode("BuiltIn/data_collection.yaml"),
        .embedInCode("BuiltIn/gdpr_personal_data_classification.yaml"),
        .embedInCode("BuiltIn/gdpr_data_subject_classification.yaml"),
        .embedInCode("BuiltIn/gdpr_processing_purpose_classification.yaml"),
        .embedInCode("BuiltIn/gdpr_service_integration_classification.yaml"),
        .embedInCode("BuiltIn/gdpr_data_collection_classification.yaml"),
      ]),
    module("TextMatching", ["CPCRE2", crypto]),
    module("RuleMatching", ["RulesetModel", "TextMatching", "ComponentKit"]),
    module("StandardManifests", ["ComponentKit", "CanonicalJSON"]),
    module("DocumentExtraction", ["CZlib", "CExpat", "SystemFiles"]),
    module("RequestDispatch", ["ComponentKit", "CanonicalJSON", "SystemFiles"]),
    module(
      "StandardComponents",
      [
        "StandardManifests", "ComponentKit", "CanonicalJSON", "RulesetModel", "RuleMatching", "TextMatching",
        "DocumentExtraction", "RequestDispatch", "SystemFiles", sqlite,
      ]),

    // The machine.
    module("RunHistory", ["ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    module(
      "PlanMachine",
      ["ExecutionPlan", "ComponentKit", "RunHistory", "CanonicalJSON", "EnvironmentFiles"]),
    module(
      "RunStore",
      [
        "PlanMachine", "RunHistory", "ExecutionPlan", "ComponentKit", "CanonicalJSON",
        "SystemFiles", grdb, crypto,
      ]),
    module(
      "Reports",
      [
        "FindingReports", "RunbookGraphs", "RunHistory", "ExecutionPlan", "ComponentKit", "Diagnostics",
        "CanonicalJSON", "SystemFiles",
      ]),

    module(
      "FindingReports",
      [
        "RunHistory", "ComponentKit", "Diagnostics", "TextMatching", "CanonicalJSON", "SystemFiles", crypto,
      ]),
    module(
      "OrganisationFiles", ["RunbookSyntax", "YAMLReader", "Diagnostics", "CanonicalJSON", "SystemFiles"]),

    // What people use.
    module(
      "CommandSupport", ["PlanSignatures", "Diagnostics", "SystemFiles", "CMalloc", argumentParser]),
    module(
      "Runbooks",
      [
        "RunbookCompiler", "Diagnostics", "ComponentKit", "ExecutionPlan", "PlanMachine", "RunStore",
        "RunHistory", "StandardManifests", "StandardComponents", "Rulesets", "TextMatching", "CanonicalJSON",
        "EnvironmentFiles", "SystemFiles",
      ]),
    .executableTarget(
      name: "wct",
      dependencies: [
        "RunbookChecking", "WorkspaceConfiguration", "DiagnosticFilters", "FlowPolicies", "SourceEdits",
        "RunbookFormatter", "RunbookMigration", "LanguageSchema", "RunbookGraphs", "RunbookTemplates",
        "PlanSelection", "PlanDifferences", "PlanListings", "PlanSignatures", "GitRevisions",
        "OrganisationFiles", "RunbookCompiler", "RunbookSyntax", "YAMLReader", "Diagnostics", "ComponentKit",
        "ExecutionPlan", "Rulesets", "RulesetModel", "RuleMatching", "TextMatching", "StandardManifests",
        "CommandSupport", "EnvironmentFiles", "SystemFiles", "CanonicalJSON", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "wct-exec",
      dependencies: [
        "PlanMachine", "RunStore", "RunHistory", "PlanSelection", "PlanSignatures", "ExecutionPlan",
        "ComponentKit", "StandardComponents", "StandardManifests", "Reports", "FindingReports",
        "RequestDispatch", "CommandSupport", "Diagnostics", "EnvironmentFiles", "SystemFiles",
        "CanonicalJSON", argumentParser, logging,
      ],
      swiftSettings: strict),

    // What the benchmarks measure inside a process of their own; no product.
    .executableTarget(
      name: "benchmark-probe",
      dependencies: [
        "TextMatching", "RuleMatching", "RulesetModel", "Diagnostics", "CanonicalJSON", "SystemFiles",
        "ComponentKit", "EnvironmentFiles", "RunHistory", "ExecutionPlan", "PlanDifferences", "PlanMachine",
        "RunStore", "RunbookCompiler", "Rulesets", "StandardManifests",
      ],
      path: "Tests/Benchmarks/Probe", swiftSettings: strict),

    // Tests: one target beside each source target, and one for the built executables.
    .target(
      name: "TestSupport", dependencies: ["SystemFiles", "CanonicalJSON"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("SystemFilesTests", ["SystemFiles"]),
    tests("CanonicalJSONTests", ["CanonicalJSON"]),
    tests("ParallelWorkTests", ["ParallelWork"]),
    tests("EnvironmentFilesTests", ["EnvironmentFiles"]),
    tests("DiagnosticsTests", ["Diagnostics", "CanonicalJSON"]),
    tests("YAMLReaderTests", ["YAMLReader", "Diagnostics"]),
    tests("RunbookSyntaxTests", ["RunbookSyntax", "YAMLReader", "Diagnostics"]),
    tests(
      "RunbookCompilerTests",
      [
        "RunbookCompiler", "RunbookFormatter", "FlowPolicies", "ExecutionPlan", "ComponentKit",
        "StandardManifests", "Rulesets",
        "EnvironmentFiles", "Diagnostics", "CanonicalJSON",
      ]),
    tests("SourceEditsTests", ["SourceEdits", "Diagnostics"]),
    tests("FlowPoliciesTests", ["FlowPolicies", "Diagnostics", "ComponentKit", "CanonicalJSON"]),
    tests(
      "WorkspaceConfigurationTests",
      [
        "WorkspaceConfiguration", "FlowPolicies", "RunbookSyntax", "YAMLReader", "Diagnostics", "SystemFiles",
      ]),
    tests(
      "DiagnosticFiltersTests",
      ["DiagnosticFilters", "YAMLReader", "Diagnostics", "CanonicalJSON", "SystemFiles"]),
    tests(
      "RunbookCheckingTests",
      [
        "RunbookChecking", "RunbookCompiler", "WorkspaceConfiguration", "DiagnosticFilters", "Diagnostics",
        "ComponentKit", "StandardManifests", "Rulesets", "EnvironmentFiles", "SystemFiles", "CanonicalJSON",
      ]),
    tests("RunbookFormatterTests", ["RunbookFormatter", "RunbookSyntax", "YAMLReader", "Diagnostics"]),
    tests(
      "RunbookMigrationTests",
      [
        "RunbookMigration", "RunbookCompiler", "ComponentKit", "StandardManifests", "Rulesets",
        "EnvironmentFiles", "Diagnostics",
      ]),
    tests(
      "LanguageSchemaTests",
      [
        "LanguageSchema", "RunbookCompiler", "WorkspaceConfiguration", "ComponentKit", "StandardManifests",
        "Rulesets",
        "EnvironmentFiles", "Diagnostics", "CanonicalJSON",
      ]),
    tests(
      "RunbookGraphsTests",
      ["RunbookGraphs", "PlanSelection", "ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    tests(
      "RunbookTemplatesTests", ["RunbookTemplates", "ComponentKit", "StandardManifests", "CanonicalJSON"]),
    tests("ComponentKitTests", ["ComponentKit", "CanonicalJSON"]),
    tests("ExecutionPlanTests", ["ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    tests(
      "PlanSelectionTests",
      ["PlanSelection", "ExecutionPlan", "ComponentKit", "Diagnostics", "CanonicalJSON"]),
    tests(
      "PlanDifferencesTests",
      [
        "PlanDifferences", "PlanSelection", "RunbookCompiler", "StandardManifests", "Rulesets",
        "ExecutionPlan",
        "ComponentKit", "Diagnostics", "EnvironmentFiles", "CanonicalJSON",
      ]),
    tests(
      "PlanListingsTests",
      ["PlanListings", "PlanSelection", "ExecutionPlan", "ComponentKit", "CanonicalJSON"]),
    tests(
      "PlanSignaturesTests",
      ["PlanSignatures", "ExecutionPlan", "ComponentKit", "CanonicalJSON", "SystemFiles"]),
    tests("DocumentExtractionTests", ["DocumentExtraction", "SystemFiles"]),
    tests("RequestDispatchTests", ["RequestDispatch", "ComponentKit", "CanonicalJSON", "SystemFiles"]),
    tests(
      "FindingReportsTests",
      [
        "FindingReports", "RunHistory", "ExecutionPlan", "ComponentKit", "Diagnostics", "CanonicalJSON",
        "SystemFiles",
      ]),
    tests(
      "OrganisationFilesTests",
      ["OrganisationFiles", "FindingReports", "Diagnostics", "CanonicalJSON", "SystemFiles"]),
    tests("GitRevisionsTests", ["GitRevisions", "SystemFiles"]),
    tests("RulesetsTests", ["Rulesets", "RulesetModel", "Diagnostics", "CanonicalJSON"]),
    tests("TextMatchingTests", ["TextMatching"]),
    tests(
      "RuleMatchingTests",
      [
        "RuleMatching", "RulesetModel", "Rulesets", "TextMatching", "ComponentKit", "Diagnostics",
        "CanonicalJSON",
      ]),
    tests(
      "StandardComponentsTests",
      [
        "SystemFiles", "DocumentExtraction", "StandardComponents", "StandardManifests", "ComponentKit",
        "RulesetModel", "Rulesets", "TextMatching", "Diagnostics", "CanonicalJSON",
      ]),
    tests(
      "PlanMachineTests",
      [
        "PlanMachine", "ExecutionPlan", "ComponentKit", "RunHistory", "CanonicalJSON",
        "EnvironmentFiles",
      ]),
    tests(
      "RunStoreTests",
      [
        "RunStore", "PlanMachine", "RunHistory", "ExecutionPlan", "ComponentKit", "CanonicalJSON",
        "SystemFiles",
      ]),
    tests(
      "ReportsTests",
      [
        "Reports", "FindingReports", "RunHistory", "ExecutionPlan", "ComponentKit", "Diagnostics",
        "CanonicalJSON", "SystemFiles",
      ]),
    tests(
      "RunbooksTests",
      [
        "Runbooks", "Diagnostics", "FlowPolicies", "StandardManifests", "ExecutionPlan", "PlanMachine",
        "PlanSignatures", "RunHistory", "SystemFiles",
      ]),
    tests(
      "CommandTests",
      ["wct", "wct-exec", "ExecutionPlan", "ComponentKit", "Diagnostics", "CanonicalJSON", "SystemFiles"]),
  ] + fuzzing
)
