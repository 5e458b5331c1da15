// Every detector and classifier with its built-in ruleset over the web shop; every output against its JSON Schema.
import CanonicalJSON
import ComponentKit
import RulesetModel
import StandardManifests
import TestSupport
import Testing

/// The detectors, their rulesets and their classifiers.
private let chains: [(detector: String, kind: RulesetKind, classifier: String, classification: RulesetKind)] =
  [
    (
      "personal_data", .personalDataIndicator, "gdpr_personal_data_classifier",
      .gdprPersonalDataClassification
    ),
    ("data_subject", .dataSubjectIndicator, "gdpr_data_subject_classifier", .gdprDataSubjectClassification),
    (
      "processing_purpose", .processingPurposes, "gdpr_processing_purpose_classifier",
      .gdprProcessingPurposeClassification
    ),
    (
      "service_integration", .serviceIntegrations, "gdpr_service_integration_classifier",
      .gdprServiceIntegrationClassification
    ),
    (
      "data_collection", .dataCollection, "gdpr_data_collection_classifier", .gdprDataCollectionClassification
    ),
  ]

/// The contents that a chain of components makes of the web shop, by schema.
private struct ChainTrial {
  var contents: [(schema: SchemaReference, content: JSONValue)] = []

  init(_ index: Int) throws {
    let chain = chains[index]
    let files = try extract(
      "filesystem", ["path": "webshop", "exclude_patterns": ["*.png", "*.gz"]],
      context: TrialContext(baseDirectory: FixtureFile.root))
    let texts = TrialArtifact(schema: .standardInput, head: files.head, items: files.items)
    let code = try process("source_code_analyser", ["languages": "all"], rulesets: [:], inputs: [texts])
    contents.append((.sourceCode, code.content(itemsProperty: "data")))
    let inputs = [TrialArtifact(schema: .sourceCode, items: code.items)] + (index < 3 ? [texts] : [])
    for input in inputs {
      let found = try process(
        chain.detector, rulesets: ["local/\(chain.kind.name)/1.0.0": builtInRuleset(chain.kind)],
        inputs: [input])
      try keep(found, .processor, chain.detector)
      let indicators = try #require(
        ComponentCatalog.standard.manifest(.processor, chain.detector)?.outputs.first)
      let classified = try process(
        chain.classifier,
        rulesets: ["local/\(chain.classification.name)/1.0.0": builtInRuleset(chain.classification)],
        inputs: [TrialArtifact(schema: indicators, items: found.items)])
      #expect(classified.items.count == found.items.count)
      try keep(classified, .processor, chain.classifier)
    }
  }

  private mutating func keep(_ result: TrialResult, _ kind: ComponentKind, _ type: String) throws {
    #expect(!result.items.isEmpty, "\(type) found nothing")
    #expect(result.context.warnings == [])
    #expect(Set(result.items.map { $0["id"] }).count == result.items.count)
    let schema = try #require(ComponentCatalog.standard.manifest(kind, type)?.outputs.first)
    contents.append((schema, result.content(itemsProperty: "findings")))
  }
}

@Test(
  "Every chain finds something in the web shop, and Python's jsonschema agrees with every output",
  arguments: chains.indices)
func outputsFitTheirSchemas(index: Int) throws {
  let trial = try ChainTrial(index)
  let directory = try TemporaryDirectory()
  var lines: [String] = []
  for (place, entry) in trial.contents.enumerated() {
    let format = try #require(SchemaCatalog.standard[entry.schema])
    let schema = try directory.write("\(place).schema.json", format.schema.source.canonicalText)
    let content = try directory.write("\(place).json", entry.content.canonicalText)
    lines.append("\(schema) \(content)")
  }
  let script = """
    import json, sys
    try:
      import jsonschema
    except ImportError:
      sys.exit(9)
    for line in sys.argv[1:]:
      schema, content = (json.load(open(path, encoding="utf-8")) for path in line.split(" "))
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(content)
    """
  let result = try ChildProcess(
    "/usr/bin/python3", ["-W", "ignore", "-c", script] + lines, directory: "/",
    environment: ["PATH": "/usr/bin:/bin"]
  ).result()
  if result.ending == .exited(9) { return }
  #expect(result.ending == .exited(0), "\(String(decoding: result.standardError, as: UTF8.self))")
}

@Test("Nothing in the built-in rulesets is left unclassified", arguments: chains.indices)
func indicatorsAreClassified(index: Int) throws {
  let trial = try ChainTrial(index)
  for (_, content) in trial.contents {
    for finding in content["findings"].arrayValue ?? [] {
      let members = finding.objectValue?.members ?? []
      #expect(!members.contains { $0.value == "unclassified" })
    }
  }
}
