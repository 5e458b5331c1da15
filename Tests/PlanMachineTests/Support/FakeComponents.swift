// Components whose behaviour a test sets, by the name of the artifact that they make.
import TestSupport
import CanonicalJSON
import ComponentKit
import PlanMachine

/// What a component does: reads, writes, fails, blocks.
typealias Behaviour =
  @Sendable (_ inputs: [any ArtifactReader], _ items: any ItemSink, _ context: any ComponentContext) throws ->
  JSONObject

/// A head that fits `items/1.0.0`.
let plainHead = JSONObject([("title", "t")])

/// Writes items with these values.
func emit(_ values: Int...) -> Behaviour {
  { _, sink, _ in
    for value in values { try sink.append(["value": .integer(value)]) }
    return plainHead
  }
}

/// Fails.
func fail(_ message: String = "broken") -> Behaviour {
  { _, _, _ in throw ComponentFailure(message) }
}

/// Copies every item of every input, one greater.
let increment: Behaviour = { inputs, sink, _ in
  for input in inputs {
    try input.forEachItem { item in
      let value = item.objectValue?["value"]?.integerValue ?? 0
      try sink.append(["value": .integer(value + 1)])
    }
  }
  return plainHead
}

private struct FakeComponent: Connector, Processor {
  let behaviour: Behaviour

  func extract(into items: any ItemSink, context: any ComponentContext) throws -> JSONObject {
    try behaviour([], items, context)
  }

  func process(
    _ inputs: [any ArtifactReader], into items: any ItemSink, context: any ComponentContext
  ) throws -> JSONObject {
    try behaviour(inputs, items, context)
  }
}

extension ComponentRegistry {
  /// `source` and `derive` behave as told; without a word they emit 1 and increment.
  static func fakes(
    _ behaviours: [String: Behaviour] = [:],
    onMake: @escaping @Sendable (ComponentConfiguration) -> Void = { _ in }
  ) -> ComponentRegistry {
    @Sendable func make(_ configuration: ComponentConfiguration, _ usual: @escaping Behaviour)
      -> FakeComponent
    {
      onMake(configuration)
      let name = configuration.properties["name"]?.stringValue ?? ""
      return FakeComponent(behaviour: behaviours[name] ?? usual)
    }
    return ComponentRegistry(
      connectors: ["source": { make($0, emit(1)) }],
      processors: ["derive": { make($0, increment) }, "guess": { make($0, increment) }])
  }
}

/// A gate that threads wait at.
final class Latch: @unchecked Sendable {  // guarded by the monitor
  fileprivate let monitor = Monitor()
  fileprivate var isOpen = false

  func open() {
    monitor.withLock {
      isOpen = true
      monitor.broadcast()
    }
  }

  func wait() {
    monitor.withLock { while !isOpen { monitor.wait(until: nil) } }
  }
}

extension Latch {
  /// Waits for at most a minute, so that a run that never ends fails its test rather than all tests.
  func waitPatiently() -> Bool {
    let deadline = SystemClock().uptime() + 60_000_000_000
    return monitor.withLock {
      while !isOpen, SystemClock().uptime() < deadline { monitor.wait(until: deadline) }
      return isOpen
    }
  }
}

/// Acts again and again until something is so; for at most a minute, see ``Latch/waitPatiently()``.
func patiently(until isDone: () -> Bool, _ act: () -> Void) {
  let deadline = SystemClock().uptime() + 60_000_000_000
  while !isDone(), SystemClock().uptime() < deadline {
    act()
    yieldThread()
  }
}

/// Opens when it was counted down to zero; counts arrivals.
final class CountdownLatch: @unchecked Sendable {  // guarded by the monitor
  private let monitor = Monitor()
  private var remaining: Int

  init(_ count: Int) { remaining = count }

  func arriveAndWait() {
    monitor.withLock {
      remaining -= 1
      monitor.broadcast()
      while remaining > 0 { monitor.wait(until: nil) }
    }
  }
}

/// A value that several threads may change.
final class Shared<Value: Sendable>: @unchecked Sendable {  // guarded by the monitor
  private let monitor = Monitor()
  private var stored: Value

  init(_ value: Value) { stored = value }

  var value: Value { monitor.withLock { stored } }
  func change(_ body: (inout Value) -> Void) { monitor.withLock { body(&stored) } }
}
