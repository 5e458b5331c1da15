// What an exporter of findings is handed: a run, and its outputs one finding after the other.
internal import CanonicalJSON
package import ComponentKit
package import RunHistory

/// The findings of a run, ready to be reported.
package struct FindingsReport: Sendable {
  /// Who made what.
  package struct Origin: Sendable {
    package var run: RunRecord
    package var runbookDescription: String
    package var contact: String?
    package var framework: String?
    /// How the run ended, as its results say.
    package var status: String
    /// When the report is made.
    package var now: Timestamp
    /// The program that makes it, with its version.
    package var program: String

    package init(
      run: RunRecord, runbookDescription: String, contact: String?, framework: String?, status: String,
      now: Timestamp, program: String
    ) {
      self.run = run
      self.runbookDescription = runbookDescription
      self.contact = contact
      self.framework = framework
      self.status = status
      self.now = now
      self.program = program
    }
  }

  /// One artifact whose items are findings.
  package struct Output: Sendable {
    /// The name that the runbook gives it.
    package let artifact: String
    /// What people call it.
    package let title: String?
    package let schema: SchemaReference
    /// Marked sensitive: its findings are counted and not shown.
    package let isSensitive: Bool
    package let count: Int
    /// The texts that it was found in, to tell lines.
    let texts: [Text]
    private let open: @Sendable () throws -> any ArtifactReader

    package init(
      artifact: String, title: String?, schema: SchemaReference, isSensitive: Bool, count: Int,
      texts: [Text] = [], open: @escaping @Sendable () throws -> any ArtifactReader
    ) {
      self.artifact = artifact
      self.title = title
      self.schema = schema
      self.isSensitive = isSensitive
      self.count = count
      self.texts = texts
      self.open = open
    }

    /// The findings in their order; none of an artifact that is marked sensitive.
    func forEachFinding(_ body: (Finding) throws -> Void) throws {
      guard !isSensitive else { return }
      try open().forEachItem { item in
        if let object = item.objectValue { try body(Finding(object, schema: schema)) }
      }
    }
  }

  /// An artifact whose items are texts, each with its source.
  package struct Text: Sendable {
    let open: @Sendable () throws -> any ArtifactReader

    package init(open: @escaping @Sendable () throws -> any ArtifactReader) { self.open = open }
  }

  package let origin: Origin
  package let outputs: [Output]
  /// What of the findings is wanted.
  package var filter: FindingFilter
  /// The file of accepted findings; one without entries where there is none.
  package var accepted: AcceptedFindings

  package init(
    origin: Origin, outputs: [Output], filter: FindingFilter = FindingFilter(),
    accepted: AcceptedFindings = AcceptedFindings()
  ) {
    self.origin = origin
    self.outputs = outputs
    self.filter = filter
    self.accepted = accepted
  }
}

/// Which findings are wanted; everything, where nothing is asked for.
package struct FindingFilter: Sendable {
  /// Categories or indicators.
  package var categories: [PlacePattern] = []
  package var sources: [PlacePattern] = []
  /// Ids as reports show them, or their beginnings.
  package var ids: [String] = []

  package init() {}

  /// Whether a text is an id or the beginning of one; what tells equal ones apart, `-2`, stands at the end of both.
  package static func names(_ text: String, _ id: String) -> Bool {
    let (wanted, own) = (text.split(separator: "-"), id.split(separator: "-"))
    guard let beginning = wanted.first, let digits = own.first, wanted.count == own.count else {
      return false
    }
    return digits.utf8.starts(with: beginning.utf8) && wanted.dropFirst().elementsEqual(own.dropFirst())
  }

  func admits(_ finding: Finding, id: String) -> Bool {
    if !ids.isEmpty, !ids.contains(where: { Self.names($0, id) || finding.storedID == $0 }) { return false }
    if !sources.isEmpty, !sources.contains(where: { $0.matches(finding.place.source) }) { return false }
    let names = [finding.category, finding.indicator, finding.label].compactMap(\.self)
    return categories.isEmpty || categories.contains { pattern in names.contains { pattern.matches($0) } }
  }
}
