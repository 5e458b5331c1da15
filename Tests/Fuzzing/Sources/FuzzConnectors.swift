// The connectors as a whole: a file of any bytes gives items, or a reason; what is said to be everything is everything.
internal import CanonicalJSON
internal import ComponentKit
internal import Glibc
internal import StandardComponents
internal import StandardManifests
internal import SystemFiles

enum FuzzConnectors {
  private static let directory: String = {
    let path = "/dev/shm/wct-fuzz-\(getpid())"
    unsafe mkdir(path, 0o700)
    return path
  }()

  private static let encodings = [
    "auto", "utf-8", "latin-1", "utf-16", "utf-32-be", "cp1252", "cp866", "utf-8-sig",
  ]

  /// The first byte chooses encoding and what is done about errors; the rest is the file.
  static func testFiles(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let encoding = encodings[Int(first & 7)]
    let errors = ["strict", "replace", "ignore"][Int(first >> 3) % 3]
    let content = Array(bytes.dropFirst())
    let properties: JSONObject = [
      "path": .string(write(content, "input.txt")), "encoding": .string(encoding), "errors": .string(errors),
    ]
    guard let texts = extract("filesystem", properties) else { return }
    if encoding == "latin-1" {
      let whole = String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
      let expected = whole.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      precondition(texts.joined().utf8.elementsEqual(expected.utf8), "the parts are not the file")
    }
  }

  /// A database file.
  static func testDatabase(_ bytes: [UInt8]) {
    let path = write(bytes, "input.db")
    _ = extract("sqlite", ["database_path": .string(path), "max_rows_per_table": "all"])
  }

  private static func write(_ bytes: [UInt8], _ name: String) -> String {
    let path = "\(directory)/\(name)"
    do {
      try writeFile(path, bytes)
    } catch {
      preconditionFailure("\(error)")
    }
    return path
  }

  /// The texts of the items; nil for a refusal with a reason.
  private static func extract(_ type: String, _ properties: JSONObject) -> [String]? {
    let configuration = ComponentConfiguration(properties: properties, outputSchema: .standardInput)
    let sink = Sink()
    do {
      let connector = try ComponentRegistry.standard.connectors[type]?(configuration)
      let head = try connector?.extract(into: sink, context: Context())
      precondition(head?["schemaVersion"] == "1.0.0")
      return sink.texts
    } catch let error as ComponentFailure {
      precondition(!error.message.isEmpty)
      return nil
    } catch {
      preconditionFailure("a failure without a reason: \(error)")
    }
  }

  private final class Sink: ItemSink {
    var texts: [String] = []

    func append(_ item: JSONValue) {
      guard let text = item.objectValue?["content"]?.stringValue,
        item.objectValue?["metadata"]?.objectValue?["source"]?.stringValue?.isEmpty == false
      else { preconditionFailure("an item without text or source: \(item)") }
      texts.append(text)
    }
  }

  /// Items of 16 KiB at most, so that files are read in parts and cells are cut.
  private struct Context: ComponentContext {
    let resources = WorkResources(memory: 1 << 19, processors: 1)
    let artifact = "artifact"
    let runID = "run"
    let baseDirectory = "/"
    let isCancelled = false

    func timestamp() -> String { "2026-01-31T12:00:00.000000+00:00" }
    func report(_ progress: ComponentProgress) {}
    func warn(_ message: String) { precondition(!message.isEmpty) }
  }
}
