// The ids that a plan speaks in, each a type of its own.

/// The id of an artifact: `files`, or a path such as `audit/files` for what a child runbook brought.
package struct ArtifactID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// In bytes.
  package static let maximumLength = 4096

  /// Segments of a letter or `_`, then letters, digits, `_`, `-`, joined by `/`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.maximumLength, Self.isPath(text.utf8) else { return nil }
    self.text = text
  }

  /// The id of an artifact that a child runbook brought in under `parent`.
  package func appending(_ child: ArtifactID) -> ArtifactID { ArtifactID(unchecked: "\(text)/\(child.text)") }

  /// A name that is no id, in a model of which no plan is made: what is wrong with it has been reported.
  package init(reported text: String) { self.text = text }

  private init(unchecked text: String) { self.text = text }

  package var description: String { text }
  package static func < (left: ArtifactID, right: ArtifactID) -> Bool { left.text < right.text }

  private static func isPath(_ bytes: String.UTF8View) -> Bool {
    var isSegmentEmpty = true
    for byte in bytes {
      switch byte {
      case 0x2F where !isSegmentEmpty: isSegmentEmpty = true
      case 0x30...0x39 where !isSegmentEmpty, 0x2D where !isSegmentEmpty: break
      case _ where isLetter(byte) || byte == 0x5F: isSegmentEmpty = false
      default: return false
      }
    }
    return !isSegmentEmpty
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
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
