// Writes artifacts into a store and reads them back, as bytes that are JSON already: the store's own speed.
internal import CanonicalJSON
internal import ComponentKit
internal import ExecutionPlan
internal import Glibc
internal import PlanMachine
internal import RunHistory
internal import RunStore
internal import SystemFiles

enum BlobProbe {
  /// Arguments: the store, and a file that is copied into it.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw ProbeFailure("blobs takes STORE and FILE") }
    let store = try RunStore(creating: arguments[0])
    let writer = try store.makeWriter(schema: .standardInput)
    let file = try FileDescriptor(opening: arguments[1], .read)
    while case let chunk = try file.read(upTo: 1 << 18), !chunk.isEmpty {
      try writer.append(encoded: chunk, count: 1)
    }
    print(try writer.finish(head: JSONObject()).size)
  }
}

extension SchemaReference {
  fileprivate static let standardInput = SchemaReference("standard_input")
}
