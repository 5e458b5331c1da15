// What is wrong with an environment file. Never quotes a value: it may be a secret.

/// Why an environment file can't be used.
package struct EnvironmentFileError: Error, Sendable, CustomStringConvertible {
  package let path: String
  /// What was read; nil when the file can't be read.
  package let content: [UInt8]?
  /// Of the first fault: from 1; nil when the file can't be read, or is no text.
  package let line: Int?
  /// Of the first fault.
  package let message: String
  /// The lines that can't be understood, in order.
  package let faults: [DotenvFault]

  /// A file that can't be read, or is no text.
  init(path: String, message: String) {
    (self.path, self.message) = (path, message)
    (content, line, faults) = (nil, nil, [])
  }

  /// A file with lines that can't be understood.
  init(path: String, content: [UInt8], first: DotenvFault, faults: [DotenvFault]) {
    (self.path, self.content, self.faults) = (path, content, faults)
    (line, message) = (first.line, first.message)
  }

  package var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}

/// What is wrong with one line of an environment file.
package struct DotenvFault: Error, Sendable, Hashable {
  /// From 1.
  package var line = 0
  package let message: String
  package let remedy: Remedy?

  init(_ message: String, remedy: Remedy? = nil) { (self.message, self.remedy) = (message, remedy) }

  /// What would make the line one that is understood.
  package enum Remedy: Sendable, Hashable {
    /// An `=` in the place of the colon behind the name.
    case equalsSign
    /// The quote that the value lacks, at the end of the line.
    case closingQuote(String)
  }
}
