// The findings that somebody accepted, as `wct` hands them over. Reads no YAML.
package import CanonicalJSON
package import Diagnostics
internal import SystemFiles

/// One entry of a file of accepted findings: a finding is accepted when it fits every criterion that is there.
package struct AcceptedFinding: Sendable, Hashable {
  /// The id that reports show.
  package var finding: String?
  /// A category or an indicator, with wildcards.
  package var category: String?
  /// The place, with wildcards.
  package var source: String?
  package var reason: String
  /// Not what it seems, so that it is no processing either; else it is known, and in order.
  package var isFalsePositive = false
  /// The last day on which it holds; nil: it has no end.
  package var until: CalendarDate?
  /// Bytes of the file; nil where nobody knows.
  package var range: Range<Int>?

  package init(
    finding: String? = nil, category: String? = nil, source: String? = nil, reason: String,
    until: CalendarDate? = nil, isFalsePositive: Bool = false, range: Range<Int>? = nil
  ) {
    self.finding = finding
    self.category = category
    self.source = source
    self.reason = reason
    self.until = until
    self.isFalsePositive = isFalsePositive
    self.range = range
  }

  /// Whether the last day is over.
  package func isExpired(on today: CalendarDate) -> Bool { until.map { $0 < today } ?? false }

  /// Whether a finding is the one, or of the kind, that it speaks of.
  func matches(_ finding: Finding, id: String) -> Bool {
    if let wanted = self.finding, wanted != id { return false }
    if let category {
      let names = [finding.category, finding.indicator, finding.label].compactMap(\.self)
      guard names.contains(where: { PlacePattern(category).matches($0) }) else { return false }
    }
    if let source, !PlacePattern(source).matches(finding.place.source) { return false }
    return self.finding != nil || category != nil || source != nil
  }
}

/// The accepted findings of one file.
package struct AcceptedFindings: Sendable {
  /// The file, so that messages can show it; nil where there is none.
  package let file: SourceText?
  package let entries: [AcceptedFinding]

  package init(file: SourceText? = nil, entries: [AcceptedFinding] = []) {
    self.file = file
    self.entries = entries
  }

  /// Reads what ``json`` writes.
  ///
  /// - Throws: ``UnfitInput`` for anything else.
  package init(_ value: JSONValue) throws(UnfitInput) {
    guard let object = value.objectValue, object["format"] == "wct-accepted-findings",
      let name = object["file"]?.stringValue, let text = object["text"]?.stringValue,
      let entries = object["accepted"]?.arrayValue
    else { throw UnfitInput("it is no list of accepted findings that 'wct' made") }
    file = SourceText(name: name, bytes: Array(text.utf8))
    self.entries = try entries.map { value throws(UnfitInput) in
      guard let entry = value.objectValue, let reason = entry["reason"]?.stringValue else {
        throw UnfitInput("an accepted finding has no reason")
      }
      let until = entry["until"]?.stringValue
      guard until == nil || until.flatMap(CalendarDate.init) != nil else {
        throw UnfitInput("'\(until ?? "")' is no day")
      }
      let bounds = (entry["range"]?.arrayValue ?? []).compactMap(\.integerValue)
      return AcceptedFinding(
        finding: entry["finding"]?.stringValue, category: entry["category"]?.stringValue,
        source: entry["source"]?.stringValue, reason: reason, until: until.flatMap(CalendarDate.init),
        isFalsePositive: entry["false_positive"] == true,
        range: bounds.count == 2 && bounds[0] >= 0 && bounds[0] <= bounds[1] ? bounds[0]..<bounds[1] : nil)
    }
  }

  package var json: JSONValue {
    [
      "format": "wct-accepted-findings", "version": 1, "file": .string(file?.name ?? ""),
      "text": .string(file.map { $0.text(0..<$0.bytes.count) } ?? ""),
      "accepted": .array(
        entries.map { entry in
          let texts = [
            ("finding", entry.finding), ("category", entry.category), ("source", entry.source),
            ("reason", entry.reason), ("until", entry.until?.description),
          ]
          var object = JSONObject(texts.compactMap { key, text in text.map { (key, .string($0)) } })
          if entry.isFalsePositive { object["false_positive"] = true }
          if let range = entry.range {
            object["range"] = [.integer(range.lowerBound), .integer(range.upperBound)]
          }
          return .object(object)
        }),
    ]
  }
}

/// Why a file that was handed over can't be used.
package struct UnfitInput: Error, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
