// The implementations that are built in, by type. The interfaces are in StandardManifests.
package import ComponentKit

extension ComponentRegistry {
  /// Every built-in component that can run: `mysql` has an interface only.
  package static let standard: ComponentRegistry = {
    var registry = ComponentRegistry(
      connectors: [
        "filesystem": { FilesystemConnector(properties: try FilesystemProperties($0.properties)) },
        "sqlite": { SQLiteConnector(properties: try SQLiteProperties($0.properties)) },
      ],
      processors: ["source_code_analyser": { try SourceCodeAnalyser($0.properties) }])
    let prepared = PreparedRules()
    for definition in DetectorDefinition.all {
      registry.processors[definition.type] = {
        ValidatedProcessor.wrapping(try Detector(definition, $0, prepared), $0)
      }
    }
    for definition in ClassifierDefinition.all {
      registry.processors[definition.type] = {
        ValidatedProcessor.wrapping(try Classifier(definition, $0), $0)
      }
    }
    return registry
  }()
}
