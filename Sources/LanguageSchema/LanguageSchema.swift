// The JSON Schema of the runbook language with the installed components. Does not know which those are.
package import CanonicalJSON
package import ComponentKit
internal import RunbookSyntax

/// JSON Schemas of the files that people write, for editors and other validators.
///
/// They follow draft-07, which every editor's validator understands: the YAML language server and VS Code, the
/// JetBrains editors, and all libraries; later drafts are known to some only. A schema never refuses what the
/// compiler accepts; what it can't know (whether an artifact exists, cycles, the schemas of inputs) it accepts.
package enum LanguageSchema {
  /// The schema of a runbook that may use the components of a catalogue; the same catalogue gives the same bytes.
  package static func runbook(_ catalog: ComponentCatalog) -> JSONValue {
    let components = ComponentDefinitions(catalog)
    let schemas = SchemaDefinitions(catalog.schemas)
    var root = RunbookDefinition(schemas: schemas).root.objectValue ?? JSONObject()
    root["$schema"] = "http://json-schema.org/draft-07/schema#"
    root["title"] = "Runbook"
    root["description"] = "A runbook: data artifacts, and how each derives from the others."
    root["$comment"] = "Made by 'wct generate-schema' from the components that are installed."
    let artifact = ArtifactDefinition(components: components, schemas: schemas)
    root["definitions"] = .object(
      JSONObject(
        SchemaParts.definitions + PolicyDefinition.definitions + components.definitions + schemas.definitions
          + [("artifact", artifact.schema)]))
    return .object(root)
  }
}
