// Reads the fields of one object of a ruleset and notes what is wrong with them.
internal import CanonicalJSON
internal import ComponentKit

/// The fields of one object: the ruleset itself, or a rule.
struct RulesetFieldReader {
  private let object: JSONObject
  private let path: [SchemaPathElement]
  /// What the object is called in messages: "rule 'email'".
  var label: String
  private var known: Set<String> = []
  private(set) var issues: [RulesetIssue] = []

  init(_ object: JSONObject, path: [SchemaPathElement], label: String) {
    self.object = object
    self.path = path
    self.label = label
  }

  mutating func fail(_ message: String, at field: SchemaPathElement..., warning: Bool = false) {
    issues.append(RulesetIssue(message: "\(label): \(message)", path: path + field, isError: !warning))
  }

  /// Notes a name that is not among those that the ruleset lists.
  mutating func fail(_ message: String, _ name: RulesetIssue.UnknownName, at field: SchemaPathElement...) {
    issues.append(
      RulesetIssue(
        message: "\(label): \(message)", path: path + field, isError: true, unknownName: name))
  }

  /// A reader of an object that stands in a field.
  func nested(_ object: JSONObject, at field: SchemaPathElement) -> RulesetFieldReader {
    RulesetFieldReader(object, path: path + [field], label: label)
  }

  /// A reader of an element of a list field; an element that is no object is noted in it.
  func element(_ value: JSONValue, of key: String, _ index: Int) -> RulesetFieldReader {
    var reader = RulesetFieldReader(
      value.objectValue ?? JSONObject(), path: path + [.key(key), .index(index)], label: "rule \(index + 1)")
    if value.objectValue == nil { reader.fail("expected a mapping, found \(value.typeName)") }
    return reader
  }

  mutating func take(_ other: [RulesetIssue]) { issues += other }

  /// The same reader, for issues that are told later.
  var withoutIssues: RulesetFieldReader {
    var copy = self
    copy.issues = []
    return copy
  }

  /// The value of a field; nil when it is absent or null.
  mutating func value(_ key: String) -> JSONValue? {
    known.insert(key)
    guard let value = object[key], value != .null else { return nil }
    return value
  }

  mutating func required(_ key: String) -> JSONValue? {
    if let value = value(key) { return value }
    fail("the field '\(key)' is missing")
    return nil
  }

  /// A text that must be there and must not be empty; one of white space is odd.
  mutating func requiredText(_ key: String) -> String? {
    guard let text = required(key).flatMap({ self.text($0, .key(key)) }) else { return nil }
    if isBlank(text) {
      fail("'\(key)' is empty", at: .key(key), warning: !text.isEmpty)
    }
    return text
  }

  mutating func text(_ key: String) -> String? { value(key).flatMap { text($0, .key(key)) } }

  private mutating func text(_ value: JSONValue, _ place: SchemaPathElement...) -> String? {
    if let text = value.stringValue { return text }
    let hint = value.arrayValue == nil && value.objectValue == nil ? "; put it in quotes" : ""
    let name = if case .key(let key)? = place.first { key } else { "" }
    issues.append(
      RulesetIssue(
        message: "\(label): '\(name)' expects text, found \(value.typeName)\(hint)", path: path + place,
        isError: true))
    return nil
  }

  /// A list of texts; empty when the field is absent. Blank ones are odd where they may be there.
  mutating func texts(_ key: String, mayBeBlank: Bool = false) -> [String] {
    guard let value = value(key) else { return [] }
    guard let elements = value.arrayValue else {
      fail("'\(key)' expects a list, found \(value.typeName)", at: .key(key))
      return []
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard let text = text(element, .key(key), .index(index)) else { continue }
      if isBlank(text) {
        fail("'\(key)' holds an empty text", at: .key(key), .index(index), warning: mayBeBlank)
      }
      texts.append(text)
    }
    return texts
  }

  /// A list of texts that must be there.
  mutating func requiredTexts(_ key: String, mayBeBlank: Bool = false) -> [String] {
    required(key) == nil ? [] : texts(key, mayBeBlank: mayBeBlank)
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    let number = value.integerValue ?? LenientValue.integer(value)
    if let number, range.contains(number) {
      if value.integerValue == nil {
        fail("'\(key)' is no whole number; replace it with \(number)", at: .key(key), warning: true)
      }
      return number
    }
    let found = number.map(String.init) ?? value.typeName
    fail(
      "'\(key)' expects a whole number from \(range.lowerBound) to \(range.upperBound), found \(found)",
      at: .key(key))
    return nil
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if let flag = value.boolValue { return flag }
    if let flag = LenientValue.flag(value) {
      fail(
        "'\(key)' is \(value.stringValue.map { "the text '\($0)'" } ?? "a number"); replace it with \(flag)",
        at: .key(key), warning: true)
      return flag
    }
    fail("'\(key)' expects true or false, found \(value.typeName)", at: .key(key))
    return nil
  }

  /// As many of the texts that a field takes are named in a message.
  private static let longestChoice = 8

  /// One of a few texts.
  mutating func choice(_ key: String, of names: [String]) -> String? {
    guard let text = text(key) else { return nil }
    if names.contains(text) { return text }
    let shown = names.prefix(Self.longestChoice).joined(separator: ", ")
    let rest = names.count > Self.longestChoice ? ", … (\(names.count) in all)" : ""
    fail(
      "'\(key)' expects one of \(shown)\(rest), found '\(text)'",
      RulesetIssue.UnknownName(written: text, known: names), at: .key(key))
    return nil
  }

  /// The fields that nobody asked for.
  var unknownFields: [String] { object.keys.filter { !known.contains($0) && !$0.hasPrefix("x-") } }

  /// Notes the fields that nobody asked for.
  mutating func warnOfUnknownFields() {
    for key in unknownFields { warnOfUnknownField(key) }
  }

  /// - Parameter count: How many rules have it.
  mutating func warnOfUnknownField(_ key: String, count: Int = 1) {
    let whose = count == 1 ? "\(label): the field '\(key)'" : "the field '\(key)' of \(count) rules"
    var issue = RulesetIssue(
      message: "\(whose) is unknown and has no effect", path: path + [.key(key)], isError: false,
      unknownName: RulesetIssue.UnknownName(written: key, known: known.sorted()))
    issue.isAboutKey = true
    issues.append(issue)
  }

  /// Notes the regular expressions of a field that can't be used.
  mutating func check(_ patterns: [String], of key: String, _ check: PatternCheck?) {
    for (index, pattern) in patterns.enumerated() {
      guard let reason = check?(pattern) else { continue }
      fail("the regular expression can't be used: \(reason)", at: .key(key), .index(index))
    }
  }

  private func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
