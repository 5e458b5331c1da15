// A run with the runs within it, and what began it, as lineage tells them. Knows no event.
internal import CanonicalJSON

/// A run and the runs that were carried out for its artifacts.
package struct LineageRun: Sendable {
  let report: RunReport
  let nested: [LineageRun]

  package init(_ report: RunReport, nested: [LineageRun] = []) {
    self.report = report
    self.nested = nested
  }
}

/// What a run is part of.
package struct LineageParent: Sendable, Hashable {
  /// A run and its job.
  package struct Place: Sendable, Hashable {
    let namespace: String
    let job: String
    let run: String

    var members: [(String, JSONValue)] {
      [
        ("run", ["runId": .string(run)]),
        ("job", ["namespace": .string(namespace), "name": .string(job)]),
      ]
    }
  }

  let place: Place
  /// What began all of it, where that is another one.
  let root: Place?

  init(namespace: String, job: String, run: String, root: Place?) {
    place = Place(namespace: namespace, job: job, run: run)
    self.root = root
  }

  /// `NAMESPACE/JOB/RUN-ID`, where the job may have slashes and the run's id is a UUID; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, let namespace = parts.first, let run = parts.last, !namespace.isEmpty,
      Self.isUUID(run)
    else { return nil }
    let job = parts[1..<(parts.count - 1)].joined(separator: "/")
    if job.isEmpty { return nil }
    self.init(namespace: String(namespace), job: job, run: String(run), root: nil)
  }

  /// The text form of RFC 9562, of any version.
  private static func isUUID(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.joined().utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
      }
  }
}
