// What a compilation looked at besides the bytes of its own file, so that others can tell whether it would go the
// same way again. Does not look at anything itself.

/// Files, lookups and variables that a compilation's outcome follows from.
package struct CompilationDependencies: Sendable, Equatable {
  /// The files that were read, children and rulesets: the path, and the absolute one that it led to.
  package private(set) var files: [String: String] = [:]
  /// Paths at which something was looked for that was not there.
  package private(set) var absentPaths: Set<String> = []
  /// Directories whose entries mattered; they need not exist.
  package private(set) var directories: Set<String> = []
  /// Variables whose values, or whose absence, mattered.
  package private(set) var variables: Set<String> = []
  /// The names of all variables mattered, for a suggestion.
  package private(set) var dependsOnVariableNames = false
  /// False when something else mattered as well that can't be said here.
  package private(set) var isComplete = true

  package init() {}

  /// A file was read.
  package mutating func read(_ path: String, resolved: String) { files[path] = resolved }

  /// Nothing was found at a path.
  package mutating func missed(_ path: String) { absentPaths.insert(path) }

  /// A directory was listed, or was not there to be listed.
  package mutating func listed(_ directory: String) { directories.insert(directory) }

  /// A variable was looked up.
  package mutating func consulted(variable name: String) { variables.insert(name) }

  package mutating func consultedVariableNames() { dependsOnVariableNames = true }

  /// Something mattered that has no name here: the outcome is not to be used again.
  package mutating func consultedSomethingElse() { isComplete = false }
}
