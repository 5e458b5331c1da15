// Merging: the items of several artifacts of one schema, one after the other.
internal import CanonicalJSON
internal import ComponentKit

/// Concatenates artifacts. Items stay as they are and so keep where they came from.
///
/// The head is the first operand's. Where it has a `summary`, which counts the items, the summary is that of
/// all operands together, see ``SummaryMerge``.
struct ArtifactMerge {
  let readers: [any ArtifactReader]

  /// Writes all items, in the order of the operands, and gives the head.
  func write(into sink: any ItemSink, _ format: WireFormat) throws -> JSONObject {
    var itemCount = 0
    for reader in readers {
      try reader.forEachItem { item in
        try sink.append(item)
        itemCount += 1
      }
    }
    guard var head = readers.first?.head else { throw ComponentFailure("there is nothing to merge") }
    if format.itemsProperty == nil, readers.contains(where: { $0.head != head }) {
      throw ComponentFailure("the schema '\(format.reference)' has no items that could be merged")
    }
    let summaries = readers.compactMap { $0.head["summary"]?.objectValue }
    if !summaries.isEmpty, summaries.count == readers.count {
      head["summary"] = .object(SummaryMerge(summaries: summaries, itemCount: itemCount).merged())
    }
    return head
  }
}

/// The summary of findings that were counted apart.
///
/// `total_…` is the number of all items; `…_count` and numbers by name are sums; lists of texts are unions,
/// sorted; lists of rows with a `findings_count` are added up by their other member; a number
/// `…_identified` is the number of rows. Anything else is the first operand's.
struct SummaryMerge {
  let summaries: [JSONObject]
  let itemCount: Int

  func merged() -> JSONObject {
    var result = summaries.first ?? JSONObject()
    var rowCount: Int?
    for key in Set(summaries.flatMap(\.keys)) {
      let values = summaries.compactMap { $0[key] }
      guard let value = merge(key, values) else { continue }
      if case .array(let rows) = value, rows.contains(where: { $0.objectValue != nil }) {
        rowCount = rows.count
      }
      result[key] = value
    }
    if let rowCount {
      for key in result.keys where key.hasSuffix("_identified") && result[key]?.integerValue != nil {
        result[key] = .integer(rowCount)
      }
    }
    return result
  }

  private func merge(_ key: String, _ values: [JSONValue]) -> JSONValue? {
    if key.hasPrefix("total_") { return .integer(itemCount) }
    if key.hasSuffix("_count") { return sum(values) }
    let lists = values.compactMap(\.arrayValue)
    if lists.count == values.count { return mergeLists(lists.flatMap { $0 }) }
    let objects = values.compactMap(\.objectValue)
    if objects.count == values.count { return mergeNumbers(objects) }
    return nil
  }

  private func sum(_ values: [JSONValue]) -> JSONValue? {
    var total = 0
    for value in values {
      guard let number = value.integerValue else { return nil }
      total = total.addingReportingOverflow(number).overflow ? Int.max : total + number
    }
    return .integer(total)
  }

  private func mergeNumbers(_ objects: [JSONObject]) -> JSONValue? {
    var result = JSONObject()
    for key in Set(objects.flatMap(\.keys)) {
      guard let total = sum(objects.compactMap { $0[key] }) else { return nil }
      result[key] = total
    }
    return .object(result)
  }

  private func mergeLists(_ elements: [JSONValue]) -> JSONValue? {
    let texts = elements.compactMap(\.stringValue)
    if texts.count == elements.count { return .array(Set(texts).sorted().map { .string($0) }) }
    return mergeRows(elements.compactMap(\.objectValue), count: elements.count)
  }

  /// Rows keep the order of their kind: purposes by name, everything else by count, most first.
  private func mergeRows(_ rows: [JSONObject], count: Int) -> JSONValue? {
    let counter = "findings_count"
    var order: [JSONObject] = []
    var totals: [JSONObject: Int] = [:]
    guard rows.count == count else { return nil }
    for row in rows {
      guard let number = row[counter]?.integerValue else { return nil }
      var identity = row
      identity[counter] = nil
      if totals[identity] == nil { order.append(identity) }
      let sum = totals[identity, default: 0].addingReportingOverflow(number)
      totals[identity] = sum.overflow ? Int.max : sum.partialValue
    }
    let isByName = order.allSatisfy { $0["purpose"] != nil }
    let sorted = order.sorted { left, right in
      if isByName { return (left["purpose"]?.stringValue ?? "") < (right["purpose"]?.stringValue ?? "") }
      return totals[left, default: 0] > totals[right, default: 0]
    }
    return .array(
      sorted.map { identity in
        var row = identity
        row[counter] = .integer(totals[identity, default: 0])
        return .object(row)
      })
  }
}
