// Files that were damaged: whatever happens, nothing traps and every place lies inside the file.
import Diagnostics
import Testing
import YAMLReader

struct MutationTests {
  static let source = """
    # é 日本 🐟
    a: &anchor {b: [1, 'two', "thr\\u00e9e"], ? c : d}
    e:
      - |
        text é
        more
      - >-
        folded 日本
      - &list [x, *anchor]
      - !!str 12
    f:
      <<: *anchor
      b: "own"
      g: plain text
        goes on
    "h": {<<: [*anchor], i: *list}
    j:

    """

  @Test func everyCut() {
    let bytes = Array(Self.source.utf8)
    for end in 0...bytes.count { checkPlaces(Array(bytes[..<end])) }
    for start in 0...bytes.count { checkPlaces(Array(bytes[start...])) }
  }

  @Test func everyByteReplaced() {
    let bytes = Array(Self.source.utf8)
    for index in bytes.indices {
      for replacement: UInt8 in [
        0x00, 0x09, 0x0A, 0x20, 0x22, 0x26, 0x2A, 0x3A, 0x5B, 0x7D, 0x85, 0xC2, 0xFF,
      ] {
        var changed = bytes
        changed[index] = replacement
        checkPlaces(changed)
      }
    }
  }

  private func checkPlaces(_ bytes: [UInt8]) {
    let result = ReadResult(bytes)
    var spans = result.diagnostics.compactMap(\.span)
    spans += result.diagnostics.flatMap(\.labels).map(\.span)
    spans += result.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.span)
    #expect(spans.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
    #expect(result.document != nil || !result.diagnostics.isEmpty)
    if let root = result.document?.root { check(root, bytes.count) }
  }

  /// Every node lies inside the file, and so do its children.
  private func check(_ node: YAMLNode, _ count: Int) {
    #expect(node.span.end <= count)
    #expect(node.withText { $0.count } == node.text.utf8.count)
    let entries = Array(node.entries)
    let elements = Array(node.elements)
    #expect(entries.count + elements.count == node.count)
    for entry in entries {
      #expect(entry.key.kind == .scalar)
      check(entry.value, count)
    }
    for element in elements { check(element, count) }
  }
}
