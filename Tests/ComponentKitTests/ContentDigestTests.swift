// Digests as text and back; the examples of FIPS 180-4.
import CanonicalJSON
import ComponentKit
import TestSupport
import Testing

struct ContentDigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func knownDigests(_ text: String, _ hexadecimal: String) {
    let digest = ContentDigest(of: Array(text.utf8))
    #expect(digest.hexadecimal == hexadecimal)
    #expect(digest.description == "sha256:" + hexadecimal)
    #expect(ContentDigest(parsing: "sha256:" + hexadecimal) == digest)
  }

  @Test func textAndBytesReadBack() {
    var generator = SeededGenerator(seed: 4)
    var previous = ContentDigest(of: [])
    for _ in 0..<500 {
      let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let digest = ContentDigest(bytes: bytes)
      #expect(digest?.bytes == bytes)
      let text = digest?.description ?? ""
      #expect(ContentDigest(parsing: text) == digest)
      guard let digest else { continue }
      var quoted = JSONWriter()
      quoted.writeWords(digest.quotedText, last: 1)
      #expect(quoted.bytes == Array("\"\(text)\"".utf8))
      #expect((previous < digest) == previous.bytes.lexicographicallyPrecedes(digest.bytes))
      #expect((previous == digest) == (previous.bytes == digest.bytes))
      previous = digest
    }
  }

  /// Any other byte at any place is no digest, and neither is any other length.
  @Test func otherTexts() {
    let text = Array(ContentDigest(of: []).description.utf8)
    for index in text.indices {
      for byte in UInt8.min...UInt8.max where byte != text[index] {
        var other = text
        other[index] = byte
        let isDigit = index >= 7 && (0x30...0x39).contains(byte) || index >= 7 && (0x61...0x66).contains(byte)
        #expect((ContentDigest(parsing: other.span) != nil) == isDigit, "\(byte) at \(index)")
      }
    }
    for length in 0..<text.count {
      #expect(ContentDigest(parsing: text.span.extracting(first: length)) == nil)
    }
    #expect(ContentDigest(parsing: (text + [0x30]).span) == nil)
    #expect(ContentDigest(bytes: []) == nil && ContentDigest(bytes: [UInt8](repeating: 0, count: 33)) == nil)
  }
}
