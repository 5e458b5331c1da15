// How differences are put into words, for every form in which people read them. Knows no form.
internal import CanonicalJSON
internal import ComponentKit
internal import Diagnostics

/// The words of a difference; texts from plans are made printable, and nothing is escaped yet.
enum DifferenceWording {
  /// One line on a change: what changed, what it was, what it is.
  struct Line: Equatable {
    enum Sign { case added, removed, modified }

    let sign: Sign
    /// The pointer, or a phrase.
    let label: String
    let old: String?
    let new: String?
    /// How far the line is indented below its cause.
    var depth = 1
  }

  /// Values longer than this are cut.
  static let valueLength = 72
  /// How many changes of one cause, and how many rules, are shown.
  static let shownLines = 40

  // MARK: - Titles

  static func sign(of kind: Cause.Kind) -> Line.Sign {
    switch kind {
    case .added: .added
    case .removed: .removed
    default: .modified
    }
  }

  /// What a cause is about: a word, and the names that belong to it.
  static func title(_ cause: Cause) -> (word: String, subject: String, remark: String) {
    let subject = printable(cause.subject)
    let renamed = cause.previous.map { "\(printable($0)) → \(subject)" } ?? subject
    let more = cause.artifacts.count > 1 ? " and \(count(cause.artifacts.count - 1, "more", "more"))" : ""
    let others = cause.artifacts.filter { !$0.utf8.elementsEqual(cause.subject.utf8) }
    let origin = cause.origin.map { printable($0) } ?? ""
    switch cause.kind {
    case .configuration: return ("the configuration of the run", "", "")
    case .framework: return ("the framework", "", "")
    case .alias: return ("the alias", renamed, "")
    case .component:
      let isVersion = cause.changes.contains { $0.aspect == .version }
      return (isVersion ? "the component" : "the interface of", subject, versions(cause))
    case .ruleset: return ("the ruleset", renamed, touched(cause))
    case .renamed: return ("renamed", renamed, more)
    case .modified: return ("modified", subject, others.isEmpty ? "" : ", \(names(others, limit: 3))")
    case .added: return ("added", subject, origin)
    case .removed: return ("removed", subject, origin)
    }
  }

  /// What is said where nothing differs, of both plans or of what was asked for.
  static func sameness(_ difference: PlanDifference) -> String {
    difference.hasSamePlanID
      ? "the same plan" : "no difference in what is selected; elsewhere the plans differ"
  }

  /// What is said where only names differ.
  static func metadataOnly(_ difference: PlanDifference) -> String {
    difference.hasSamePlanID
      ? "Only names, descriptions or contacts differ: both plans do the same"
      : "Only names, descriptions or contacts differ in what is selected; elsewhere the plans do"
  }

  private static func versions(_ cause: Cause) -> String {
    let change = cause.changes.first { $0.aspect == .version }
    guard let old = change?.old?.stringValue, let new = change?.new?.stringValue else {
      return touched(cause)
    }
    return "\(printable(old)) → \(printable(new))\(touched(cause))"
  }

  private static func touched(_ cause: Cause) -> String {
    guard !cause.artifacts.isEmpty else { return "" }
    return ", used by \(names(cause.artifacts, limit: 5))"
  }

  /// Some names, and how many more there are.
  static func names(_ names: [String], count total: Int? = nil, limit: Int) -> String {
    let shown = names.prefix(limit).map { printable($0) }.joined(separator: ", ")
    let rest = (total ?? names.count) - min(limit, names.count)
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  // MARK: - Changes

  /// The lines below a cause.
  static func lines(_ cause: Cause) -> [Line] {
    var lines = cause.changes.filter { !isTold(elsewhere: $0, cause) }.map { line($0) }
    for rule in cause.rules {
      let sign: Line.Sign = rule.state == .added ? .added : rule.state == .removed ? .removed : .modified
      lines.append(Line(sign: sign, label: "rule '\(printable(rule.name))'", old: nil, new: nil))
      lines += rule.changes.map { line($0, depth: 2) }
    }
    return lines
  }

  /// The version stands in the title, and a digest says less than the rules that differ.
  private static func isTold(elsewhere change: Change, _ cause: Cause) -> Bool {
    switch change.aspect {
    case .version: true
    case .interface: cause.changes.contains { $0.aspect == .version }
    case .alias: cause.previous != nil
    case .ruleset:
      change.pointer.hasPrefix("/rulesets/") && !(cause.rules.isEmpty && cause.changes.count == 1)
    default: false
    }
  }

  static func line(_ change: Change, depth: Int = 1) -> Line {
    let label = printable(change.pointer)
    let sign: Line.Sign = change.old == nil ? .added : change.new == nil ? .removed : .modified
    if let (old, new) = listDifference(change) {
      return Line(sign: sign, label: label, old: old, new: new, depth: depth)
    }
    return Line(
      sign: sign, label: label, old: change.old.map { text($0) }, new: change.new.map { text($0) },
      depth: depth)
  }

  /// Of two lists, what each holds that the other does not; nil where that does not tell all.
  private static func listDifference(_ change: Change) -> (old: String?, new: String?)? {
    guard let old = change.old?.arrayValue, let new = change.new?.arrayValue, old.count + new.count > 4
    else { return nil }
    let (left, right) = (Set(old), Set(new))
    let (gone, come) = (old.filter { !right.contains($0) }, new.filter { !left.contains($0) })
    guard !gone.isEmpty || !come.isEmpty else { return nil }
    let stay = old.count - gone.count
    let rest = stay > 0 ? " (\(stay) stay)" : ""
    return (
      gone.isEmpty ? nil : "without \(list(gone))\(come.isEmpty ? rest : "")",
      come.isEmpty ? nil : "with \(list(come))\(rest)"
    )
  }

  private static func list(_ values: [JSONValue]) -> String {
    let shown = values.prefix(5).map { text($0) }
    let rest = values.count - shown.count
    return (shown + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }

  /// A value on one line, cut where it is long.
  static func text(_ value: JSONValue) -> String {
    if let digest = value.stringValue, ContentDigest(parsing: digest) != nil {
      return "\(digest.prefix(19))…"
    }
    let text = printable(value.canonicalText)
    let length = text.unicodeScalars.count
    guard length > valueLength else { return text }
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(valueLength - 12)))
    return "\(start)… (\(length) characters)"
  }

  // MARK: - Reach

  /// What follows from a cause, on one line; nil when nothing does.
  static func reach(_ cause: Cause) -> String? {
    let reach = cause.reach
    var parts: [String] = []
    switch reach.downstream {
    case nil: parts.append("downstream artifacts were not counted, there are too many causes")
    case 0?: break
    case let downstream?: parts.append("and \(count(downstream, "downstream artifact"))")
    }
    // That a new artifact is an output stands among the outputs.
    let isNews = cause.kind == .added && reach.downstream == 0
    if reach.outputs > 0, !isNews {
      let names = names(reach.firstOutputs, count: reach.outputs, limit: 5)
      parts.append("\(count(reach.outputs, "output")) made anew: \(names)")
    }
    if let effort = effort(reach.effort) { parts.append(effort) }
    return parts.isEmpty ? nil : "… \(parts.joined(separator: "; "))"
  }

  /// How long it took the last time; nil where nothing is known.
  static func effort(_ effort: Effort) -> String? {
    guard effort.known > 0 else { return nil }
    let cost = effort.cost > 0 ? ", cost \(decimal(effort.cost))" : ""
    let known = effort.known < effort.artifacts ? " for \(effort.known) of \(effort.artifacts)" : ""
    return "about \(duration(effort.seconds))\(known)\(cost)"
  }

  // MARK: - Totals

  /// The sum of everything, a sentence each.
  static func totals(_ difference: PlanDifference) -> [String] {
    let totals = difference.totals
    let kinds = [
      (totals.added, "added"), (totals.removed, "removed"), (totals.modified, "modified"),
      (totals.renamed, "renamed"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    var sentences = [
      "\(count(difference.causes.count, "cause"))"
        + (kinds.isEmpty ? "" : ": \(kinds.joined(separator: ", "))")
        + (totals.affected > 0 ? "; \(totals.affected) downstream" : "")
    ]
    let anew =
      "\(totals.madeAnew) of \(count(difference.new.artifacts, "artifact")) made anew"
      + (totals.outputs > 0 ? ", \(count(totals.outputs, "output")) among them" : "")
    sentences.append(anew + (effort(totals.effort).map { ", \($0)" } ?? ""))
    if totals.reusable > 0 {
      sentences.append("\(totals.reusable) can be reused from a run of \(printable(difference.old.name))")
    }
    return sentences
  }

  static func ends(_ flow: SensitiveFlow) -> String {
    flow.ends.map { $0 == .output ? "an output" : $0.rawValue }.joined(separator: ", ")
  }

  /// The artifacts on a way, first things first.
  static func way(_ flow: SensitiveFlow) -> String {
    guard flow.omitted > 0 else { return flow.path.map { printable($0) }.joined(separator: " → ") }
    let half = flow.path.count / 2
    let parts =
      flow.path.prefix(half).map { printable($0) } + ["… \(flow.omitted) more …"]
      + flow.path.dropFirst(half).map { printable($0) }
    return parts.joined(separator: " → ")
  }

  static func mark(_ mark: MarkChange) -> String {
    mark.isSet
      ? "marked sensitive: its value is redacted now" : "not marked sensitive any more: its value is shown"
  }

  /// The verdict on an output and its reasons.
  static func reasons(_ output: OutputComparison) -> String {
    let content = output.isMadeAnew && output.state == .kept && output.reasons.isEmpty ? ["made anew"] : []
    return (output.reasons + content).map { printable($0) }.joined(separator: "; ")
  }

  /// The outputs that there is something to say of, those that break readers first.
  static func noteworthy(_ outputs: [OutputComparison]) -> [OutputComparison] {
    outputs.filter { $0.verdict == .breaking } + outputs.filter { $0.verdict == .compatible }
  }

  // MARK: - Numbers

  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// `0.4 s`, `12 s`, `4 min 05 s`, `2 h 03 min`.
  static func duration(_ seconds: Double) -> String {
    let seconds = seconds.isFinite ? min(max(0, seconds), 1e12) : 0
    if seconds < 10 { return "\(Int((seconds * 10).rounded()) / 10).\(Int((seconds * 10).rounded()) % 10) s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if whole < 3600 { return "\(whole / 60) min \(padded(whole % 60)) s" }
    return "\(whole / 3600) h \(padded(whole % 3600 / 60)) min"
  }

  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((min(value, 1e12) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
