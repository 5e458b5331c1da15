// Why something could not be taken out of a file. Knows no format.

/// A reason, for people: lower case, no full stop.
package struct Unextractable: Error, Sendable, Equatable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}
