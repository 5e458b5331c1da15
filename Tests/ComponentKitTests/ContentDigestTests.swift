// SHA-256 and its text.
import ComponentKit
import Testing

struct ContentDigestTests {
  /// FIPS 180-4: the empty message, and the one-block example.
  @Test(arguments: [
    ("", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func digest(_ text: String, _ expected: String) {
    let digest = ContentDigest(of: Array(text.utf8))
    #expect(digest.description == expected)
    #expect(ContentDigest(parsing: expected) == digest)
  }

  @Test func inParts() {
    var hasher = ContentHasher()
    for part in ["a", "", "bc"] { hasher.update(Array(part.utf8)) }
    #expect(hasher.finalised() == ContentDigest(of: Array("abc".utf8)))
  }

  @Test func refuses() {
    let good = ContentDigest(of: []).description
    let upper = "sha256:" + good.dropFirst(7).uppercased()
    for text in [
      "", "sha256:", String(good.dropLast()), good + "0", upper, good.replacing("sha256", with: "sha512"),
      String(good.dropLast()) + "g", String(good.dropLast(2)) + "é",
    ] {
      #expect(ContentDigest(parsing: text) == nil, "\(text)")
    }
    #expect(ContentDigest(bytes: [1, 2]) == nil)
  }
}
