// The JSON reader and writer: what was read is written and read back as the same value.
internal import CanonicalJSON

enum FuzzJSON {
  static func test(_ bytes: [UInt8]) {
    guard let value = try? JSONReader.read(bytes) else { return }
    let written = JSONWriter.bytes(of: value)
    let again = try? JSONReader.read(written)
    precondition(again == value, "the value changed when it was written")
    precondition(JSONWriter.bytes(of: value) == written, "writing is not deterministic")
    let pretty = try? JSONReader.read(PrettyJSONWriter.bytes(of: value))
    precondition(pretty == value, "the value changed when it was written for people")
  }
}
