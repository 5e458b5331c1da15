// Collects diagnostics while a compilation goes on.

/// The diagnostics of one compilation. Passes report here and go on.
public struct DiagnosticSink: Sendable {
  /// In the order in which they were reported.
  public private(set) var diagnostics: [Diagnostic] = []

  /// A sink that holds nothing.
  public init() {}

  /// Whether anything reported so far is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Changes one that was reported, by its place in ``diagnostics``.
  package mutating func amend(_ index: Int, _ change: (inout Diagnostic) -> Void) {
    if diagnostics.indices.contains(index) { change(&diagnostics[index]) }
  }

  /// Changes all that were reported.
  package mutating func amendAll(_ change: (inout Diagnostic) -> Void) {
    for index in diagnostics.indices { change(&diagnostics[index]) }
  }

  /// Every diagnostic once, by file, place, and code.
  public var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { left, right in
      let (a, b) = (Self.sortKey(left.element), Self.sortKey(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  private static func sortKey(_ diagnostic: Diagnostic) -> (Int, Int, String) {
    guard let span = diagnostic.span else { return (-1, 0, diagnostic.rule.code) }
    return (Int(span.source.index), span.start, diagnostic.rule.code)
  }
}
