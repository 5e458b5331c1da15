// The shape of a plan file: fields that are missing, unknown, of another type or out of any range.
import CanonicalJSON
import ExecutionPlan
import Testing

struct PlanStructureTests {
  /// What is put where (JSON Pointer), and the pointer of the error.
  static let changes: [(place: String, value: JSONValue?, pointer: String)] = [
    ("/extra", 1, ""),
    ("/runbook", nil, ""),
    ("/runbook", "name", "/runbook"),
    ("/runbook/name", nil, "/runbook"),
    ("/runbook/name", 3, "/runbook/name"),
    ("/runbook/extra", 3, "/runbook"),
    ("/framework", 3, "/framework"),
    ("/config/max_concurrency", "3", "/config/max_concurrency"),
    ("/config/max_concurrency", .double(1.5), "/config/max_concurrency"),
    ("/config/max_concurrency", .bigInteger("99999999999999999999"), "/config/max_concurrency"),
    ("/config/timeout", 0, "/config/timeout"),
    ("/config/timeout", -1, "/config/timeout"),
    ("/config/timeout", "1", "/config/timeout"),
    ("/config/extra", 1, "/config"),
    ("/components", [:], "/components"),
    ("/components/0", [], "/components/0"),
    ("/components/0/kind", "conector", "/components/0/kind"),
    ("/components/0/manifest", "sha256:00", "/components/0/manifest"),
    ("/components/0/extra", 1, "/components/0"),
    ("/rulesets/0/digest", .string("sha256:" + String(repeating: "0", count: 64)), "/rulesets/0/digest"),
    ("/rulesets/0/value/name", "other", "/rulesets/0/digest"),
    ("/rulesets/0/extra", 1, "/rulesets/0"),
    ("/environment/0/required", 1, "/environment/0/required"),
    ("/environment/0/secret", nil, "/environment/0"),
    ("/aliases", [], "/aliases"),
    ("/aliases/no id", 1, "/aliases"),
    ("/aliases/audit", .double(1.5), "/aliases"),
    ("/instructions", 3, "/instructions"),
    ("/instructions/0", nil, "/instructions/0"),
    ("/instructions/0/id", "not an id", "/instructions/0/id"),
    ("/instructions/0/id", "a//b", "/instructions/0/id"),
    ("/instructions/0/id", .string(String(repeating: "a", count: 5000)), "/instructions/0/id"),
    ("/instructions/0/op", "jump", "/instructions/0/op"),
    ("/instructions/0/schema", "text/1", "/instructions/0/schema"),
    ("/instructions/0/schema", "", "/instructions/0/schema"),
    ("/instructions/0/key", "sha256:", "/instructions/0/key"),
    ("/instructions/0/key", nil, "/instructions/0"),
    ("/instructions/0/flags", ["outputs"], "/instructions/0/flags"),
    ("/instructions/0/flags", "output", "/instructions/0/flags"),
    ("/instructions/0/timeout", 0, "/instructions/0/timeout"),
    ("/instructions/0/properties", [], "/instructions/0/properties"),
    ("/instructions/0/component", "0", "/instructions/0/component"),
    ("/instructions/0/component", nil, "/instructions/0"),
    ("/instructions/0/extra", .null, "/instructions/0"),
    ("/instructions/1/bindings/0/type", "date", "/instructions/1/bindings/0/type"),
    ("/instructions/1/bindings/0/secret", "yes", "/instructions/1/bindings/0/secret"),
    ("/instructions/1/bindings/0/extra", 1, "/instructions/1/bindings/0"),
    ("/instructions/2/reuse", "run", "/instructions/2/reuse"),
    ("/instructions/2/reuse/run", nil, "/instructions/2/reuse"),
    ("/instructions/2/component", 0, "/instructions/2"),
    ("/instructions/3/content", ["data"], "/instructions/3/content"),
    ("/instructions/4/inputs", [0, "2"], "/instructions/4/inputs"),
    ("/instructions/4/inputs", 0, "/instructions/4/inputs"),
    ("/instructions/4/inputs", [.bigInteger("18446744073709551616")], "/instructions/4/inputs"),
    ("/instructions/5/label", "Same", "/instructions/5/label"),
    ("/instructions/5/label/extra", 1, "/instructions/5/label"),
    ("/instructions/6/rulesets", [0], "/instructions/6/rulesets"),
    ("/instructions/6/rulesets/local~1x~11.0.0", "0", "/instructions/6/rulesets"),
  ]

  @Test(arguments: changes.indices)
  func refused(_ index: Int) throws {
    let change = Self.changes[index]
    let value = try JSONReader.read(PlanCodecTests.bytes)
    let changed = try #require(value.replacing(change.place, with: change.value))
    try #require(changed != value)
    do {
      _ = try Plan.decode(JSONWriter.bytes(of: changed) + [0x0A])
      Issue.record("\(change.place) was accepted")
    } catch {
      #expect(error.pointer == change.pointer, "\(error)")
      #expect(error.code == .structure || error.code == .altered)
    }
  }

  /// Valid changes are altered plans: the digests no longer match.
  @Test(arguments: [
    "/runbook/name", "/instructions/0/id", "/instructions/2/reuse/run", "/plan_id", "/digest",
  ])
  func altered(_ place: String) throws {
    let value = try JSONReader.read(PlanCodecTests.bytes)
    let other: JSONValue =
      place.hasSuffix("id") && place != "/instructions/0/id" || place == "/digest"
      ? .string("sha256:" + String(repeating: "a", count: 64)) : "other"
    let changed = try #require(value.replacing(place, with: other))
    do {
      _ = try Plan.decode(JSONWriter.bytes(of: changed) + [0x0A])
      Issue.record("\(place) was accepted")
    } catch {
      #expect(error.code == .altered)
    }
  }
}

extension JSONValue {
  /// This value with another at the end of a JSON Pointer; nil takes it away. Nil when the pointer leads nowhere.
  func replacing(_ pointer: String, with value: JSONValue?) -> JSONValue? {
    let tokens = pointer.split(separator: "/").map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
    return replacing(tokens[...], with: value)
  }

  private func replacing(_ tokens: ArraySlice<String>, with value: JSONValue?) -> JSONValue? {
    guard let token = tokens.first else { return value ?? .null }
    switch self {
    case .object(var object):
      if tokens.count == 1 {
        object[token] = value
      } else {
        guard let inner = object[token]?.replacing(tokens.dropFirst(), with: value) else { return nil }
        object[token] = inner
      }
      return .object(object)
    case .array(var elements):
      guard let index = Int(token), elements.indices.contains(index),
        let inner = elements[index].replacing(tokens.dropFirst(), with: value)
      else { return nil }
      elements[index] = inner
      return .array(elements)
    default: return nil
    }
  }
}
