// The manifests that are installed. The executables hand it to the compiler and to the machine.

/// All known components, and the schemas of the messages that they exchange.
public struct ComponentCatalog: Sendable {
  private let byKind: [ComponentKind: [String: ComponentManifest]]
  /// The wire formats that components exchange.
  public let schemas: SchemaCatalog

  /// A catalogue of these manifests; of two with the same kind and type, the later holds.
  public init(_ manifests: [ComponentManifest], schemas: SchemaCatalog) {
    var byKind: [ComponentKind: [String: ComponentManifest]] = [:]
    for manifest in manifests { byKind[manifest.kind, default: [:]][manifest.type] = manifest }
    self.byKind = byKind
    self.schemas = schemas
  }

  /// The manifest of a component.
  public func manifest(_ kind: ComponentKind, _ type: String) -> ComponentManifest? { byKind[kind]?[type] }

  /// All manifests of a kind, by type.
  public func manifests(_ kind: ComponentKind) -> [ComponentManifest] {
    (byKind[kind] ?? [:]).values.sorted { $0.type < $1.type }
  }
}
