// The results of a run as an artifact of another: one item an output. Writes no file.
package import CanonicalJSON
package import ComponentKit
internal import ExecutionPlan

/// Results as the exporter `json` has them, with `outputs` as the items.
package struct RunResultItems {
  private let report: RunReport
  private let exporter: JSONExporter
  /// Bytes of one item, which holds the content of one output.
  private let itemLimit: Int

  package init(report: RunReport, itemLimit: Int) {
    self.report = report
    self.itemLimit = itemLimit
    exporter = JSONExporter(report: report)
  }

  /// Writes the outputs and gives the rest of the content.
  ///
  /// An output that is too large for an item loses its last items, and `warn` is told how many.
  package func write(into sink: any ItemSink, warn: (String) -> Void) throws -> JSONObject {
    for index in report.outputs {
      var item = JSONObject(exporter.members(of: index))
      if report.plan.instructions[index.value].flags.contains(.sensitive) {
        item["content"] = .string(JSONExporter.redacted)
      } else if let reader = try report.reader(of: index) {
        item["content"] = .object(try content(of: reader, warn: warn))
      }
      try sink.append(.object(item))
    }
    return exporter.head
  }

  private func content(of reader: any ArtifactReader, warn: (String) -> Void) throws -> JSONObject {
    var content = reader.head
    guard let property = report.itemsProperty(of: reader.schema) else { return content }
    var items: [JSONValue] = []
    var size = 0
    do {
      try reader.forEachItem { item in
        size += JSONWriter.bytes(of: item).count
        guard size <= itemLimit else { throw Full() }
        items.append(item)
      }
    } catch is Full {
      warn(
        "only the first \(items.count) of \(reader.itemCount) items of the output '\(reader.artifact)' are in "
          + "the results: more than \(itemLimit) bytes (--memory) make no item")
    }
    content[property] = .array(items)
    return content
  }

  /// The item has no room for more.
  private struct Full: Error {}
}
