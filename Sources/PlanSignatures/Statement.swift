// What is signed: in-toto Statement v1. Knows subjects, not what is said of them.
package import CanonicalJSON
package import ComponentKit

/// A statement about things that are known by their SHA-256.
package struct Statement: Sendable, Hashable {
  /// One thing that the statement is about.
  package struct Subject: Sendable, Hashable {
    package let name: String
    package let digest: ContentDigest

    package init(_ name: String, _ digest: ContentDigest) {
      self.name = name
      self.digest = digest
    }

    var json: JSONValue {
      ["name": .string(name), "digest": ["sha256": .string(digest.hexadecimal)]]
    }
  }

  static let type = "https://in-toto.io/Statement/v1"

  package let subjects: [Subject]
  package let predicateType: String
  package let predicate: JSONObject

  package init(subjects: [Subject], predicateType: String, predicate: JSONObject) {
    self.subjects = subjects
    self.predicateType = predicateType
    self.predicate = predicate
  }

  /// Canonical JSON.
  package var bytes: [UInt8] {
    JSONWriter.bytes(of: [
      "_type": .string(Self.type), "subject": .array(subjects.map(\.json)),
      "predicateType": .string(predicateType), "predicate": .object(predicate),
    ])
  }

  /// Reads a payload whose signature was checked.
  ///
  /// - Throws: ``SignatureError`` `mismatch` for a payload that is no such statement.
  package init(_ payload: [UInt8]) throws(SignatureError) {
    guard let object = try? JSONReader.read(payload).objectValue, object["_type"] == .string(Self.type),
      let subjects = object["subject"]?.arrayValue, let predicate = object["predicate"]?.objectValue,
      let type = object["predicateType"]?.stringValue
    else { throw SignatureError(.mismatch, "what is signed is no in-toto statement (v1)") }
    var read: [Subject] = []
    for subject in subjects {
      guard let fields = subject.objectValue, let name = fields["name"]?.stringValue,
        let digits = fields["digest"]?.objectValue?["sha256"]?.stringValue,
        let digest = ContentDigest(parsing: "sha256:\(digits)")
      else { throw SignatureError(.mismatch, "a subject of the statement has no name or no SHA-256") }
      read.append(Subject(name, digest))
    }
    self.init(subjects: read, predicateType: type, predicate: predicate)
    guard bytes == payload else {
      throw SignatureError(.mismatch, "the statement holds what this version does not know")
    }
  }
}
