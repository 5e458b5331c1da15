// The configuration of each file of a run. Reads every configuration once.
package import ComponentKit
internal import Diagnostics

/// Where configurations come from.
package enum ConfigurationChoice: Sendable, Hashable {
  /// For each file the nearest `.wct.yaml`: `ConfigurationSearch`.
  case nearest
  /// One file for everything.
  case file(String)
  /// Nowhere: what holds is what holds by default.
  case none
}

/// Finds and reads configurations.
package struct ConfigurationLoader {
  private let choice: ConfigurationChoice
  private let catalog: ComponentCatalog?
  private let texts: (String) -> [UInt8]?
  private var search = ConfigurationSearch()
  private var files: [String: ConfigurationFile] = [:]
  /// The paths of the configurations that were read, in the order of reading.
  package private(set) var paths: [String] = []

  /// - Parameters:
  ///   - catalog: What is installed; nil: nobody knows.
  ///   - texts: What stands for the text of a file, by its path.
  package init(
    _ choice: ConfigurationChoice, catalog: ComponentCatalog?,
    texts: @escaping (String) -> [UInt8]? = { _ in nil }
  ) {
    self.choice = choice
    self.texts = texts
    self.catalog = catalog
  }

  /// The configuration that holds for a file.
  package mutating func configuration(forFileAt path: String) -> ConfigurationFile {
    switch choice {
    case .none: return .none
    case .file(let file): return read(file)
    case .nearest: return search.nearest(toFileAt: path).map { read($0) } ?? .none
    }
  }

  /// Where configurations are, and where others would be found if they were there.
  package var lookedAt: [String] { search.lookedAt + paths }

  /// The configurations that there is something to say about.
  package var problems: [ConfigurationFile] {
    paths.compactMap { files[$0] }.filter { !$0.report.diagnostics.isEmpty }
  }

  private mutating func read(_ path: String) -> ConfigurationFile {
    if let known = files[path] { return known }
    let file = ConfigurationFile.read(path, text: texts(path), catalog: catalog)
    files[path] = file
    paths.append(path)
    return file
  }
}
