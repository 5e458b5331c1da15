// Takes a file apart in memory, for tests.
import DocumentExtraction

/// What was found in a file, and what was not seen.
struct TrialSink: ExtractionSink {
  var texts: [String: String] = [:]
  var omissions: [String] = []
  /// Calls until the work is cancelled; nil: never.
  var callsLeft: Int?

  mutating func take(text: String, at path: String) { texts[path] = text }
  mutating func take(plain bytes: consuming [UInt8], at path: String) {
    texts[path] = String(decoding: bytes, as: UTF8.self)
  }

  mutating func omit(_ reason: String, at path: String, isWhole: Bool) {
    omissions.append("\(path): \(reason)")
    if let left = callsLeft { callsLeft = left - 1 }
  }

  func checkCancellation() throws { if callsLeft == 0 { throw CancellationError() } }
}

struct NoCharsets: CharsetDecoder {
  func text(_ bytes: [UInt8], charset: String) -> String? { String(decoding: bytes, as: UTF8.self) }
}

/// Everything is opened.
func takeApart(
  _ bytes: [UInt8], as name: String, limits: ExtractionLimits = ExtractionLimits(), callsLeft: Int? = nil
) throws -> TrialSink {
  var options = ExtractionOptions()
  options.readsFurtherDocuments = true
  options.opensArchives = true
  options.limits = limits
  var sink = TrialSink()
  sink.callsLeft = callsLeft
  var extractor = DocumentExtractor(options, NoCharsets(), sink)
  try extractor.extract(bytes, at: name)
  return extractor.sink
}
