// Keeps LeakSanitizer from what is no leak. Knows no target.
//
// Swift marks the case of an enum in the upper bits of a pointer where the case has a payload in a box of its own.
// LeakSanitizer looks for plain addresses, so it takes a tree of an indirect enum that a global holds for lost memory.

@_extern(c, "__lsan_disable")
private func disableLeakCheck()

@_extern(c, "__lsan_enable")
private func enableLeakCheck()

enum LeakCheck {
  /// Makes something that is kept until the process ends.
  static func keeping<Value>(_ make: () -> Value) -> Value {
    disableLeakCheck()
    defer { enableLeakCheck() }
    return make()
  }
}
