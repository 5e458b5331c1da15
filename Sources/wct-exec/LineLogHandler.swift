// Writes log events as lines, for people or as JSON. Knows nothing of runs.
internal import CanonicalJSON
internal import CommandSupport
internal import Diagnostics
internal import Logging
internal import PlanMachine
internal import RunHistory

/// The forms of a line.
enum LogForm: String, Sendable, CaseIterable {
  /// `2026-03-01T09:12:44.031000+00:00 warning artifact warning artifact=files run=mtx4q2kdd7ab text="…"`.
  case text
  /// One object: `time`, `level`, `message`, and the metadata by name.
  case json
}

/// A handler for swift-log that writes each event as one line at once.
struct LineLogHandler: LogHandler {
  private let form: LogForm
  private let write: @Sendable ([UInt8]) -> Void
  private let clock = SystemClock()
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init(_ form: LogForm, level: Logger.Level, write: @escaping @Sendable ([UInt8]) -> Void) {
    self.form = form
    self.write = write
    logLevel = level
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let members = metadata.merging(event.metadata ?? [:]) { $1 }
    let time = clock.now().text
    switch form {
    case .json:
      var object: JSONObject = [
        "time": .string(time), "level": .string(event.level.rawValue),
        "message": .string(event.message.description),
      ]
      for (key, value) in members { object[key] = Self.json(value) }
      write(JSONWriter.bytes(of: .object(object)) + [0x0A])
    case .text:
      var line = "\(time) \(event.level.rawValue) \(printable(event.message.description))"
      for (key, value) in members.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(Self.text(value))" }
      write(Array((line + "\n").utf8))
    }
  }

  private static func json(_ value: Logger.Metadata.Value) -> JSONValue {
    switch value {
    case .string(let text): .string(text)
    case .stringConvertible(let number as Int): .integer(number)
    case .stringConvertible(let number as Double): .number(number)
    case .stringConvertible(let other): .string(other.description)
    case .array(let values): .array(values.map(json))
    case .dictionary(let values): .object(JSONObject(values.map { ($0.key, json($0.value)) }))
    }
  }

  /// A word as it is, anything else as a JSON string.
  private static func text(_ value: Logger.Metadata.Value) -> String {
    guard case .string(let text) = json(value) else { return json(value).canonicalText }
    let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3D }
    return isWord ? text : JSONValue.string(printable(text)).canonicalText
  }
}
