// The ids that a plan speaks in, each a type of its own.

/// The id of an artifact: `files`, or a path such as `audit/files` for what a child runbook brought.
package struct ArtifactID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// In bytes.
  package static let maximumLength = 4096

  /// Segments of a letter or `_`, then letters, digits, `_`, `-`, joined by `/`; nil for anything else.
  package init?(_ text: String) {
    guard Self.isPath(text.utf8Span.span) else { return nil }
    self.text = text
  }

  /// The id that these bytes spell; nil for anything else.
  init?(_ text: Span<UInt8>) {
    guard Self.isPath(text) else { return nil }
    // SAFETY: what is a path is ASCII.
    self.text = String(copying: unsafe UTF8Span(unchecked: text))
  }

  /// The id of an artifact that a child runbook brought in under `parent`.
  package func appending(_ child: ArtifactID) -> ArtifactID { ArtifactID(unchecked: "\(text)/\(child.text)") }

  /// A name that is no id, in a model of which no plan is made: what is wrong with it has been reported.
  package init(reported text: String) { self.text = text }

  private init(unchecked text: String) { self.text = text }

  package var description: String { text }
  package static func < (left: ArtifactID, right: ArtifactID) -> Bool { left.text < right.text }

  private static func isPath(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count <= maximumLength else { return false }
    var isSegmentEmpty = true
    for index in bytes.indices {
      let byte = bytes[index]
      if isLetter(byte) || byte == 0x5F {
        isSegmentEmpty = false
      } else if isSegmentEmpty {
        return false
      } else if byte == 0x2F {
        isSegmentEmpty = true
      } else if byte &- 0x30 > 9, byte != 0x2D {
        return false
      }
    }
    return !isSegmentEmpty
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }
}

/// The place of an instruction in a plan's listing, from 0.
package struct InstructionIndex: Hashable, Sendable, Comparable {
  package let value: Int

  package init(_ value: Int) { self.value = value }

  package static func < (left: InstructionIndex, right: InstructionIndex) -> Bool { left.value < right.value }
}

/// The place of a component in a plan's imports, from 0.
package struct ComponentIndex: Hashable, Sendable {
  package let value: Int

  package init(_ value: Int) { self.value = value }
}

/// The place of a ruleset in a plan's constants, from 0.
package struct RulesetIndex: Hashable, Sendable {
  package let value: Int

  package init(_ value: Int) { self.value = value }
}
