// Keeps what is seldom there out of the way of what always is.

/// A value behind a reference: where it is absent it takes the room of a pointer, however large it is.
indirect enum Boxed<Value: Sendable>: Sendable {
  case value(Value)

  var value: Value {
    switch self {
    case .value(let value): value
    }
  }
}

extension Boxed: Equatable where Value: Equatable {}
extension Boxed: Hashable where Value: Hashable {}
