// The texts that go between this program and a batch service. Sends nothing.
internal import CanonicalJSON
internal import ComponentKit

/// Batches and replies as JSON: docs/batches.md describes them.
enum BatchMessage {
  /// Characters of a text from a service that are kept.
  private static let longestText = 2_000

  static func bytes(of batch: ServiceBatch) -> [UInt8] {
    JSONWriter.bytes(
      of: [
        "format": "wct-batch", "version": 1, "id": .string(batch.id), "kind": .string(batch.kind),
        "requests": .array(
          batch.entries.map { ["id": .string($0.key), "content": .object($0.content)] }),
      ])
  }

  /// What is wrong with a reply.
  struct Fault: Error {
    let message: String
  }

  /// - Parameter job: What the service calls the job, unless it says something else.
  static func reply(_ bytes: [UInt8], job: String) throws(Fault) -> DispatchReply {
    guard let object = try? JSONReader.read(bytes).objectValue else {
      throw Fault(message: "expected a JSON object, found something else")
    }
    let isDone: Bool
    switch object["status"]?.stringValue {
    case "done": isDone = true
    case "pending": isDone = false
    default: throw Fault(message: "expected 'status' to be 'done' or 'pending'")
    }
    let answers = object["answers"] ?? []
    guard let entries = answers.arrayValue else { throw Fault(message: "expected 'answers' to be a list") }
    let name = object["job"]?.stringValue.map { String($0.prefix(200)) } ?? job
    return DispatchReply(
      job: isDone ? nil : name, answers: entries.map(entry), cost: object["cost"]?.doubleValue)
  }

  /// An entry that says nothing usable is an answer all the same: that there is none.
  private static func entry(_ value: JSONValue) -> DispatchReply.Entry {
    let key = value.objectValue?["id"]?.stringValue ?? ""
    if let content = value.objectValue?["content"]?.objectValue {
      return DispatchReply.Entry(key: key, answer: .content(content))
    }
    let error = value.objectValue?["error"]?.stringValue
    return DispatchReply.Entry(
      key: key, answer: .failure(error.map(shortened) ?? "the service gave neither 'content' nor 'error'"))
  }

  /// What a service says about a failure, on one line.
  static func said(_ bytes: [UInt8]) -> String {
    let object = try? JSONReader.read(bytes).objectValue
    guard let text = object?["error"]?.stringValue, !text.isEmpty else { return "" }
    return ": " + shortened(text)
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(longestText).map { $0.value < 0x20 ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
