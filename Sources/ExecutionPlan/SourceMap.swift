// Where each instruction stands in the runbook: a file of its own beside the plan.
internal import CanonicalJSON

/// The places of a plan's instructions in the runbook's files.
///
/// It is kept out of the plan because a line number changes whenever a key moves, and a plan must not.
package struct SourceMap: Sendable, Hashable {
  /// One place: a file of ``sources``, line and column from 1.
  package struct Place: Sendable, Hashable {
    package let source: Int
    package let line: Int
    package let column: Int

    package init(source: Int, line: Int, column: Int) {
      self.source = source
      self.line = line
      self.column = column
    }
  }

  /// Paths as the user gave them or as the runbook names them; the first is the runbook itself.
  package var sources: [String]
  /// For each artifact its own place, then the place of each child runbook that led there, inside out.
  package var places: [ArtifactID: [Place]]

  package init(sources: [String], places: [ArtifactID: [Place]] = [:]) {
    self.sources = sources
    self.places = places
  }

  /// `file:line:column` of an artifact, or nil.
  package func description(of artifact: ArtifactID) -> String? {
    guard let place = places[artifact]?.first, sources.indices.contains(place.source) else { return nil }
    return "\(sources[place.source]):\(place.line):\(place.column)"
  }
}

extension SourceMap {
  /// The same without paths of the machine: absolute ones are told from the runbook's directory.
  package var withoutAbsolutePaths: SourceMap {
    guard let runbook = sources.first else { return self }
    let base = Self.parts(of: runbook).dropLast()
    var map = self
    map.sources = sources.map { path in
      guard path.utf8.first == UInt8(ascii: "/") else { return path }
      let parts = Self.parts(of: path)
      let shared = zip(base, parts).prefix { $0 == $1 }.count
      let isBelow = runbook.utf8.first == UInt8(ascii: "/")
      // From a runbook that was named by a relative path, only the file's own name can be told.
      guard isBelow else { return parts.last.map(String.init) ?? path }
      let up = repeatElement("..", count: base.count - shared)
      return (up + parts.dropFirst(shared).map(String.init)).joined(separator: "/")
    }
    return map
  }

  private static func parts(of path: String) -> [Substring] { path.split(separator: "/") }

  static let format = "wct-source-map"

  /// The canonical file.
  package func encoded() -> [UInt8] {
    let rows = places.map { id, chain in
      (id.text, JSONValue.array(chain.map { [.integer($0.source), .integer($0.line), .integer($0.column)] }))
    }
    let value: JSONValue = [
      "format": .string(Self.format), "format_version": 1,
      "sources": .array(sources.map { .string($0) }), "places": .object(JSONObject(rows)),
    ]
    return JSONWriter.bytes(of: value) + [0x0A]
  }

  /// Reads a file; nil when it is not a source map. It only helps people, so a broken one is no error.
  package static func decode(_ bytes: [UInt8]) -> SourceMap? {
    guard let object = try? JSONReader.read(bytes).objectValue,
      object["format"] == .string(format), object["format_version"] == 1,
      let sources = object["sources"]?.arrayValue?.compactMap(\.stringValue),
      let rows = object["places"]?.objectValue?.members
    else { return nil }
    var map = SourceMap(sources: sources)
    for row in rows {
      guard let id = ArtifactID(row.key), let chain = row.value.arrayValue else { return nil }
      map.places[id] = chain.compactMap(place)
    }
    return map
  }

  private static func place(_ value: JSONValue) -> Place? {
    guard let numbers = value.arrayValue?.compactMap(\.integerValue), numbers.count == 3 else { return nil }
    return Place(source: numbers[0], line: numbers[1], column: numbers[2])
  }
}
