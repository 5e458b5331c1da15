// The forms in which a graph can be written.

/// A file format of graphs.
package enum GraphFormat: String, Sendable, CaseIterable {
  case svg, dot, mermaid, json

  /// The format that a file's name stands for.
  package init?(fileName: String) {
    switch fileName.utf8.split(separator: UInt8(ascii: ".")).last.map({ String(Substring($0)).lowercased() })
    {
    case "svg": self = .svg
    case "dot", "gv": self = .dot
    case "mmd", "mermaid": self = .mermaid
    case "json": self = .json
    default: return nil
    }
  }
}

/// Which way the data flows on the picture.
package enum GraphDirection: String, Sendable, CaseIterable {
  case right, down
}

extension RunbookGraph {
  /// The graph in a format, with a line break at the end.
  ///
  /// - Throws: ``GraphTooLarge`` when it is more than can be laid out; only SVG is.
  package func text(_ format: GraphFormat, _ direction: GraphDirection = .right) throws(GraphTooLarge)
    -> String
  {
    switch format {
    case .svg: try SVGWriter.text(of: self, direction)
    case .dot: DOTWriter.text(of: self, direction)
    case .mermaid: MermaidWriter.text(of: self, direction)
    case .json: jsonText
    }
  }
}

/// A graph that is too large for a picture.
package struct GraphTooLarge: Error, Sendable, Hashable {
  package let artifacts: Int
  /// How many artifacts a picture may show.
  package static let maximumArtifacts = 20_000
  /// How many places edges may take on their way past artifacts.
  static let maximumPassages = 1_000_000

  package init(artifacts: Int) { self.artifacts = artifacts }
}
