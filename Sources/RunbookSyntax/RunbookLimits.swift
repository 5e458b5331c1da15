// How much a runbook may ask of its compiler, each limit by a name that people can set.
package import YAMLReader

/// Bounds on what one compilation reads and makes; what passes one is an error at its place.
package struct RunbookLimits: Sendable, Hashable {
  package var yaml = YAMLLimits()
  /// Uses of child runbooks, a child counted each time it is used.
  package var childUses = 10_000
  /// Artifacts, references, inputs and outputs that the second and every further use of a child runbook brings: what
  /// a few small files can make many of.
  package var childExpansion = 100_000
  /// Artifacts, those of inlined children among them.
  package var artifacts = 1_000_000
  /// References from artifacts to artifacts.
  package var references = 20_000_000

  package init() {}

  /// One limit.
  package enum Name: String, Sendable, CaseIterable {
    case fileSize = "file-size"
    case scalarLength = "scalar-length"
    case nesting
    case aliasExpansion = "alias-expansion"
    case nodes
    case syntaxErrors = "syntax-errors"
    case childUses = "child-uses"
    case childExpansion = "child-expansion"
    case artifacts, references

    /// What is counted, for people.
    package var summary: String {
      switch self {
      case .fileSize: "bytes in one file"
      case .scalarLength: "bytes of one text or comment, as written"
      case .nesting: "lists and mappings inside one another"
      case .aliasExpansion: "values that are visited again through aliases, in one file"
      case .nodes: "keys, values, lists and mappings in one file"
      case .syntaxErrors: "YAML syntax errors that are reported of one file"
      case .childUses: "uses of child runbooks"
      case .childExpansion: "what child runbooks bring that are used again"
      case .artifacts: "artifacts, those of child runbooks included"
      case .references: "references from artifacts to artifacts"
      }
    }

    /// Whether it counts bytes, so that a value may be written with a unit.
    package var isInBytes: Bool { self == .fileSize || self == .scalarLength }

    /// The values that it takes.
    package var range: ClosedRange<Int> {
      switch self {
      // Offsets are kept in 32 bits.
      case .fileSize, .scalarLength: 1...(2 << 30) - 1
      // libyaml itself goes no deeper.
      case .nesting: 1...1000
      case .syntaxErrors: 1...10_000
      case .aliasExpansion, .nodes, .childUses, .childExpansion, .artifacts, .references: 1...1_000_000_000
      }
    }

    fileprivate var path: WritableKeyPath<RunbookLimits, Int> {
      switch self {
      case .fileSize: \.yaml.fileSize
      case .scalarLength: \.yaml.scalarLength
      case .nesting: \.yaml.depth
      case .aliasExpansion: \.yaml.aliasExpansion
      case .nodes: \.yaml.nodes
      case .syntaxErrors: \.yaml.syntaxErrors
      case .childUses: \.childUses
      case .childExpansion: \.childExpansion
      case .artifacts: \.artifacts
      case .references: \.references
      }
    }
  }

  package subscript(_ name: Name) -> Int {
    get { self[keyPath: name.path] }
    set { self[keyPath: name.path] = newValue }
  }

  /// Why a limit was not set, for people.
  package struct Refusal: Error, Sendable, Equatable {
    package let message: String
  }

  /// Sets a limit from text: a whole number; of bytes also with `KiB`, `MiB` or `GiB`.
  package mutating func set(_ name: String, to text: String) throws(Refusal) {
    guard let limit = Name(rawValue: name) else {
      let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal(message: "there is no limit '\(name)'; known limits: \(known)")
    }
    guard let value = Self.value(of: text, mayHaveUnit: limit.isInBytes), limit.range.contains(value) else {
      let units = limit.isInBytes ? ", as a number of bytes or with KiB, MiB or GiB" : ""
      let range = "a whole number from \(limit.range.lowerBound) to \(limit.range.upperBound)"
      throw Refusal(message: "the limit '\(name)' takes \(range)\(units), found '\(text)'")
    }
    self[limit] = value
  }

  private static let units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]

  private static func value(of text: String, mayHaveUnit: Bool) -> Int? {
    let unit = mayHaveUnit ? units.first { text.hasSuffix($0.0) } : nil
    let digits = text.utf8.dropLast(unit?.0.utf8.count ?? 0)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    let (value, isOver) = number.multipliedReportingOverflow(by: unit?.1 ?? 1)
    return isOver ? nil : value
  }
}
