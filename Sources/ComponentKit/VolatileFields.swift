// Which places of a content say when and by what it was made, not what it is. Knows no single format.
public import CanonicalJSON

/// The volatile fields of a wire format: two contents that differ there alone mean the same.
///
/// Written in a schema as `x-volatile`: places such as `/analysis_metadata/analysis_timestamp`, where `*` stands for every
/// element of an array or member of an object, and `**` for any number of steps.
public struct VolatileFields: Sendable {
  private enum Step: Sendable, Equatable {
    case key(String), each, anywhere

    init(_ text: Substring) {
      switch text {
      case "*": self = .each
      case "**": self = .anywhere
      default: self = .key(String(text))
      }
    }
  }

  /// Places in an item of the streamed array, from the item on.
  private let ofItem: [[Step]]
  /// Places elsewhere.
  private let ofHead: [[Step]]

  /// The fields that a schema names; nil when one of them is no place.
  init?(_ places: [String], itemsProperty: String?) {
    let paths = places.compactMap { place in
      place.utf8.first == UInt8(ascii: "/") ? place.dropFirst().split(separator: "/").map(Step.init) : nil
    }
    guard paths.count == places.count, paths.allSatisfy({ !$0.isEmpty && $0.last != .anywhere }) else {
      return nil
    }
    let items = itemsProperty.map(Step.key)
    ofHead = paths.filter { items == nil || $0.first != items }
    ofItem = paths.filter { items != nil && $0.first == items }.map { path in
      // `/items/*/x` is `x` of each item, `/items/**/x` is one anywhere in it.
      path.count > 1 && path[1] == .anywhere ? Array(path.dropFirst()) : Array(path.dropFirst(2))
    }.filter { !$0.isEmpty }
  }

  /// Whether there are none.
  public var isEmpty: Bool { ofItem.isEmpty && ofHead.isEmpty }

  /// Whether items have some.
  public var areInItems: Bool { !ofItem.isEmpty }

  /// An item of the streamed array without them.
  public func removed(fromItem item: JSONValue) -> JSONValue {
    ofItem.reduce(item) { Self.remove($1[...], from: $0) }
  }

  /// A content without them and without its items.
  public func removed(fromHead head: JSONObject) -> JSONValue {
    ofHead.reduce(.object(head)) { Self.remove($1[...], from: $0) }
  }

  private static func remove(_ path: ArraySlice<Step>, from value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch step {
    case .anywhere:
      return inEach(of: remove(rest, from: value)) { remove(path, from: $0) }
    case .each:
      return inEach(of: value) { remove(rest, from: $0) }
    case .key(let key):
      guard case .object(var object) = value, let member = object[key] else { return value }
      object[key] = rest.isEmpty ? nil : remove(rest, from: member)
      return .object(object)
    }
  }

  private static func inEach(of value: JSONValue, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(change))
    case .object(var object):
      for key in object.keys {
        if let member = object[key] { object[key] = change(member) }
      }
      return .object(object)
    default: return value
    }
  }
}
