// Edits of runbooks, and what each must do to the identity of the plan.
import TestSupport

/// What an edit must change.
enum IdentityChange {
  /// The plan is the same, byte for byte.
  case nothing
  /// Names for people: bytes may differ, identities not.
  case labels
  /// The plan id, and no key.
  case planOnly
  /// The plan id and the keys of these artifacts and of all that derives from them; no other key.
  case keys(Set<String>)
  /// The same for one artifact that reads another than before; nothing where both hold the same work.
  case input(of: String, from: String, to: String)
}

/// One way to change a runbook; nil where it has nothing that could be changed like that.
struct IdentityEdit: Sendable {
  let name: String
  let apply: @Sendable (inout RandomRunbook, inout SeededGenerator) -> IdentityChange?

  init(
    _ name: String,
    _ apply: @escaping @Sendable (inout RandomRunbook, inout SeededGenerator) -> IdentityChange?
  ) {
    self.name = name
    self.apply = apply
  }

  /// An edit of any one artifact of some kinds.
  init(
    _ name: String, _ kinds: RandomRunbook.Kind...,
    apply: @escaping @Sendable (inout YAMLValue, String) -> IdentityChange?
  ) {
    self.init(name) { edited, generator in
      let ids = edited.artifacts.filter { kinds.isEmpty || kinds.contains($0.kind) }.map(\.id)
      guard let id = ids.randomElement(using: &generator),
        var artifact = edited.runbook["artifacts", id]
      else { return nil }
      let change = apply(&artifact, id)
      guard artifact != edited.runbook["artifacts", id] else { return nil }
      edited.runbook["artifacts", id] = artifact
      return change
    }
  }
}

/// Edits after which the plan means the same.
enum PreservingEdits {
  static let all: [IdentityEdit] = spelling + labels + defaults + variables

  private static let spelling = [
    IdentityEdit("spelled otherwise") { _, _ in .nothing },
    IdentityEdit("another file name") { edited, _ in
      edited.path = "other name.yml"
      return .nothing
    },
    IdentityEdit("another directory") { edited, _ in
      edited.path = "deep/r.yaml"
      return .nothing
    },
    IdentityEdit("another path of the child") { edited, _ in
      guard let id = edited.ids(.child).first else { return nil }
      edited.runbook["artifacts", id, "child_runbook", "path"] = "kid/other.yml"
      return .nothing
    },
    IdentityEdit("one input as a list", .relabel, .mask, .pass) { artifact, _ in
      if case .text(let input)? = artifact["inputs"] { artifact["inputs"] = [.text(input)] }
      return .nothing
    },
  ]

  private static let labels = [
    IdentityEdit("name of an artifact") { (artifact: inout YAMLValue, _) in
      artifact["name"] = "Another name"
      return .labels
    },
    IdentityEdit("description and contact of an artifact") { (artifact: inout YAMLValue, _) in
      artifact["description"] = "é"
      artifact["contact"] = "someone"
      return .labels
    },
    IdentityEdit("name of the runbook") { edited, _ in
      edited.runbook["name"] = "Another name"
      edited.runbook["contact"] = "someone"
      return .labels
    },
  ]

  private static let defaults = [
    IdentityEdit("defaults of files", .files, .inline) { artifact, _ in
      artifact["source", "properties", "max_files"] = 1000
      artifact["source", "properties", "encoding"] = "utf-8"
      return .nothing
    },
    IdentityEdit("defaults of a processor", .relabel) { artifact, _ in
      artifact["process", "properties", "level"] = 2
      artifact["process", "properties", "strict"] = false
      artifact["process", "properties", "mode"] = "fast"
      return .nothing
    },
    IdentityEdit("empty properties", .mask) { artifact, _ in
      artifact["process", "properties"] = [:]
      return .nothing
    },
    IdentityEdit("flags that are false") { (artifact: inout YAMLValue, _) in
      artifact["optional"] = false
      if artifact["output"] == nil { artifact["output"] = false }
      return .nothing
    },
    IdentityEdit("the only merge", .merge) { artifact, _ in
      artifact["merge"] = "concatenate"
      return .nothing
    },
    IdentityEdit("the schema that it has", .files, .inline, .relabel, .mask) { artifact, _ in
      artifact["output_schema"] = "standard_input/1.0.0"
      return .nothing
    },
    IdentityEdit("defaults of the configuration") { edited, _ in
      let timeout = edited.runbook["config", "timeout"]
      edited.runbook["config"] = ["max_concurrency": 10, "max_child_depth": 3]
      edited.runbook["config", "timeout"] = timeout
      return .nothing
    },
  ]

  private static let variables = [
    IdentityEdit("a variable of the same value") { edited, _ in
      guard let id = edited.ids(.files).last, case .text(let path)? = path(of: id, in: edited) else {
        return nil
      }
      edited.runbook["artifacts", id, "source", "properties", "path"] = "${PLACE}"
      edited.variables["PLACE"] = path
      return .nothing
    },
    IdentityEdit("a variable's default of the same value") { edited, _ in
      guard let id = edited.ids(.files).first, case .text(let path)? = path(of: id, in: edited) else {
        return nil
      }
      edited.runbook["artifacts", id, "source", "properties", "path"] = .text("${UNSET:-\(path)}")
      return .nothing
    },
    IdentityEdit("a number from a variable", .relabel) { artifact, _ in
      artifact["process", "properties", "level"] = "${UNSET:-2}"
      return .nothing
    },
    IdentityEdit("variables that nobody reads") { edited, _ in
      edited.variables["HOME"] = "/home/someone"
      edited.variables["TOKEN"] = "a secret"
      return .nothing
    },
  ]

  private static func path(of id: String, in edited: RandomRunbook) -> YAMLValue? {
    edited.runbook["artifacts", id, "source", "properties", "path"]
  }
}

/// Edits after which the plan means something else.
enum ChangingEdits {
  static let all: [IdentityEdit] = operations + components + properties + plans

  private static let operations = [
    IdentityEdit("operation", .pass) { artifact, id in
      artifact["process"] = ["type": "test_mask"]
      return .keys([id])
    },
    IdentityEdit("component", .mask) { artifact, id in
      artifact["process"] = ["type": "test_relabel"]
      return .keys([id])
    },
    IdentityEdit("order of inputs", .merge) { artifact, id in
      if case .list(let inputs)? = artifact["inputs"] { artifact["inputs"] = .list(inputs.reversed()) }
      return .keys([id])
    },
    IdentityEdit("one input less", .merge) { artifact, id in
      guard case .list(let inputs)? = artifact["inputs"], inputs.count > 2 else { return nil }
      artifact["inputs"] = .list(Array(inputs.dropLast()))
      return .keys([id])
    },
    IdentityEdit("another input") { edited, generator in
      guard let id = edited.ids(.pass, .mask, .relabel).randomElement(using: &generator),
        case .text(let old)? = edited.runbook["artifacts", id, "inputs"],
        let new = edited.earlier(than: id).filter({ $0 != old }).randomElement(using: &generator)
      else { return nil }
      edited.runbook["artifacts", id, "inputs"] = .text(new)
      return .input(of: id, from: old, to: new)
    },
  ]

  private static let components = [
    IdentityEdit("version of a component") { edited, _ in
      let children = edited.ids(.child).map { "\($0)/labelled" }
      guard !(edited.ids(.relabel) + children).isEmpty else { return nil }
      edited.relabelVersion = "2.1.1"
      return .keys(Set(edited.ids(.relabel) + children))
    },
    IdentityEdit("property of the child") { edited, _ in
      guard !edited.ids(.child).isEmpty else { return nil }
      edited.child["artifacts", "labelled", "process", "properties", "level"] = 5
      edited.path = "changed/r.yaml"
      return .keys(Set(edited.ids(.child).map { "\($0)/labelled" }))
    },
  ]

  private static let properties = [
    IdentityEdit("property", .files) { artifact, id in
      artifact["source", "properties", "path"] = "elsewhere"
      return .keys([id])
    },
    IdentityEdit("letters composed otherwise", .relabel) { artifact, id in
      artifact["process", "properties", "label"] = .text(id.hasPrefix("x") ? "e\u{301}" : "\u{E9}")
      return .keys([id])
    },
    IdentityEdit("not the default", .relabel) { artifact, id in
      artifact["process", "properties", "level"] = 3
      return .keys([id])
    },
    IdentityEdit("nested property", .relabel) { artifact, id in
      artifact["process", "properties", "limits", "depth"] = 7
      return .keys([id])
    },
    IdentityEdit("order of a list", .relabel) { artifact, id in
      artifact["process", "properties", "tags"] = ["a", "b"]
      return .keys([id])
    },
    IdentityEdit("the source of an inline processor", .inline) { artifact, id in
      artifact["source", "properties", "path"] = "elsewhere"
      return .keys(["\(id)/source"])
    },
    IdentityEdit("name of a late variable", .table) { artifact, id in
      artifact["source", "properties", "token"] = "${OTHER_TOKEN}"
      return .keys([id])
    },
    IdentityEdit("message of a late variable", .table) { artifact, id in
      artifact["source", "properties", "token"] = "${TOKEN:?set it}"
      return .keys([id])
    },
    IdentityEdit("a variable of another value") { edited, _ in
      guard let id = edited.ids(.files).first else { return nil }
      edited.runbook["artifacts", id, "source", "properties", "path"] = "${PLACE}"
      edited.variables["PLACE"] = "elsewhere"
      return .keys([id])
    },
    IdentityEdit("what is reused", .reuse) { artifact, id in
      artifact["reuse", "from_run"] = "another"
      return .keys([id])
    },
    IdentityEdit("schema") { edited, _ in
      let read = edited.ids.flatMap { id -> [YAMLValue] in
        switch edited.runbook["artifacts", id, "inputs"] {
        case .list(let inputs)?: return inputs
        case let input?: return [input]
        case nil: return []
        }
      }
      guard let id = edited.ids(.table).first(where: { !read.contains(.text($0)) }) else { return nil }
      edited.runbook["artifacts", id, "output_schema"] = "source_code"
      return .keys([id])
    },
  ]

  private static let plans = [
    IdentityEdit("output") { (artifact: inout YAMLValue, _) in
      artifact["output"] = artifact["output"] == nil ? true : nil
      return .planOnly
    },
    IdentityEdit("optional") { (artifact: inout YAMLValue, _) in
      artifact["optional"] = true
      return .planOnly
    },
    IdentityEdit("sensitive", .files) { artifact, _ in
      artifact["sensitive"] = true
      return .planOnly
    },
    IdentityEdit("timeout of an artifact", .files, .table, .relabel, .mask) { artifact, _ in
      artifact["timeout"] = 5
      return .planOnly
    },
    IdentityEdit("concurrency") { edited, generator in
      edited.runbook["config", "max_concurrency"] = .plain("\(Int.random(in: 11...99, using: &generator))")
      return .planOnly
    },
    IdentityEdit("timeout of the run") { edited, _ in
      edited.runbook["config", "timeout"] = 31
      return .planOnly
    },
    IdentityEdit("cost limit") { edited, _ in
      edited.runbook["config", "cost_limit"] = .plain("1.5")
      return .planOnly
    },
    IdentityEdit("framework") { edited, _ in
      edited.runbook["framework"] = edited.runbook["framework"] == nil ? "GDPR" : nil
      return .planOnly
    },
  ]
}
