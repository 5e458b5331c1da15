// Which artifacts of a plan are meant, as people write it. Parsed here, evaluated beside it.

/// A selection: `+classified`, `type:personal_data,output:true`, `audit/** -audit/raw+`.
///
/// ```text
/// list    = word { blank word }                  a union; words that begin with "-" are taken out of it
/// word    = ["-"] reach { "," reach }            an intersection
/// reach   = "@" primary | [[number] "+"] primary ["+" [number]]
/// primary = name | wildcards | method ":" value | "(" list ")"
/// ```
///
/// After the node selection of dbt ("Node selection syntax", "Graph operators", "Set operators"), with differences
/// and parentheses added.
package struct Selection: Sendable, Hashable {
  /// The text that it was read from.
  package let text: String
  let list: SelectionList

  /// Reads a selection.
  ///
  /// - Throws: ``SelectionFault`` with the bytes that can't be read.
  package init(_ text: String) throws(SelectionFault) {
    var parser = SelectionParser(text)
    list = try parser.parse()
    self.text = text
  }

  /// How many names, patterns and criteria a selection may hold: each is looked for in the whole plan.
  package static let maximumTerms = 1_000
  /// How deep parentheses may nest.
  package static let maximumDepth = 32
}

/// Words: the first are joined, the others taken out of what they come to.
struct SelectionList: Sendable, Hashable {
  var included: [SelectionWord] = []
  /// Where nothing is included, these are taken out of everything.
  var excluded: [SelectionWord] = []
}

/// What all of these reaches hold.
struct SelectionWord: Sendable, Hashable {
  var reaches: [SelectionReach]
}

/// Some artifacts, and how far to follow what leads to them and what comes of them.
struct SelectionReach: Sendable, Hashable {
  var primary: Primary
  /// The bytes of the primary.
  var span: Range<Int>
  /// Steps against the edges; nil: none are followed.
  var before: Int?
  /// Steps along the edges; nil: none are followed.
  var after: Int?
  /// `@`: what comes of them, and everything that any of it is made from.
  var isWhole = false

  enum Primary: Sendable, Hashable {
    /// An id, an alias, or a child runbook's use.
    case name(String)
    case wildcards(NameWildcards)
    case criterion(SelectionCriterion)
    indirect case list(SelectionList)
  }
}
