// What a first runbook does. Each kind is a chain of components that fit each other.
package import ComponentKit

/// A kind of first runbook.
package enum TemplateKind: String, Sendable, CaseIterable {
  case classify, detect, extract, child

  /// One line for people who choose.
  package var summary: String {
    switch self {
    case .classify: "read data, find what matters in it, and classify that"
    case .detect: "read data, and find what matters in it"
    case .extract: "read data only"
    case .child: "find what matters in data that another runbook hands in"
    }
  }

  package var needsConnector: Bool { self != .child }
}

/// The components of a first runbook, chosen so that each takes what the one before makes.
package struct ComponentChain: Sendable {
  package let connector: ComponentManifest?
  package let detector: ComponentManifest?
  package let classifier: ComponentManifest?

  /// What a child runbook takes in.
  var inputSchema: SchemaReference? { detector?.inputCombinations.first { $0.count == 1 }?.first }

  /// The chain of a kind.
  ///
  /// - Parameters:
  ///   - connector: Where the data comes from; nil for a child runbook.
  ///   - detector: The processor that is asked for; nil: the first that fits.
  /// - Returns: Nil when no installed component fits.
  package init?(
    _ kind: TemplateKind, connector: ComponentManifest?, detector wanted: ComponentManifest? = nil,
    _ catalog: ComponentCatalog
  ) {
    self.connector = kind.needsConnector ? connector : nil
    if kind == .extract {
      (detector, classifier) = (nil, nil)
      return
    }
    let data = self.connector?.outputs.first
    if kind.needsConnector, data == nil { return nil }
    let fitting = Self.detectors(for: data, catalog).filter { wanted == nil || $0 == wanted }
    let pairs = fitting.map { ($0, Self.classifier(for: $0, catalog)) }
    guard let choice = kind == .classify ? pairs.first(where: { $0.1 != nil }) : pairs.first else {
      return nil
    }
    detector = choice.0
    classifier = kind == .classify ? choice.1 : nil
  }

  /// The processors that take some data alone and are not deprecated; what most people look for first.
  package static func detectors(for data: SchemaReference?, _ catalog: ComponentCatalog)
    -> [ComponentManifest]
  {
    let fitting = catalog.manifests(.processor).filter { manifest in
      manifest.deprecation == nil
        && manifest.inputCombinations.contains { inputs in data.map { inputs == [$0] } ?? (inputs.count == 1)
        }
    }
    return fitting.filter { $0.type == preferred } + fitting.filter { $0.type != preferred }
  }

  private static let preferred = "personal_data"

  private static func classifier(for detector: ComponentManifest, _ catalog: ComponentCatalog)
    -> ComponentManifest?
  {
    guard let findings = detector.outputs.first else { return nil }
    return catalog.manifests(.processor).first { manifest in
      manifest.deprecation == nil && manifest.inputCombinations.contains([findings])
    }
  }
}
